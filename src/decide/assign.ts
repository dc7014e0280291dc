import type { LayerState, Retime } from '../flow/engagement.ts';
import type { Orders, TargetedOpportunities } from '../flow/orders.ts';
import { matchShots } from './match-shots.ts';

/** What an assignment has to respect beside the opportunities. */
export interface AssignRules {
  /** Shots that one salvo puts on one object. */
  salvo: number;
  /** By threat: order given. */
  orderS: Float64Array;
  /** Time between two launches from one unit; 0 or absent: none. */
  launchIntervalS?: number;
  /** Intercept by a later release from the same unit; without it a shot that has to wait is not fired. */
  retime?: Retime;
}

/**
 * The shots of one round of one layer: who fires at what.
 *
 * Maximises the expected number of objects stopped: every object gets its first shot before any gets a second, by
 * augmenting paths, so none goes without because an interceptor that it needs was given to one with other choices
 * (see `matchShots`). The launches of one unit are then set an interval apart, objects with the fewest choices first; shots
 * that come too late by waiting move to another unit or are not fired.
 *
 * @param opportunities of this layer, spent units included
 */
export function assign(opportunities: TargetedOpportunities, state: LayerState, rules: AssignRules): Orders {
  const { remainingCount } = state;
  const rows = matchShots(opportunities, remainingCount, rules.salvo);
  const releaseS = Float64Array.from(rows, (row) => opportunities.releaseS[row]);
  const interceptS = Float64Array.from(rows, (row) => opportunities.interceptS[row]);
  const timed =
    rules.retime !== undefined || rules.launchIntervalS !== undefined || hasWait(rows, opportunities, state);
  const chosen = [...rows];
  let kept = chosen.map((_, i) => i);
  if (timed) {
    const calendar = new Calendar(opportunities, state, rules);
    kept = inPlacingOrder(chosen, opportunities, remainingCount, releaseS).filter((i) => {
      const row = calendar.place(chosen[i]);
      if (!row) return false;
      [chosen[i], releaseS[i], interceptS[i]] = row;
      return true;
    });
  }
  return table(kept, chosen, opportunities, releaseS, interceptS, rules.orderS);
}

function hasWait(
  rows: Int32Array,
  { unitIndex, releaseS }: TargetedOpportunities,
  { nextReleaseS }: LayerState,
): boolean {
  return rows.some((row) => nextReleaseS[unitIndex[row]] > releaseS[row]);
}

/** Objects with the fewest units to choose from first, then by release. */
function inPlacingOrder(
  rows: number[],
  { objectIndex, unitIndex, count }: TargetedOpportunities,
  remainingCount: Int32Array,
  releaseS: Float64Array,
): number[] {
  const choices = new Map<number, number>();
  for (let row = 0; row < count; row++) {
    if (remainingCount[unitIndex[row]] === 0) continue;
    choices.set(objectIndex[row], (choices.get(objectIndex[row]) ?? 0) + 1);
  }
  const choicesOf = (i: number) => choices.get(objectIndex[rows[i]]) ?? 0;
  return rows
    .map((_, i) => i)
    .sort((i, j) => choicesOf(i) - choicesOf(j) || releaseS[i] - releaseS[j] || rows[i] - rows[j]);
}

/** Launches of each unit, an interval apart. */
class Calendar {
  readonly #opportunities: TargetedOpportunities;
  readonly #state: LayerState;
  readonly #rules: AssignRules;
  /** By unit: launch times, rising. */
  readonly #launchesS = new Map<number, number[]>();
  /** By unit: launches of this round. */
  readonly #usedCount = new Map<number, number>();

  constructor(opportunities: TargetedOpportunities, state: LayerState, rules: AssignRules) {
    this.#opportunities = opportunities;
    this.#state = state;
    this.#rules = rules;
  }

  /** A shot in the calendar: by its own unit, or else by the first of the others that can; null where none can. */
  place(wanted: number): [row: number, releaseS: number, interceptS: number] | null {
    const { objectIndex, unitIndex, count } = this.#opportunities;
    const own = this.#launch(wanted);
    if (own) return own;
    let row = wanted;
    while (row > 0 && objectIndex[row - 1] === objectIndex[wanted]) row--;
    for (; row < count && objectIndex[row] === objectIndex[wanted]; row++) {
      const other = unitIndex[row] === unitIndex[wanted] ? null : this.#launch(row);
      if (other) return other;
    }
    return null;
  }

  #launch(row: number): [row: number, releaseS: number, interceptS: number] | null {
    const { unitIndex, threatIndex, releaseS: readyS, interceptS: earliestS } = this.#opportunities;
    const unit = unitIndex[row];
    const used = this.#usedCount.get(unit) ?? 0;
    if (used >= this.#state.remainingCount[unit]) return null;
    const { launchIntervalS = 0, retime } = this.#rules;
    const launchesS = this.#launchesS.get(unit) ?? this.#state.launchesS[unit] ?? [];
    let releaseS = Math.max(readyS[row], this.#state.nextReleaseS[unit]);
    for (const launchS of launchesS) {
      if (Math.abs(launchS - releaseS) < launchIntervalS) releaseS = launchS + launchIntervalS;
    }
    let interceptS = earliestS[row];
    if (releaseS > readyS[row]) interceptS = retime?.(threatIndex[row], unit, releaseS, interceptS) ?? Number.NaN;
    if (Number.isNaN(interceptS)) return null;
    this.#usedCount.set(unit, used + 1);
    this.#launchesS.set(
      unit,
      [...launchesS, releaseS].sort((a, b) => a - b),
    );
    return [row, releaseS, interceptS];
  }
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
