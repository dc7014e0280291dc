import { type Catalog, type CatalogEntry, isSourced } from '../catalog/entry.ts';
import type { LauncherPlan } from '../flow/architecture.ts';

/** Plain values of an entry: numbers without their sources. */
export function plainEntry<T>(entry: CatalogEntry): T {
  const { id, name, partner } = entry;
  return { id, name, partner, ...(plain(entry.fields) as object) } as T;
}

function plain(value: unknown): unknown {
  if (isSourced(value)) return value.value;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
}

/** Vehicles of the catalog, with those of the scenario on top. */
export function launcherPlans(catalog: Catalog | undefined, own: readonly LauncherPlan[]): Map<string, LauncherPlan> {
  const plans = new Map<string, LauncherPlan>();
  for (const entry of Object.values(catalog?.entries.launchers ?? {}))
    plans.set(entry.id, plainEntry<LauncherPlan>(entry));
  for (const plan of own) plans.set(plan.id, plan);
  return plans;
}
