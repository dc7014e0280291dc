import { normalQuantile } from './special.ts';
import { type Interval, wilsonInterval } from './statistics.ts';

/** Mean of whole numbers, one a trial, with its interval. */
export interface CountMean extends Interval {
  mean: number;
  /** Half the width of the interval before it is cut off at 0 and at the most there can be: what a rule to stop may trust. */
  halfWidth: number;
}

/**
 * Mean of whole numbers given as a histogram, exact sums, with the normal interval of a mean kept open where nothing was seen.
 *
 * A trial that counts anything counts one at least, so the mean is no less than the share of such trials: the upper end is never below
 * Wilson's upper end of that share, and none in 100 trials is 0 to 0.037, not 0 to 0. The same holds from the other side where the most
 * that a trial can count is known.
 *
 * @param histogram trials by count, from 0
 * @param most what no trial can exceed; without it the upper side is open
 * @returns NaN for the ends of fewer than two trials
 * @source wilson-1927, equation for p
 */
export function countMean(
  histogram: readonly number[],
  trials: number,
  confidence: number,
  most = Number.POSITIVE_INFINITY,
): CountMean {
  let sum = 0;
  let squares = 0;
  histogram.forEach((count, value) => {
    sum += count * value;
    squares += count * value * value;
  });
  const mean = sum / trials;
  if (trials < 2) return { mean, low: Number.NaN, high: Number.NaN, halfWidth: Number.NaN };
  const variance = Math.max(0, squares - (sum * sum) / trials) / (trials - 1);
  const half = normalQuantile(0.5 + confidence / 2) * Math.sqrt(variance / trials);
  const some = wilsonInterval(trials - (histogram[0] ?? 0), trials, confidence).high;
  const notAll = wilsonInterval(trials - (histogram[most] ?? 0), trials, confidence).high;
  const low = Number.isFinite(most) ? Math.min(mean - half, most - notAll) : mean - half;
  const high = Math.max(mean + half, some);
  return { mean, low: Math.max(0, low), high: Math.min(most, high), halfWidth: (high - low) / 2 };
}
