import type { SobolRow } from '../../flow/study.ts';
import { randomStream } from '../../num/random.ts';
import { mean, quantileSorted, variance } from '../../num/statistics.ts';

const RESAMPLES = 200;

/**
 * Sobol indices of every input from a Saltelli design: the share of an output's variance that an input explains by itself
 * (first), and with everything it interacts with (total).
 *
 * Intervals are the 2.5th and 97.5th percentile of a bootstrap over the base points. With few base points the
 * estimates leave 0 to 1.
 *
 * @param values output by point, in the order of `saltelliDesign`; NaN anywhere gives NaN
 * @source saltelli-2010, table 2: (b) first order, (f) total effect
 */
export function sobolIndices(values: ArrayLike<number>, inputs: readonly string[], output: string): SobolRow[] {
  const k = inputs.length;
  const blocks = Math.floor(values.length / (k + 2));
  const all = Array.from({ length: blocks }, (_, i) => i);
  return inputs.map((input, j) => {
    const [firstIndex, totalIndex] = estimate(values, all, k, j);
    const first = new Float64Array(RESAMPLES);
    const total = new Float64Array(RESAMPLES);
    for (let r = 0; r < RESAMPLES; r++) {
      const random = randomStream(1, r, 'sobol-bootstrap');
      const drawn = all.map(() => random.integer(blocks));
      [first[r], total[r]] = estimate(values, drawn, k, j) as [number, number];
    }
    first.sort();
    total.sort();
    return {
      output,
      input,
      firstIndex,
      firstLowIndex: quantileSorted(first, 0.025),
      firstHighIndex: quantileSorted(first, 0.975),
      totalIndex,
      totalLowIndex: quantileSorted(total, 0.025),
      totalHighIndex: quantileSorted(total, 0.975),
    };
  });
}

/** First and total index of input `j` from some blocks; 0 where the output does not vary. */
function estimate(values: ArrayLike<number>, blocks: number[], k: number, j: number): [number, number] {
  const at = (block: number, place: number) => values[block * (k + 2) + place]!;
  const spread = variance(blocks.flatMap((b) => [at(b, 0), at(b, 1)]));
  if (spread === 0) return [0, 0];
  const first = mean(blocks.map((b) => at(b, 1) * (at(b, 2 + j) - at(b, 0))));
  const total = mean(blocks.map((b) => (at(b, 0) - at(b, 2 + j)) ** 2));
  return [first / spread, total / (2 * spread)];
}
