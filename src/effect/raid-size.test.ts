import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { raidSize } from './raid-size.ts';

const upTo = (size: number) => (threatCount: number) => ({ successes: threatCount <= size ? 95 : 80, trials: 100 });

describe('raidSize', () => {
  test('finds the last size that succeeds, each size tried once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 200 }), (size, limit) => {
        const { threatCount, isAtLimit, tried } = raidSize(upTo(size), 0.9, limit);
        expect(threatCount).toBe(Math.min(size, limit));
        expect(isAtLimit).toBe(size >= limit);
        const sizes = tried.map((entry) => entry.threatCount);
        expect(new Set(sizes).size).toBe(sizes.length);
        expect(sizes.length).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(limit + 1)) + 2);
      }),
    );
  });

  test('the confidence itself is enough', () => {
    expect(raidSize(() => ({ successes: 90, trials: 100 }), 0.9, 4).threatCount).toBe(4);
    expect(raidSize(() => ({ successes: 89, trials: 100 }), 0.9, 4).threatCount).toBe(0);
  });

  test('refuses a confidence or a limit that means nothing', () => {
    expect(() => raidSize(upTo(1), 0)).toThrow(RangeError);
    expect(() => raidSize(upTo(1), 0.9, 0)).toThrow(RangeError);
  });
});
