import { expect, test } from 'vitest';
import { binomialShares } from './binomial.ts';
import { countMean } from './count-mean.ts';

test('none seen is no proof: the upper end is that of a share, and the width is not cut off at zero', () => {
  const none = countMean([100], 100, 0.95, 1);
  expect(none.mean).toBe(0);
  expect(none.low).toBe(0);
  expect(none.high).toBeCloseTo(0.03699, 5); // Wilson's upper end of 0 in 100
  const one = countMean([99, 1], 100, 0.95, 1);
  expect(one.high).toBeCloseTo(0.05449, 5); // Wilson's upper end of 1 in 100
  expect(one.halfWidth).toBeGreaterThan(0.0196);
  const all = countMean([0, 0, 50], 50, 0.95, 2);
  expect(all).toMatchObject({ mean: 2, high: 2 });
  expect(all.low).toBeCloseTo(2 - 0.07135, 5);
});

test.each([
  [0.01, 100],
  [0.02, 100],
  [0.03, 50],
  [0.98, 100],
  [0.5, 50],
])(
  'a raid of one that leaks with chance %f, %i trials: the 95 %% interval holds the mean as often as it says',
  (p, n) => {
    const shares = binomialShares(n, p);
    let covered = 0;
    shares.forEach((share, leakers) => {
      const { low, high } = countMean([n - leakers, leakers], n, 0.95, 1);
      if (low <= p && p <= high) covered += share;
    });
    expect(covered).toBeGreaterThan(0.93);
  },
);

test('far from its ends it is the normal interval of a mean', () => {
  const { mean, low, high, halfWidth } = countMean([10, 20, 40, 20, 10], 100, 0.95, 10);
  expect(mean).toBe(2);
  const half = 1.959964 * Math.sqrt(120 / 99 / 100);
  expect(high - mean).toBeCloseTo(half, 6);
  expect(mean - low).toBeCloseTo(half, 6);
  expect(halfWidth).toBeCloseTo(half, 6);
});

test('one trial has no interval', () => {
  expect(countMean([1], 1, 0.95).high).toBeNaN();
});
