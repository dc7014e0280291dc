import type { EngagementState, LayerState } from '../flow/engagement.ts';
import type { Opportunities } from '../flow/orders.ts';
import type { World } from '../flow/world.ts';
import type { Layer } from './layer.ts';

/**
 * The state before the first order of a trial: every threat flies, every unit is full.
 *
 * @param reuse state of an earlier trial of the same layers, whose arrays by unit are written over
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
    layers: layers.map((layer, i) => newLayerState(layer, reuse?.layers[i])),
    stoppedByLayer: new Int8Array(count).fill(-1),
    stoppedS: nowhere(),
    firstReleaseS: nowhere(),
    lastInterceptS: nowhere(),
    reachable: new Uint8Array(count),
    shots: [],
  };
}

/** Marks the threats that have an opportunity, before any interceptor is assigned. */
export function noteReachable(state: EngagementState, opportunities: Opportunities): void {
  for (let i = 0; i < opportunities.count; i++) state.reachable[opportunities.threatIndex[i]] = 1;
}

/** How many interceptors could reach a threat: its rows of a table of opportunities. */
export function countInReach(opportunities: Opportunities, threatIndex: number): number {
  let count = 0;
  for (let i = 0; i < opportunities.count; i++) if (opportunities.threatIndex[i] === threatIndex) count++;
  return count;
}

function newLayerState(layer: Layer, reuse?: LayerState): LayerState {
  const { plan, unitCount, perUnitCount } = layer;
  return {
    remainingCount: (reuse?.remainingCount ?? new Int32Array(unitCount)).fill(perUnitCount),
    nextReleaseS: (reuse?.nextReleaseS ?? new Float64Array(unitCount)).fill(-Infinity),
    launchesS: [],
    stockCount: Math.max(0, (plan.inventoryCount ?? 0) - unitCount * perUnitCount),
    shotCount: 0,
    killCount: 0,
  };
}
