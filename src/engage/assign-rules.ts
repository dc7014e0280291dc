import type { Retime } from '../flow/engagement.ts';
import { type RaidObjects, takesAll } from '../flow/objects.ts';
import type { Custody } from '../flow/tracks.ts';
import type { World } from '../flow/world.ts';
import { isInOrbit } from '../kinds/place.ts';
import type { Layer } from './layer.ts';
import { surfaceRetime } from './surface-opportunities.ts';

/** What the assignment of a layer's shots has to respect, for `assign`; the order times are added by the caller. */
export function assignRules(
  world: World,
  layer: Layer,
  objects: RaidObjects,
  custody: Custody,
): { salvo: number; launchIntervalS?: number; guidedCount?: number; retime?: Retime } {
  const { salvo, launchIntervalS, guidedCount } = layer.plan;
  if (isInOrbit(layer.plan)) return { salvo, guidedCount };
  const later = surfaceRetime(world, layer, custody);
  return {
    salvo,
    launchIntervalS,
    guidedCount,
    // a shot at a whole missile that would have to wait until its objects have parted is none at all
    retime: (threat, unit, releaseS, earliestS) => {
      const interceptS = later(threat, unit, releaseS, earliestS);
      return takesAll(objects, threat, interceptS) === takesAll(objects, threat, earliestS) ? interceptS : Number.NaN;
    },
  };
}
