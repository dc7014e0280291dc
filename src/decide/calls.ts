import type { InterceptorPlan } from '../flow/architecture.ts';
import { canTellApart } from '../flow/discrimination.ts';
import { CALLED, CALLED_DECOY, type EngagementState, type ObjectCalls } from '../flow/engagement.ts';
import { isPlain } from '../flow/objects.ts';
import type { Opportunities } from '../flow/orders.ts';
import type { Custody } from '../flow/tracks.ts';
import type { World } from '../flow/world.ts';
import { randomStream } from '../num/random.ts';
import { expectedStops, type Parted, partedMissiles, shotsOf } from './parted.ts';

/** A layer as far as calls are made for it. */
export interface CallingLayer {
  index: number;
  key: string;
  plan: Pick<InterceptorPlan, 'killProbability' | 'reliabilityProbability' | 'salvo'>;
}

/**
 * The state with the objects of every missile called warhead or decoy that a layer is about to shoot at, once for each layer.
 *
 * An object is judged by what the discriminating sensors had seen of its missile by the first intercept that could come: interceptors
 * are told in flight which object is theirs. Decoys are called warheads with the chance on the same operating curve as P_ww. Objects are told
 * apart only where it pays: where shots are so few that the warheads saved from going without outweigh those that are misjudged, with the numbers of warheads and
 * decoys known and not which is which; elsewhere, and without a sensor that tells them apart, everything is shot at.
 *
 * @source wilkening-1998, W P_ww + D P_dw objects are shot at
 */
export function withCalls(
  state: EngagementState,
  world: World,
  layer: CallingLayer,
  chances: Opportunities,
  custody: Custody,
): EngagementState {
  const { sensors } = world.architecture;
  if (isPlain(state.objects) || custody.isAssumed || !canTellApart(sensors)) return state;
  const parted = partedMissiles(state, sensors, chances, custody);
  if (parted.length === 0) return state;
  const before = state.layers[layer.index];
  const isSorted = before.calls?.isSorted ?? paysToSort(parted, shotsOf(before, chances), layer.plan);
  const byObject = before.calls?.byObject.slice() ?? new Uint8Array(state.objects.count);
  if (isSorted) for (const missile of parted) call(byObject, missile, state, world, layer);
  const layers = state.layers.slice();
  layers[layer.index] = { ...before, calls: { isSorted, byObject } satisfies ObjectCalls };
  return { ...state, layers };
}

/** Whether more warheads are expected to fall where only objects called warheads are shot at. */
function paysToSort(parted: readonly Parted[], shots: number, plan: CallingLayer['plan']): boolean {
  const { all, sorted } = expectedStops(parted, shots, plan);
  return sorted > all;
}

/** Judges every object of a missile that this layer has not judged before. */
function call(
  byObject: Uint8Array,
  { threatIndex, warheadCalled, decoyCalled }: Parted,
  { objects, seed, trial }: EngagementState,
  { threats }: World,
  { key }: CallingLayer,
): void {
  const first = objects.firstObject[threatIndex];
  const draws = randomStream(seed, trial, `call:${key}|${threats[threatIndex].key}`);
  for (let object = first; object < objects.firstObject[threatIndex + 1]; object++) {
    if (byObject[object] !== 0) continue;
    const probability = objects.isWarhead[object] ? warheadCalled : decoyCalled;
    byObject[object] = draws.uniformAt(object - first) < probability ? CALLED : CALLED_DECOY;
  }
}
