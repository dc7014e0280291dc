import { describe, expect, test } from 'vitest';
import { surfacePlan } from '../../test/fixtures/small-layers.ts';
import { inner, shotsAt, twoLayers } from '../../test/fixtures/two-layers.ts';
import { handOver } from './hand-over.ts';

describe('handing over to a later layer', () => {
  test('a salvo that leaves the later layer its time is fired, one that does not is held', () => {
    const { world, layers, state, impactS } = twoLayers();
    const early = shotsAt([impactS - 300, impactS - 270]);
    expect(handOver(world, layers, layers[0], early, { lookS: 15 }, state)).toBe(early);
    const mixed = handOver(world, layers, layers[0], shotsAt([impactS - 60, impactS - 270]), { lookS: 15 }, state);
    expect([...mixed.threatIndex]).toEqual([1]);
    expect(mixed.interceptS[0]).toBe(impactS - 270);
  });

  test('a longer look holds more', () => {
    const { world, layers, state, impactS } = twoLayers();
    const kept = [0, 60, 250].map(
      (lookS) => handOver(world, layers, layers[0], shotsAt([impactS - 250, impactS - 220]), { lookS }, state).count,
    );
    expect(kept[0]).toBe(2);
    expect(kept[2]).toBe(0);
    expect([...kept].sort((a, b) => b - a)).toEqual(kept);
  });

  test('nothing is held for a layer that has no chance, no interceptors, or is none later', () => {
    const late = [1, 2].map(() => twoLayers().impactS - 60);
    const far = twoLayers(surfacePlan({ ...inner, maxRangeKm: 1, maxAltitudeKm: 41 }));
    expect(handOver(far.world, far.layers, far.layers[0], shotsAt(late), { lookS: 15 }, far.state).count).toBe(2);
    const { world, layers, state } = twoLayers();
    expect(handOver(world, layers, layers[1], shotsAt(late), { lookS: 15 }, state).count).toBe(2);
    state.layers[1].remainingCount.fill(0);
    expect(handOver(world, layers, layers[0], shotsAt(late), { lookS: 15 }, state).count).toBe(2);
  });
});
