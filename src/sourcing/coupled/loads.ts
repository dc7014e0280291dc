import type { PlanModel } from '../../flow/partner-plan.ts';

/** Part of a launch of the largest vehicle that one unit of a fleet takes. */
export function loadShare({ vehicles }: PlanModel, f: number): number {
  return 1 / Math.max(1, ...vehicles.map(({ perLaunch }) => perLaunch[f]));
}
