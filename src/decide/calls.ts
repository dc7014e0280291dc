import type { InterceptorPlan, SensorPlan } from '../flow/architecture.ts';
import { canTellApart, operatingPoint } from '../flow/discrimination.ts';
import { CALLED, CALLED_DECOY, type EngagementState, type LayerState, type ObjectCalls } from '../flow/engagement.ts';
import { isPlain, takesAll } from '../flow/objects.ts';
import type { Opportunities } from '../flow/orders.ts';
import type { Custody } from '../flow/tracks.ts';
import type { World } from '../flow/world.ts';
import { randomStream } from '../num/random.ts';
import { decoyCalledProbability } from '../num/roc.ts';

/** A layer as far as calls are made for it. */
export interface CallingLayer {
  index: number;
  key: string;
  plan: Pick<InterceptorPlan, 'killProbability' | 'reliabilityProbability' | 'salvo'>;
}

/** Parted missiles of a table of opportunities, each with its operating point. */
interface Parted {
  threatIndex: number;
  warheadCalled: number;
  decoyCalled: number;
  warheads: number;
  decoys: number;
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
  const parted = partedOf(state, sensors, chances, custody);
  if (parted.length === 0) return state;
  const before = state.layers[layer.index]!;
  const isSorted = before.calls?.isSorted ?? paysToSort(parted, shotsOf(before, chances), layer.plan);
  const byObject = before.calls?.byObject.slice() ?? new Uint8Array(state.objects.count);
  if (isSorted) for (const missile of parted) call(byObject, missile, state, world, layer);
  const layers = state.layers.slice();
  layers[layer.index] = { ...before, calls: { isSorted, byObject } satisfies ObjectCalls };
  return { ...state, layers };
}

/** Missiles of a table that have parted by its first intercept and of which something flies. */
function partedOf(
  state: EngagementState,
  sensors: readonly SensorPlan[],
  chances: Opportunities,
  { threats }: Custody,
): Parted[] {
  const { objects, stoppedByLayer } = state;
  const parted: Parted[] = [];
  for (let row = 0; row < chances.count; row++) {
    const threatIndex = chances.threatIndex[row]!;
    const interceptS = chances.interceptS[row]!;
    if (row > 0 && chances.threatIndex[row - 1] === threatIndex) continue;
    if (takesAll(objects, threatIndex, interceptS) || state.flyingCount[threatIndex] === 0) continue;
    const held = threats[threatIndex];
    const point = held && operatingPoint(held, sensors, objects.partS[threatIndex]!, interceptS);
    const { separation, warheadCalled } = point ?? { separation: 0, warheadCalled: 1 };
    const decoyCalled = separation > 0 ? decoyCalledProbability(separation, warheadCalled) : 1;
    const missile = { threatIndex, warheadCalled, decoyCalled };
    let warheads = 0;
    let decoys = 0;
    for (let i = objects.firstObject[threatIndex]!; i < objects.firstObject[threatIndex + 1]!; i++) {
      if (stoppedByLayer[i]! >= 0) continue;
      if (objects.isWarhead[i]) warheads++;
      else decoys++;
    }
    parted.push({ ...missile, warheads, decoys });
  }
  return parted;
}

/** Shots that the units of a table have. */
function shotsOf({ remainingCount }: LayerState, { count, unitIndex }: Opportunities): number {
  const units = new Set(unitIndex.subarray(0, count));
  let shots = 0;
  for (const unit of units) shots += remainingCount[unit]!;
  return shots;
}

/** Whether more warheads are expected to fall where only objects called warheads are shot at. */
function paysToSort(parted: readonly Parted[], shots: number, plan: CallingLayer['plan']): boolean {
  const { killProbability, reliabilityProbability = 1, salvo } = plan;
  const kill = (objects: number) =>
    1 - (1 - killProbability * reliabilityProbability) ** Math.min(salvo, shots / objects);
  const sum = (of: (missile: Parted) => number) => parted.reduce((total, missile) => total + of(missile), 0);
  const warheads = sum((missile) => missile.warheads);
  const all = warheads + sum(({ decoys }) => decoys);
  const called = sum((missile) => missile.warheads * missile.warheadCalled);
  const shotAt = called + sum((missile) => missile.decoys * missile.decoyCalled);
  return called > 0 && called * kill(shotAt) > warheads * kill(all);
}

/** Judges every object of a missile that this layer has not judged before. */
function call(
  byObject: Uint8Array,
  { threatIndex, warheadCalled, decoyCalled }: Parted,
  { objects, seed, trial }: EngagementState,
  { threats }: World,
  { key }: CallingLayer,
): void {
  const first = objects.firstObject[threatIndex]!;
  const draws = randomStream(seed, trial, `call:${key}|${threats[threatIndex]!.key}`);
  for (let object = first; object < objects.firstObject[threatIndex + 1]!; object++) {
    if (byObject[object] !== 0) continue;
    const probability = objects.isWarhead[object] ? warheadCalled : decoyCalled;
    byObject[object] = draws.uniformAt(object - first) < probability ? CALLED : CALLED_DECOY;
  }
}
