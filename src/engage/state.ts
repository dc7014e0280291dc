import { type EngagementState, type LayerState, REACHED_PARTED, REACHED_WHOLE } from '../flow/engagement.ts';
import { type RaidObjects, takesAll } from '../flow/objects.ts';
import type { Opportunities, UnguidedShot } from '../flow/orders.ts';
import type { World } from '../flow/world.ts';
import type { Luck } from '../num/random.ts';
import type { Layer } from './layer.ts';
import { raidObjects } from './objects.ts';

/** The state before the first order of a trial: every threat flies with all that it carries, every unit is full. */
export function newEngagement(
  world: World,
  layers: readonly Layer[],
  luck: Luck,
  objects: RaidObjects = raidObjects(world, luck),
): EngagementState {
  const count = world.threats.length;
  const nowhere = () => new Float64Array(count).fill(Number.NaN);
  const { firstObject } = objects;
  return {
    seed: luck.seed,
    trial: luck.trial,
    objects,
    layers: layers.map(newLayerState),
    stoppedByLayer: new Int8Array(objects.count).fill(-1),
    stoppedS: new Float64Array(objects.count).fill(Number.NaN),
    flyingCount: Int32Array.from({ length: count }, (_, i) => firstObject[i + 1] - firstObject[i]),
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
  for (let i = 0; i < chances.count; i++) {
    const threat = chances.threatIndex[i];
    reachable[threat] |= takesAll(state.objects, threat, chances.interceptS[i]) ? REACHED_WHOLE : REACHED_PARTED;
  }
  if (round > 0) return { ...state, reachable };
  const inReachCount = state.inReachCount.slice();
  // of the first missile that the layer engages: another says nothing of it
  inReachCount[layer.index] = countInReach(
    chances,
    Math.max(
      0,
      layer.windows.findIndex((own) => own.length > 0),
    ),
  );
  return { ...state, reachable, inReachCount };
}

/** The state with the objects marked at which shots of a round were not fired for want of a fire control to guide them. */
export function withUnguided(state: EngagementState, unguided: readonly UnguidedShot[] = []): EngagementState {
  if (unguided.length === 0) return state;
  const { objects } = state;
  const marked = state.unguided?.slice() ?? new Uint8Array(objects.count);
  for (const { threatIndex, objectIndex, interceptS } of unguided) {
    if (!takesAll(objects, threatIndex, interceptS)) marked[objectIndex] |= REACHED_PARTED;
    else
      for (let i = objects.firstObject[threatIndex]; i < objects.firstObject[threatIndex + 1]; i++)
        marked[i] |= REACHED_WHOLE;
  }
  return { ...state, unguided: marked };
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
    guided: [],
    stockCount: Math.max(0, (plan.inventoryCount ?? 0) - unitCount * perUnitCount),
    shotCount: 0,
    killCount: 0,
  };
}
