import { expect, test } from 'vitest';
import { outerSample, outerShareQuantiles } from './nested.ts';
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
