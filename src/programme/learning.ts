/** Which reading of a learning curve: of the unit (Crawford) or of the cumulative average (Wright). */
export type LearningTheory = 'crawford' | 'wright';

const DIRECT_TERMS = 32;

/**
 * Exponent b of a learning curve: each doubling multiplies the cost by `rate`, so cost falls as n^b.
 *
 * @param rate 0.85 for an "85 % curve"; above 0, at most 1
 * @throws RangeError if the rate is out of range
 * @source wright-1936, equation of the curve
 */
export function learningExponent(rate: number): number {
  if (!(rate > 0 && rate <= 1)) throw new RangeError(`learning rate must be above 0, at most 1: ${rate}`);
  return Math.log2(rate);
}

/**
 * Cost of the nth unit when the first costs 1.
 *
 * Crawford: n^b. Wright: the step of the cumulative total n^(1+b).
 *
 * @param n whole number from 1
 * @source crawford-1944, unit theory
 */
export function unitCostFactor(n: number, rate: number, theory: LearningTheory): number {
  return lotCostFactor(n, n, rate, theory);
}

/**
 * Mean cost of the first n units when the first costs 1.
 *
 * @source wright-1936, cumulative average theory
 */
export function averageCostFactor(n: number, rate: number, theory: LearningTheory): number {
  return lotCostFactor(1, n, rate, theory) / n;
}

/**
 * Cost of a lot, from one unit to another inclusive, when the first unit ever costs 1.
 *
 * Crawford sums unit costs, exactly for short lots and by Euler and Maclaurin's formula beyond (relative error under
 * 1e-13); Wright takes the difference of two cumulative totals.
 *
 * @param first whole number from 1
 * @param last whole number; `first - 1` is the empty lot and costs 0
 * @throws RangeError if the units are not whole or in this order
 * @source crawford-1944, unit theory
 * @source wright-1936, cumulative average theory
 */
export function lotCostFactor(first: number, last: number, rate: number, theory: LearningTheory): number {
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(last) || first < 1 || last < first - 1) {
    throw new RangeError(`a lot must run from a whole unit of 1 or more to a later one: ${first} to ${last}`);
  }
  if (last < first) return 0;
  const b = learningExponent(rate);
  if (theory === 'crawford') return powerSum(first, last, b);
  return last ** (1 + b) - (first === 1 ? 0 : (first - 1) ** (1 + b));
}

/**
 * Mean unit cost of n units when the first costs 1, by the integral that the AEI calculator uses for Crawford's sum.
 *
 * (n^(1+b) + 1) / (n (1 + b)). For one unit it gives 2 / (1 + b) instead of 1, so it overstates very small lots: at an
 * 85 % curve by 161 % for one unit, 25 % for ten, 4.4 % for a hundred and 0.14 % for ten thousand.
 *
 * @param rate above 0.5, at most 1: at a half the integral has no value
 * @throws RangeError if n is under 1 or the rate out of range
 * @source aei-sbi-calculator, formula of the average unit cost
 */
export function aeiAverageCostFactor(n: number, rate: number): number {
  if (!(n >= 1)) throw new RangeError(`n must be at least 1: ${n}`);
  if (!(rate > 0.5)) throw new RangeError(`learning rate must be above 0.5: ${rate}`);
  const power = 1 + learningExponent(rate);
  return (n ** power + 1) / (n * power);
}

/**
 * Splits two totals, bought at two quantities, into a part that learns at one rate and a part that learns at another.
 *
 * With totals P + L and P f^(1+bP) + L f^(1+bL), two equations give P and L.
 *
 * @param total first total
 * @param grownTotal total at `factor` times the quantity
 * @returns the two parts of the first total
 * @source wright-1936, equation of the curve
 */
export function splitByLearning(
  total: number,
  grownTotal: number,
  factor: number,
  rates: readonly [number, number],
): [number, number] {
  const [growthA, growthB] = rates.map((rate) => quantityGrowth(factor, rate));
  const b = (grownTotal - total * growthA) / (growthB - growthA);
  return [total - b, b];
}

/** How much a total grows when the quantity grows by `factor`, far along the curve: factor^(1+b). */
export function quantityGrowth(factor: number, rate: number): number {
  return factor ** (1 + learningExponent(rate));
}

/** Lots that were summed lately, by a slot of their own: draws of prices ask for the same lots again and again. */
const SLOTS = 1024;
const lately = {
  first: new Float64Array(SLOTS), // 0: empty, as lots begin at 1
  last: new Float64Array(SLOTS),
  exponent: new Float64Array(SLOTS),
  sum: new Float64Array(SLOTS),
};

/** Sum of n^s from first to last. */
function powerSum(first: number, last: number, s: number): number {
  const slot = (31 * first + last) % SLOTS;
  if (lately.first[slot] === first && lately.last[slot] === last && lately.exponent[slot] === s)
    return lately.sum[slot];
  let sum = 0;
  const direct = Math.min(last, Math.max(first, DIRECT_TERMS) + DIRECT_TERMS);
  for (let n = first; n <= direct; n++) sum += n ** s;
  if (direct < last) sum += smoothPowerSum(direct + 1, last, s);
  lately.first[slot] = first;
  lately.last[slot] = last;
  lately.exponent[slot] = s;
  lately.sum[slot] = sum;
  return sum;
}

/** Euler-Maclaurin for x^s from a to z, a well above 1. */
function smoothPowerSum(a: number, z: number, s: number): number {
  const integral = s === -1 ? Math.log(z / a) : (z ** (s + 1) - a ** (s + 1)) / (s + 1);
  const ends = (a ** s + z ** s) / 2;
  const slope = (s * (z ** (s - 1) - a ** (s - 1))) / 12;
  const third = (s * (s - 1) * (s - 2) * (z ** (s - 3) - a ** (s - 3))) / 720;
  return integral + ends + slope - third;
}
