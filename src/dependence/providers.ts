import type { Architecture } from '../flow/architecture.ts';
import { type SuppliedElement, type SupplyEdge, type SupplyGraph, supplyGraph } from './supply-graph.ts';
import { groupLeft, type HealthOf, healthWithout, supplyGroups } from './supply-health.ts';

export const isControl = ({ group }: SupplyEdge) => group === 'control';

/**
 * Whether an element stops at once when some partners or parts stop their service.
 *
 * It does where one of them provides it by the book, is the partner of a network by the scenario or the catalog, or holds most
 * of the control software that it needs. What a partner only builds goes on.
 *
 * @param healthOf what is left without them, over all edges
 */
export function isDenied(
  architecture: Architecture,
  graph: SupplyGraph,
  { id, key }: SuppliedElement,
  roots: ReadonlySet<string>,
  healthOf: HealthOf,
): boolean {
  for (const group of supplyGroups(graph, key)) {
    if (group.edges.some(isControl) && groupLeft(group, healthOf) < 0.5) return true;
    if (group.edges.some(({ kind, from }) => kind === 'provides' && roots.has(from))) return true;
  }
  const network = architecture.networks.find((plan) => plan.id === id);
  return network?.partner !== undefined && roots.has(network.partner);
}

/** Partners without whom each element stops at once, by id of the element; see {@link isDenied}. */
export function providersOf(architecture: Architecture): Map<string, string[]> {
  const graph = supplyGraph(architecture);
  const providers = new Map<string, string[]>(graph.elements.map(({ id }) => [id, []]));
  for (const { key, kind } of graph.nodes.values()) {
    if (kind !== 'partner') continue;
    const roots = new Set([key]);
    const healthOf = healthWithout(graph, roots);
    for (const element of graph.elements)
      if (isDenied(architecture, graph, element, roots, healthOf)) providers.get(element.id)!.push(key);
  }
  return providers;
}

/** What a partner does for a scenario: stop some of it at once, stand behind what it builds, supplies or launches, or nothing. */
export type PartnerRole = 'provides' | 'builds' | 'nothing';

/** What each of some partners does for the elements of a scenario that fly or stand. */
export function partnerRoles(architecture: Architecture, partners: readonly string[]): Map<string, PartnerRole> {
  const graph = supplyGraph(architecture);
  const providers = new Set([...providersOf(architecture).values()].flat());
  const behind = new Set<string>();
  const walk = (key: string) => {
    if (behind.has(key)) return;
    behind.add(key);
    for (const { from } of graph.into.get(key) ?? []) walk(from);
  };
  for (const { key } of graph.elements) walk(key);
  const roleOf = (partner: string): PartnerRole => {
    if (providers.has(partner)) return 'provides';
    return behind.has(partner) ? 'builds' : 'nothing';
  };
  return new Map(partners.map((partner) => [partner, roleOf(partner)]));
}
