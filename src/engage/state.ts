import type { EngagementState, LayerState } from '../flow/engagement.ts';
import type { Opportunities } from '../flow/orders.ts';
import type { World } from '../flow/world.ts';
import type { Luck } from '../num/random.ts';
import type { Layer } from './layer.ts';

/** The state before the first order of a trial: every threat flies, every unit is full. */
export function newEngagement(world: World, layers: readonly Layer[], { seed, trial }: Luck): EngagementState {
  const count = world.threats.length;
  const nowhere = () => new Float64Array(count).fill(Number.NaN);
  return {
    seed,
    trial,
    layers: layers.map(newLayerState),
    stoppedByLayer: new Int8Array(count).fill(-1),
    stoppedS: nowhere(),
    firstReleaseS: nowhere(),
    lastInterceptS: nowhere(),
    reachable: new Uint8Array(count),
    inReachCount: new Int32Array(layers.length),
    shots: [],
    falls: [],
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

function newLayerState({ plan, unitCount, perUnitCount, fullCount, anyTimeS }: Layer): LayerState {
  return {
    remainingCount: fullCount,
    nextReleaseS: anyTimeS,
    launchesS: [],
    stockCount: Math.max(0, (plan.inventoryCount ?? 0) - unitCount * perUnitCount),
    shotCount: 0,
    killCount: 0,
  };
}
