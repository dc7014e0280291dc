import { expect, test } from 'vitest';
import type { SensorPlan } from './architecture.ts';
import { operatingPoint } from './discrimination.ts';
import type { ThreatCustody } from './tracks.ts';

const radar = {
  discriminationDPrime: 2,
  discriminationS: 100,
  warheadCalledProbability: 0.8,
  revisitS: 5,
} as SensorPlan;
const sharper = { ...radar, discriminationDPrime: 3, warheadCalledProbability: 0.95 } as SensorPlan;
const blunt = { revisitS: 5 } as SensorPlan;

/** Looks of one sensor after the other, each from a time on, every 30 s. */
function seen(...looks: [sensor: number, fromS: number, count: number][]): ThreatCustody {
  const rows = looks
    .flatMap(([sensor, fromS, count]) => Array.from({ length: count }, (_, i) => [fromS + 30 * i, sensor] as const))
    .sort((a, b) => a[0] - b[0]);
  return {
    lookS: Float64Array.from(rows, ([tS]) => tS),
    arrivalS: Float64Array.from(rows, ([tS]) => tS + 1),
    sensorIndex: Int32Array.from(rows, ([, sensor]) => sensor),
  } as ThreatCustody;
}

test('time on target since the objects parted, as far as the looks have come', () => {
  const custody = seen([0, 100, 20]);
  const at = (tS: number) => operatingPoint(custody, [radar], 190, tS).separation;
  expect(at(190)).toBe(0);
  expect(at(191)).toBe(0); // one look: no time yet
  expect(at(400)).toBeCloseTo(2 * (1 - Math.exp(-1.8)), 12); // looks of 190 to 370 s have come
  expect(at(300)).toBeLessThan(at(400));
});

test('a sensor that sees nothing apart, or no sensor, tells nothing', () => {
  expect(operatingPoint(seen([0, 100, 20]), [blunt], 0, 900)).toEqual({ separation: 0, warheadCalled: 1 });
  expect(operatingPoint(seen(), [radar], 0, 900)).toEqual({ separation: 0, warheadCalled: 1 });
});

test('time without a look does not count; two sensors add as the root of squares, the better one says how many warheads are kept', () => {
  const broken = operatingPoint(seen([0, 100, 3], [0, 1000, 3]), [radar], 0, 2000).separation;
  expect(broken).toBeCloseTo(2 * (1 - Math.exp(-1.2)), 12);
  const both = operatingPoint(seen([0, 100, 100], [1, 100, 100]), [radar, sharper], 0, 5000);
  expect(both.separation).toBeCloseTo(Math.hypot(2, 3), 6);
  expect(both.warheadCalled).toBe(0.95);
});
