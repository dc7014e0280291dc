import { expect, test } from 'vitest';
import { leastSquares } from './least-squares.ts';
import { randomStream } from './random.ts';
import { mean } from './statistics.ts';

const centred = (values: number[]) => Float64Array.from(values, (value) => value - mean(values));

test('the slopes of a plane come out, though its inputs go together and differ a millionfold in size', () => {
  const random = randomStream(1, 0, 'plane');
  const a = Array.from({ length: 40 }, () => random.uniform());
  const b = a.map((value) => 1e6 * (0.9 * value + 0.1 * random.uniform()));
  const y = a.map((value, i) => 3 * value - 2e-6 * b[i] + 7);
  const { slopes, errors } = leastSquares([centred(a), centred(b)], centred(y));
  expect(slopes[0]).toBeCloseTo(3, 9);
  expect(slopes[1] * 1e6).toBeCloseTo(-2, 9);
  expect(errors[0]).toBeLessThan(1e-9);
});

test('standard errors are those of a textbook line', () => {
  // y = x with rest -0.1 0.2 -0.1 about 1, 2, 3: slope error sqrt(0.06 / 1 / 2)
  const { slopes, errors } = leastSquares([centred([1, 2, 3])], centred([0.9, 2.2, 2.9]));
  expect(slopes[0]).toBeCloseTo(1, 12);
  expect(errors[0]).toBeCloseTo(Math.sqrt(0.06 / 2), 12);
});

test('an input that never changes, or that another repeats, has no slope; too few points tell nothing', () => {
  const x = centred([1, 2, 3, 4, 5]);
  const { slopes } = leastSquares([new Float64Array(5), x], x);
  expect(slopes[0]).toBeNaN();
  expect(slopes[1]).toBeCloseTo(1, 12);
  expect(leastSquares([x, x.map((value) => 2 * value)], x).slopes).toEqual([Number.NaN, Number.NaN]);
  expect(leastSquares([centred([1, 2])], centred([1, 2])).slopes).toEqual([Number.NaN]);
});
