import { elementCount } from '../physics/element-count.ts';

/** What of an element says how many satellites it has. */
export interface OrbitCounts {
  shells?: { planes: number; satellitesPerPlane: number }[];
  geostationary?: unknown[];
  elliptical?: unknown[];
  elements?: { text: string };
}

/** Satellites of an element when complete: of its shells, slots and orbits, as counted in service, or of its file of elements. */
export function satelliteCount(plan: OrbitCounts & { deployedCount?: number }): number {
  return plannedCount(plan) || (plan.deployedCount ?? flownCount(plan));
}

/** Satellites of an element that fly in the world: those of its file of elements alone, where it has one. */
export function flownCount(plan: OrbitCounts): number {
  return plan.elements ? elementCount(plan.elements.text) : plannedCount(plan);
}

function plannedCount({ shells, geostationary, elliptical }: OrbitCounts): number {
  const inShells = shells?.reduce((sum, { planes, satellitesPerPlane }) => sum + planes * satellitesPerPlane, 0) ?? 0;
  return inShells + (geostationary?.length ?? 0) + (elliptical?.length ?? 0);
}
