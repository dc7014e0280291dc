import { expect, test } from 'vitest';
import { shotsAt, twoLayers } from '../../test/fixtures/two-layers.ts';
import type { Orders } from '../flow/orders.ts';
import { salvo } from './pipeline.ts';

test('a further salvo hands over to a later layer, the first one never does', () => {
  const { world, layers, state, impactS } = twoLayers();
  const stage = salvo.find(({ name }) => name === 'hand-over')!;
  const wanted = shotsAt([impactS - 60, impactS - 270]);
  const given = (round: number) => ({
    architecture: { ...world.architecture, command: [{ lookS: 15 }] },
    world,
    layers,
    layer: layers[0],
    round,
    engagement: state,
    wanted,
    custody: undefined,
  });
  const fired = (round: number) => stage.make!(given(round) as never, {} as never) as Orders;
  expect(fired(0)).toBe(wanted);
  for (const round of [1, 2]) expect([...fired(round).threatIndex]).toEqual([1]);
});
