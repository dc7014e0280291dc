import type { InterceptorPlan, SensorPlan } from '../flow/architecture.ts';
import { operatingPoint } from '../flow/discrimination.ts';
import type { EngagementState, LayerState } from '../flow/engagement.ts';
import { takesAll } from '../flow/objects.ts';
import type { Opportunities } from '../flow/orders.ts';
import type { Custody } from '../flow/tracks.ts';
import { decoyCalledProbability } from '../num/roc.ts';

/** A missile whose objects have parted, and how well they are told apart. */
export interface Parted {
  threatIndex: number;
  /** P_ww and P_dw. */
  warheadCalled: number;
  decoyCalled: number;
  /** Of those that fly. */
  warheads: number;
  decoys: number;
  /** Its first intercept. */
  firstS: number;
}

/**
 * The missiles of a table of opportunities that have parted by their first intercept and of which something flies, as they are told apart by
 * then: interceptors are told in flight which object is theirs.
 */
export function partedMissiles(
  state: EngagementState,
  sensors: readonly SensorPlan[],
  chances: Opportunities,
  { threats }: Custody,
): Parted[] {
  const { objects, flyingCount } = state;
  const parted: Parted[] = [];
  for (let from = 0; from < chances.count; ) {
    const threatIndex = chances.threatIndex[from];
    let firstS = Infinity;
    let to = from;
    for (; to < chances.count && chances.threatIndex[to] === threatIndex; to++)
      firstS = Math.min(firstS, chances.interceptS[to]);
    from = to;
    if (takesAll(objects, threatIndex, firstS) || flyingCount[threatIndex] === 0) continue;
    const held = threats[threatIndex];
    const point = held && operatingPoint(held, sensors, objects.partS[threatIndex], firstS);
    const { separation, warheadCalled } = point ?? { separation: 0, warheadCalled: 1 };
    const decoyCalled = separation > 0 ? decoyCalledProbability(separation, warheadCalled) : 1;
    parted.push({ threatIndex, warheadCalled, decoyCalled, firstS, ...flying(state, threatIndex) });
  }
  return parted;
}

function flying({ objects, stoppedByLayer }: EngagementState, threat: number): { warheads: number; decoys: number } {
  let warheads = 0;
  let decoys = 0;
  for (let i = objects.firstObject[threat]; i < objects.firstObject[threat + 1]; i++) {
    if (stoppedByLayer[i] >= 0) continue;
    if (objects.isWarhead[i]) warheads++;
    else decoys++;
  }
  return { warheads, decoys };
}

/**
 * Shots that the units of a table have.
 *
 * @param more a further table, of which only the rows of some threats count
 */
export function shotsOf(
  { remainingCount }: LayerState,
  chances: Opportunities,
  more?: Opportunities,
  isMeant: (threat: number) => boolean = () => true,
): number {
  const units = new Set(chances.unitIndex.subarray(0, chances.count));
  if (more)
    for (let row = 0; row < more.count; row++) if (isMeant(more.threatIndex[row])) units.add(more.unitIndex[row]);
  let shots = 0;
  for (const unit of units) shots += remainingCount[unit];
  return shots;
}

/**
 * Warheads that one salvo is expected to stop, where everything is shot at and where only what is called a warhead is; and whether telling
 * objects apart could stop more at all: not where there are no decoys, or shots for everything.
 *
 * @source wilkening-1998, W P_ww + D P_dw objects are shot at
 */
export function expectedStops(
  parted: readonly Parted[],
  shots: number,
  {
    killProbability,
    reliabilityProbability = 1,
    salvo,
  }: Pick<InterceptorPlan, 'killProbability' | 'reliabilityProbability' | 'salvo'>,
): { all: number; sorted: number; mayGain: boolean } {
  const kill = (objects: number) =>
    1 - (1 - killProbability * reliabilityProbability) ** Math.min(salvo, shots / objects);
  const sum = (of: (missile: Parted) => number) => parted.reduce((total, missile) => total + of(missile), 0);
  const warheads = sum((missile) => missile.warheads);
  const called = sum((missile) => missile.warheads * missile.warheadCalled);
  const shotAt = called + sum((missile) => missile.decoys * missile.decoyCalled);
  const decoys = sum((missile) => missile.decoys);
  return {
    mayGain: decoys > 0 && shots < salvo * (warheads + decoys),
    all: warheads === 0 ? 0 : warheads * kill(warheads + decoys),
    sorted: called === 0 ? 0 : called * kill(shotAt),
  };
}
