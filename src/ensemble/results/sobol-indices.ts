import type { SobolRow } from '../../flow/study.ts';
import { randomStream } from '../../num/random.ts';
import { quantileSorted } from '../../num/statistics.ts';

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
  let sum = 0;
  for (const block of blocks) sum += values[block * (k + 2)]! + values[block * (k + 2) + 1]!;
  // everything is taken from the middle, or an output far from zero would drown its own variance
  const middle = sum / (2 * blocks.length);
  let spread = 0;
  let first = 0;
  let total = 0;
  for (const block of blocks) {
    const at = block * (k + 2);
    const a = values[at]! - middle;
    const b = values[at + 1]! - middle;
    const mixed = values[at + 2 + j]! - middle;
    spread += a * a + b * b;
    first += b * (mixed - a);
    total += (a - mixed) ** 2;
  }
  const variance = spread / (2 * blocks.length - 1);
  if (variance <= (1e-12 * middle) ** 2) return [0, 0];
  return [first / blocks.length / variance, total / blocks.length / (2 * variance)];
}
