import { describe, expect, test } from 'vitest';
import { surfacePlan } from '../../test/fixtures/small-layers.ts';
import { type LatLon, smallWorld, solidFlight } from '../../test/fixtures/small-world.ts';
import { stateCode } from '../flow/availability.ts';
import { phases } from '../flow/orders.ts';
import { EARTH_ROTATION_RAD_S } from '../physics/constants.ts';
import { positionAt } from '../physics/trajectory.ts';
import { type EquippedLayer, equip, prepareLayers } from './layer.ts';
import { surfaceOpportunities, surfaceRetime } from './surface-opportunities.ts';
import { surfaceFlyOutOf, surfaceTimeS } from './surface-reach.ts';
import { heightKm } from './windows.ts';

const AIM: LatLon = [39, -100];
const flight = solidFlight([40, 127], AIM);
const midcourse = surfacePlan({
  id: 'upper',
  engages: ['midcourse'],
  burnoutSpeedKmS: 7,
  boostS: 180,
  maxRangeKm: 5000,
  minAltitudeKm: 120,
  reactionS: 20,
});
const terminal = surfacePlan({
  id: 'lower',
  engages: ['terminal'],
  burnoutSpeedKmS: 2.8,
  boostS: 15,
  maxRangeKm: 200,
  minAltitudeKm: 40,
  maxAltitudeKm: 150,
});

function worldOf(plan: ReturnType<typeof surfacePlan>, sites: LatLon[], startS = 0) {
  const world = smallWorld({ layers: [{ plan, sites }], flights: [flight, flight], spacingS: 60, startS });
  const [layer] = prepareLayers(world).map((layer) => equip(layer));
  return { world, layer };
}

/** Shortest fly-out from a unit to where the threat is at a time, worked out without the search. */
function flyOutS(world: ReturnType<typeof smallWorld>, layer: EquippedLayer, unit: number, threat: number, tS: number) {
  const angle = world.gmstRad + EARTH_ROTATION_RAD_S * tS;
  const [x, y, z] = layer.ground!.positionEcefKm.subarray(3 * unit, 3 * unit + 3);
  const site = Float64Array.of(Math.cos(angle) * x - Math.sin(angle) * y, Math.sin(angle) * x + Math.cos(angle) * y, z);
  const target = new Float64Array(3);
  positionAt(world.threats[threat].trajectory, tS - world.threats[threat].launchS, target);
  return surfaceTimeS(surfaceFlyOutOf(layer.plan), site, target, new Float64Array(1));
}

describe.each([
  [
    'arc',
    midcourse,
    [
      [64, -146],
      [34.7, -120.6],
      [-30, 20],
    ] as LatLon[],
    400,
  ],
  [
    'straight',
    terminal,
    [
      [39.2, -100.3],
      [40.5, -101],
      [45, -90],
    ] as LatLon[],
    900,
  ],
])('surface opportunities, %s', (_name, plan, sites, decidedS) => {
  test.each([0, 30_000])('raid %i s after the epoch: fits its launch, its flight and its band', (startS) => {
    const { world, layer } = worldOf(plan, sites, startS);
    const orderS = Float64Array.of(decidedS, decidedS + 60);
    const table = surfaceOpportunities(world, layer, orderS, new Float64Array(3).fill(1));
    expect(table.count).toBeGreaterThan(1);
    for (let i = 0; i < table.count; i++) {
      const threat = table.threatIndex[i];
      const unit = table.unitIndex[i];
      const readyS = orderS[threat] + 1 + (plan.reactionS ?? 0);
      const flownS = table.interceptS[i] - table.releaseS[i];
      expect(unit).not.toBe(2); // too far away
      expect(table.releaseS[i]).toBeGreaterThanOrEqual(readyS);
      expect(plan.engages).toContain(phases[table.phaseIndex[i]]);
      expect(flownS).toBeCloseTo(flyOutS(world, layer, unit, threat, table.interceptS[i]), 6);
      const { trajectory, launchS } = world.threats[threat];
      const height = heightKm(trajectory, table.interceptS[i] - launchS);
      expect(height).toBeGreaterThan(plan.minAltitudeKm - 0.1);
      expect(height).toBeLessThan((plan.maxAltitudeKm ?? Infinity) + 0.1);
      for (let tS = readyS; tS < table.interceptS[i] - 0.01; tS += 0.5) {
        const inWindow = layer.windows[threat].some((w) => w.fromS + launchS <= tS && tS <= w.toS + launchS);
        if (!inWindow) continue;
        const neededS = flyOutS(world, layer, unit, threat, tS);
        expect(neededS <= tS - readyS).toBe(false);
      }
    }
  });

  test('a later launch arrives no earlier; one after the threat is gone never', () => {
    const { world, layer } = worldOf(plan, sites);
    const retime = surfaceRetime(world, layer);
    let beforeS = 0;
    for (let k = 0; k < 6; k++) {
      const interceptS = retime(0, 0, decidedS + 20 * k, beforeS);
      if (Number.isNaN(interceptS)) break;
      expect(interceptS).toBeGreaterThanOrEqual(beforeS);
      beforeS = interceptS;
    }
    expect(beforeS).toBeGreaterThan(decidedS);
    expect(retime(0, 0, 9000, beforeS)).toBeNaN();
  });
});

test('sites without a route or out of order are left out', () => {
  const { world, layer } = worldOf(midcourse, [
    [64, -146],
    [34.7, -120.6],
  ]);
  const orderS = Float64Array.of(400, Number.NaN);
  const found = (oneWay: number[], working: number[]) => {
    world.availability.ground[0].set(working.map((works) => stateCode(works ? 'works' : 'failed')));
    const { count, threatIndex, unitIndex } = surfaceOpportunities(world, layer, orderS, Float64Array.from(oneWay));
    return Array.from({ length: count }, (_, i) => [threatIndex[i], unitIndex[i]]);
  };
  const both = found([0, 0], [1, 1]);
  expect(both.map(([threat]) => threat)).toEqual([0, 0]);
  expect(both.map(([, unit]) => unit).sort()).toEqual([0, 1]);
  expect(found([Number.NaN, 0], [1, 1])).toEqual([[0, 1]]);
  expect(found([0, 0], [1, 0])).toEqual([[0, 0]]);
});

test('which fly-outs are straight: short ones, and those that the air carries all the way', () => {
  const straight = (burnoutSpeedKmS: number, maxRangeKm: number, maxAltitudeKm?: number) =>
    surfaceFlyOutOf(surfacePlan({ burnoutSpeedKmS, maxRangeKm, maxAltitudeKm })).straight;
  expect([straight(2.8, 200, 150), straight(1.7, 35, 36), straight(1.2, 240, 34)]).toEqual([true, true, true]);
  expect([straight(4.5, 1200, 1000), straight(7, 5000), straight(1.2, 240, 60)]).toEqual([false, false, false]);
});
