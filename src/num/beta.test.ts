import { describe, expect, test } from 'vitest';
import { betaCdf, betaQuantile } from './beta.ts';

describe('the beta distribution', () => {
  test('Beta(2, 2) is 3 x^2 - 2 x^3', () => {
    for (const x of [0.01, 0.2, 0.5, 0.77, 0.999]) expect(betaCdf(x, 2, 2)).toBeCloseTo(3 * x * x - 2 * x ** 3, 12);
  });

  test('Beta(1/2, 1/2) is the arcsine', () => {
    for (const x of [0.001, 0.3, 0.9])
      expect(betaCdf(x, 0.5, 0.5)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(x)), 12);
  });

  test('a quantile is the inverse, for lean and for flat shapes', () => {
    for (const [a, b] of [
      [2, 2],
      [0.05, 3],
      [40, 2],
      [300, 700],
    ] as const)
      for (const p of [0.1, 0.5, 0.9]) {
        const x = betaQuantile(p, a, b);
        expect(betaCdf(x, a, b)).toBeGreaterThanOrEqual(p);
        expect(betaCdf(x - 2e-9, a, b)).toBeLessThanOrEqual(p);
      }
  });
});
