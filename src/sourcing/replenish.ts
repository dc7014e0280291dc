const STEPS_PER_YR = 12;

/** Units a year that can be added, as a function of the years since the withdrawal. */
export type RatePerYr = (tYr: number) => number;

export interface Replenished {
  /** Share of the full set left at the end of each year; index 0 is the start. */
  remainingFraction: number[];
  /** Years until 95 % is back; 0 where it never falls below; undefined where it is not back. */
  restoredYr?: number;
  /** Units added in each year. */
  addedByYear: number[];
}

/**
 * A set of units that were added evenly over one service life and wear out in the order in which they came.
 *
 * Month by month: what has served its life leaves, what the rate allows is added up to the full number. Losses before
 * the end of life are left out.
 *
 * @param fullCount units when complete
 * @param ratePerYr units that can be added at each time
 * @param years whole years to follow
 * @param startFraction 1: complete at the start; 0: nothing of it works any more
 */
export function replenish(
  fullCount: number,
  lifeYr: number,
  ratePerYr: RatePerYr,
  years: number,
  startFraction = 1,
): Replenished {
  const life = Math.max(1, Math.round(lifeYr * STEPS_PER_YR));
  const steps = years * STEPS_PER_YR;
  const added = new Float64Array(steps);
  const remainingFraction = [startFraction];
  const addedByYear = new Array<number>(years).fill(0);
  let count = startFraction * fullCount;
  let isBelow = startFraction < 0.95;
  let restoredYr: number | undefined = isBelow ? undefined : 0;
  for (let step = 0; step < steps; step++) {
    count -= step < life ? (startFraction * fullCount) / life : added[step - life];
    const rate = Math.max(0, ratePerYr((step + 0.5) / STEPS_PER_YR)) / STEPS_PER_YR;
    added[step] = Math.max(0, Math.min(rate, fullCount - count));
    count += added[step];
    addedByYear[Math.floor(step / STEPS_PER_YR)] += added[step];
    if (count < 0.95 * fullCount) isBelow = true;
    if (isBelow && count >= 0.95 * fullCount) {
      if (restoredYr === undefined) restoredYr = (step + 1) / STEPS_PER_YR;
    } else if (isBelow) restoredYr = undefined;
    if ((step + 1) % STEPS_PER_YR === 0) remainingFraction.push(Math.min(1, Math.max(0, count / fullCount)));
  }
  return { remainingFraction, restoredYr, addedByYear };
}

/** Years to add a whole set from nothing; undefined where `years` are not enough. */
export function buildYr(fullCount: number, ratePerYr: RatePerYr, years: number): number | undefined {
  let count = 0;
  for (let step = 0; step < years * STEPS_PER_YR; step++) {
    count += Math.max(0, ratePerYr((step + 0.5) / STEPS_PER_YR)) / STEPS_PER_YR;
    if (count >= fullCount - 1e-9) return (step + 1) / STEPS_PER_YR;
  }
  return undefined;
}
