import type { CostRole } from '../flow/cost.ts';
import { elementCount } from '../physics/element-count.ts';

/** What of an element says how many satellites it has. */
export interface OrbitCounts {
  shells?: { planes: number; satellitesPerPlane: number }[];
  geostationary?: unknown[];
  elliptical?: unknown[];
  elements?: { text: string };
}

/** What of an element says how many units it has. */
export interface CountedPlan extends OrbitCounts {
  deployedCount?: number;
  platform?: 'space' | 'ground';
  basing?: 'space' | 'surface';
  sites?: string[];
  unitsCount?: number;
  perSiteCount?: number;
  perUnitCount?: number;
}

/**
 * Units of an element when complete.
 *
 * In space: the satellites of its shells, slots and orbits, or of its element file. On the ground: radars by site, or as
 * the plan says; interceptors one by one, or batteries where a unit holds several.
 */
export function unitCountOf(role: CostRole, plan: CountedPlan): number {
  if (plan.unitsCount !== undefined) return plan.unitsCount;
  if (role === 'system') return 1;
  if (plan.basing === 'surface') return surfaceUnits(plan);
  if (plan.platform === 'ground') return plan.sites?.length ?? 0;
  return satelliteCount(plan);
}

/** Ground sites of an element: as named; one for what only costs; none for what flies without gateways. */
export function siteCountOf(role: CostRole, plan: CountedPlan & { gateways?: string[] }): number {
  if (role === 'system') return 1;
  return plan.sites?.length ?? plan.gateways?.length ?? 0;
}

function surfaceUnits({ sites = [], perSiteCount, perUnitCount }: CountedPlan): number {
  const atSite = perSiteCount ?? perUnitCount ?? 1;
  return sites.length * (perUnitCount === undefined ? atSite : Math.max(1, Math.ceil(atSite / perUnitCount)));
}

/** Satellites of an element that fly in the world: those of its file of elements alone, where it has one. */
export function flownCount(plan: OrbitCounts): number {
  return plan.elements ? elementCount(plan.elements.text) : plannedCount(plan);
}

function satelliteCount(plan: CountedPlan): number {
  return plannedCount(plan) || (plan.deployedCount ?? flownCount(plan));
}

function plannedCount({ shells, geostationary, elliptical }: OrbitCounts): number {
  const inShells = shells?.reduce((sum, { planes, satellitesPerPlane }) => sum + planes * satellitesPerPlane, 0) ?? 0;
  return inShells + (geostationary?.length ?? 0) + (elliptical?.length ?? 0);
}
