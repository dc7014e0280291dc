import type { Catalog } from '../catalog/entry.ts';
import { rootNodes } from '../dependence/dependence.ts';
import { launchPool } from '../dependence/launch-pool.ts';
import { supplyGraph } from '../dependence/supply-graph.ts';
import type { Architecture } from '../flow/architecture.ts';
import type { Departure } from '../flow/run-record.ts';
import { type WithdrawalMode, withdrawalModes } from '../flow/withdrawal.ts';
import { launcherPlans } from '../read/catalog-plans.ts';
import { type Substitution, substitutionFor } from './substitution.ts';
import { remainingAt, thinnedOut } from './variant.ts';

/** Who has left, in which way, and how long ago. */
export type Gone = Omit<Departure, 'name'>;

const whatOf = { 'supply-stops': 'stops', 'service-denied': 'denied' } as const;

export interface WithdrawnArchitecture {
  architecture: Architecture;
  /** By element: share of its units that is left. */
  remaining: Map<string, number>;
  substitutions: { mode: WithdrawalMode; substitution: Substitution }[];
}

/**
 * An architecture some years after partners have left, some in one way and some in the other: ready to run, on the same random
 * numbers as the whole one.
 *
 * Those who left in the same way at the same time leave together. The losses of the two ways and of several times add up, element by
 * element; that one partner's substitute is the other is left out. Ids that nothing rests on change nothing.
 */
export function withdrawn(architecture: Architecture, catalog: Catalog, gone: readonly Gone[]): WithdrawnArchitecture {
  const graph = supplyGraph(architecture);
  const { launchers } = architecture.launch;
  const ids = launchers.map(({ id }) => id);
  const known = new Set(rootNodes(graph).map(({ key }) => key));
  const remaining = new Map<string, number>();
  const substitutions: WithdrawnArchitecture['substitutions'] = [];
  for (const mode of withdrawalModes) {
    const asked = gone.filter(({ partner, what }) => what === whatOf[mode] && known.has(partner));
    for (const afterYr of new Set(asked.map((each) => each.afterYr))) {
      const roots = new Set(asked.filter((each) => each.afterYr === afterYr).map(({ partner }) => partner));
      const pool = launchPool(graph, launcherPlans(catalog, launchers), ids);
      const substitution = substitutionFor(architecture, graph, pool, roots, mode);
      substitutions.push({ mode, substitution });
      for (const [element, share] of remainingAt(substitution.losses, afterYr))
        remaining.set(element, Math.max(0, (remaining.get(element) ?? 1) + share - 1));
    }
  }
  const thinned = thinnedOut(architecture, remaining);
  const keep = <T extends { id: string }>(plans: T[], thin: T[]) =>
    plans.map((plan, i) => ((remaining.get(plan.id) ?? 1) < 1 ? thin[i]! : plan));
  const { networks, sensors, interceptors } = architecture;
  return {
    architecture: {
      ...thinned,
      networks: keep(networks, thinned.networks),
      sensors: keep(sensors, thinned.sensors),
      interceptors: keep(interceptors, thinned.interceptors),
    },
    remaining,
    substitutions,
  };
}

/** Partners and parts that something in the architecture rests on, by id with their names. */
export function thoseWhoCanLeave(architecture: Architecture): Map<string, string> {
  return new Map(rootNodes(supplyGraph(architecture)).map(({ key, name }) => [key, name]));
}
