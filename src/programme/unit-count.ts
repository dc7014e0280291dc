import type { CostRole } from '../flow/cost.ts';
import { type Basing, interceptorKinds } from '../kinds/interceptors/interceptor-kinds.ts';
import { type OrbitCounts, satelliteCount } from '../kinds/satellite-count.ts';
import { type Platform, sensorKinds } from '../kinds/sensors/sensor-kinds.ts';

/** What of an element says how many units it has. */
export interface CountedPlan {
  deployedCount?: number;
  platform?: Platform;
  basing?: Basing;
  sites?: string[];
  unitsCount?: number;
  perSiteCount?: number;
  perUnitCount?: number;
}

/** Units of an element when complete, as its kind counts them: satellites, radars, interceptors or batteries; or as the plan says. */
export function unitCountOf(role: CostRole, plan: CountedPlan & OrbitCounts): number {
  if (plan.unitsCount !== undefined) return plan.unitsCount;
  if (role === 'system') return 1;
  if (plan.basing) return interceptorKinds[plan.basing].unitCount(plan);
  if (plan.platform) return sensorKinds[plan.platform].unitCount(plan);
  return satelliteCount(plan);
}

/** What units of one function are counted by when they are held against each other: missiles of surface layers, whose units are missiles or whole batteries. */
export function weightOf(role: CostRole, plan: CountedPlan): number {
  const { basing, sites, perSiteCount, perUnitCount } = plan;
  if (role !== 'interceptor' || basing !== 'surface' || !sites) return unitCountOf(role, plan);
  return sites.length * (perSiteCount ?? perUnitCount ?? 1);
}

/** Ground sites of an element: as named; one for what only costs; none for what flies without gateways. */
export function siteCountOf(role: CostRole, plan: CountedPlan & { gateways?: string[] }): number {
  if (role === 'system') return 1;
  return plan.sites?.length ?? plan.gateways?.length ?? 0;
}
