import { describe, expect, test } from 'vitest';
import { surfacePlan } from '../../test/fixtures/small-layers.ts';
import { smallWorld, solidFlight } from '../../test/fixtures/small-world.ts';
import { raidObjects } from '../engage/objects.ts';
import { newEngagement } from '../engage/state.ts';
import type { SensorPlan } from '../flow/architecture.ts';
import type { Opportunities } from '../flow/orders.ts';
import type { Custody, ThreatCustody } from '../flow/tracks.ts';
import { holdFire } from './hold-fire.ts';

const FIRST_S = 600;
const DECOYS = 20;
const looks = Array.from({ length: 21 }, (_, k) => 1000 + 30 * k);
const radar = { revisitS: 5, discriminationDPrime: 2, discriminationS: 120 } as SensorPlan;

const watched: ThreatCustody = {
  arrivalS: Float64Array.from(looks),
  lookS: Float64Array.from(looks),
  newestS: Float64Array.from(looks),
  sensorIndex: new Int32Array(looks.length),
  updateS: new Float64Array(),
  positionErrorKm: new Float64Array(),
  velocityErrorKmS: new Float64Array(),
};

/** A missile that one site can hit from `FIRST_S` on, until an end. */
function held({ shots = 10, decoys = DECOYS, untilS = 2000, sensors = [radar], isSeen = true }) {
  const plan = surfacePlan({ killProbability: 0.6, salvo: 2, perSiteCount: shots });
  const world = smallWorld({
    layers: [{ plan, sites: [[64, -146] as readonly [number, number]] }],
    flights: [solidFlight()],
    threat: { warheadCount: 1, decoys },
  });
  Object.assign(world.architecture, { sensors });
  const luck = { seed: 1, trial: 0 };
  const layer = { index: 0, key: 'site', plan, unitCount: 1, perUnitCount: shots, windows: [[]] };
  const full = { fullCount: Int32Array.of(shots), anyTimeS: Float64Array.of(-Infinity), noDelayS: Float64Array.of(0) };
  const state = newEngagement(world, [{ ...layer, ...full, id: 'site' }], luck, raidObjects(world, luck));
  const custody: Custody = { isAssumed: false, threats: [isSeen ? watched : null] };
  const find = (fromS: Float64Array): Opportunities => {
    const interceptS = Math.max(FIRST_S, fromS[0]);
    return {
      count: interceptS <= untilS ? 1 : 0,
      threatIndex: Int32Array.of(0),
      unitIndex: Int32Array.of(0),
      releaseS: Float64Array.of(interceptS - 200),
      interceptS: Float64Array.of(interceptS),
      phaseIndex: Uint8Array.of(1),
      killProbability: Float64Array.of(0.6),
    };
  };
  return holdFire(state, world, layer, custody, find(Float64Array.of(-Infinity)), find);
}

describe('a layer holds its fire', () => {
  test('until its objects are told apart, where shots are too few for all of them', () => {
    const fromS = held({})![0];
    // 95 % of the 0.993 d' of ten minutes takes 345 s of watching: the look after them
    expect(fromS).toBe(1360);
  });

  test('no longer than it can still hit', () => {
    const fromS = held({ untilS: 1200 })![0];
    expect(fromS).toBeGreaterThan(1000);
    expect(fromS).toBeLessThanOrEqual(1200);
  });

  test.each([
    ['shots for everything', { shots: 42 }],
    ['no decoys', { decoys: 0 }],
    ['no sensor that tells objects apart', { sensors: [{ ...radar, discriminationDPrime: 0 }] }],
    ['a missile that no such sensor sees', { isSeen: false }],
    ['objects in view only when it is too late', { untilS: 1010 }],
  ])('not at all with %s', (_, given) => {
    expect(held(given)).toBeNull();
  });
});
