import { describe, expect, test } from 'vitest';
import { firstOrderIndex, rankShare } from './given-data.ts';
import { latinColumn } from './latin-hypercube.ts';
import { randomStream } from './random.ts';
import { mean } from './statistics.ts';

const ishigami = ([x1, x2, x3]: number[]) => Math.sin(x1) + 7 * Math.sin(x2) ** 2 + 0.1 * x3 ** 4 * Math.sin(x1);

function sample(count: number, seed: number) {
  const random = randomStream(seed, 0, 'ishigami');
  const points = Array.from({ length: count }, () => [0, 0, 0].map(() => (2 * random.uniform() - 1) * Math.PI));
  return { points, output: Float64Array.from(points, ishigami) };
}

describe('first-order indices from given data', () => {
  test('Ishigami: .31391 .44241 0', () => {
    const { points, output } = sample(10_000, 7);
    const indices = [0, 1, 2].map((k) =>
      firstOrderIndex(
        points.map((point) => point[k]),
        output,
        50,
      ),
    );
    expect(indices[0]).toBeCloseTo(0.3139, 1);
    expect(Math.abs(indices[0] - 0.31391)).toBeLessThan(0.025);
    expect(Math.abs(indices[1] - 0.44241)).toBeLessThan(0.025);
    expect(Math.abs(indices[2])).toBeLessThan(0.01);
  });

  test('an input that does nothing is given nothing on average, in small samples too', () => {
    const found = Array.from({ length: 200 }, (_, seed) => {
      const { points, output } = sample(64, seed + 100);
      return firstOrderIndex(
        points.map((point) => point[2]),
        output,
        5,
      );
    });
    expect(Math.abs(mean(found))).toBeLessThan(0.02);
  });

  test('the product of two uniforms: each alone explains three sevenths', () => {
    const random = randomStream(3, 0, 'product');
    const points = Array.from({ length: 20_000 }, () => [random.uniform(), random.uniform()]);
    const output = points.map(([a, b]) => a * b);
    const input = points.map(([a]) => a);
    expect(Math.abs(firstOrderIndex(input, output, 50) - 3 / 7)).toBeLessThan(0.01);
  });

  test('no variance, no index; too few values, no answer', () => {
    expect(firstOrderIndex([1, 2, 3, 4], [5, 5, 5, 5], 2)).toBeNaN();
    expect(() => firstOrderIndex([1, 2, 3], [1, 2, 3], 2)).toThrow('too few');
  });
});

test('a straight line over the ranks: a sum of two uniforms, the larger four fifths of its variance; an idle input next to nothing', () => {
  const random = randomStream(9, 0, 'ranks');
  const columns = [0, 1, 2].map(() => latinColumn(2000, random));
  const output = columns[0].map((x, i) => 2 * x + columns[1][i]);
  const shares = columns.map((values) => rankShare(ranksOf(values), output));
  expect(Math.abs(shares[0] - 0.8)).toBeLessThan(0.02);
  expect(Math.abs(shares[1] - 0.2)).toBeLessThan(0.03);
  expect(shares[2]).toBeLessThan(0.01);
});

function ranksOf(values: ArrayLike<number>): Float64Array {
  const order = Array.from({ length: values.length }, (_, i) => i).sort((a, b) => values[a] - values[b]);
  const ranks = new Float64Array(values.length);
  order.forEach((at, rank) => {
    ranks[at] = rank;
  });
  return ranks;
}
