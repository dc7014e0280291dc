import { expect, test } from 'vitest';
import { certainDelay, delayQuantile, rareDelay, sumOfDelays, triangularDelay, valuesDelay } from './delays.ts';

const STEP_S = 1e-4;

test('chances add up to one, and quantiles are those of the formulas', () => {
  const each = [
    certainDelay(0.02, STEP_S),
    valuesDelay([0.02, 0.03, 0.05], STEP_S),
    triangularDelay(0.01, 0.02, 0.05, STEP_S),
    rareDelay(0.1, 0.07, STEP_S),
  ];
  for (const { chance } of each) expect(chance.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
  expect(delayQuantile(each[1], 0.5)).toBeCloseTo(0.03, 9);
  // triangular: 1 - (high - x)^2 / ((high - low)(high - mode)) = 1/2
  expect(delayQuantile(each[2], 0.5)).toBeCloseTo(0.05 - Math.sqrt(0.5 * 0.04 * 0.03), 3);
  expect(delayQuantile(each[3], 0.9)).toBe(0);
  // nine in ten have none; of the rest the tenth slowest waits over mean * ln 10
  expect(delayQuantile(each[3], 0.99)).toBeCloseTo(0.07 * Math.log(10), 3);
});

test('means of independent delays add up', () => {
  const mean = ({ chance }: { chance: Float64Array }) => chance.reduce((sum, p, k) => sum + p * k * STEP_S, 0);
  const parts = [
    valuesDelay([0.01, 0.03], STEP_S),
    triangularDelay(0, 0.01, 0.02, STEP_S),
    rareDelay(0.5, 0.01, STEP_S),
  ];
  const [first, ...others] = parts;
  expect(mean(sumOfDelays(first, ...others))).toBeCloseTo(0.02 + 0.01 + 0.005, 5);
  expect(() => sumOfDelays(parts[0], certainDelay(1, 1))).toThrow(RangeError);
});
