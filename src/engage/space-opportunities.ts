import type { Opportunities } from '../flow/orders.ts';
import type { SpaceElement, World } from '../flow/world.ts';
import type { EquippedLayer } from './layer.ts';
import { SpaceSearch } from './space-search.ts';

/**
 * Every space interceptor that could stop a threat, and its earliest intercept.
 *
 * In the free-falling frame of its satellite an interceptor reaches a ball (see `reachKm`); beyond {@link BALL_LIMIT_S} of
 * fly-out the velocity change of the transfer orbit decides (see `transferMarginKm`). An intercept is a time after release
 * (order, one-way latency, reaction) within the fly-out limit at which the threat is in reach, in a phase and at a height
 * that the layer engages. Times are tried on an even grid of a second (5 s for layers of longer fly-outs) and refined to a microsecond; a pass
 * shorter than the grid's step can be missed. Interceptors that are already spent are listed too: whoever assigns leaves
 * them out.
 *
 * @param orderS by threat: order given; NaN: not wanted
 * @param oneWayS by unit: from the centre to the unit; NaN: no route
 * @returns a table in the layer's room, which stands until that room is searched in again
 */
export function spaceOpportunities(
  world: World,
  layer: EquippedLayer,
  orderS: Float64Array,
  oneWayS: Float64Array,
): Opportunities {
  const { plan, space, windows, room } = layer;
  const { list } = room;
  list.clear();
  if (!space || space.count === 0) return list.table();
  const search = searchOf(layer, space);
  search.start(world, plan, oneWayS);
  for (let threatIndex = 0; threatIndex < world.threats.length; threatIndex++) {
    if (Number.isNaN(orderS[threatIndex])) continue;
    const { trajectory, launchS } = world.threats[threatIndex];
    search.begin(orderS[threatIndex] + (plan.reactionS ?? 0));
    for (const window of windows[threatIndex]) search.scan(trajectory, launchS, window, threatIndex, list);
  }
  return list.table();
}

/**
 * Units of a space layer that may come within reach of a wanted threat, whatever their latency: every unit that
 * `spaceOpportunities` could list is among them, so only these need a route.
 */
export function unitsInQuestion(world: World, layer: EquippedLayer, orderS: Float64Array): Int32Array {
  const { plan, space, windows, unitCount } = layer;
  if (!space || space.count === 0) return new Int32Array(0);
  const search = searchOf(layer, space);
  search.start(world, plan);
  const isAsked = new Uint8Array(unitCount);
  let count = 0;
  for (let threatIndex = 0; threatIndex < world.threats.length; threatIndex++) {
    if (Number.isNaN(orderS[threatIndex])) continue;
    const { trajectory, launchS } = world.threats[threatIndex];
    search.begin(orderS[threatIndex] + (plan.reactionS ?? 0));
    for (const window of windows[threatIndex]) search.mark(trajectory, launchS, window, isAsked);
  }
  for (let unit = 0; unit < unitCount; unit++) count += isAsked[unit];
  const units = new Int32Array(count);
  for (let unit = 0, at = 0; at < count; unit++) if (isAsked[unit]) units[at++] = unit;
  return units;
}

function searchOf({ room }: EquippedLayer, space: SpaceElement): SpaceSearch {
  room.search ??= new SpaceSearch(space);
  return room.search;
}
