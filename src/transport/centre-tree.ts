import { growEntries, resetBuckets } from '../num/bucket-queue.ts';
import { fillGraph } from '../num/shortest-path-graph.ts';
import { gridLinkS } from './crosslinks.ts';
import { type FibreTimes, fibreTimes } from './fibre.ts';
import type { Outages } from './outages.ts';
import { listMovingLinks, moveSatellites } from './snapshot.ts';
import type { Transport } from './transport.ts';

/** What the tree of a command centre needs of the links that stand for good: the +grids and the fibre. */
export interface StandingLinks {
  /** [satellite] place in `gridTo` of its first link of the +grid. */
  gridStart: Int32Array;
  /** The satellite at the other end. */
  gridTo: Int32Array;
  /** [network] places in `gridTo` of the two ends of each of its `gridPairs`. */
  gridPlaces: Int32Array[];
  /** Times over the fibre with nothing cut. */
  fibre: FibreTimes;
  /** [gateway] its site on the fibre. */
  siteOfGateway: Int32Array;
  /** [site on the fibre] its gateway; -1: none. */
  gatewayOfSite: Int32Array;
  /** [command centre] its site on the fibre. */
  centreSites: readonly number[];
}

/** What is to be joined. */
interface Standing extends Pick<Transport, 'networks' | 'satelliteCount' | 'gateways' | 'fibreSites' | 'fibreLines'> {
  centreSites: readonly number[];
}

export function standingLinks(standing: Standing): StandingLinks {
  const { gateways, fibreSites, fibreLines, centreSites } = standing;
  const siteOfGateway = Int32Array.from(gateways, ({ site }) => fibreSites.indexOf(site));
  const gatewayOfSite = new Int32Array(fibreSites.length).fill(-1);
  siteOfGateway.forEach((site, g) => {
    gatewayOfSite[site] = g;
  });
  return {
    ...gridRows(standing),
    fibre: fibreTimes(fibreLines, fibreSites.length, centreSites),
    siteOfGateway,
    gatewayOfSite,
    centreSites,
  };
}

function gridRows({ networks, satelliteCount }: Standing): Pick<StandingLinks, 'gridStart' | 'gridTo' | 'gridPlaces'> {
  const gridStart = new Int32Array(satelliteCount + 1);
  for (const { gridPairs } of networks) for (const satellite of gridPairs) gridStart[satellite + 1]++;
  for (let s = 0; s < satelliteCount; s++) gridStart[s + 1] += gridStart[s];
  const next = gridStart.slice();
  const gridPlaces = networks.map(({ gridPairs }) => gridPairs.map((satellite) => next[satellite]++));
  const gridTo = new Int32Array(gridStart[satelliteCount]);
  networks.forEach(({ gridPairs }, n) => {
    gridPlaces[n].forEach((place, i) => {
      gridTo[place] = gridPairs[i ^ 1];
    });
  });
  return { gridStart, gridTo, gridPlaces };
}

/** Buckets that the longest link passes. */
const BUCKETS_A_LINK = 512;

/** Nodes that the node at hand has lowered. */
let lowered = new Int32Array(256);
let loweredCount = 0;

/**
 * Moves the satellites and fills `tree.distance` with the least latency from a command centre to every node: to the last bit that of
 * `shortestPaths` over the graph of `networkAt`, in less time.
 *
 * Rows of the +grid stand for good and are only measured anew. Sites on the fibre begin with the least time by fibre
 * alone, so that only those that space reaches sooner pass it on over the fibre. Any order of work comes to the same sums, as
 * each is that of a path from the centre outwards and the least is taken.
 *
 * Leaves no parents in the tree, and in `graph` and `links` only what is neither fibre nor +grid.
 *
 * @param centre position in `architecture.command`
 * @param atS seconds after the epoch
 */
export function centreTree(transport: Transport, centre: number, atS: number, outages: Outages): void {
  moveSatellites(transport, atS);
  listMovingLinks(transport, outages);
  fillGraph(transport.graph, transport.nodeCount);
  const { tree, firstFibre } = transport;
  tree.distance.fill(Infinity);
  tree.parent.fill(-1);
  tree.parentLink.fill(-1);
  const { fibre, fibreOut } = outages;
  const byFibreS = fibre.fromCentreS[centre];
  tree.distance.set(byFibreS, firstFibre);
  for (let f = 0; f < fibreOut.length; f++) if (fibreOut[f] === 1) tree.distance[firstFibre + f] = Infinity;
  const longestS = Math.max(measureGrids(transport, outages), transport.graph.longest, fibre.longestS);
  search(transport, byFibreS, longestS, outages);
}

/** Measures the links of the +grids into their places. @returns the longest time */
function measureGrids({ networks, standing, gridS, positionEcefKm }: Transport, { satelliteOut }: Outages): number {
  let longestS = 0;
  for (let n = 0; n < networks.length; n++) {
    const network = networks[n];
    const { gridPairs } = network;
    const places = standing.gridPlaces[n];
    for (let i = 0; i < gridPairs.length; i += 2) {
      const a = gridPairs[i];
      const b = gridPairs[i + 1];
      const isOut = (satelliteOut[a] | satelliteOut[b]) === 1;
      const linkS = isOut ? Infinity : gridLinkS(network, positionEcefKm, a, b);
      gridS[places[i]] = linkS;
      gridS[places[i + 1]] = linkS;
      if (linkS > longestS && linkS < Infinity) longestS = linkS;
    }
  }
  return longestS;
}

/** Dijkstra's algorithm on a bucket queue, as `shortestPaths`; the sites on the fibre stand in the tree with their first times. */
function search(transport: Transport, byFibreS: Float64Array, longestS: number, outages: Outages): void {
  const { graph, standing, gridS, firstGateway, firstFibre, firstEnd } = transport;
  const { gridStart, gridTo } = standing;
  const { start, neighbour, neighbourWeight } = graph;
  const { distance, scanned, buckets } = transport.tree;
  const width = longestS > 0 ? longestS / BUCKETS_A_LINK : 1;
  resetBuckets(buckets, width, longestS + width);
  const { head } = buckets;
  const mask = buckets.bucketCount - 1;
  const perWidth = 1 / width;
  scanned.fill(Infinity, 0, graph.nodeCount);
  loweredCount = 0;
  for (let v = firstFibre; v < firstEnd; v++) if (distance[v] < Infinity) note(v);
  let { entryNode, entryNext } = buckets;
  let used = 0;
  let free = -1;
  let held = 0;
  let bucket = 0;
  for (;;) {
    for (let i = 0; i < loweredCount; i++) {
      let spare = free;
      if (spare >= 0) free = entryNext[spare];
      else {
        spare = used++;
        if (spare === entryNode.length) {
          growEntries(buckets);
          ({ entryNode, entryNext } = buckets);
        }
      }
      const into = Math.floor(distance[lowered[i]] * perWidth) & mask;
      entryNode[spare] = lowered[i];
      entryNext[spare] = head[into];
      head[into] = spare;
      held++;
    }
    loweredCount = 0;
    if (held === 0) return;
    while (head[bucket] < 0) bucket = (bucket + 1) & mask;
    const entry = head[bucket];
    head[bucket] = entryNext[entry];
    entryNext[entry] = free;
    free = entry;
    held--;
    const v = entryNode[entry];
    if (scanned[v] === distance[v]) continue; // an older entry of a node that is done
    scanned[v] = distance[v];
    lowerByRow(distance, v, neighbour, neighbourWeight, start[v], start[v + 1]);
    if (v < firstGateway) lowerByRow(distance, v, gridTo, gridS, gridStart[v], gridStart[v + 1]);
    else if (v < firstFibre) lowerSite(transport, v);
    else if (v < firstEnd) lowerByFibre(transport, v, byFibreS[v - firstFibre], outages);
  }
}

function note(node: number): void {
  if (loweredCount === lowered.length) {
    const longer = new Int32Array(2 * loweredCount);
    longer.set(lowered);
    lowered = longer;
  }
  lowered[loweredCount++] = node;
}

/** Lowers what a row of links leads to from a node. */
function lowerByRow(
  distance: Float64Array,
  node: number,
  toNode: Int32Array,
  weight: Float64Array,
  from: number,
  end: number,
): void {
  const d = distance[node];
  for (let i = from; i < end; i++) {
    const candidate = d + weight[i];
    if (!(candidate < distance[toNode[i]])) continue;
    distance[toNode[i]] = candidate;
    note(toNode[i]);
  }
}

/** A gateway and its site are one place. */
function lowerSite({ tree: { distance }, standing, firstGateway, firstFibre }: Transport, gateway: number): void {
  const site = firstFibre + standing.siteOfGateway[gateway - firstGateway];
  if (!(distance[gateway] < distance[site])) return;
  distance[site] = distance[gateway];
  note(site);
}

/** @param byFibreS least time to the site by fibre alone: at that, all sites beyond have theirs */
function lowerByFibre(
  transport: Transport,
  node: number,
  byFibreS: number,
  { fibre, fibreOut }: Pick<Outages, 'fibre' | 'fibreOut'>,
): void {
  const { standing, firstGateway, firstFibre, fibreSites } = transport;
  const { distance } = transport.tree;
  const d = distance[node];
  const site = node - firstFibre;
  const gateway = standing.gatewayOfSite[site];
  if (gateway >= 0 && d < distance[firstGateway + gateway]) {
    distance[firstGateway + gateway] = d;
    note(firstGateway + gateway);
  }
  if (d === byFibreS) return;
  const row = site * fibreSites.length;
  for (let i = 0; i < fibreSites.length; i++) {
    const candidate = d + fibre.oneWayS[row + i];
    if (!(candidate < distance[firstFibre + i]) || fibreOut[i] === 1) continue;
    distance[firstFibre + i] = candidate;
    note(firstFibre + i);
  }
}
