import { minNodeCut } from '../num/flow-cut.ts';
import { disjointPaths } from '../num/shortest-path-disjoint.ts';
import { connectedParts } from '../num/shortest-path-parts.ts';
import type { RouteNodes } from './route.ts';
import type { Transport } from './transport.ts';

/** More than this many at once are not tried. */
const MAX_CUT_SIZE = 6;

/** One-way times of up to `maxCount` ways that share no link, of least total; the graph is that of `routeGraph`. */
export function alternativesS({ graph }: Transport, { source, target }: RouteNodes, maxCount = 4): number[] {
  return disjointPaths(graph, source, target, maxCount).lengths;
}

/**
 * A smallest set of gateways whose loss leaves no way between the ends; the fibre at their sites stays.
 *
 * @returns null where no set of gateways does; empty where there is no way to begin with
 */
export function gatewayCut(transport: Transport, { source, target }: RouteNodes): string[] | null {
  const { graph, firstGateway, firstFibre, gateways } = transport;
  const cost = new Float64Array(graph.nodeCount).fill(Infinity);
  cost.fill(1, firstGateway, firstFibre);
  const { value, nodes } = minNodeCut(graph, source, target, cost);
  return value === Infinity ? null : nodes.map((node) => gateways[node - firstGateway].site);
}

/** A smallest set of networks whose loss leaves no way; see {@link gatewayCut}. */
export function networkCut(transport: Transport, nodes: RouteNodes): string[] | null {
  return smallestSet(
    transport,
    nodes,
    transport.networks.map(({ plan }) => [plan.id]),
  );
}

/** A smallest set of partners whose networks, all together, carry every way; see {@link gatewayCut}. */
export function partnerCut(transport: Transport, nodes: RouteNodes): string[] | null {
  return smallestSet(
    transport,
    nodes,
    transport.networks.map(({ providers }) => providers),
  );
}

/** Connected parts among what works: satellites and gateways with a link or without. */
export function partition(
  transport: Transport,
  satelliteOut: Uint8Array,
): { partCount: number; largestPartFraction: number } {
  const { part, partCount } = connectedParts(transport.graph);
  const sizes = new Int32Array(partCount);
  const satellites = new Int32Array(partCount);
  let working = 0;
  for (let v = 0; v < transport.firstFibre; v++) {
    if (v < transport.satelliteCount) {
      if (satelliteOut[v] === 1) continue;
      working++;
      satellites[part[v]]++;
    }
    sizes[part[v]]++;
  }
  let count = 0;
  let largest = 0;
  for (let i = 0; i < partCount; i++) {
    if (sizes[i] > 0) count++;
    if (satellites[i] > largest) largest = satellites[i];
  }
  return { partCount: count, largestPartFraction: working > 0 ? largest / working : Number.NaN };
}

/** Smallest set of labels whose removal parts the ends, by trying sets in the order of their size. @param labels by network */
function smallestSet(transport: Transport, nodes: RouteNodes, labels: string[][]): string[] | null {
  const all = [...new Set(labels.flat())];
  const isOut = new Uint8Array(transport.networks.length);
  for (let size = 0; size <= Math.min(all.length, MAX_CUT_SIZE); size++) {
    for (const chosen of subsets(all, size)) {
      labels.forEach((own, n) => {
        isOut[n] = own.some((label) => chosen.includes(label)) ? 1 : 0;
      });
      if (!isConnected(transport, nodes, isOut)) return chosen;
    }
  }
  return null;
}

function* subsets(all: readonly string[], size: number, from = 0): Generator<string[]> {
  if (size === 0) yield [];
  else
    for (let i = from; i <= all.length - size; i++)
      for (const rest of subsets(all, size - 1, i + 1)) yield [all[i], ...rest];
}

/** Whether a way is left without some of the networks. */
function isConnected(transport: Transport, { source, target }: RouteNodes, networkOut: Uint8Array): boolean {
  const { nodeCount, start, neighbour } = transport.graph;
  const seen = new Uint8Array(nodeCount);
  transport.networks.forEach(({ first, end }, n) => {
    if (networkOut[n] === 1) seen.fill(1, first, end);
  });
  const stack = [source];
  seen[source] = 1;
  while (stack.length > 0) {
    const v = stack.pop()!;
    if (v === target) return true;
    for (let i = start[v]; i < start[v + 1]; i++) {
      if (seen[neighbour[i]] === 1) continue;
      seen[neighbour[i]] = 1;
      stack.push(neighbour[i]);
    }
  }
  return false;
}
