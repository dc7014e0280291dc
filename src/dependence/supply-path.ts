import type { SupplyEdge, SupplyGraph } from './supply-graph.ts';
import { supplyGroups } from './supply-health.ts';

export interface SupplyPath {
  keys: string[];
  edges: SupplyEdge[];
  /** Product of the shares along it. */
  weightRatio: number;
}

const MAX_STEPS = 8;

/**
 * Finds the way by which a function rests most on a partner or part: the chain of edges with the greatest product of shares,
 * the shorter of two equal ones.
 *
 * @returns a function that gives undefined where no chain leads there
 */
export function supplyPaths(graph: SupplyGraph): (rootKey: string, functionId: string) => SupplyPath | undefined {
  const consumers = consumersOf(graph);
  return (rootKey, functionId) => bestPath(consumers, rootKey, functionId);
}

type Consumers = Map<string, { edge?: SupplyEdge; to: string; share: number }[]>;

function bestPath(consumers: Consumers, rootKey: string, functionId: string): SupplyPath | undefined {
  const target = `function:${functionId}`;
  let best: SupplyPath | undefined;
  const walk = (path: SupplyPath) => {
    const at = path.keys.at(-1)!;
    if (at === target) {
      const isBetter =
        !best ||
        path.weightRatio > best.weightRatio + 1e-9 ||
        (path.weightRatio > best.weightRatio - 1e-9 && path.keys.length < best.keys.length);
      if (isBetter) best = path;
      return;
    }
    if (path.keys.length > MAX_STEPS) return;
    for (const { edge, to, share } of consumers.get(at) ?? []) {
      if (path.keys.includes(to) || share === 0) continue;
      walk({
        keys: [...path.keys, to],
        edges: edge ? [...path.edges, edge] : path.edges,
        weightRatio: path.weightRatio * share,
      });
    }
  };
  walk({ keys: [rootKey], edges: [], weightRatio: 1 });
  return best;
}

function consumersOf(graph: SupplyGraph): Consumers {
  const consumers: Consumers = new Map();
  const add = (from: string, to: string, share: number, edge?: SupplyEdge) => {
    consumers.set(from, [...(consumers.get(from) ?? []), { edge, to, share }]);
  };
  for (const key of graph.into.keys()) {
    for (const { edges, shares } of supplyGroups(graph, key)) {
      edges.forEach((edge, i) => {
        add(edge.from, key, Number.isNaN(shares[i]) ? 0 : shares[i], edge);
      });
    }
  }
  const units = new Map<string, number>();
  for (const { functionId, weight } of graph.elements) units.set(functionId, (units.get(functionId) ?? 0) + weight);
  for (const { key, functionId, weight } of graph.elements)
    add(key, `function:${functionId}`, weight / Math.max(1, units.get(functionId)!));
  return consumers;
}
