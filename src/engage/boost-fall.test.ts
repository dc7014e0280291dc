import { describe, expect, test } from 'vitest';
import { smallWorld, solidFlight } from '../../test/fixtures/small-world.ts';
import type { Orders } from '../flow/orders.ts';
import { phases } from '../flow/orders.ts';
import type { World } from '../flow/world.ts';
import { mean, variance } from '../num/statistics.ts';
import { countryAt } from '../physics/areas.ts';
import { DEG_RAD } from '../physics/constants.ts';
import { fallAt } from '../physics/fall.ts';
import { greatCircleKm } from '../physics/great-circle.ts';
import { boostFall } from './boost-fall.ts';
import type { Layer } from './layer.ts';
import { resolveShots } from './resolve-shots.ts';
import { newEngagement } from './state.ts';

const plan = { id: 'sbi', perUnitCount: 9 } as Layer['plan'];
const layer = { id: 'sbi', key: 'sbi', index: 0, unitCount: 1, perUnitCount: 9, plan } as Layer;
layer.fullCount = Int32Array.of(9);
layer.anyTimeS = Float64Array.of(-Infinity);

function worldOf(fallSpreadKm: number, defended?: string[]): World {
  const world = smallWorld({ flights: [solidFlight([40, 127], [38.9, -77])], threat: { fallSpreadKm } });
  return { ...world, architecture: { ...world.architecture, defended } };
}

/** Two certain shots at the one threat, one after the other. */
function orders(interceptS: number, phase: (typeof phases)[number]): Orders {
  return {
    count: 2,
    threatIndex: new Int32Array(2),
    objectIndex: new Int32Array(2),
    unitIndex: new Int32Array(2),
    orderedS: new Float64Array(2),
    releaseS: new Float64Array(2).fill(100),
    interceptS: Float64Array.of(interceptS, interceptS + 1),
    phaseIndex: new Uint8Array(2).fill(phases.indexOf(phase)),
    killProbability: new Float64Array(2).fill(1),
  };
}

describe('a hit in boost', () => {
  const shoot = (world: World, interceptS: number, phase: (typeof phases)[number] = 'boost') =>
    resolveShots(newEngagement(world, [layer], { seed: 1, trial: 0 }), world, layer, orders(interceptS, phase), 0);

  test('early stops the missile, and says where the payload falls', () => {
    const world = worldOf(0, ['fifty-states', 'canada']);
    const state = shoot(world, 120);
    expect(state.shots.map(({ result }) => result)).toEqual(['killed', 'already-dead']);
    expect(state.stoppedByLayer[0]).toBe(0);
    const fall = fallAt(world.threats[0].trajectory, 120)!;
    expect(state.falls).toHaveLength(1);
    expect(state.falls[0].isInside).toBe(false);
    expect(state.falls[0].latDeg).toBeCloseTo(fall.latDeg, 9);
    expect(state.falls[0].lonDeg).toBeCloseTo(fall.lonDeg, 9);
  });

  test('a second before burnout is no stop where the payload falls on the defended area', () => {
    const state = shoot(worldOf(0, ['fifty-states']), 169.5);
    expect(state.shots.map(({ result }) => result)).toEqual(['falls-inside', 'already-dead']);
    expect([state.stoppedByLayer[0], state.layers[0].killCount, state.stoppedS[0]]).toEqual([-1, 0, 169.5]);
    expect(state.falls[0].isInside).toBe(true);
  });

  test('and is one where no area is named, or after burnout', () => {
    const open = shoot(worldOf(0), 169.5);
    expect([open.stoppedByLayer[0], open.falls[0].isInside]).toEqual([0, false]);
    expect(countryAt(open.falls[0].latDeg, open.falls[0].lonDeg)!.id).toBe('united-states-of-america');
    const free = shoot(worldOf(0, ['fifty-states']), 400, 'midcourse');
    expect([free.stoppedByLayer[0], free.falls.length]).toEqual([0, 0]);
  });
});

test('the spread is normal along the track with the sigma of the class, one draw a threat and raid', () => {
  const world = worldOf(150);
  const middle = fallAt(world.threats[0].trajectory, 140)!;
  const start = [40 * DEG_RAD, 127 * DEG_RAD] as const;
  const alongKm = ({ latDeg, lonDeg }: { latDeg: number; lonDeg: number }) =>
    greatCircleKm(...start, latDeg * DEG_RAD, lonDeg * DEG_RAD);
  const misses = Float64Array.from(
    { length: 2000 },
    (_, trial) => alongKm(boostFall(world, 0, 140, { seed: 7, trial })!) - alongKm(middle),
  );
  expect(Math.abs(mean(misses))).toBeLessThan(12);
  expect(Math.abs(Math.sqrt(variance(misses)) - 150)).toBeLessThan(8);
  expect(boostFall(world, 0, 140, { seed: 7, trial: 3 })).toEqual(boostFall(world, 0, 140, { seed: 7, trial: 3 }));
});
