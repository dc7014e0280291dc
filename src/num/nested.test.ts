import { describe, expect, test } from 'vitest';
import { outerSample, outerShareChances, outerShareQuantiles, outerShareVariance } from './nested.ts';
import { randomStream } from './random.ts';
import { mean, quantile, variance } from './statistics.ts';

test('Beta(2, 2) seen through twenty raids a draw: variance .05, band .18 to .82', () => {
  const random = randomStream(1, 0, 'nested');
  const count = 200_000;
  const shares = Float64Array.from({ length: count }, () => {
    // the median of three uniforms is Beta(2, 2)
    const p = [random.uniform(), random.uniform(), random.uniform()].sort()[1];
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
  expect(Math.abs(low - 0.196)).toBeLessThan(0.003);
  expect(Math.abs(mid - 0.5)).toBeLessThan(0.003);
  expect(Math.abs(high - 0.804)).toBeLessThan(0.003);
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

describe('the chance that a draw is above a limit', () => {
  const inner = 20;
  const hitsOf = (chance: (random: ReturnType<typeof randomStream>) => number, draws: number) => {
    const random = randomStream(3, 0, 'chances');
    return Float64Array.from({ length: draws }, () => {
      const p = chance(random);
      let hits = 0;
      for (let i = 0; i < inner; i++) if (random.uniform() < p) hits++;
      return hits;
    });
  };
  const share = (hits: Float64Array, limit: number) =>
    hits.reduce((sum, count) => sum + (count / inner >= limit ? 1 : 0), 0) / hits.length;

  test('Beta(2, 2) is above .8 in 10.4 % of the draws, of which twenty raids each show 17', () => {
    const median = (random: ReturnType<typeof randomStream>) =>
      [random.uniform(), random.uniform(), random.uniform()].sort()[1];
    const hits = hitsOf(median, 20_000);
    expect(Math.abs(mean(outerShareChances(hits, inner, 0.8)) - 0.104)).toBeLessThan(0.008);
    expect(share(hits, 0.8)).toBeGreaterThan(0.14);
  });

  test('draws that differ by dice alone are all above the limit, or none is', () => {
    const hits = hitsOf(() => 0.9, 200);
    expect(mean(outerShareChances(hits, inner, 0.85))).toBeGreaterThan(0.98);
    expect(mean(outerShareChances(hits, inner, 0.95))).toBeLessThan(0.02);
    expect(share(hits, 0.95)).toBeGreaterThan(0.3);
  });

  test('draws that are all or nothing stay so', () => {
    const hits = Float64Array.from({ length: 64 }, (_, draw) => (draw % 4 === 0 ? inner : 0));
    const chances = outerShareChances(hits, inner, 0.95);
    expect(chances[0]).toBeGreaterThan(0.97);
    expect(chances[1]).toBeLessThan(1e-9);
  });

  test('always and never; one draw alone; certainty is no limit', () => {
    const all = new Float64Array(64).fill(inner);
    expect(mean(outerShareChances(all, inner, 0.95))).toBeGreaterThan(0.9999);
    expect(mean(outerShareChances(new Float64Array(64), inner, 0.05))).toBeLessThan(1e-4);
    expect(outerShareChances(all, inner, 0)[0]).toBe(1);
    // Jeffreys: 1 - I(.5; 10.5, 10.5) is one half
    expect(outerShareChances([10], inner, 0.5)[0]).toBeCloseTo(0.5, 9);
    expect(() => outerShareChances(all, inner, 1)).toThrow('below 1');
  });
});
