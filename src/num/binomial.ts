import { logGamma } from './special.ts';

/**
 * Chance of each number of successes in so many trials, from none to all.
 *
 * @param probability from 0 to 1
 */
export function binomialShares(trials: number, probability: number): Float64Array {
  const shares = new Float64Array(trials + 1);
  if (probability <= 0 || probability >= 1) {
    shares[probability <= 0 ? 0 : trials] = 1;
    return shares;
  }
  const [logHit, logMiss] = [Math.log(probability), Math.log1p(-probability)];
  const all = logGamma(trials + 1);
  for (let hits = 0; hits <= trials; hits++) {
    const ways = all - logGamma(hits + 1) - logGamma(trials - hits + 1);
    shares[hits] = Math.exp(ways + hits * logHit + (trials - hits) * logMiss);
  }
  return shares;
}
