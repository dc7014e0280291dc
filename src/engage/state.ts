import { type EngagementState, type LayerState, NOT_DRAWN } from '../flow/engagement.ts';
import type { Opportunities } from '../flow/orders.ts';
import type { World } from '../flow/world.ts';
import { randomStream } from '../num/random.ts';
import type { Layer } from './layer.ts';

/**
 * The state before the first order of a trial: every threat flies, every working unit is full.
 *
 * Satellites that are out are those of the world. Sites are out by chance, one draw each from a stream that bears the layer's
 * name, so that another layer moves none of them.
 *
 * @param reuse state of an earlier trial of the same layers, whose lists of working units are written over
 */
export function newEngagement(
  world: World,
  layers: readonly Layer[],
  seed: number,
  trial: number,
  reuse?: EngagementState,
): EngagementState {
  const count = world.threats.length;
  const nowhere = () => new Float64Array(count).fill(Number.NaN);
  return {
    seed,
    trial,
    layers: layers.map((layer, i) => newLayerState(world, layer, seed, trial, reuse?.layers[i])),
    stoppedByLayer: new Int8Array(count).fill(-1),
    stoppedS: nowhere(),
    firstReleaseS: nowhere(),
    lastInterceptS: nowhere(),
    reachable: new Uint8Array(count),
    inReachCount: new Int32Array(layers.length),
    shots: [],
  };
}

/**
 * The state with the threats marked that some unit of a layer could reach, before any interceptor is assigned.
 *
 * @param round salvo of the layer, from 0: only in the first the units in reach are counted
 */
export function withReach(
  state: EngagementState,
  layer: Layer,
  chances: Opportunities,
  round: number,
): EngagementState {
  const reachable = state.reachable.slice();
  for (let i = 0; i < chances.count; i++) reachable[chances.threatIndex[i]] = 1;
  if (round > 0) return { ...state, reachable };
  const inReachCount = state.inReachCount.slice();
  inReachCount[layer.index] = countInReach(chances, 0);
  return { ...state, reachable, inReachCount };
}

/** How many interceptors could reach a threat: its rows of a table of opportunities. */
function countInReach(opportunities: Opportunities, threatIndex: number): number {
  let count = 0;
  for (let i = 0; i < opportunities.count; i++) if (opportunities.threatIndex[i] === threatIndex) count++;
  return count;
}

function newLayerState(world: World, layer: Layer, seed: number, trial: number, reuse?: LayerState): LayerState {
  const { plan, unitCount, perUnitCount, fullCount, anyTimeS } = layer;
  const working = reuse?.working ?? new Uint8Array(unitCount);
  markWorking(world, layer, seed, trial, working);
  return {
    remainingCount: fullCount,
    nextReleaseS: anyTimeS,
    launchesS: [],
    working,
    stockCount: Math.max(0, (plan.inventoryCount ?? 0) - unitCount * perUnitCount),
    shotCount: 0,
    killCount: 0,
  };
}

/** Satellites work unless the world has them out; sites by the availability of the layer, unless their partner is off. */
function markWorking(world: World, layer: Layer, seed: number, trial: number, outWorking: Uint8Array): void {
  const { plan, unitCount, id, space } = layer;
  if (space) {
    const isOut = world.isOut[world.space.indexOf(space)];
    if (isOut.length < unitCount) outWorking.fill(NOT_DRAWN);
    else for (let unit = 0; unit < unitCount; unit++) outWorking[unit] = 1 - isOut[unit];
    return;
  }
  outWorking.fill(0);
  if (plan.partner && world.architecture.failures.partnersOff.includes(plan.partner)) return;
  const works = plan.satelliteAvailabilityProbability ?? 1;
  const draws = randomStream(seed, trial, `available:${id}`);
  for (let unit = 0; unit < unitCount; unit++) outWorking[unit] = draws.bernoulli(works) ? 1 : 0;
}
