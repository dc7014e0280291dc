import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logGamma, normalCdf, normalQuantile, poissonAtLeast } from './special.ts';

describe('normalQuantile', () => {
  test('published check values of AS 241', () => {
    expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 15);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167814, 14);
    expect(normalQuantile(1e-20) / -9.262340089798409).toBeCloseTo(1, 14);
  });

  test('ends and beyond', () => {
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    expect(normalQuantile(-0.1)).toBeNaN();
    expect(normalQuantile(1.1)).toBeNaN();
    expect(normalQuantile(Number.NaN)).toBeNaN();
  });

  test('normalCdf undoes it', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1 - 1e-12, noNaN: true }), (p) => {
        expect(Math.abs(normalCdf(normalQuantile(p)) / p - 1)).toBeLessThan(1e-11);
      }),
    );
  });
});

test('normalCdf is symmetric, rises, and reaches its ends', () => {
  expect(normalCdf(0)).toBe(0.5);
  expect(normalCdf(1.959963984540054)).toBeCloseTo(0.975, 14);
  expect(normalCdf(-6) / 9.865876450376981e-10).toBeCloseTo(1, 12);
  expect(normalCdf(-Infinity)).toBe(0);
  expect(normalCdf(Infinity)).toBe(1);
  expect(normalCdf(Number.NaN)).toBeNaN();
  fc.assert(
    fc.property(fc.double({ min: -8, max: 8, noNaN: true }), (x) => {
      expect(normalCdf(x) + normalCdf(-x)).toBeCloseTo(1, 13);
      expect(normalCdf(x + 0.01)).toBeGreaterThanOrEqual(normalCdf(x));
    }),
  );
});

test('logGamma gives factorials and the half-integers', () => {
  let factorial = 1;
  for (let n = 1; n <= 20; n++) {
    expect(logGamma(n)).toBeCloseTo(Math.log(factorial), 12);
    factorial *= n;
  }
  expect(logGamma(0.5)).toBeCloseTo(0.5 * Math.log(Math.PI), 13);
  expect(logGamma(0.1)).toBeCloseTo(2.252712651734206, 13);
  expect(logGamma(0)).toBeNaN();
});

describe('poissonAtLeast', () => {
  test('closed forms for none and one', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 700, noNaN: true }), (mean) => {
        expect(poissonAtLeast(mean, 0)).toBe(1);
        expect(poissonAtLeast(mean, 1)).toBeCloseTo(-Math.expm1(-mean), 13);
        expect(poissonAtLeast(mean, 2)).toBeCloseTo(1 - (1 + mean) * Math.exp(-mean), 13);
      }),
    );
  });

  test('falls with the count, stays a probability, keeps a small tail', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 2000, noNaN: true }), fc.integer({ min: 0, max: 3000 }), (mean, k) => {
        const here = poissonAtLeast(mean, k);
        const next = poissonAtLeast(mean, k + 1);
        expect(here).toBeGreaterThanOrEqual(0);
        expect(here).toBeLessThanOrEqual(1 + 1e-12);
        expect(next).toBeLessThanOrEqual(here + 1e-12);
      }),
    );
    expect(poissonAtLeast(0.001, 5) / ((0.001 ** 5 / 120) * Math.exp(-0.001))).toBeCloseTo(1, 3);
  });

  test('no chance of anything from a mean of 0, NaN for a negative one', () => {
    expect(poissonAtLeast(0, 1)).toBe(0);
    expect(poissonAtLeast(-1, 1)).toBeNaN();
  });
});
