import { normalCdf } from './special.ts';

/** Up to so many steps of counting the flips are counted one by one; beyond, the normal distribution of their spread stands in. */
const MOST_STEPS = 5e7;

/**
 * Fisher's test of paired whole-number differences by flipping their signs: the chance that as large a sum, or a larger one, comes up
 * where each difference might as well have had the other sign.
 *
 * Exact, by counting all flips; nothing is assumed of how the differences are spread but that each is symmetric about 0. Where their
 * true mean is below 0 a small chance is rarer still.
 *
 * @param differences whole numbers
 * @returns 1 where all are 0
 */
export function signFlipProbability(differences: ArrayLike<number>): number {
  const all = Array.from(differences);
  const sizes = all.map(Math.abs).filter((size) => size > 0);
  const sum = all.reduce((a, b) => a + b, 0);
  const total = sizes.reduce((a, b) => a + b, 0);
  if (total === 0) return 1;
  if (total * sizes.length > MOST_STEPS) {
    const spread = Math.sqrt(sizes.reduce((a, b) => a + b * b, 0));
    return normalCdf((1 - sum) / spread);
  }
  const chances = new Float64Array(total + 1); // by sum of the sizes that keep a positive sign
  chances[0] = 1;
  let reach = 0;
  for (const size of sizes) {
    for (let k = reach; k >= 0; k--) {
      chances[k] /= 2;
      chances[k + size] += chances[k];
    }
    reach += size;
  }
  let chance = 0;
  for (let k = total; 2 * k - total >= sum; k--) chance += chances[k];
  return Math.min(1, chance);
}
