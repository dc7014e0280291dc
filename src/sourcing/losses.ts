import { planOf, type SuppliedElement, type SupplyEdge, type SupplyGraph } from '../dependence/supply-graph.ts';
import { healthWithout, supplyGroups } from '../dependence/supply-health.ts';
import type { Architecture } from '../flow/architecture.ts';

/** What one element loses when something is gone. */
export interface Loss {
  element: SuppliedElement;
  lifeYr: number;
  massKg: number;
  /** Share of production and of launches that goes on. */
  productionFraction: number;
  launchFraction: number;
  /** Whether the element can be switched off by those who are gone. */
  isDenied: boolean;
}

/** Service life where an element gives none: longer than any horizon here. */
const NO_LIFE_YR = 60;
const isControl = ({ group }: SupplyEdge) => group === 'control';

/**
 * What each element of the scenario loses when partners or parts are gone.
 *
 * Supply: builders with their terminals and buses, and launches with their engines and pads. Control software and operations
 * centres are no supply: what flies goes on. Service: a network goes dark with the partner who provides it or owns its
 * control software; what the government owns and runs itself, like satellites and interceptors that a contractor built, does not.
 */
export function lossesOf(architecture: Architecture, graph: SupplyGraph, roots: ReadonlySet<string>): Loss[] {
  const supply = healthWithout(graph, roots, (edge) => !isControl(edge));
  const control = healthWithout(graph, roots);
  return graph.elements.flatMap((element) => {
    const plan = planOf(architecture, element.id);
    if (!plan) return []; // command centres: no unit wears out
    let productionFraction = 1;
    let launchFraction = 1;
    let isDenied = false;
    for (const { edges, shares } of supplyGroups(graph, element.key)) {
      const left = (health: (key: string) => number) =>
        Number.isNaN(shares[0])
          ? Math.max(...edges.map(({ from }) => health(from)))
          : 1 - edges.reduce((lost, { from }, i) => lost + shares[i] * (1 - health(from)), 0);
      if (edges.some(isControl)) isDenied ||= left(control) < 0.5;
      else if (edges.some(({ kind }) => kind === 'launches')) launchFraction = Math.min(launchFraction, left(supply));
      else productionFraction = Math.min(productionFraction, left(supply));
      isDenied ||= edges.some(({ kind, from }) => kind === 'provides' && roots.has(from));
    }
    const isNetwork = architecture.networks.some(({ id }) => id === element.id);
    if (isNetwork && plan.partner !== undefined && roots.has(plan.partner)) isDenied = true;
    productionFraction = Math.min(productionFraction, supply(`function:${element.functionId}`));
    const { lifeYr = NO_LIFE_YR, massKg = 0 } = plan;
    return [{ element, lifeYr, massKg, productionFraction, launchFraction, isDenied }];
  });
}
