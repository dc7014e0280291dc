import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ExactSum, exactSum } from './sums.ts';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const terms = fc.array(finite, { maxLength: 60 });

/** The sum of doubles as an exact fraction over 2^1074, rounded by Number. */
function slowSum(values: number[]): bigint {
  let total = 0n;
  for (const value of values) {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, value);
    const raw = view.getBigUint64(0);
    const exponent = (raw >> 52n) & 0x7ffn;
    const fraction = raw & 0xfffffffffffffn;
    const magnitude = exponent === 0n ? fraction : (fraction | 0x10000000000000n) << (exponent - 1n);
    total += raw >> 63n === 1n ? -magnitude : magnitude;
  }
  return total;
}

describe('ExactSum', () => {
  test('cases that lose everything in plain addition', () => {
    expect(exactSum([1e100, 1, -1e100])).toBe(1);
    expect(exactSum([1e308, 1e308, -1e308])).toBe(1e308);
    expect(exactSum([Number.MIN_VALUE, Number.MIN_VALUE])).toBe(2 * Number.MIN_VALUE);
    expect(exactSum([0.1, 0.2, -0.3])).toBe(2 ** -55); // 0.1 + 0.2 - 0.3 of the stored doubles
    expect(exactSum([])).toBe(0);
    expect(exactSum([Number.MAX_VALUE, Number.MAX_VALUE])).toBe(Infinity);
  });

  test('rounds half to even and sees a single bit far below', () => {
    const half = 2 ** 53;
    expect(exactSum([half, 1])).toBe(half);
    expect(exactSum([half, 1, 2 ** -1000])).toBe(half + 2);
    expect(exactSum([half, 1, -(2 ** -1000)])).toBe(half);
    expect(exactSum([half, 3])).toBe(half + 4);
  });

  test('one term comes back as it was', () => {
    fc.assert(
      fc.property(finite, (x) => {
        expect(exactSum([x])).toBe(x + 0);
      }),
    );
  });

  test('two terms give what the processor gives', () => {
    fc.assert(
      fc.property(finite, finite, (x, y) => {
        expect(exactSum([x, y])).toBe(x + y + 0);
      }),
    );
  });

  test('the held total is the exact one', () => {
    fc.assert(
      fc.property(terms, (values) => {
        const sum = new ExactSum();
        sum.addAll(values);
        const { first, chunks } = sum.state();
        let total = 0n;
        for (let i = chunks.length - 1; i >= 0; i--) total = (total << 32n) + BigInt(chunks[i]);
        expect(total << BigInt(32 * first)).toBe(slowSum(values));
      }),
    );
  });

  test('order, sharing out and a trip through JSON change nothing', () => {
    fc.assert(
      fc.property(terms, fc.integer({ min: 1, max: 7 }), (values, parts) => {
        const whole = new ExactSum();
        whole.addAll(values);
        const pieces = Array.from({ length: parts }, () => new ExactSum());
        for (let i = values.length - 1; i >= 0; i--) pieces[(i * 5) % parts].add(values[i]);
        const merged = new ExactSum();
        for (const piece of pieces) merged.merge(ExactSum.from(JSON.parse(JSON.stringify(piece.state()))));
        expect(merged.value()).toBe(whole.value());
        expect(merged.state()).toEqual(whole.state());
      }),
    );
  });

  test('carries hold over more additions than a chunk has room for', () => {
    const sum = new ExactSum();
    const n = 3 * 2 ** 20 + 5;
    for (let i = 0; i < n; i++) sum.add(0.1);
    expect(sum.value()).toBe(Number((BigInt(n) * slowSum([0.1])) >> 1000n) * 2 ** -74);
  });

  test('infinities and NaN come out as in addition', () => {
    expect(exactSum([1, Infinity])).toBe(Infinity);
    expect(exactSum([1, -Infinity])).toBe(-Infinity);
    expect(exactSum([Infinity, -Infinity])).toBeNaN();
    expect(exactSum([1, Number.NaN])).toBeNaN();
  });

  test('refuses a state that no sum has', () => {
    expect(() => ExactSum.from({ first: 0, chunks: [2 ** 33], special: [0, 0, 0] })).toThrow(RangeError);
    expect(() => ExactSum.from({ first: 67, chunks: [1, 1], special: [0, 0, 0] })).toThrow(RangeError);
    expect(() => ExactSum.from({ first: 0, chunks: [0.5], special: [0, 0, 0] })).toThrow(RangeError);
  });
});
