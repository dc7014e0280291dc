import { betaCdf, betaQuantile } from './beta.ts';
import { mean, variance } from './statistics.ts';

/** A nested sample of a probability: what the draws of the inputs make of it, and what the dice add. */
export interface OuterSample {
  /** Variance between draws with the noise of the raids taken out; 0 where the noise explains all. */
  outerVariance: number;
  /** The shares found, drawn towards their mean until only the outer variance is left. */
  shrunk: Float64Array;
}

/**
 * Takes the binomial noise of the inner trials out of the spread of a share over the outer draws.
 *
 * The observed variance is that of the draws plus p(1 - p)/n on average; what is left scales each share towards the mean. Exact for the
 * variance, an approximation for the shape.
 *
 * @param shares found in each draw, `inner` trials each
 * @param inner trials a draw, from 2
 */
export function outerSample(shares: ArrayLike<number>, inner: number): OuterSample {
  if (!(inner >= 2)) throw new RangeError(`two inner trials are needed: ${inner}`);
  const observed = shares.length < 2 ? 0 : variance(shares);
  const noise = mean(Float64Array.from(shares, (p) => (p * (1 - p)) / (inner - 1)));
  const outerVariance = Math.max(0, observed - noise);
  const centre = mean(shares);
  const ratio = observed > 0 ? Math.sqrt(outerVariance / observed) : 0;
  return { outerVariance, shrunk: Float64Array.from(shares, (p) => centre + ratio * (p - centre)) };
}

/** As {@link outerSample} for a mean: the inner variance of each draw is known. */
export function outerMeans(means: ArrayLike<number>, innerVariances: ArrayLike<number>, inner: number): OuterSample {
  if (!(inner >= 2)) throw new RangeError(`two inner trials are needed: ${inner}`);
  const observed = means.length < 2 ? 0 : variance(means);
  const outerVariance = Math.max(0, observed - mean(innerVariances) / inner);
  const centre = mean(means);
  const ratio = observed > 0 ? Math.sqrt(outerVariance / observed) : 0;
  return { outerVariance, shrunk: Float64Array.from(means, (m) => centre + ratio * (m - centre)) };
}

/**
 * Quantiles of a probability over the outer draws, seen through a few trials each: of the beta distribution with the mean of the shares and
 * their outer variance.
 *
 * @param shares found in each draw, `inner` trials each
 */
export function outerShareQuantiles(
  shares: ArrayLike<number>,
  inner: number,
  probabilities: readonly number[],
): number[] {
  const centre = mean(shares);
  const { outerVariance } = outerSample(shares, inner);
  const most = centre * (1 - centre);
  if (!(outerVariance > 1e-9 && outerVariance < most)) return probabilities.map(() => centre);
  const weight = most / outerVariance - 1;
  return probabilities.map((p) => betaQuantile(p, centre * weight, (1 - centre) * weight));
}

/** A prior that is worth less than this many trials stands for draws that are all or nothing. */
const LEAST_PRIOR_TRIALS = 0.1;

/**
 * Chance, draw by draw, that the probability behind its inner trials is at least a limit.
 *
 * Empirical Bayes: the prior is the beta distribution with the mean of the shares and their outer variance, worth no more trials than the other
 * draws flew; the trials of the draw itself make it the posterior. Counting shares at or above the limit instead would take the dice for
 * spread. A single draw has Jeffreys' prior.
 *
 * @param hits of each draw, whole numbers from 0 to `inner`
 * @param inner trials a draw, from 2
 * @param limit from 0 to below 1: no number of trials shows certainty
 */
export function outerShareChances(hits: ArrayLike<number>, inner: number, limit: number): Float64Array {
  if (!(limit >= 0 && limit < 1)) throw new RangeError(`limit must be from 0 to below 1: ${limit}`);
  const draws = hits.length;
  const shares = Float64Array.from(hits, (count) => count / inner);
  const { outerVariance } = outerSample(shares, inner);
  const centre = (mean(hits) * draws + 0.5) / (draws * inner + 1);
  const spread = outerVariance > 0 ? (centre * (1 - centre)) / outerVariance - 1 : Infinity;
  const weight = draws === 1 ? 1 : Math.min(Math.max(spread, LEAST_PRIOR_TRIALS), (draws - 1) * inner);
  const [a, b] = draws === 1 ? [0.5, 0.5] : [centre * weight, (1 - centre) * weight];
  return Float64Array.from(hits, (count) => 1 - betaCdf(limit, a + count, b + inner - count));
}
