import { mean, quantileSorted } from './statistics.ts';

/**
 * Share of the variance of an output that one input alone explains, from a sample that was made for something else.
 *
 * The sample is cut at the input into bins of equal size; the variance between the means of the bins over the whole variance
 * is the first-order index, biased upward by the noise inside the bins. The correction takes off what an input that
 * does nothing would be given: 1 - (1 - S)(N - 1)/(N - M).
 *
 * @param bins M, from 2; by default near the square root of N, at most 50
 * @param explainedVariance variance to divide by, such as the outer variance of a nested sample; default that of the output
 * @returns may be slightly below 0 for an input that does nothing; NaN where the output does not vary
 * @throws RangeError if there are fewer than two values a bin
 * @source plischke-2013, given-data estimation of first-order indices
 */
export function firstOrderIndex(
  input: ArrayLike<number>,
  output: ArrayLike<number>,
  bins = defaultBins(input.length),
  explainedVariance?: number,
): number {
  const n = output.length;
  if (!(bins >= 2 && n >= 2 * bins)) throw new RangeError(`${n} values are too few for ${bins} bins`);
  const order = Array.from({ length: n }, (_, i) => i).sort((a, b) => input[a] - input[b] || a - b);
  const centre = mean(output);
  let total = 0;
  for (let i = 0; i < n; i++) total += (output[i] - centre) ** 2;
  if (!(total > 0)) return Number.NaN;
  let between = 0;
  for (let bin = 0; bin < bins; bin++) {
    const from = Math.floor((bin * n) / bins);
    const to = Math.floor(((bin + 1) * n) / bins);
    let sum = 0;
    for (let i = from; i < to; i++) sum += output[order[i]];
    between += (to - from) * (sum / (to - from) - centre) ** 2;
  }
  const adjusted = 1 - (1 - between / total) * ((n - 1) / (n - bins));
  if (explainedVariance === undefined) return adjusted;
  return explainedVariance > 0 ? (adjusted * total) / (n - 1) / explainedVariance : Number.NaN;
}

/** Bins that keep both the bias and the noise of {@link firstOrderIndex} small. */
export function defaultBins(count: number): number {
  return Math.max(2, Math.min(50, Math.round(Math.sqrt(count) / 1.5)));
}

/** Shuffles of the output that tell which share an input that does nothing may be given. */
export const SHUFFLES = 99;

/**
 * Shares of the variance of an output that each of several inputs explains, and the floor under which a share may be chance.
 *
 * The floor is the 95 % quantile of the greatest share over all inputs when the output is shuffled.
 *
 * @param inputs values of each
 * @param random decides the shuffles
 * @param shareOf estimator, from the ranks of an input: {@link firstOrderIndex} sees bends, {@link rankShare} is steadier with few draws
 */
export function sharesAndFloor(
  inputs: readonly ArrayLike<number>[],
  output: readonly number[],
  random: { integer(below: number): number },
  shareOf: (ranks: Float64Array, output: readonly number[]) => number,
): { shares: number[]; floor: number } {
  const orders = inputs.map(orderOf);
  const greatest: number[] = [];
  for (let s = 0; s < SHUFFLES; s++) {
    const shuffled = shuffle(output, random);
    greatest.push(Math.max(...orders.map((order) => shareOf(order, shuffled))));
  }
  return {
    shares: orders.map((order) => shareOf(order, output)),
    floor: quantileSorted(Float64Array.from(greatest).sort(), 0.95),
  };
}

/** Place of each value in rising order: what the estimator needs of an input. */
function orderOf(values: ArrayLike<number>): Float64Array {
  const order = Array.from({ length: values.length }, (_, i) => i).sort((a, b) => values[a] - values[b] || a - b);
  const ranks = new Float64Array(values.length);
  order.forEach((at, rank) => {
    ranks[at] = rank;
  });
  return ranks;
}

/** A copy of values in an order of chance. */
export function shuffle(values: readonly number[], random: { integer(below: number): number }): number[] {
  const shuffled = [...values];
  for (let i = shuffled.length - 1; i > 0; i--) {
    const other = random.integer(i + 1);
    [shuffled[i], shuffled[other]] = [shuffled[other], shuffled[i]];
  }
  return shuffled;
}

/**
 * Share of the variance of an output that a straight line over the ranks of one input explains: their squared correlation.
 *
 * For an input that works in one direction it is close to the first-order index, and with few draws far steadier than one of bins: of 273
 * inputs that do nothing, the luckiest of 64 draws gets .2 here and .5 there. What rises and falls again is missed.
 *
 * @param ranks of the input, from 0
 * @returns NaN where either does not vary
 */
export function rankShare(ranks: ArrayLike<number>, output: ArrayLike<number>): number {
  const [centre, middle] = [mean(output), mean(ranks)];
  let both = 0;
  let ofRanks = 0;
  let ofOutput = 0;
  for (let i = 0; i < output.length; i++) {
    const [x, y] = [ranks[i] - middle, output[i] - centre];
    both += x * y;
    ofRanks += x * x;
    ofOutput += y * y;
  }
  return (both * both) / (ofRanks * ofOutput);
}
