import type { PointResult, ShareRow, StudyInput } from '../../flow/study.ts';
import { firstOrderIndex, sharesAndFloor } from '../../num/given-data.ts';
import { randomStream } from '../../num/random.ts';
import { variance } from '../../num/statistics.ts';

/** Fewer points than this tell nothing. */
const LEAST_POINTS = 16;

/**
 * Which share of the spread of an output each sampled input explains alone, bends included: those above what chance gives the luckiest.
 *
 * All points fly the same raids, so the dice make no spread of their own between them and nothing is taken out for them.
 *
 * @source plischke-2013, given-data estimation of first-order indices
 */
export function sharesOf(points: readonly PointResult[], inputs: readonly StudyInput[], output: string): ShareRow[] {
  const sampled = inputs.flatMap(({ kind }, i) => (kind === 'range' ? [i] : []));
  const values = points.map(({ columns }) => columns[output] ?? Number.NaN);
  if (sampled.length === 0 || points.length < LEAST_POINTS || !values.every(Number.isFinite)) return [];
  if (!(variance(values) > 0)) return [];
  const columns = sampled.map((i) => points.map((point) => point.values[i] as number));
  const random = randomStream(1, 0, `shares-${output}`);
  const { shares, floor } = sharesAndFloor(columns, values, random, (ranks, of) => firstOrderIndex(ranks, of));
  return sampled
    .flatMap((i, k) =>
      shares[k] > floor
        ? [
            {
              output,
              input: inputs[i].name,
              shareFraction: Math.min(1, shares[k]),
              floorFraction: Math.min(1, floor),
            },
          ]
        : [],
    )
    .sort((a, b) => b.shareFraction - a.shareFraction);
}
