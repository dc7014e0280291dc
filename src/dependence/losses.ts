import type { Architecture } from '../flow/architecture.ts';
import { isControl, isDenied } from './providers.ts';
import { planOf, type SuppliedElement, type SupplyGraph } from './supply-graph.ts';
import { groupLeft, healthWithout, supplyGroups } from './supply-health.ts';

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

/**
 * What each element of the scenario loses when partners or parts are gone.
 *
 * Supply: builders with their terminals and buses, and launches with their engines and pads. Control software and operations
 * centres are no supply: what flies goes on. Service: see `isDenied`; what the government owns and runs itself, like
 * satellites and interceptors that a contractor built, does not stop.
 */
export function lossesOf(architecture: Architecture, graph: SupplyGraph, roots: ReadonlySet<string>): Loss[] {
  const supply = healthWithout(graph, roots, (edge) => !isControl(edge));
  const control = healthWithout(graph, roots);
  return graph.elements.flatMap((element) => {
    const plan = planOf(architecture, element.id);
    if (!plan) return []; // command centres: no unit wears out
    let productionFraction = 1;
    let launchFraction = 1;
    for (const group of supplyGroups(graph, element.key)) {
      if (group.edges.some(isControl)) continue;
      const left = groupLeft(group, supply);
      if (group.edges.some(({ kind }) => kind === 'launches')) launchFraction = Math.min(launchFraction, left);
      else productionFraction = Math.min(productionFraction, left);
    }
    productionFraction = Math.min(productionFraction, supply(`function:${element.functionId}`));
    const { lifeYr = NO_LIFE_YR, massKg = 0 } = plan;
    return [
      {
        element,
        lifeYr,
        massKg,
        productionFraction,
        launchFraction,
        isDenied: isDenied(architecture, graph, element, roots, control),
      },
    ];
  });
}
