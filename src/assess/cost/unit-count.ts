import type { CostRole } from '../../flow/cost.ts';

/** What of an element says how many units it has. */
export interface CountedPlan {
  shells?: { planes: number; satellitesPerPlane: number }[];
  geostationary?: unknown[];
  elliptical?: unknown[];
  elements?: { text: string };
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

function satelliteCount({ shells, geostationary, elliptical, elements, deployedCount }: CountedPlan): number {
  const inShells = shells?.reduce((sum, { planes, satellitesPerPlane }) => sum + planes * satellitesPerPlane, 0) ?? 0;
  const planned = inShells + (geostationary?.length ?? 0) + (elliptical?.length ?? 0);
  if (planned > 0) return planned;
  return deployedCount ?? elements?.text.match(/^1 /gm)?.length ?? 0;
}
