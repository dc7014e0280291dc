import { expect, test } from 'vitest';
import { spaceLayer, surfacePlan } from '../../test/fixtures/small-layers.ts';
import { smallWorld, solidFlight } from '../../test/fixtures/small-world.ts';
import type { InterceptorPlan } from '../flow/architecture.ts';
import { assignRules } from './assign-rules.ts';
import { ASSUMED_CUSTODY } from './fire-control.ts';
import { prepareLayers } from './layer.ts';
import { raidObjects } from './objects.ts';

test('a layer built against shorter ranges has no window on a missile that falls faster', () => {
  const windowsWith = (maxTargetRangeKm?: number) => {
    const world = smallWorld({ layers: [spaceLayer(2, 2, { maxTargetRangeKm })], flights: [solidFlight()] });
    return prepareLayers(world)[0].windows[0].length;
  };
  expect(windowsWith()).toBeGreaterThan(0);
  expect(windowsWith(12_000)).toBe(windowsWith());
  expect(windowsWith(5500)).toBe(0);
});

const SITE = [39, -100] as const;
const surface = (plan: Partial<InterceptorPlan> = {}) => ({
  plan: surfacePlan({ burnoutSpeedKmS: 5, maxRangeKm: 3000, perSiteCount: 4, launchIntervalS: 7, ...plan }),
  sites: [SITE],
});

test('a layer without a number that its kind needs is refused, and no other number is', () => {
  const prepared = (layer: ReturnType<typeof spaceLayer> | ReturnType<typeof surface>) => () =>
    prepareLayers(smallWorld({ layers: [layer], flights: [solidFlight(undefined, SITE)] }));
  for (const wrong of [undefined, 0, -1]) {
    expect(prepared(spaceLayer(2, 2, { accelerationG: wrong }))).toThrow(/accelerationG must exceed 0/);
    expect(prepared(spaceLayer(2, 2, { deltaVKmS: wrong }))).toThrow(/deltaVKmS must exceed 0/);
    expect(prepared(spaceLayer(2, 2, { burnoutSpeedKmS: wrong }))).not.toThrow();
    expect(prepared(surface({ burnoutSpeedKmS: wrong }))).toThrow(/burnoutSpeedKmS must exceed 0/);
    expect(prepared(surface({ deltaVKmS: wrong }))).not.toThrow();
  }
});

test('satellites fire at once; sites keep their interval, and tell what a later launch comes to', () => {
  const world = smallWorld({
    layers: [spaceLayer(2, 2, { launchIntervalS: 7 }), surface()],
    flights: [solidFlight(undefined, SITE)],
  });
  const objects = raidObjects(world, { seed: 1, trial: 0 });
  const [space, ground] = prepareLayers(world).map((layer) => assignRules(world, layer, objects, ASSUMED_CUSTODY));
  expect(space).toEqual({ salvo: 2, guidedCount: undefined });
  expect(ground).toMatchObject({ salvo: 1, launchIntervalS: 7 });
  expect(ground.retime).toBeTypeOf('function');
});
