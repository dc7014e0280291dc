import { normalQuantile } from './special.ts';

/** Two-sided 95 % of a normal distribution, in standard deviations. */
export const TWO_SIDED_95 = 1.96;

/** Lower and upper end of a confidence interval. */
export interface Interval {
  low: number;
  high: number;
}

/**
 * Wilson's score interval for a proportion: honest near 0 and 1, where the textbook interval is not.
 *
 * @param successes whole number from 0 to trials
 * @param trials whole number; 0 gives the whole range from 0 to 1
 * @param confidence two-sided, between 0 and 1
 * @throws RangeError if a count is not whole or out of range
 * @source wilson-1927, equation for p
 */
export function wilsonInterval(successes: number, trials: number, confidence = 0.95): Interval {
  checkCount('trials', trials);
  checkCount('successes', successes);
  if (successes > trials) throw new RangeError(`successes must not exceed trials ${trials}: ${successes}`);
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence must be in (0, 1): ${confidence}`);
  if (trials === 0) return { low: 0, high: 1 };
  const z = normalQuantile(0.5 + confidence / 2);
  const p = successes / trials;
  const centre = p + (z * z) / (2 * trials);
  const half = z * Math.sqrt((p * (1 - p)) / trials + (z * z) / (4 * trials * trials));
  const scale = 1 + (z * z) / trials;
  return {
    low: successes === 0 ? 0 : Math.max(0, (centre - half) / scale),
    high: successes === trials ? 1 : Math.min(1, (centre + half) / scale),
  };
}

/**
 * Quantile of a sample by linear interpolation between order statistics (type 7, the default of R and NumPy).
 *
 * @param values any order, not changed; NaN among them gives NaN
 * @param q from 0 to 1
 * @returns NaN for an empty sample
 * @throws RangeError if q is out of range
 * @source hyndman-fan-1996, definition 7
 */
export function quantile(values: Float64Array, q: number): number {
  return quantileSorted(values.slice().sort(), q);
}

/** As `quantile`, for values already in rising order: sort once, ask often. */
export function quantileSorted(sorted: Float64Array, q: number): number {
  if (!(q >= 0 && q <= 1)) throw new RangeError(`q must be from 0 to 1: ${q}`);
  const n = sorted.length;
  if (n === 0 || Number.isNaN(sorted[n - 1])) return Number.NaN; // typed arrays sort NaN to the end
  const at = q * (n - 1);
  const below = Math.floor(at);
  const above = Math.min(below + 1, n - 1);
  if (sorted[below] === sorted[above]) return sorted[below];
  const share = at - below;
  return share === 0 ? sorted[below] : sorted[below] * (1 - share) + sorted[above] * share;
}

/**
 * Arithmetic mean by compensated summation.
 *
 * @returns NaN for an empty sample
 */
export function mean(values: ArrayLike<number>): number {
  return compensatedSum(values) / values.length;
}

/**
 * Sample variance (divided by n - 1): two passes, with the rounding of the mean corrected.
 *
 * @returns NaN for fewer than two values
 * @source chan-golub-leveque-1983, corrected two-pass algorithm
 */
export function variance(values: ArrayLike<number>): number {
  const n = values.length;
  if (n < 2) return Number.NaN;
  const centre = mean(values);
  const squares = new Float64Array(n);
  const differences = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    differences[i] = values[i] - centre;
    squares[i] = differences[i] * differences[i];
  }
  const drift = compensatedSum(differences);
  return Math.max(0, (compensatedSum(squares) - (drift * drift) / n) / (n - 1));
}

/**
 * Sum with a second double for the lost low bits: fixed order, error of one rounding for ordinary data.
 *
 * @source neumaier-1974, improved Kahan-Babuska summation
 */
export function compensatedSum(values: ArrayLike<number>): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const x = values[i];
    const next = sum + x;
    lost += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
    sum = next;
  }
  return Number.isFinite(sum) ? sum + lost : sum;
}

/**
 * Sum of two tables of counts, exact: keys of either, counts added.
 *
 * @throws RangeError if a count is not a whole number from 0 to 2^53 - 1, or a sum would leave that range
 */
export function addCounts(a: Record<string, number>, b: Record<string, number>): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const key of [...new Set([...Object.keys(a), ...Object.keys(b)])].sort()) {
    const left = Object.hasOwn(a, key) ? a[key] : 0;
    const right = Object.hasOwn(b, key) ? b[key] : 0;
    checkCount(`count of ${key}`, left);
    checkCount(`count of ${key}`, right);
    checkCount(`count of ${key}`, left + right);
    Object.defineProperty(sum, key, { value: left + right, enumerable: true, writable: true, configurable: true });
  }
  return sum;
}

function checkCount(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${name} must be a whole number: ${value}`);
}
