import type { RandomStream } from '../num/random.ts';
import { normalCdf, normalQuantile } from '../num/special.ts';

const DAYS_PER_YR = 365.25;

/**
 * Stand-downs of launch vehicles after a failure or anomaly, in days; two had not ended when last reported.
 *
 * @source partner-cases-2026, real cases of a partner failing
 */
export const groundingCases: readonly { what: string; days: number; ended: boolean }[] = [
  { what: 'Falcon 9, February 2026, upper stage', days: 5, ended: true },
  { what: 'Falcon 9, July 2024, upper stage', days: 14, ended: true },
  { what: 'New Glenn, April 2026, satellite lost', days: 33, ended: true },
  { what: 'Vulcan, October 2024, booster nozzle', days: 180, ended: true },
  { what: 'Vulcan, February 2026, booster nozzle', days: 150, ended: false },
  { what: 'New Glenn, May 2026, pad lost', days: 215, ended: false },
];

/** Logarithmic mean and spread of all cases: median 53 days. The open cases count as if they had ended when reported. */
export const groundingAll = logMoments(groundingCases.map(({ days }) => days));
/** Spread of one vehicle's own stand-downs: that of the two of Falcon 9. */
const OWN_SPREAD = logMoments([5, 14]).deviation;

/** Time to rebuild a lost pad: the one open case, with the spread of a vehicle's own stand-downs. */
export const PAD_REBUILD_DAYS = 215;

/**
 * Chance that a vehicle's next launch succeeds, drawn from what its record leaves open.
 *
 * Beta(successes + 1/2, failures + 1/2), the posterior under Jeffreys' prior.
 *
 * @source jeffreys-1946, invariant prior of a proportion
 */
export function drawSuccessProbability(successes: number, flights: number, random: RandomStream): number {
  const good = drawGamma(successes + 0.5, random);
  const bad = drawGamma(flights - successes + 0.5, random);
  return good / (good + bad);
}

/**
 * Length of a stand-down in years.
 *
 * Lognormal: around the vehicle's typical length where it is known, with the spread of one vehicle's cases; else from all
 * cases of all vehicles.
 *
 * @param elapsedDays part that is already over: the draw is then of what is left
 */
export function drawGroundingYr(typicalDays: number | undefined, random: RandomStream, elapsedDays = 0): number {
  const mean = typicalDays === undefined ? groundingAll.mean : Math.log(Math.max(0.1, typicalDays));
  const deviation = typicalDays === undefined ? groundingAll.deviation : OWN_SPREAD;
  const over = elapsedDays > 0 ? normalCdf((Math.log(elapsedDays) - mean) / deviation) : 0;
  const p = over + (1 - over) * random.uniform();
  const days = Math.exp(mean + deviation * normalQuantile(Math.min(p, 1 - 1e-12)));
  return Math.max(0, days - elapsedDays) / DAYS_PER_YR;
}

function logMoments(days: number[]): { mean: number; deviation: number } {
  const logs = days.map(Math.log);
  const mean = logs.reduce((sum, x) => sum + x, 0) / logs.length;
  const squares = logs.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / (logs.length - 1)) };
}

/**
 * A gamma deviate of unit scale by squeeze and rejection.
 *
 * @source marsaglia-tsang-2000, section 3; shapes under 1 by a power of a uniform, section 6
 */
export function drawGamma(shape: number, random: RandomStream): number {
  if (!(shape > 0)) throw new RangeError(`shape must be positive: ${shape}`);
  if (shape < 1) return drawGamma(shape + 1, random) * random.uniform() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(random.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
