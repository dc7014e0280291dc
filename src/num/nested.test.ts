import { expect, test } from 'vitest';
import { outerSample, outerShareQuantiles, outerShareVariance } from './nested.ts';
import { randomStream } from './random.ts';
import { quantile, variance } from './statistics.ts';

test('Beta(2, 2) seen through twenty raids a draw: variance .05, band .18 to .82', () => {
  const random = randomStream(1, 0, 'nested');
  const count = 200_000;
  const shares = Float64Array.from({ length: count }, () => {
    // the median of three uniforms is Beta(2, 2)
    const p = [random.uniform(), random.uniform(), random.uniform()].sort()[1]!;
    let hits = 0;
    for (let i = 0; i < 20; i++) if (random.uniform() < p) hits++;
    return hits / 20;
  });
  expect(Math.abs(variance(shares) - 0.06)).toBeLessThan(0.001);
  const { outerVariance, shrunk } = outerSample(shares, 20);
  expect(Math.abs(outerVariance - 0.05)).toBeLessThan(0.001);
  expect(Math.abs(quantile(shrunk, 0.1) - 0.18)).toBeLessThan(0.003);
  expect(Math.abs(quantile(shrunk, 0.9) - 0.819)).toBeLessThan(0.003);
  // the fitted beta gives the true .196 to .804
  const [low, mid, high] = outerShareQuantiles(shares, 20, [0.1, 0.5, 0.9]);
  expect(Math.abs(low! - 0.196)).toBeLessThan(0.003);
  expect(Math.abs(mid! - 0.5)).toBeLessThan(0.003);
  expect(Math.abs(high! - 0.804)).toBeLessThan(0.003);
});

test('draws that differ by dice alone have no width', () => {
  const random = randomStream(2, 0, 'nested');
  const shares = Float64Array.from({ length: 4000 }, () => {
    let hits = 0;
    for (let i = 0; i < 50; i++) if (random.uniform() < 0.3) hits++;
    return hits / 50;
  });
  const { shrunk } = outerSample(shares, 50);
  expect(quantile(shrunk, 0.9) - quantile(shrunk, 0.1)).toBeLessThan(0.05);
  expect(outerSample(new Float64Array(64).fill(0.4), 20).outerVariance).toBe(0);
});

test('a few trials a draw: the spread is found, and never 0 by luck', () => {
  const random = randomStream(3, 0, 'nested');
  const spreadOf = (isSpread: boolean) => {
    const found: number[] = [];
    for (let run = 0; run < 60; run++) {
      const shares = Float64Array.from({ length: 64 }, () => {
        // the greatest of five uniforms is Beta(5, 1): mean 5/6, standard deviation .141
        const p = isSpread ? Math.max(...Array.from({ length: 5 }, () => random.uniform())) : 5 / 6;
        let hits = 0;
        for (let i = 0; i < 6; i++) if (random.uniform() < p) hits++;
        return hits / 6;
      });
      found.push(Math.sqrt(outerShareVariance(shares, 6)));
    }
    return found;
  };
  const spread = spreadOf(true);
  expect(Math.min(...spread)).toBeGreaterThan(0.05);
  expect(Math.abs(spread.reduce((sum, value) => sum + value, 0) / spread.length - 0.141)).toBeLessThan(0.02);
  const none = spreadOf(false);
  expect(Math.min(...none)).toBeGreaterThan(0);
  expect(none.reduce((sum, value) => sum + value, 0) / none.length).toBeLessThan(0.07);
  expect(outerShareVariance(new Float64Array(64).fill(1), 6)).toBe(0);
});
