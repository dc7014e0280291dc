import type { LayerState, Retime } from '../flow/engagement.ts';
import type { Orders, TargetedOpportunities, UnguidedShot } from '../flow/orders.ts';
import { Calendar } from './calendar.ts';
import { matchShots } from './match-shots.ts';

/** What an assignment has to respect beside the opportunities. */
export interface AssignRules {
  /** Shots that one salvo puts on one object. */
  salvo: number;
  /** By threat: order given. */
  orderS: Float64Array;
  /** Time between two launches from one unit; 0 or absent: none. */
  launchIntervalS?: number;
  /** Interceptors in flight that one unit guides at once; absent: any number. */
  guidedCount?: number;
  /** Intercept by a later release from the same unit; without it a shot that has to wait is not fired. */
  retime?: Retime;
}

/**
 * The shots of one round of one layer: who fires at what.
 *
 * Maximises the expected number of objects stopped: every object gets its first shot before any gets a second, by
 * augmenting paths, so none goes without because an interceptor that it needs was given to one with other choices
 * (see `matchShots`). The launches of one unit are then set an interval apart, objects with the fewest choices first; shots
 * that come too late by waiting move to another unit or are not fired. Where a unit guides so many interceptors at once, each takes up
 * a place from its release to its intercept; a shot without one waits in the same way, and every object gets its first before any its second.
 *
 * @param opportunities of this layer, spent units included
 */
export function assign(opportunities: TargetedOpportunities, state: LayerState, rules: AssignRules): Orders {
  const { remainingCount } = state;
  const rows = matchShots(opportunities, remainingCount, rules.salvo);
  const releaseS = Float64Array.from(rows, (row) => opportunities.releaseS[row]);
  const interceptS = Float64Array.from(rows, (row) => opportunities.interceptS[row]);
  const timed =
    rules.retime !== undefined ||
    rules.launchIntervalS !== undefined ||
    rules.guidedCount !== undefined ||
    hasWait(rows, opportunities, state);
  const chosen = [...rows];
  let kept = chosen.map((_, i) => i);
  let unguided: UnguidedShot[] = [];
  if (timed) {
    const calendar = new Calendar(opportunities, state, rules);
    unguided = calendar.unguided;
    const turn = rules.guidedCount === undefined ? null : shotTurns(chosen, opportunities);
    kept = inPlacingOrder(chosen, opportunities, remainingCount, releaseS, turn).filter((i) => {
      const row = calendar.place(chosen[i]);
      if (!row) return false;
      [chosen[i], releaseS[i], interceptS[i]] = row;
      return true;
    });
  }
  const orders = table(kept, chosen, opportunities, releaseS, interceptS, rules.orderS);
  return unguided.length > 0 ? { ...orders, unguided } : orders;
}

function hasWait(
  rows: Int32Array,
  { unitIndex, releaseS }: TargetedOpportunities,
  { nextReleaseS }: LayerState,
): boolean {
  return rows.some((row) => nextReleaseS[unitIndex[row]] > releaseS[row]);
}

/** By chosen row: how many shots its object has before it. */
function shotTurns(rows: readonly number[], { objectIndex }: TargetedOpportunities): Int32Array {
  const shots = new Map<number, number>();
  return Int32Array.from(rows, (row) => {
    const before = shots.get(objectIndex[row]) ?? 0;
    shots.set(objectIndex[row], before + 1);
    return before;
  });
}

/** Objects with the fewest units to choose from first, then by release; before both by turn, where it counts. */
function inPlacingOrder(
  rows: number[],
  { objectIndex, unitIndex, count }: TargetedOpportunities,
  remainingCount: Int32Array,
  releaseS: Float64Array,
  turn: Int32Array | null,
): number[] {
  const choices = new Map<number, number>();
  for (let row = 0; row < count; row++) {
    if (remainingCount[unitIndex[row]] === 0) continue;
    choices.set(objectIndex[row], (choices.get(objectIndex[row]) ?? 0) + 1);
  }
  const choicesOf = (i: number) => choices.get(objectIndex[rows[i]]) ?? 0;
  return rows
    .map((_, i) => i)
    .sort(
      (i, j) =>
        (turn ? turn[i] - turn[j] : 0) || choicesOf(i) - choicesOf(j) || releaseS[i] - releaseS[j] || rows[i] - rows[j],
    );
}

function table(
  kept: number[],
  rows: number[],
  opportunities: TargetedOpportunities,
  releaseS: Float64Array,
  interceptS: Float64Array,
  orderS: Float64Array,
): Orders {
  const count = kept.length;
  const threatIndex = Int32Array.from(kept, (i) => opportunities.threatIndex[rows[i]]);
  return {
    count,
    threatIndex,
    objectIndex: Int32Array.from(kept, (i) => opportunities.objectIndex[rows[i]]),
    unitIndex: Int32Array.from(kept, (i) => opportunities.unitIndex[rows[i]]),
    orderedS: Float64Array.from(threatIndex, (threat) => orderS[threat]),
    releaseS: Float64Array.from(kept, (i) => releaseS[i]),
    interceptS: Float64Array.from(kept, (i) => interceptS[i]),
    phaseIndex: Uint8Array.from(kept, (i) => opportunities.phaseIndex[rows[i]]),
    killProbability: Float64Array.from(kept, (i) => opportunities.killProbability[rows[i]]),
  };
}
