import { describe, expect, test } from 'vitest';
import { gammaCdf, gammaQuantile } from './gamma.ts';

describe('the gamma distribution', () => {
  test('of shape 1 is the exponential one, of shape 1/2 that of a normal square', () => {
    expect(gammaCdf(0.7, 1)).toBeCloseTo(1 - Math.exp(-0.7), 14);
    expect(gammaCdf(1.959963984540054 ** 2 / 2, 0.5)).toBeCloseTo(0.95, 12);
    expect(gammaCdf(0, 3)).toBe(0);
  });

  test('of half-whole shapes has the quantiles of chi squared', () => {
    // chi squared with 9 degrees: 4.168159 and 14.683657 (tables)
    expect(2 * gammaQuantile(0.1, 4.5)).toBeCloseTo(4.168159, 5);
    expect(2 * gammaQuantile(0.9, 4.5)).toBeCloseTo(14.683657, 5);
    for (const p of [0.001, 0.5, 0.999]) expect(gammaCdf(gammaQuantile(p, 30), 30)).toBeCloseTo(p, 7);
  });

  test('a shape that is none is refused', () => {
    expect(() => gammaCdf(1, 0)).toThrow(RangeError);
    expect(() => gammaQuantile(1, 2)).toThrow(RangeError);
  });
});
