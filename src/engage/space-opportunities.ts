import { type Opportunities, phases } from '../flow/orders.ts';
import type { Custody } from '../flow/tracks.ts';
import type { SpaceElement, World } from '../flow/world.ts';
import type { Trajectory } from '../physics/trajectory.ts';
import { ASSUMED_CUSTODY, FireControl } from './fire-control.ts';
import type { EquippedLayer } from './layer.ts';
import type { OpportunityList } from './opportunity-list.ts';
import { SpaceSearch } from './space-search.ts';
import type { Window } from './windows.ts';

/**
 * Every space interceptor that could stop a threat, and its earliest intercept.
 *
 * In the free-falling frame of its satellite an interceptor reaches a ball (see `reachKm`); beyond {@link BALL_LIMIT_S} of
 * fly-out the velocity change of the transfer orbit decides (see `transferMarginKm`). An intercept is a time after release
 * (order, one-way latency, reaction) within the fly-out limit at which the threat is in reach, in a phase and at a height
 * that the layer engages; after boost the track has to allow it (see `FireControl`). Times are tried on an even grid of a second (5 s for layers of longer fly-outs) and refined to a microsecond; a pass
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
  custody: Custody = ASSUMED_CUSTODY,
): Opportunities {
  const { plan, space, windows, room } = layer;
  const { list } = room;
  list.clear();
  if (!space || space.count === 0) return list.table();
  const search = searchOf(layer, space);
  search.start(world, plan, oneWayS);
  const fire = new FireControl(world, layer, custody);
  for (let threatIndex = 0; threatIndex < world.threats.length; threatIndex++) {
    if (Number.isNaN(orderS[threatIndex])) continue;
    const { trajectory, launchS } = world.threats[threatIndex];
    const readyS = orderS[threatIndex] + (plan.reactionS ?? 0);
    search.begin(readyS);
    for (const window of windows[threatIndex]) {
      if (isBoost(window)) search.scan(trajectory, launchS, window, threatIndex, list);
      else scanAsTracked(search, fire, { trajectory, launchS, window, threatIndex, readyS }, list);
    }
  }
  return list.table();
}

const isBoost = ({ phaseIndex }: Window) => phases[phaseIndex] === 'boost';

/** Time from one release that is tried to the next, while the track does not reach to the end of the window. */
const RELEASE_STEP_S = 30;

interface TrackedScan {
  trajectory: Trajectory;
  launchS: number;
  window: Window;
  threatIndex: number;
  readyS: number;
}

/**
 * Intercepts after boost: releases are tried one after the other, each as far ahead as the track at that time allows. Once it allows
 * all of the window no later release can reach more.
 */
function scanAsTracked(search: SpaceSearch, fire: FireControl, scan: TrackedScan, list: OpportunityList): void {
  const { trajectory, launchS, window, threatIndex, readyS } = scan;
  const { phaseIndex } = window;
  const endS = window.toS + launchS;
  const chance = (releaseS: number, interceptS: number) =>
    fire.containment(threatIndex, phaseIndex, -1, releaseS, interceptS);
  for (let tS = Math.max(readyS, fire.firstReleaseS(threatIndex, phaseIndex)); tS < endS; tS += RELEASE_STEP_S) {
    const latestS = fire.latestInterceptS(threatIndex, phaseIndex, tS, endS);
    if (Number.isNaN(latestS)) continue;
    search.release(tS);
    search.scan(trajectory, launchS, { ...window, toS: latestS - launchS }, threatIndex, list, chance);
    if (latestS === endS) break;
  }
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
