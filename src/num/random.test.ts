import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RandomStream, randomStream, threefry2x32 } from './random.ts';

/** Known answers of the Random123 distribution (kat_vectors, threefry2x32 20). */
const KNOWN = [
  { key: [0, 0], counter: [0, 0], out: [0x6b200159, 0x99ba4efe] },
  { key: [0xffffffff, 0xffffffff], counter: [0xffffffff, 0xffffffff], out: [0x1cb996fc, 0xbb002be7] },
  { key: [0x13198a2e, 0x03707344], counter: [0x243f6a88, 0x85a308d3], out: [0xc4923a9c, 0x483df7a0] },
];

describe('threefry2x32', () => {
  for (const { key, counter, out } of KNOWN) {
    test(`known answer for key ${key.map((word) => word.toString(16))}`, () => {
      const words = new Uint32Array(2);
      threefry2x32(key[0], key[1], counter[0], counter[1], words);
      expect([...words]).toEqual(out);
    });
  }
});

const whole = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const take = (stream: RandomStream, n: number) => Array.from({ length: n }, () => stream.uniform());

describe('randomStream', () => {
  test('same arguments, same numbers, whatever is drawn in between', () => {
    fc.assert(
      fc.property(whole, whole, fc.oneof(fc.string(), whole), (seed, trial, name) => {
        const alone = take(randomStream(seed, trial, name), 4);
        const stream = randomStream(seed, trial, name);
        const other = randomStream(seed, trial, `${name}-other`);
        const mixed = alone.map(() => {
          other.uniform();
          return stream.uniform();
        });
        expect(mixed).toEqual(alone);
      }),
    );
  });

  test('a change of seed, trial or stream, in the low or in the high word, changes the numbers', () => {
    const first = randomStream(1, 1, 'a').uniform();
    for (const stream of [
      randomStream(2, 1, 'a'),
      randomStream(1 + 2 ** 32, 1, 'a'),
      randomStream(1 + 2 ** 52, 1, 'a'),
      randomStream(1, 2, 'a'),
      randomStream(1, 1 + 2 ** 32, 'a'),
      randomStream(1, 1, 'b'),
      randomStream(1, 1, 1),
    ]) {
      expect(stream.uniform()).not.toBe(first);
    }
  });

  test('100,000 (trial, stream) pairs give 100,000 different first numbers', () => {
    const seen = new Set<number>();
    for (let trial = 0; trial < 1000; trial++) {
      for (let s = 0; s < 50; s++) {
        seen.add(randomStream(7, trial, s).uniform());
        seen.add(randomStream(7, trial, `stream-${s}`).uniform());
      }
    }
    expect(seen.size).toBe(100_000);
  });

  test.each([-1, 0.5, Number.NaN, Infinity, 2 ** 53])('refuses seed %s', (seed) => {
    expect(() => randomStream(seed, 0, 'a')).toThrow(RangeError);
    expect(() => randomStream(0, seed, 'a')).toThrow(RangeError);
    expect(() => randomStream(0, 0, seed)).toThrow(RangeError);
  });
});

const N = 200_000;

/** Greatest distance between the sample's distribution and the expected one; 1.95 / sqrt(N) has probability 0.1 %. */
function distance(values: Float64Array, cdf: (x: number) => number): number {
  const sorted = values.slice().sort();
  let worst = 0;
  for (let i = 0; i < sorted.length; i++) {
    const p = cdf(sorted[i]);
    worst = Math.max(worst, Math.abs(p - i / N), Math.abs(p - (i + 1) / N));
  }
  return worst;
}

function sample(draw: (stream: RandomStream) => number): Float64Array {
  const stream = randomStream(20260701, 3, 'shape');
  return Float64Array.from({ length: N }, () => draw(stream));
}

describe('distributions, seed 20260701', () => {
  const limit = 1.95 / Math.sqrt(N);

  test('uniform along one stream, and across trials', () => {
    expect(
      distance(
        sample((s) => s.uniform()),
        (x) => x,
      ),
    ).toBeLessThan(limit);
    const across = Float64Array.from({ length: N }, (_, trial) => randomStream(5, trial, 'launch').uniform());
    expect(distance(across, (x) => x)).toBeLessThan(limit);
    let neighbours = 0;
    for (let i = 1; i < N; i++) neighbours += (across[i] - 0.5) * (across[i - 1] - 0.5) * 12;
    expect(Math.abs(neighbours / N)).toBeLessThan(4 / Math.sqrt(N));
  });

  test('every bit of the words is set half of the time', () => {
    const words = new Uint32Array(2);
    const ones = new Uint32Array(64);
    for (let i = 0; i < 20_000; i++) {
      threefry2x32(1, 0, i, 0, words);
      for (let bit = 0; bit < 64; bit++) ones[bit] += (words[bit >> 5] >>> (bit & 31)) & 1;
    }
    for (const count of ones) expect(Math.abs(count - 10_000)).toBeLessThan(5 * Math.sqrt(5000));
  });

  test('triangular', () => {
    const cdf = (x: number) => (x < 3 ? (x - 1) ** 2 / (5 * 2) : 1 - (6 - x) ** 2 / (5 * 3));
    expect(
      distance(
        sample((s) => s.triangular(1, 3, 6)),
        cdf,
      ),
    ).toBeLessThan(limit);
    expect(randomStream(1, 1, 'a').triangular(4, 4, 4)).toBe(4);
    expect(() => randomStream(1, 1, 'a').triangular(2, 1, 3)).toThrow(RangeError);
  });

  test('exponential', () => {
    expect(
      distance(
        sample((s) => s.exponential(30)),
        (x) => 1 - Math.exp(-x / 30),
      ),
    ).toBeLessThan(limit);
  });

  test('normal and lognormal share the uniform: the logarithm of one is the other', () => {
    const normals = sample((s) => s.normal(0, 0.4));
    const logs = sample((s) => Math.log(s.lognormal(1, 0.4)));
    for (let i = 0; i < 1000; i++) expect(logs[i]).toBeCloseTo(normals[i], 12);
    let sum = 0;
    let squares = 0;
    let fourth = 0;
    for (const value of normals) {
      sum += value;
      squares += value * value;
      fourth += value ** 4;
    }
    expect(Math.abs(sum / N)).toBeLessThan((4 * 0.4) / Math.sqrt(N));
    expect(Math.abs(squares / N / 0.16 - 1)).toBeLessThan(4 * Math.sqrt(2 / N));
    expect(Math.abs(fourth / N / (3 * 0.16 ** 2) - 1)).toBeLessThan(0.04);
  });

  test('integer covers its range evenly, bernoulli keeps its promise at 0 and 1', () => {
    const stream = randomStream(9, 0, 'dice');
    const faces = new Uint32Array(6);
    for (let i = 0; i < 60_000; i++) faces[stream.integer(6)]++;
    for (const count of faces) expect(Math.abs(count - 10_000)).toBeLessThan(450);
    for (let i = 0; i < 1000; i++) {
      expect(stream.bernoulli(0)).toBe(false);
      expect(stream.bernoulli(1)).toBe(true);
    }
    expect(() => stream.integer(0)).toThrow(RangeError);
    expect(() => stream.integer(1.5)).toThrow(RangeError);
  });

  test('uniformAt gives any number of the stream and leaves the stream where it is', () => {
    const stream = randomStream(1, 2, 'x');
    const inOrder = Array.from({ length: 20 }, () => stream.uniform());
    const other = randomStream(1, 2, 'x');
    other.uniform();
    for (const index of [19, 0, 7]) expect(other.uniformAt(index)).toBe(inOrder[index]);
    expect(other.uniform()).toBe(inOrder[1]);
  });

  test('fillUniform gives what as many calls of uniform give', () => {
    const out = new Float64Array(10);
    randomStream(1, 2, 'x').fillUniform(out);
    expect([...out]).toEqual(take(randomStream(1, 2, 'x'), 10));
  });
});
