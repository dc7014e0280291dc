import { poissonAtLeast } from '../num/special.ts';

/** Fly-out at constant speed in the time that burning, detecting and deciding leave. */
export interface PoissonReachInput {
  /** Interceptors on orbit, evenly spread. */
  onOrbit: number;
  /** Distance of the shell from the Earth's centre. */
  shellRadiusKm: number;
  speedKmS: number;
  /** How long the threat can be engaged. */
  burnS: number;
  /** Detection and decision together. */
  delayS: number;
}

/** Time and distance left, and interceptors expected within it. */
export interface PoissonReach {
  windowS: number;
  reachKm: number;
  expectedInReach: number;
  /** Probability that at least one is in reach. */
  anyProbability: number;
}

/**
 * How many interceptors of an evenly spread shell can be expected in reach, and whether there is any.
 *
 * A flat disc of the reach on the shell's sphere; satellites placed independently, so their number is Poisson. Real
 * constellations are more regular than that, so the chance of none is overstated; crowding by latitude is left out.
 *
 * @returns zeros where no time is left
 * @throws RangeError naming an input that is negative or not finite
 * @source aps-2003, evenly spread constellation (the Poisson reading is textbook)
 */
export function poissonReach(input: PoissonReachInput): PoissonReach {
  for (const [name, value] of Object.entries(input)) {
    if (!(value >= 0 && value < Infinity)) throw new RangeError(`${name} must be a finite number from 0: ${value}`);
  }
  const windowS = Math.max(0, input.burnS - input.delayS);
  const reachKm = input.speedKmS * windowS;
  const expectedInReach = expectedInDisc(input.onOrbit, reachKm, input.shellRadiusKm);
  return { windowS, reachKm, expectedInReach, anyProbability: reachProbability(expectedInReach, 1) };
}

/** Mean number of evenly spread satellites within a flat disc on their sphere. */
export function expectedInDisc(onOrbit: number, discRadiusKm: number, shellRadiusKm: number): number {
  return (onOrbit * discRadiusKm * discRadiusKm) / (4 * shellRadiusKm * shellRadiusKm);
}

/**
 * Probability that at least `count` are in reach when the mean is known and phases are random.
 *
 * With as many satellites as the absentee ratio the mean is 1, and the chance of any is only 63 %.
 */
export function reachProbability(expectedInReach: number, count: number): number {
  return poissonAtLeast(expectedInReach, count);
}

/**
 * How many times more interceptors a delay costs when reach grows with time: (T / (T - delay))^2.
 *
 * @param flyOutS time of flight without the delay
 * @returns Infinity if the delay leaves no time
 * @source aps-2003, scaling with time
 */
export function delayGrowth(flyOutS: number, delayS: number): number {
  return delayS >= flyOutS ? Infinity : (flyOutS / (flyOutS - delayS)) ** 2;
}
