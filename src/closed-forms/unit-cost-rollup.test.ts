import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rollUpCost } from './unit-cost-rollup.ts';

test('without a life it is bought once, with one as often as the period needs', () => {
  const element = { count: 3, unitMusd: 50 };
  expect(rollUpCost(element, 20).unitsMusd).toBe(150);
  expect(rollUpCost({ ...element, lifeYr: 5 }, 20).unitsMusd).toBe(600);
  expect(rollUpCost({ ...element, lifeYr: 6 }, 20).unitsMusd).toBe(600);
  expect(rollUpCost({ ...element, lifeYr: 30 }, 20).unitsMusd).toBe(150);
  expect(rollUpCost({ ...element, lifeYr: 0.1 }, 0.3).unitsMusd).toBe(450);
});

test('the parts make the total, and twice as many cost twice as much but for the fixed part', () => {
  const money = fc.double({ min: 0, max: 1e4, noNaN: true });
  fc.assert(
    fc.property(fc.nat(100), money, money, money, (count, unitMusd, operationsMusdYr, fixedMusd) => {
      const element = { count, unitMusd, operationsMusdYr, fixedMusd, lifeYr: 7 };
      const one = rollUpCost(element, 20);
      const two = rollUpCost({ ...element, count: 2 * count }, 20);
      expect(one.totalMusd).toBe(one.fixedMusd + one.unitsMusd + one.operationsMusd);
      const excess = two.totalMusd - fixedMusd - 2 * (one.totalMusd - fixedMusd);
      expect(Math.abs(excess)).toBeLessThanOrEqual(8 * Number.EPSILON * two.totalMusd);
    }),
  );
});

test('refuses what cannot be, by name', () => {
  expect(() => rollUpCost({ count: -1, unitMusd: 1 }, 20)).toThrow('count');
  expect(() => rollUpCost({ count: 1, unitMusd: Number.NaN }, 20)).toThrow('unitMusd');
  expect(() => rollUpCost({ count: 1, unitMusd: 1, lifeYr: 0 }, 20)).toThrow('lifeYr');
});
