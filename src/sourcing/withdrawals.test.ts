import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Architecture } from '../flow/architecture.ts';
import { pairedDifference } from '../num/paired.ts';
import { buildYr, replenish } from './replenish.ts';
import { remainingAt, thinnedOut } from './variant.ts';

describe('replenishment', () => {
  test('without supply a set is gone in a straight line at the end of its life', () => {
    const { remainingFraction, restoredYr } = replenish(480, 5, () => 0, 8);
    expect(remainingFraction.slice(0, 7).map((each) => Number(each.toFixed(6)))).toEqual([1, 0.8, 0.6, 0.4, 0.2, 0, 0]);
    expect(restoredYr).toBeUndefined();
  });

  test('the full rate keeps it full; a late one brings it back', () => {
    expect(replenish(480, 5, () => 96, 10).remainingFraction.every((each) => each > 0.999)).toBe(true);
    const late = replenish(480, 5, (tYr) => (tYr >= 3 ? 480 : 0), 10);
    expect(late.remainingFraction[3]).toBeCloseTo(0.4);
    expect(late.restoredYr).toBeGreaterThan(3);
    expect(late.restoredYr).toBeLessThan(5);
  });

  test('it is back in the month in which 95 % of it stand', () => {
    expect(replenish(480, 5, () => 96, 10).restoredYr).toBe(0);
    expect(replenish(480, 5, () => 0, 3, 0.95).restoredYr).toBeUndefined();
    // 192 are left after three years; 40 come and 8 go a month until there are 456
    expect(replenish(480, 5, (tYr) => (tYr >= 3 ? 480 : 0), 10).restoredYr).toBeCloseTo(3.75, 9);
    expect(replenish(100, 5, () => 1140, 2, 0).restoredYr).toBeCloseTo(1 / 12, 9);
  });

  test('what came in one year leaves a service life later, and not before', () => {
    const { remainingFraction, addedByYear } = replenish(480, 5, (tYr) => (tYr >= 1 && tYr < 2 ? 48 : 0), 8);
    expect(addedByYear.map((each) => Number(each.toFixed(6)))).toEqual([0, 48, 0, 0, 0, 0, 0, 0]);
    expect(remainingFraction.slice(5).map((each) => Number(each.toFixed(6)))).toEqual([0.1, 0.1, 0, 0]);
  });

  test('what was switched off is only what others build', () => {
    expect(replenish(100, 5, () => 10, 5, 0).remainingFraction.map((each) => Number(each.toFixed(6)))).toEqual([
      0, 0.1, 0.2, 0.3, 0.4, 0.5,
    ]);
  });

  test('more supply never leaves less', () => {
    const rate = fc.double({ min: 0, max: 200, noNaN: true });
    fc.assert(
      fc.property(rate, rate, fc.integer({ min: 1, max: 12 }), (a, b, lifeYr) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map(
          (each) => replenish(300, lifeYr, () => each, 15).remainingFraction,
        );
        less.forEach((share, yr) => {
          expect(more[yr]).toBeGreaterThanOrEqual(share - 1e-9);
        });
      }),
    );
  });

  test('building takes units over rate', () => {
    expect(buildYr(480, () => 120, 20)).toBeCloseTo(4);
    expect(buildYr(480, () => 1, 20)).toBeUndefined();
    expect(buildYr(480, (tYr) => (tYr >= 2 ? 120 : 0), 20)).toBeCloseTo(6, 9);
    expect(buildYr(480, () => 120, 4)).toBeCloseTo(4, 9);
    expect(buildYr(481, () => 120, 4)).toBeUndefined();
  });
});

describe('variants', () => {
  const architecture = {
    networks: [{ id: 'net', satelliteAvailabilityProbability: 0.9 }],
    sensors: [{ id: 'eyes' }],
    interceptors: [{ id: 'darts', satelliteAvailabilityProbability: 0.5 }],
  } as Architecture;

  test('thin out by availability and change nothing else', () => {
    const variant = thinnedOut(architecture, new Map([['net', 0.5]]));
    expect(variant.networks[0].satelliteAvailabilityProbability).toBeCloseTo(0.45);
    expect(variant.interceptors[0].satelliteAvailabilityProbability).toBe(0.5);
    expect(variant.sensors[0].satelliteAvailabilityProbability).toBeCloseTo(1);
    expect(architecture.networks[0].satelliteAvailabilityProbability).toBe(0.9);
  });

  test('refuse shares out of range', () => {
    expect(() => thinnedOut(architecture, new Map([['net', 1.5]]))).toThrow(RangeError);
  });

  test('are read between whole years by straight lines, and the last year holds on', () => {
    const loss = { element: 'net', remainingFraction: [1, 0.8, 0.6] } as never;
    expect(remainingAt([loss], 1.5).get('net')).toBeCloseTo(0.7);
    expect(remainingAt([loss], 9).get('net')).toBe(0.6);
  });
});

test('a paired difference of equal samples is exactly none, and shared noise drops out', () => {
  const noise = Float64Array.from({ length: 200 }, (_, i) => Math.sin(i * i));
  expect(pairedDifference(noise, noise)).toMatchObject({ difference: 0, low: 0, high: 0 });
  const shifted = pairedDifference(
    noise,
    noise.map((value) => value + 0.25),
  );
  expect(shifted.difference).toBeCloseTo(0.25);
  expect(shifted.high - shifted.low).toBeLessThan(1e-9);
});
