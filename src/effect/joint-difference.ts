import type { DepartureAtDate } from '../flow/departures.ts';
import type { JointCell, JointTable } from '../flow/joint.ts';
import { outerMeans } from '../num/nested.ts';
import { mean, variance } from '../num/statistics.ts';
import { band, shareBand } from './joint-answer.ts';

/** Two-sided 95 % of a normal distribution. */
const TWO_SIDED = 1.96;

/**
 * What a variant of a programme changes, date by date: the chance that nothing gets through in the draws of the one less that in the same
 * draws of the other, on the same raids.
 *
 * The band is that of the draws, with the noise of the paired raids inside a draw taken out; the interval is that of the mean over the draws.
 * Draws that either lacks are left out.
 */
export function jointDifferences(base: JointTable, variant: JointTable): DepartureAtDate[] {
  return base.dates.map((date, d) => {
    const pairs = pairsAt(base, variant, d);
    const changes = pairs.map(([before, after]) => changesOf(before, after));
    const means = changes.map((each) => mean(each));
    const raids = changes[0]?.length ?? 0;
    const inner = changes.map((each) => (raids < 2 ? 0 : variance(each)));
    const centre = mean(means);
    const half = means.length < 2 ? 0 : TWO_SIDED * Math.sqrt(variance(means) / means.length);
    return {
      date,
      noLeaker: shareBand(
        pairs.map(([, after]) => after),
        raids,
      ),
      difference: band(raids < 2 || means.length < 2 ? means : outerMeans(means, inner, raids).shrunk),
      meanDifference: centre,
      low: centre - half,
      high: centre + half,
    };
  });
}

function pairsAt(base: JointTable, variant: JointTable, date: number): [JointCell, JointCell][] {
  const from = base.draws === 0 ? 0 : 1;
  return base.cells.slice(from).flatMap((row, i): [JointCell, JointCell][] => {
    const [before, after] = [row[date], variant.cells[from + i]?.[date]];
    return before && after ? [[before, after]] : [];
  });
}

/** By raid: 1 where nothing gets through any more only in the variant, -1 where it did not before. */
function changesOf({ leakersByRaid: before }: JointCell, { leakersByRaid: after }: JointCell): number[] {
  return before.map((leakers, raid) => Number(after[raid] === 0) - Number(leakers === 0));
}
