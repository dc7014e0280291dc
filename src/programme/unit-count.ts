import type { CostRole } from '../flow/cost.ts';
import { type Basing, interceptorKinds } from '../kinds/interceptors/interceptor-kinds.ts';
import { networkKinds, type Topology } from '../kinds/networks/network-kinds.ts';
import { type OrbitCounts, satelliteCount } from '../kinds/satellite-count.ts';
import { type Platform, sensorKinds } from '../kinds/sensors/sensor-kinds.ts';

/** What of an element says how many units it has. */
export interface CountedPlan {
  deployedCount?: number;
  platform?: Platform;
  basing?: Basing;
  crosslinks?: Topology;
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
  return plan.crosslinks ? networkKinds[plan.crosslinks].unitCount(plan) : satelliteCount(plan);
}

/** What units of one function are counted by when they are held against each other. */
export function weightOf(role: CostRole, plan: CountedPlan): number {
  return plan.basing ? interceptorKinds[plan.basing].weight(plan) : unitCountOf(role, plan);
}

/** Ground sites of an element: as named; one for what only costs; none for what flies without gateways. */
export function siteCountOf(role: CostRole, plan: CountedPlan & { gateways?: string[] }): number {
  if (role === 'system') return 1;
  return plan.sites?.length ?? plan.gateways?.length ?? 0;
}
