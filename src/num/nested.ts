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

/** Steps of the spread at which its likelihood is taken. */
const SPREAD_STEPS = 400;

/**
 * Variance between draws of a probability that is seen through a few trials each, by the beta-binomial distribution with the mean of the
 * shares: the mean over what the spread may be, each standard deviation as likely beforehand as another.
 *
 * Unlike the observed variance less the noise it is never 0 by luck: that few trials show no spread does not say that there is none.
 *
 * @param shares found in each draw, `inner` trials each
 * @returns 0 where all trials came out alike, or where there is but one draw
 */
export function outerShareVariance(shares: ArrayLike<number>, inner: number): number {
  const centre = mean(shares);
  const most = centre * (1 - centre);
  if (!(most > 1e-12) || shares.length < 2) return 0;
  const draws = new Float64Array(inner + 1);
  for (let i = 0; i < shares.length; i++) draws[Math.round(shares[i] * inner)]++;
  const correlations = Array.from({ length: SPREAD_STEPS }, (_, k) => ((k + 0.5) / SPREAD_STEPS) ** 2);
  const likelihoods = correlations.map((correlation) => {
    const weight = 1 / correlation - 1;
    return betaBinomialLog(draws, centre * weight, (1 - centre) * weight);
  });
  const highest = Math.max(...likelihoods);
  const weights = likelihoods.map((log) => Math.exp(log - highest));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return (most * weights.reduce((total, weight, k) => total + weight * correlations[k], 0)) / sum;
}

/** Logarithm of the likelihood of the hits, up to a constant. @param draws by number of hits, from 0 */
function betaBinomialLog(draws: Float64Array, a: number, b: number): number {
  const inner = draws.length - 1;
  const rising = (from: number) => {
    const sums = new Float64Array(inner + 1);
    for (let k = 0; k < inner; k++) sums[k + 1] = sums[k] + Math.log(from + k);
    return sums;
  };
  const [hits, misses, all] = [rising(a), rising(b), rising(a + b)];
  let log = 0;
  for (let k = 0; k <= inner; k++) if (draws[k] > 0) log += draws[k] * (hits[k] + misses[inner - k] - all[inner]);
  return log;
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
  return shareQuantiles(mean(shares), outerShareVariance(shares, inner), probabilities);
}

/** Quantiles of the beta distribution with a mean and a variance; the mean where there is next to no variance, or more than a beta distribution can have. */
export function shareQuantiles(centre: number, outerVariance: number, probabilities: readonly number[]): number[] {
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
