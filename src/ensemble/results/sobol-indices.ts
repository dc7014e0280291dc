import type { SobolRow } from '../../flow/study.ts';
import { randomStream } from '../../num/random.ts';
import { mean, quantileSorted } from '../../num/statistics.ts';
import { studentQuantile } from '../../num/student.ts';

const RESAMPLES = 200;
/** Base points in a run of the sequence, at least, and runs, at most and at least. */
const RUN_POINTS = 16;
const MOST_RUNS = 8;
const FEWEST_RUNS = 4;

/**
 * Sobol indices of every input from a Saltelli design: the share of an output's variance that an input explains by itself
 * (first), and with everything it interacts with (total).
 *
 * Intervals are of 95 %. The base points are a Sobol sequence, whose runs of a power of two fill the space evenly, each by itself: the spread over 8 runs,
 * or 4, gives the interval by Student's t. Together the runs err less than apart, so it is rather too wide; points resampled one by
 * one would forget that they lie evenly, and be wider by far. Below 64 base points the interval is such a bootstrap's. With few base points the
 * estimates leave 0 to 1.
 *
 * @param values output by point, in the order of `saltelliDesign`; NaN anywhere gives NaN
 * @source saltelli-2010, table 2: (b) first order, (f) total effect
 */
export function sobolIndices(values: ArrayLike<number>, inputs: readonly string[], output: string): SobolRow[] {
  const k = inputs.length;
  const blocks = Math.floor(values.length / (k + 2));
  return inputs.map((input, j) => {
    const sums = sumsOf(values, k, j);
    const [first, total] = blocks >= FEWEST_RUNS * RUN_POINTS ? byRuns(sums, blocks) : byBootstrap(sums, blocks);
    return {
      output,
      input,
      firstIndex: first.index,
      firstLowIndex: first.low,
      firstHighIndex: first.high,
      totalIndex: total.index,
      totalLowIndex: total.low,
      totalHighIndex: total.high,
    };
  });
}

interface Interval {
  index: number;
  low: number;
  high: number;
}

/** By base point: its part of the variance, of the first order and of the total effect. */
interface Sums {
  spread: Float64Array;
  first: Float64Array;
  total: Float64Array;
  isFlat: boolean;
}

function sumsOf(values: ArrayLike<number>, k: number, j: number): Sums {
  const blocks = Math.floor(values.length / (k + 2));
  let sum = 0;
  for (let block = 0; block < blocks; block++) sum += values[block * (k + 2)] + values[block * (k + 2) + 1];
  // everything is taken from the middle, or an output far from zero would drown its own variance
  const middle = sum / (2 * blocks);
  const [spread, first, total] = [0, 1, 2].map(() => new Float64Array(blocks)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  let all = 0;
  for (let block = 0; block < blocks; block++) {
    const at = block * (k + 2);
    const a = values[at] - middle;
    const b = values[at + 1] - middle;
    const mixed = values[at + 2 + j] - middle;
    spread[block] = (a * a + b * b) / 2;
    first[block] = b * (mixed - a);
    total[block] = (a - mixed) ** 2 / 2;
    all += spread[block];
  }
  return { spread, first, total, isFlat: all / blocks <= (1e-12 * middle) ** 2 };
}

/** First and total index of some base points; 0 where the output does not vary. */
function estimate({ spread, first, total, isFlat }: Sums, blocks: ArrayLike<number>): [number, number] {
  if (isFlat) return [0, 0];
  let [variance, own, effect] = [0, 0, 0];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    variance += spread[block];
    own += first[block];
    effect += total[block];
  }
  const unbiased = variance / (blocks.length - 0.5);
  return [own / blocks.length / unbiased, effect / blocks.length / unbiased];
}

/** From the runs of the sequence: how far the index of each would move the whole, to the first order. */
function byRuns(sums: Sums, blocks: number): [Interval, Interval] {
  const runs = Math.max(FEWEST_RUNS, Math.min(MOST_RUNS, 2 ** Math.floor(Math.log2(blocks / RUN_POINTS))));
  const indices = estimate(sums, range(0, blocks));
  const variance = mean(sums.spread);
  const moves = [sums.first, sums.total].map((part, i) =>
    Array.from({ length: runs }, (_, run) => {
      const [from, to] = [Math.floor((run * blocks) / runs), Math.floor(((run + 1) * blocks) / runs)];
      const of = (values: Float64Array) => mean(values.subarray(from, to));
      return sums.isFlat ? 0 : (of(part) - indices[i] * of(sums.spread)) / variance;
    }),
  );
  const t = studentQuantile(0.975, runs - 1);
  return indices.map((index, i): Interval => {
    const centre = mean(moves[i]);
    const squares = moves[i].reduce((sum, move) => sum + (move - centre) ** 2, 0);
    const half = t * Math.sqrt(squares / (runs - 1) / runs);
    return { index, low: index - half, high: index + half };
  }) as [Interval, Interval];
}

function byBootstrap(sums: Sums, blocks: number): [Interval, Interval] {
  const drawn = Array.from({ length: RESAMPLES }, (_, r) => {
    const random = randomStream(1, r, 'sobol-bootstrap');
    return estimate(
      sums,
      Array.from({ length: blocks }, () => random.integer(blocks)),
    );
  });
  return estimate(sums, range(0, blocks)).map((index, i): Interval => {
    const sorted = Float64Array.from(drawn, (each) => each[i]).sort();
    return { index, low: quantileSorted(sorted, 0.025), high: quantileSorted(sorted, 0.975) };
  }) as [Interval, Interval];
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
