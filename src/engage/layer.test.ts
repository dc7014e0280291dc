import { expect, test } from 'vitest';
import { spaceLayer } from '../../test/fixtures/small-layers.ts';
import { smallWorld, solidFlight } from '../../test/fixtures/small-world.ts';
import { prepareLayers } from './layer.ts';

test('a layer built against shorter ranges has no window on a missile that falls faster', () => {
  const windowsWith = (maxTargetRangeKm?: number) => {
    const world = smallWorld({ layers: [spaceLayer(2, 2, { maxTargetRangeKm })], flights: [solidFlight()] });
    return prepareLayers(world)[0]!.windows[0]!.length;
  };
  expect(windowsWith()).toBeGreaterThan(0);
  expect(windowsWith(12_000)).toBe(windowsWith());
  expect(windowsWith(5500)).toBe(0);
});
