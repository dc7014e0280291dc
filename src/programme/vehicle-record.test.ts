import { describe, expect, test } from 'vitest';
import { randomStream } from '../num/random.ts';
import { mean, variance } from '../num/statistics.ts';
import { drawGamma, drawGroundingYr, drawSuccessProbability, groundingAll } from './vehicle-record.ts';

const DRAWS = 20_000;
const sample = (draw: (trial: number) => number) => Float64Array.from({ length: DRAWS }, (_, i) => draw(i));
const stream = (trial: number) => randomStream(5, trial, 'test');

describe('record of a vehicle', () => {
  test('success: mean and variance of the Jeffreys posterior', () => {
    const [a, b] = [2.5, 1.5];
    const values = sample((i) => drawSuccessProbability(2, 3, stream(i)));
    expect(mean(values)).toBeCloseTo(a / (a + b), 2);
    expect(variance(values)).toBeCloseTo((a * b) / ((a + b) ** 2 * (a + b + 1)), 2);
  });

  test('gamma: mean and variance are the shape', () => {
    for (const shape of [0.5, 1, 7.3]) {
      const values = sample((i) => drawGamma(shape, stream(i)));
      expect(mean(values) / shape).toBeCloseTo(1, 1);
      expect(variance(values) / shape).toBeCloseTo(1, 1);
    }
  });

  test('stand-down: half are shorter than the typical length, or than the median of all cases', () => {
    const shareBelow = (typical: number | undefined, days: number) =>
      sample((i) => (drawGroundingYr(typical, stream(i)) * 365.25 < days ? 1 : 0)).reduce((a, b) => a + b, 0) / DRAWS;
    expect(shareBelow(100, 100)).toBeCloseTo(0.5, 1);
    expect(shareBelow(undefined, Math.exp(groundingAll.mean))).toBeCloseTo(0.5, 1);
  });

  test('the longer a stand-down has lasted, the more is left of it', () => {
    const left = (elapsed: number) => mean(sample((i) => drawGroundingYr(undefined, stream(i), elapsed)));
    expect(left(300)).toBeGreaterThan(left(30));
  });
});
