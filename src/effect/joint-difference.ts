import type { DepartureAtDate, MeanDifference } from '../flow/departures.ts';
import type { Band, JointCell, JointTable } from '../flow/joint.ts';
import { band } from '../num/band.ts';
import { outerMeans, outerShareVariance, shareQuantiles } from '../num/nested.ts';
import { mean, TWO_SIDED_95, variance } from '../num/statistics.ts';
import { shareBand } from './joint-answer.ts';

/** What a variant changes in the draws at one date, draws that either lacks left out. */
export interface DrawChanges {
  /** By draw: mean over the paired raids of the chance with the variant less that without. */
  means: number[];
  /** Variance of those means between draws, with the noise of the raids inside a draw taken out. */
  outerVariance: number;
  /** The means, drawn together until only the outer variance is left. */
  shrunk: ArrayLike<number>;
}

/**
 * What a variant of a programme changes, date by date: the chance that nothing gets through in the draws of the one less that in the same
 * draws of the other, on the same raids.
 *
 * The band is that of the draws, with the noise of the paired raids inside a draw taken out; the interval is that of the mean over the draws.
 * Where the variant was flown in the first raids of a draw alone, its chance is that of the base in all raids, moved by the change in those
 * that both have: a variant that changes nothing has the chance of the base to the digit.
 */
export function jointDifferences(base: JointTable, variant: JointTable): DepartureAtDate[] {
  return base.dates.map((date, d) => {
    const pairs = pairsAt(base, variant, d);
    const { means, shrunk } = changesOf(pairs);
    return { date, noLeaker: variantBand(pairs, means), difference: band(shrunk), ...meanInterval(means) };
  });
}

/** Changes in the draws at one date of the tables. @param date its place */
export function drawChanges(base: JointTable, variant: JointTable, date: number): DrawChanges {
  return changesOf(pairsAt(base, variant, date));
}

/** Mean over draws, with its 95 % interval. */
export function meanInterval(means: readonly number[]): MeanDifference {
  const centre = means.length === 0 ? 0 : mean(means);
  const half = means.length < 2 ? 0 : TWO_SIDED_95 * Math.sqrt(variance(means) / means.length);
  return { meanDifference: centre, low: centre - half, high: centre + half };
}

type Pair = [before: JointCell, after: JointCell];

function pairsAt(base: JointTable, variant: JointTable, date: number): Pair[] {
  const from = base.draws === 0 ? 0 : 1;
  return base.cells.slice(from).flatMap((row, i): Pair[] => {
    const [before, after] = [row[date], variant.cells[from + i]?.[date]];
    return before && after ? [[before, after]] : [];
  });
}

function changesOf(pairs: readonly Pair[]): DrawChanges {
  const changes = pairs.map(([before, after]) => changesByRaid(before, after));
  const means = changes.map((each) => mean(each));
  const raids = changes[0]?.length ?? 0;
  if (raids < 2 || means.length < 2)
    return { means, outerVariance: means.length < 2 ? 0 : variance(means), shrunk: means };
  const inner = changes.map((each) => variance(each));
  return { means, ...outerMeans(means, inner, raids) };
}

/** By raid that both have: 1 where nothing gets through any more only in the variant, -1 where it did not before. */
function changesByRaid({ leakersByRaid: before }: JointCell, { leakersByRaid: after }: JointCell): number[] {
  return after.map((leakers, raid) => Number(leakers === 0) - Number(before[raid] === 0));
}

function variantBand(pairs: readonly Pair[], changes: readonly number[]): Band {
  const before = pairs.map(([cell]) => cell);
  const after = pairs.map(([, cell]) => cell);
  const [raids, common] = [before[0]?.raids ?? 0, after[0]?.raids ?? 0];
  if (common === raids || common < 2 || pairs.length < 2) return shareBand(after, common);
  if (changes.every((change) => change === 0)) return shareBand(before, raids);
  const share = (leakers: readonly number[]) => leakers.filter((count) => count === 0).length / leakers.length;
  const whole = before.map(({ leakersByRaid }) => share(leakersByRaid));
  const first = before.map(({ leakersByRaid }) => share(leakersByRaid.slice(0, common)));
  const moved = after.map(({ leakersByRaid }) => share(leakersByRaid));
  const centre = Math.min(1, Math.max(0, mean(whole) + mean(changes)));
  const [all, part, then] = [
    outerShareVariance(whole, raids),
    outerShareVariance(first, common),
    outerShareVariance(moved, common),
  ];
  const [p10, p50, p90] = shareQuantiles(centre, part > 0 ? (all * then) / part : then, [0.1, 0.5, 0.9]);
  return { p10: p10, p50: p50, p90: p90 };
}
