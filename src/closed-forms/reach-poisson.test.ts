import fc from 'fast-check';
import { expect, test } from 'vitest';
import { delayGrowth, expectedInDisc, poissonReach, reachProbability } from './reach-poisson.ts';

const input = { onOrbit: 1000, shellRadiusKm: 6800, speedKmS: 5, burnS: 180, delayS: 60 };

test('a delay costs what delayGrowth says: that many times fewer are in reach', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 100, max: 400, noNaN: true }),
      fc.double({ min: 0, max: 90, noNaN: true }),
      (burnS, delayS) => {
        const free = poissonReach({ ...input, burnS, delayS: 0 });
        const late = poissonReach({ ...input, burnS, delayS });
        expect(late.expectedInReach * delayGrowth(burnS, delayS)).toBeCloseTo(free.expectedInReach, 9);
        expect(late.anyProbability).toBeLessThanOrEqual(free.anyProbability);
      },
    ),
  );
});

test('no time left: none in reach, at any price', () => {
  const late = poissonReach({ ...input, delayS: 200 });
  expect(late).toEqual({ windowS: 0, reachKm: 0, expectedInReach: 0, anyProbability: 0 });
  expect(delayGrowth(60, 60)).toBe(Infinity);
});

test('as many satellites as the absentee ratio: 63 % chance of any', () => {
  expect(expectedInDisc(400, 0.1, 1)).toBeCloseTo(1, 12);
  expect(reachProbability(1, 1)).toBeCloseTo(1 - Math.exp(-1), 14);
});

test('refuses what cannot be, by name', () => {
  expect(() => poissonReach({ ...input, onOrbit: -1 })).toThrow('onOrbit');
  expect(() => poissonReach({ ...input, speedKmS: Number.NaN })).toThrow('speedKmS');
});
