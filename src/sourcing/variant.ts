import type { Architecture } from '../flow/architecture.ts';
import type { ElementLoss } from '../flow/withdrawal.ts';

/** Just under one: every satellite then draws, in the base case and in every variant, so that all share their draws. */
const ALMOST_ONE = 1 - 1e-12;

/**
 * The architecture with a share of each element's units left, by their availability: pure, so that `run` takes the result as
 * it takes any other. Which satellites are gone is drawn anew in each trial.
 *
 * Gaps that empty out plane by plane are not modelled. With all shares at one this is the base case.
 *
 * @param remaining by element: share of the units left, 0 to 1
 */
export function thinnedOut(architecture: Architecture, remaining: ReadonlyMap<string, number>): Architecture {
  const thin = <T extends { id: string; satelliteAvailabilityProbability?: number }>(plan: T): T => {
    const share = remaining.get(plan.id) ?? 1;
    if (!(share >= 0 && share <= 1)) throw new RangeError(`share left of ${plan.id} must be from 0 to 1: ${share}`);
    const works = Math.min(ALMOST_ONE, plan.satelliteAvailabilityProbability ?? 1);
    return { ...plan, satelliteAvailabilityProbability: works * share };
  };
  return {
    ...architecture,
    networks: architecture.networks.map(thin),
    sensors: architecture.sensors.map(thin),
    interceptors: architecture.interceptors.map(thin),
  };
}

/** Shares left of each element some years after a withdrawal, between whole years by straight lines. */
export function remainingAt(losses: readonly ElementLoss[], afterYr: number): Map<string, number> {
  return new Map(
    losses.map(({ element, remainingFraction }) => {
      const last = remainingFraction.length - 1;
      const at = Math.min(afterYr, last);
      const below = Math.floor(at);
      const from = remainingFraction[below];
      const to = remainingFraction[Math.min(last, below + 1)];
      return [element, from + (at - below) * (to - from)];
    }),
  );
}
