import { groupBy } from '../num/group-by.ts';
import type { SupplyEdge, SupplyGraph } from './supply-graph.ts';

/** Edges into one node of one group: alternatives to each other. */
export interface SupplyGroup {
  name: string;
  edges: SupplyEdge[];
  /** By edge: share of what the node takes; NaN where the book gives none for the whole group. */
  shares: number[];
}

/**
 * Groups of alternatives that a node needs, with their shares.
 *
 * What a group leaves open is split evenly over its edges without a share. Part-owners are no supply: an `owns` edge counts
 * only where it is the whole.
 */
export function supplyGroups(graph: SupplyGraph, key: string): readonly SupplyGroup[] {
  const into = graph.into.get(key);
  if (!into) return [];
  const known = groupsOf.get(into);
  if (known) return known;
  const groups = groupEdges(into);
  groupsOf.set(into, groups);
  return groups;
}

/** By the edges into a node, which do not change: every withdrawal asks for the groups of every node again. */
const groupsOf = new WeakMap<readonly SupplyEdge[], SupplyGroup[]>();

function groupEdges(into: readonly SupplyEdge[]): SupplyGroup[] {
  const supply = into.filter(({ kind, shareFraction = 1 }) => kind !== 'owns' || shareFraction >= 1);
  const byName = groupBy(supply, ({ group, kind }) => group ?? kind);
  return [...byName].map(([name, edges]) => ({ name, edges, shares: sharesOf(edges) }));
}

function sharesOf(edges: SupplyEdge[]): number[] {
  const known = edges.filter(({ shareFraction }) => shareFraction !== undefined);
  if (known.length === 0) return edges.map(() => (edges.length === 1 ? 1 : Number.NaN));
  const sum = known.reduce((total, { shareFraction }) => total + shareFraction!, 0);
  const open = Math.max(0, 1 - sum) / Math.max(1, edges.length - known.length);
  return edges.map(({ shareFraction }) => (shareFraction ?? open) / Math.max(1, sum));
}

/** Share of a node's supply that is left. */
export type HealthOf = (key: string) => number;

/**
 * What is left of every node's supply when some partners or parts are gone.
 *
 * A node keeps the least of its needed groups; a group keeps what its surviving alternatives hold by share. Alternatives
 * without published shares stand in for each other. Nothing is said of spare capacity: that is the withdrawal's.
 *
 * @param gone keys of nodes that are gone
 * @param follows edges that carry the loss; all by default
 */
export function healthWithout(
  graph: SupplyGraph,
  gone: ReadonlySet<string>,
  follows: (edge: SupplyEdge) => boolean = () => true,
): HealthOf {
  const known = new Map<string, number>();
  const healthOf = (key: string): number => {
    if (gone.has(key)) return 0;
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, 1); // a cycle does not feed itself
    let least = 1;
    for (const { edges, shares } of supplyGroups(graph, key)) {
      least = Math.min(
        least,
        leftOf(
          shares,
          edges.map((edge) => (follows(edge) ? healthOf(edge.from) : 1)),
        ),
      );
    }
    known.set(key, least);
    return least;
  };
  return healthOf;
}

/** What is left of a group by the health of its providers. */
export function groupLeft({ edges, shares }: SupplyGroup, healthOf: HealthOf): number {
  return leftOf(
    shares,
    edges.map(({ from }) => healthOf(from)),
  );
}

function leftOf(shares: readonly number[], health: readonly number[]): number {
  if (Number.isNaN(shares[0])) return Math.max(...health);
  return 1 - health.reduce((lost, h, i) => lost + shares[i] * (1 - h), 0);
}

/** Health of a function: its own groups, times the mean of its elements by units. */
export function functionHealth(graph: SupplyGraph, functionId: string, healthOf: HealthOf): number {
  const elements = graph.elements.filter((element) => element.functionId === functionId);
  const own = healthOf(`function:${functionId}`);
  const units = elements.reduce((sum, { weight }) => sum + weight, 0);
  if (units === 0) return own;
  return own * elements.reduce((sum, { key, weight }) => sum + (weight / units) * healthOf(key), 0);
}
