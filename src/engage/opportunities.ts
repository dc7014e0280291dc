import type { Opportunities } from '../flow/orders.ts';
import type { Custody } from '../flow/tracks.ts';
import type { World } from '../flow/world.ts';
import type { Basing } from '../kinds/interceptors/interceptor-kinds.ts';
import type { EquippedLayer } from './layer.ts';
import { spaceOpportunities } from './space-opportunities.ts';
import { surfaceOpportunities } from './surface-opportunities.ts';

/** How each kind of interceptors finds its shots. */
const FINDS: Record<Basing, typeof spaceOpportunities> = { space: spaceOpportunities, surface: surfaceOpportunities };

/**
 * Who of a layer could stop which threats, and when: of satellites and of sites alike.
 *
 * @param orderS by threat: order given; NaN: not wanted
 * @param oneWayS by unit; NaN: no route
 * @param custody what the centre sees of each threat after boost; absent: everything
 * @returns a table in the layer's room, which stands until that room is searched in again; its columns may be longer than `count`
 */
export function opportunities(
  world: World,
  layer: EquippedLayer,
  orderS: Float64Array,
  oneWayS: Float64Array,
  custody?: Custody,
): Opportunities {
  return FINDS[layer.plan.basing](world, layer, orderS, oneWayS, custody);
}
