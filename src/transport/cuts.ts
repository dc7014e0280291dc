import { minNodeCut } from '../num/flow-cut.ts';
import { disjointPaths } from '../num/shortest-path-disjoint.ts';
import { connectedParts } from '../num/shortest-path-parts.ts';
import { fibreWithout, type Outages } from './outages.ts';
import type { RouteNodes } from './route.ts';
import type { Transport } from './transport.ts';

/** More than this many at once are not tried. */
const MAX_CUT_SIZE = 6;
const MAX_CABLE_CUT_SIZE = 3;

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

/** Least numbers of nodes whose loss leaves no way between two ends; null where no number does, as one line or the fibre joins them. */
export interface NodeCounts {
  /** Of satellites, gateways and sites on the fibre; by Menger's theorem as many ways have none of these in common. A gateway and its site count as two. */
  anyCount: number | null;
  /** Of satellites alone. */
  satelliteCount: number | null;
}

/** See {@link NodeCounts}; the graph is that of `routeGraph`. */
export function nodeCounts({ graph, satelliteCount }: Transport, { source, target }: RouteNodes): NodeCounts {
  const any = minNodeCut(graph, source, target, new Float64Array(graph.nodeCount).fill(1));
  const finite = ({ value }: { value: number }) => (value === Infinity ? null : value);
  if (any.nodes.length === any.value && any.nodes.every((node) => node < satelliteCount))
    return { anyCount: any.value, satelliteCount: any.value };
  const cost = new Float64Array(graph.nodeCount).fill(Infinity);
  cost.fill(1, 0, satelliteCount);
  return { anyCount: finite(any), satelliteCount: finite(minNodeCut(graph, source, target, cost)) };
}

/**
 * A smallest set of cables whose loss leaves no way, of three at most.
 *
 * Whatever cuts a way off takes a cable of it: only those of the way that is left are tried next.
 *
 * @returns null where no such set does; empty where there is no way to begin with
 */
export function cableCut(transport: Transport, nodes: RouteNodes, outages: Outages): string[] | null {
  const { networkOut, fibreOut } = outages;
  const lines = cablesByLine(transport);
  const wayWithout = (gone: readonly string[]) =>
    wayBetween(
      transport,
      nodes,
      networkOut,
      fibreOut,
      (key) => lines.get(key)?.every((cable) => cable !== undefined && gone.includes(cable)) ?? false,
    );
  const cutBy = (gone: string[], more: number): string[] | null => {
    const way = wayWithout(gone);
    if (!way) return gone;
    if (more === 0) return null;
    for (const cable of cablesOn(way, lines)) {
      const found = gone.includes(cable) ? null : cutBy([...gone, cable], more - 1);
      if (found) return found;
    }
    return null;
  };
  for (let size = 0; size <= MAX_CABLE_CUT_SIZE; size++) {
    const found = cutBy([], size);
    if (found) return found;
  }
  return null;
}

/** Cables of the lines between two nodes, by their key in either direction; undefined for a line on land. */
type CablesByLine = Map<string, (string | undefined)[]>;

function cablesByLine({ fibreLines, firstFibre }: Transport): CablesByLine {
  const lines: CablesByLine = new Map();
  for (const { a, b, cable } of fibreLines)
    for (const key of [`${firstFibre + a} ${firstFibre + b}`, `${firstFibre + b} ${firstFibre + a}`]) {
      const cables = lines.get(key) ?? [];
      lines.set(key, cables);
      cables.push(cable);
    }
  return lines;
}

/** Cables whose loss can break a way: those of its steps that are not on land as well. */
function cablesOn(way: readonly number[], lines: CablesByLine): string[] {
  const steps = way.slice(1).map((node, i) => lines.get(`${way[i]} ${node}`) ?? []);
  return [...new Set(steps.filter((cables) => !cables.includes(undefined)).flat() as string[])];
}

/** A smallest set of networks whose loss leaves no way; see {@link gatewayCut}. @param outages those of the graph */
export function networkCut(transport: Transport, nodes: RouteNodes, outages: Outages): string[] | null {
  return smallestSet(
    transport,
    nodes,
    outages,
    transport.networks.map(({ plan }) => [plan.id]),
  );
}

/** A smallest set of partners whose networks, all together, carry every way; see {@link gatewayCut}. @param outages those of the graph */
export function partnerCut(transport: Transport, nodes: RouteNodes, outages: Outages): string[] | null {
  return smallestSet(
    transport,
    nodes,
    outages,
    transport.networks.map(({ providers }) => providers),
  );
}

/** Connected parts among what works: satellites, and gateways of a network that does, with a link or without. */
export function partition(
  transport: Transport,
  { satelliteOut, networkOut }: Outages,
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
    } else if (transport.gateways[v - transport.firstGateway].networks.every((n) => networkOut[n] === 1)) continue;
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

/**
 * Smallest set of labels whose removal parts the ends, by trying sets in the order of their size. A network that joins the ends alone has to go: where one label
 * does that, every set holds it.
 *
 * @param labels by network
 */
function smallestSet(
  transport: Transport,
  nodes: RouteNodes,
  { networkOut }: Outages,
  labels: string[][],
): string[] | null {
  const all = [...new Set(labels.flat())];
  const fibreOut = new Uint8Array(transport.fibreSites.length);
  const isJoinedBy = (stays: (network: number) => boolean) => {
    const isOut = networkOut.map((out, n) => (out === 1 || !stays(n) ? 1 : 0));
    fibreWithout(transport, isOut, fibreOut);
    return isConnected(transport, nodes, isOut, fibreOut);
  };
  if (isJoinedBy(() => false)) return null;
  const alone = labels.filter((_, n) => networkOut[n] === 0 && isJoinedBy((other) => other === n));
  if (alone.some((own) => own.length === 0)) return null;
  const forced = new Set(alone.filter((own) => own.length === 1).flat());
  const rest = all.filter((label) => !forced.has(label));
  for (let size = 0; size <= Math.min(rest.length, MAX_CUT_SIZE - forced.size); size++) {
    for (const chosen of subsets(rest, size)) {
      const gone = (label: string) => forced.has(label) || chosen.includes(label);
      if (!isJoinedBy((n) => !labels[n].some(gone))) return all.filter(gone);
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

function isConnected(transport: Transport, nodes: RouteNodes, networkOut: Uint8Array, fibreOut: Uint8Array): boolean {
  return wayBetween(transport, nodes, networkOut, fibreOut) !== null;
}

/**
 * The nodes of a way of fewest links that is left without some of the networks and of the sites on the fibre, and of lines by the key of their nodes; an
 * end on the fibre may be a user there. @returns null where there is none
 */
function wayBetween(
  transport: Transport,
  { source, target }: RouteNodes,
  networkOut: Uint8Array,
  fibreOut: Uint8Array,
  isLineOut?: (key: string) => boolean,
): number[] | null {
  const { nodeCount, start, neighbour } = transport.graph;
  const seen = new Uint8Array(nodeCount);
  const before = new Int32Array(nodeCount);
  transport.networks.forEach(({ first, end }, n) => {
    if (networkOut[n] === 1) seen.fill(1, first, end);
  });
  const { firstGateway, firstFibre, firstEnd } = transport;
  const hasNoFibre = (v: number) => v >= firstFibre && v < firstEnd && fibreOut[v - firstFibre] === 1;
  const queue = [source];
  seen[source] = 1;
  for (let q = 0; q < queue.length; q++) {
    const v = queue[q];
    if (v === target) return wayTo(target, source, before);
    for (let i = start[v]; i < start[v + 1]; i++) {
      if (seen[neighbour[i]] === 1) continue;
      const isGround = neighbour[i] >= firstGateway && v >= firstGateway;
      if (isGround && (hasNoFibre(v) || hasNoFibre(neighbour[i]) || isLineOut?.(`${v} ${neighbour[i]}`))) continue;
      seen[neighbour[i]] = 1;
      before[neighbour[i]] = v;
      queue.push(neighbour[i]);
    }
  }
  return null;
}

function wayTo(target: number, source: number, before: Int32Array): number[] {
  const way = [target];
  for (let v = target; v !== source; ) {
    v = before[v];
    way.push(v);
  }
  return way.reverse();
}
