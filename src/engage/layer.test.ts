import { expect, test } from 'vitest';
import { prepareLayers } from './layer.ts';
import { smallWorld, solidClass, solidFlight, spaceLayer } from './small-world.ts';

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
