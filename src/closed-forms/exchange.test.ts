import { expect, test } from 'vitest';
import { exchangeRatio, marginalCostMusd } from './exchange.ts';

test('the published layer: 743 B for ten missiles is 74.3 B for one more', () => {
  const lifecycleMusd = 743_000 / 7800;
  expect(marginalCostMusd(780, 1, lifecycleMusd)).toBeCloseTo(74_300, 6);
  expect(marginalCostMusd(390, 2, lifecycleMusd)).toBeCloseTo(74_300, 6);
});

test.each([
  [118, 630],
  [162, 459],
  [214, 347],
])('against %i M a missile it is %i to 1, both as printed', (offenceMusd, ratio) => {
  expect(Math.round(exchangeRatio(marginalCostMusd(780, 1, 743_000 / 7800), offenceMusd))).toBe(ratio);
});

test('a missile for nothing has no exchange ratio', () => {
  expect(() => exchangeRatio(1, 0)).toThrow(RangeError);
});
