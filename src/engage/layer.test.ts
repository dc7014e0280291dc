import { expect, test } from 'vitest';
import { spaceLayer } from '../../test/fixtures/small-layers.ts';
import { smallWorld, solidClass, solidFlight } from '../../test/fixtures/small-world.ts';
import { prepareLayers } from './layer.ts';

test('a layer built against shorter ranges has no window on a missile of longer range', () => {
  const flights = [solidFlight()];
  const windowsWith = (maxTargetRangeKm?: number) => {
    const world = smallWorld({ layers: [spaceLayer(2, 2, { maxTargetRangeKm })], flights });
    for (const plan of world.architecture.threats) plan.maxRangeKm = solidClass.maxRangeKm;
    return prepareLayers(world)[0]!.windows[0]!.length;
  };
  expect(windowsWith()).toBeGreaterThan(0);
  expect(windowsWith(solidClass.maxRangeKm)).toBe(windowsWith());
  expect(windowsWith(solidClass.maxRangeKm - 1)).toBe(0);
});
