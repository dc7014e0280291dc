import { describe, expect, test } from 'vitest';
import { surfacePlan } from '../../test/fixtures/small-layers.ts';
import { smallWorld, solidFlight } from '../../test/fixtures/small-world.ts';
import type { Orders } from '../flow/orders.ts';
import { handOver } from './hand-over.ts';
import { equip, prepareLayers } from './layer.ts';
import { newEngagement } from './state.ts';

const AIM = [39, -100] as const;
const outer = surfacePlan({ id: 'outer', burnoutSpeedKmS: 5, maxRangeKm: 3000, perSiteCount: 10 });
const inner = surfacePlan({
  id: 'inner',
  engages: ['terminal'],
  burnoutSpeedKmS: 2.8,
  boostS: 20,
  reactionS: 15,
  minAltitudeKm: 40,
  maxAltitudeKm: 150,
  maxRangeKm: 200,
  perSiteCount: 2,
});

function small(last = inner) {
  const flight = solidFlight(undefined, AIM);
  const layers = [outer, last].map((plan) => ({ plan, sites: [AIM] }));
  const world = smallWorld({ layers, flights: [flight, flight], spacingS: 30 });
  const prepared = prepareLayers(world).map((layer) => equip(layer));
  return {
    world,
    layers: prepared,
    state: newEngagement(world, prepared, { seed: 1, trial: 0 }),
    impactS: flight.impactS,
  };
}

/** One shot at each of the threats, ordered 200 s before its intercept. */
function shotsAt(interceptS: number[]): Orders {
  const count = interceptS.length;
  return {
    count,
    threatIndex: Int32Array.from({ length: count }, (_, i) => i),
    objectIndex: Int32Array.from({ length: count }, (_, i) => i),
    unitIndex: new Int32Array(count),
    orderedS: Float64Array.from(interceptS, (tS) => tS - 200),
    releaseS: Float64Array.from(interceptS, (tS) => tS - 180),
    interceptS: Float64Array.from(interceptS),
    phaseIndex: new Uint8Array(count),
    killProbability: new Float64Array(count).fill(0.5),
  };
}

describe('handing over to a later layer', () => {
  test('a salvo that leaves the later layer its time is fired, one that does not is held', () => {
    const { world, layers, state, impactS } = small();
    const early = shotsAt([impactS - 300, impactS - 270]);
    expect(handOver(world, layers, layers[0]!, early, { lookS: 15 }, state)).toBe(early);
    const mixed = handOver(world, layers, layers[0]!, shotsAt([impactS - 60, impactS - 270]), { lookS: 15 }, state);
    expect([...mixed.threatIndex]).toEqual([1]);
    expect(mixed.interceptS[0]).toBe(impactS - 270);
  });

  test('a longer look holds more', () => {
    const { world, layers, state, impactS } = small();
    const kept = [0, 60, 250].map(
      (lookS) => handOver(world, layers, layers[0]!, shotsAt([impactS - 250, impactS - 220]), { lookS }, state).count,
    );
    expect(kept[0]).toBe(2);
    expect(kept[2]).toBe(0);
    expect([...kept].sort((a, b) => b - a)).toEqual(kept);
  });

  test('nothing is held for a layer that has no chance, no interceptors, or is none later', () => {
    const late = [1, 2].map(() => small().impactS - 60);
    const far = small(surfacePlan({ ...inner, maxRangeKm: 1, maxAltitudeKm: 41 }));
    expect(handOver(far.world, far.layers, far.layers[0]!, shotsAt(late), { lookS: 15 }, far.state).count).toBe(2);
    const { world, layers, state } = small();
    expect(handOver(world, layers, layers[1]!, shotsAt(late), { lookS: 15 }, state).count).toBe(2);
    state.layers[1]!.remainingCount.fill(0);
    expect(handOver(world, layers, layers[0]!, shotsAt(late), { lookS: 15 }, state).count).toBe(2);
  });
});
