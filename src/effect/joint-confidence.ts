import type { ClaimPlan } from '../flow/claim.ts';
import {
  type Completion,
  type ConfidenceMark,
  completionFractions,
  type JointConfidence,
  type JointTable,
} from '../flow/joint.ts';

/** Chances whose lines are drawn: at least 50 % for projects, 70 % for programmes. */
const CONTOURS = [0.5, 0.7];
/** Fewer draws make no figure. */
const FEWEST_DRAWS = 16;

/**
 * Joint confidence of cost and schedule: in how many draws the programme stands by a date *and* has cost no more than an amount by then.
 *
 * The point estimate is the best estimate, every number at its value; claims of the scenario with money and a date are marked beside it. A draw in which
 * the programme never stands keeps no date.
 *
 * @param endDate last day of the horizon
 * @returns null where nothing is priced, or the draws are too few
 * @source nasa-npr-7120-5e, joint cost and schedule confidence level
 */
export function jointConfidence(
  table: JointTable,
  endDate: string,
  claims: readonly ClaimPlan[] = [],
): JointConfidence | null {
  const sampled = (table.completions ?? []).slice(1).filter((each) => each !== undefined);
  const best = table.completions?.[0];
  if (!best || sampled.length < FEWEST_DRAWS || best.some(({ spentMusd }) => Number.isNaN(spentMusd))) return null;
  const reached = completionFractions.map((_, f) => share(sampled, (draw) => draw[f].date !== null));
  const found = reached.findIndex((fraction) => fraction >= 0.5);
  const at = found < 0 ? completionFractions.length - 1 : found;
  if (reached[at] === 0) return null;
  const draws = sampled.map((draw) => draw[at]);
  const dated = claims.filter(({ byDate, musd }) => byDate !== undefined && musd !== undefined);
  return {
    fraction: completionFractions[at],
    endDate,
    draws,
    completeFraction: reached[at],
    marks: [
      markOf(draws, { name: '', date: best[at].date, musd: best[at].spentMusd }),
      ...dated.map(({ id, name, byDate, musd }) => markOf(draws, { claim: id, name, date: byDate!, musd: musd! })),
    ],
    contours: CONTOURS.map((probability) => ({ probability, points: contourOf(draws, probability) })).filter(
      ({ points }) => points.length > 0,
    ),
  };
}

function markOf(
  draws: readonly Completion[],
  mark: Pick<ConfidenceMark, 'claim' | 'name' | 'date' | 'musd'>,
): ConfidenceMark {
  const inTime = ({ date }: Completion) => date !== null && mark.date !== null && date <= mark.date;
  const inMoney = ({ spentMusd }: Completion) => spentMusd <= mark.musd * (1 + 1e-12);
  return {
    ...mark,
    costProbability: share(draws, inMoney),
    scheduleProbability: share(draws, inTime),
    jointProbability: share(draws, (draw) => inTime(draw) && inMoney(draw)),
  };
}

/** For each date on which some draw is complete, the least money with which so many of all draws are complete by then; steps down with time. */
function contourOf(draws: readonly Completion[], probability: number): { date: string; musd: number }[] {
  const needed = Math.ceil(probability * draws.length - 1e-9);
  const inTime = draws.filter(({ date }) => date !== null).sort((a, b) => (a.date! < b.date! ? -1 : 1));
  const points: { date: string; musd: number }[] = [];
  /** The cheapest of those complete by now, in order. */
  const cheapest: number[] = [];
  inTime.forEach(({ date, spentMusd }, i) => {
    cheapest.splice(placeOf(cheapest, spentMusd), 0, spentMusd);
    if (cheapest.length > needed) cheapest.pop();
    const isLastOfDay = inTime[i + 1]?.date !== date;
    if (!isLastOfDay || cheapest.length < needed) return;
    const musd = cheapest[needed - 1];
    if (points.length === 0 || musd < points.at(-1)!.musd) points.push({ date: date!, musd });
  });
  return points;
}

/** Place of a value in an ordered list. */
function placeOf(ordered: readonly number[], value: number): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ordered[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function share<T>(list: readonly T[], holds: (each: T) => boolean): number {
  return list.filter(holds).length / list.length;
}
