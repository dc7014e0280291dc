import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addCounts, compensatedSum, mean, quantile, quantileSorted, variance, wilsonInterval } from './statistics.ts';

const sample = fc.float64Array({ noNaN: true, min: -1e6, max: 1e6, minLength: 2, maxLength: 80 });

describe('wilsonInterval', () => {
  test('published example: 81 of 263 at 95 % (Newcombe 1998)', () => {
    const { low, high } = wilsonInterval(81, 263);
    expect(low).toBeCloseTo(0.2553, 4);
    expect(high).toBeCloseTo(0.3662, 4);
  });

  test('holds the proportion, mirrors, narrows with confidence and stays inside 0 to 1', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (hits, misses) => {
        fc.pre(hits + misses > 0);
        const n = hits + misses;
        const wide = wilsonInterval(hits, n, 0.99);
        const narrow = wilsonInterval(hits, n, 0.5);
        const mirror = wilsonInterval(misses, n, 0.99);
        expect(wide.low).toBeLessThanOrEqual(narrow.low);
        expect(narrow.low).toBeLessThanOrEqual(hits / n);
        expect(narrow.high).toBeGreaterThanOrEqual(hits / n);
        expect(wide.high).toBeGreaterThanOrEqual(narrow.high);
        expect(wide.low).toBeGreaterThanOrEqual(0);
        expect(wide.high).toBeLessThanOrEqual(1);
        expect(mirror.low).toBeCloseTo(1 - wide.high, 12);
      }),
    );
  });

  test('no trials: anything is possible; impossible counts are refused', () => {
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
    expect(wilsonInterval(0, 10).low).toBe(0);
    expect(wilsonInterval(10, 10).high).toBe(1);
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError);
    expect(() => wilsonInterval(0.5, 2)).toThrow(RangeError);
    expect(() => wilsonInterval(1, 2, 1)).toThrow(RangeError);
  });
});

describe('quantile', () => {
  test('type 7 on four values, as R documents it', () => {
    const values = Float64Array.of(4, 1, 3, 2);
    expect(quantile(values, 0.25)).toBe(1.75);
    expect(quantile(values, 0.5)).toBe(2.5);
    expect([...values]).toEqual([4, 1, 3, 2]);
  });

  test('ends are the extremes, it rises with q, and asks the same of sorted values', () => {
    fc.assert(
      fc.property(sample, fc.double({ min: 0, max: 0.9, noNaN: true }), (values, q) => {
        const sorted = values.slice().sort();
        expect(quantile(values, 0)).toBe(sorted[0]);
        expect(quantile(values, 1)).toBe(sorted[sorted.length - 1]);
        expect(quantile(values, q)).toBe(quantileSorted(sorted, q));
        expect(quantile(values, q + 0.1) - quantile(values, q)).toBeGreaterThanOrEqual(-1e-9);
      }),
    );
  });

  test('empty and NaN give NaN, q out of range is refused', () => {
    expect(quantile(new Float64Array(0), 0.5)).toBeNaN();
    expect(quantile(Float64Array.of(1, Number.NaN), 0.1)).toBeNaN();
    expect(() => quantile(Float64Array.of(1), 1.5)).toThrow(RangeError);
  });
});

describe('mean and variance', () => {
  test('a large offset costs no digits', () => {
    const values = Float64Array.of(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16);
    expect(mean(values)).toBe(1e9 + 10);
    expect(variance(values)).toBe(30);
    expect(compensatedSum([1, 1e100, 1, -1e100])).toBe(2);
  });

  test('shift and scale', () => {
    fc.assert(
      fc.property(sample, fc.double({ min: -100, max: 100, noNaN: true }), (values, shift) => {
        const moved = values.map((x) => 2 * x + shift);
        expect(mean(moved)).toBeCloseTo(2 * mean(values) + shift, 6);
        const expected = 4 * variance(values);
        expect(Math.abs(variance(moved) - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, expected));
      }),
    );
  });

  test('too few values give NaN', () => {
    expect(mean([])).toBeNaN();
    expect(variance([1])).toBeNaN();
    expect(compensatedSum([1, Infinity])).toBe(Infinity);
  });
});

describe('addCounts', () => {
  test('keeps every key and adds exactly, in any order', () => {
    const a = { missed: 2 ** 52, 'too-late': 1 };
    const b = { missed: 1, __proto__: 3, 'out-of-reach': 4 } as Record<string, number>;
    expect(addCounts(a, b)).toEqual(addCounts(b, a));
    expect(addCounts(a, b).missed).toBe(2 ** 52 + 1);
    expect(() => addCounts({ x: 2 ** 53 - 1 }, { x: 1 })).toThrow(RangeError);
    expect(() => addCounts({ x: -1 }, {})).toThrow(RangeError);
  });
});

test('Wilson of 29 in 40, as recomputed outside', () => {
  const { low, high } = wilsonInterval(29, 40);
  expect(low).toBeCloseTo(0.57165, 5);
  expect(high).toBeCloseTo(0.83892, 5);
});
