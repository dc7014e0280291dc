import type { LayerState, Retime } from '../flow/engagement.ts';
import type { Opportunities, Orders } from '../flow/orders.ts';
import { matchShots } from './match-shots.ts';

/** What an assignment has to respect beside the opportunities. */
export interface AssignRules {
  /** Shots that one salvo puts on one threat. */
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
 * Maximises the expected number of threats stopped: every threat gets its first shot before any gets a second, by
 * augmenting paths, so no threat goes without because an interceptor that it needs was given to one with other choices
 * (see `matchShots`). Units that launch one at a time then fire in the order of their releases, each an interval after the
 * one before; shots that come too late by waiting move to another unit or are not fired.
 *
 * @param opportunities of this layer, spent units included
 */
export function assign(opportunities: Opportunities, state: LayerState, rules: AssignRules): Orders {
  const { remainingCount, nextReleaseS } = state;
  const rows = matchShots(opportunities, remainingCount, rules.salvo);
  const releaseS = Float64Array.from(rows, (row) => opportunities.releaseS[row]);
  const interceptS = Float64Array.from(rows, (row) => opportunities.interceptS[row]);
  const timed =
    rules.retime !== undefined || rules.launchIntervalS !== undefined || hasWait(rows, opportunities, state);
  let kept = Array.from(rows, (_, i) => i);
  const chosen = [...rows];
  if (timed) {
    const used = new Int32Array(remainingCount.length);
    const freeS = nextReleaseS.slice();
    kept = inLaunchOrder(chosen, releaseS).filter((i) => {
      const row = place(chosen[i], opportunities, freeS, used, remainingCount, rules);
      if (!row) return false;
      [chosen[i], releaseS[i], interceptS[i]] = row;
      return true;
    });
  }
  return table(kept, chosen, opportunities, releaseS, interceptS, rules.orderS);
}

function hasWait(rows: Int32Array, { unitIndex, releaseS }: Opportunities, { nextReleaseS }: LayerState): boolean {
  return rows.some((row) => nextReleaseS[unitIndex[row]] > releaseS[row]);
}

function inLaunchOrder(rows: number[], releaseS: Float64Array): number[] {
  return rows.map((_, i) => i).sort((i, j) => releaseS[i] - releaseS[j] || rows[i] - rows[j]);
}

/** A shot in the launch calendar: by its own unit, or else the earliest of the others that reach the same threat. */
function place(
  wanted: number,
  opportunities: Opportunities,
  freeS: Float64Array,
  used: Int32Array,
  remainingCount: Int32Array,
  rules: AssignRules,
): [row: number, releaseS: number, interceptS: number] | null {
  const { threatIndex, unitIndex } = opportunities;
  const own = launch(wanted, opportunities, freeS, used, remainingCount, rules);
  if (own) return own;
  let first = wanted;
  while (first > 0 && threatIndex[first - 1] === threatIndex[wanted]) first--;
  for (let row = first; row < opportunities.count && threatIndex[row] === threatIndex[wanted]; row++) {
    if (unitIndex[row] === unitIndex[wanted]) continue;
    const other = launch(row, opportunities, freeS, used, remainingCount, rules);
    if (other) return other;
  }
  return null;
}

function launch(
  row: number,
  opportunities: Opportunities,
  freeS: Float64Array,
  used: Int32Array,
  remainingCount: Int32Array,
  rules: AssignRules,
): [row: number, releaseS: number, interceptS: number] | null {
  const unit = opportunities.unitIndex[row];
  if (used[unit] >= remainingCount[unit]) return null;
  let releaseS = opportunities.releaseS[row];
  let interceptS = opportunities.interceptS[row];
  if (freeS[unit] > releaseS) {
    releaseS = freeS[unit];
    interceptS = rules.retime?.(opportunities.threatIndex[row], unit, releaseS) ?? Number.NaN;
    if (Number.isNaN(interceptS)) return null;
  }
  used[unit]++;
  freeS[unit] = releaseS + (rules.launchIntervalS ?? 0);
  return [row, releaseS, interceptS];
}

function table(
  kept: number[],
  rows: number[],
  opportunities: Opportunities,
  releaseS: Float64Array,
  interceptS: Float64Array,
  orderS: Float64Array,
): Orders {
  const count = kept.length;
  const threatIndex = Int32Array.from(kept, (i) => opportunities.threatIndex[rows[i]]);
  return {
    count,
    threatIndex,
    unitIndex: Int32Array.from(kept, (i) => opportunities.unitIndex[rows[i]]),
    orderedS: Float64Array.from(threatIndex, (threat) => orderS[threat]),
    releaseS: Float64Array.from(kept, (i) => releaseS[i]),
    interceptS: Float64Array.from(kept, (i) => interceptS[i]),
    phaseIndex: Uint8Array.from(kept, (i) => opportunities.phaseIndex[rows[i]]),
    killProbability: Float64Array.from(kept, (i) => opportunities.killProbability[rows[i]]),
  };
}
