import type { PointResult, ShareRow, StudyInput } from '../../flow/study.ts';
import { indicesAndFloor } from '../../num/given-data.ts';
import { outerSample } from '../../num/nested.ts';
import { randomStream } from '../../num/random.ts';
import { variance } from '../../num/statistics.ts';

/** Fewer points than this tell nothing. */
const LEAST_POINTS = 16;

/**
 * Which share of the spread of an output each sampled input explains alone, bends included: those above what chance gives the luckiest.
 *
 * Of a chance that every point counted with the same number of trials, the noise of the trials is taken out of the spread.
 *
 * @source plischke-2013, given-data estimation of first-order indices
 */
export function sharesOf(points: readonly PointResult[], inputs: readonly StudyInput[], output: string): ShareRow[] {
  const sampled = inputs.flatMap(({ kind }, i) => (kind === 'range' ? [i] : []));
  const values = points.map(({ columns }) => columns[output] ?? Number.NaN);
  if (sampled.length === 0 || points.length < LEAST_POINTS || !values.every(Number.isFinite)) return [];
  const spread = variance(values);
  const explained = isChance(output) ? withoutDice(points, values, spread) : spread;
  if (!(spread > 0 && explained > 0)) return [];
  const columns = sampled.map((i) => points.map((point) => point.values[i] as number));
  const { indices, floor } = indicesAndFloor(columns, values, randomStream(1, 0, `shares-${output}`));
  const scale = spread / explained;
  return sampled
    .flatMap((i, k) =>
      indices[k]! > floor
        ? [
            {
              output,
              input: inputs[i]!.name,
              share: Math.min(1, indices[k]! * scale),
              floor: Math.min(1, floor * scale),
            },
          ]
        : [],
    )
    .sort((a, b) => b.share - a.share);
}

const isChance = (output: string) => output === 'noLeaker' || output === 'allEngaged';

/** Variance of a chance over the points without that of the dice; as it is where the points have different numbers of trials. */
function withoutDice(points: readonly PointResult[], values: readonly number[], spread: number): number {
  const trials = points[0]!.trials;
  if (trials < 2 || points.some((point) => point.trials !== trials)) return spread;
  return outerSample(values, trials).outerVariance;
}
