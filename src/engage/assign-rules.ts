import type { Retime } from '../flow/engagement.ts';
import type { Custody } from '../flow/tracks.ts';
import type { World } from '../flow/world.ts';
import type { Layer } from './layer.ts';
import { surfaceRetime } from './surface-opportunities.ts';

/** What the assignment of a layer's shots has to respect, for `assign`; the order times are added by the caller. */
export function assignRules(
  world: World,
  layer: Layer,
  custody: Custody,
): { salvo: number; launchIntervalS?: number; retime?: Retime } {
  const { salvo, launchIntervalS } = layer.plan;
  if (layer.plan.basing === 'space') return { salvo };
  return { salvo, launchIntervalS, retime: surfaceRetime(world, layer, custody) };
}
