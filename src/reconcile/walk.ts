import type { AssumptionCode, WalkStep } from '../flow/reconcile.ts';
import type { Said } from '../flow/said.ts';

/** An assumption in which two ends differ. */
export interface Change {
  code: AssumptionCode;
  subject?: string;
  before: Said;
  after: Said;
}

/** More changes than this are not put into every order: the totals grow as 2^n. */
export const MOST_CHANGES = 15;

/**
 * Takes changes one after another, in the order given, and tells what each does: at its place, on average over all orders
 * (Shapley value), and at the least and the most over all orders.
 *
 * Every subset of the changes is totalled once, so the cost grows as 2^n.
 *
 * @param totalOf total with some changes made: bit i of the number stands for change i
 * @returns the steps, and the total before any
 * @throws RangeError for more than {@link MOST_CHANGES} changes
 * @source shapley-1953, value of a game
 */
export function walk(
  changes: readonly Change[],
  totalOf: (made: number) => number,
): { startMusd: number; steps: WalkStep[] } {
  const n = changes.length;
  if (n > MOST_CHANGES) throw new RangeError(`at most ${MOST_CHANGES} changes can be put into every order: ${n}`);
  const totals = Float64Array.from({ length: 2 ** n }, (_, made) => totalOf(made));
  const weights = subsetWeights(n);
  let before = 0;
  const steps = changes.map((change, i): WalkStep => {
    const bit = 1 << i;
    let [meanMusd, lowMusd, highMusd] = [0, Infinity, -Infinity];
    for (let made = 0; made < totals.length; made++) {
      if (made & bit) continue;
      const effect = totals[made | bit] - totals[made];
      meanMusd += weights[countOf(made)] * effect;
      lowMusd = Math.min(lowMusd, effect);
      highMusd = Math.max(highMusd, effect);
    }
    const after = before | bit;
    const effectMusd = totals[after] - totals[before];
    before = after;
    return { ...change, effectMusd, meanMusd, lowMusd, highMusd, totalMusd: totals[after] };
  });
  return { startMusd: totals[0], steps };
}

/** Share of the orders in which a given set of k others, and no more, comes before one change: k! (n - 1 - k)! / n!. */
function subsetWeights(n: number): number[] {
  const weights: number[] = [];
  for (let k = 0, weight = 1 / Math.max(1, n); k < n; k++) {
    weights.push(weight);
    weight *= (k + 1) / (n - 1 - k);
  }
  return weights;
}

function countOf(bits: number): number {
  let count = 0;
  for (let left = bits; left > 0; left &= left - 1) count++;
  return count;
}
