import type { Route } from '../flow/links.ts';
import { isJammed } from '../force/jammed.ts';
import { pathTo, shortestPaths } from '../num/shortest-path.ts';
import { fillGraph } from '../num/shortest-path-graph.ts';
import { addEndLinks, endNode, type RouteEnd } from './ends.ts';
import { networkOfSatellite, satelliteName } from './names.ts';
import { noOutages, type Outages } from './outages.ts';
import { listLinks, moveSatellites } from './snapshot.ts';
import type { Transport } from './transport.ts';

/** Why there is no route. */
export type NoRouteReason =
  | 'jammed'
  | 'nothing-in-sight-of-start'
  | 'nothing-in-sight-of-end'
  | 'parted'
  | 'converging';

export interface NoRoute {
  kind: 'none';
  reason: NoRouteReason;
}

export function isRoute(found: Route | NoRoute): found is Route {
  return !('kind' in found);
}

/** Nodes at which a route ends, after {@link routeGraph}. */
export interface RouteNodes {
  source: number;
  target: number;
}

/** Builds the graph of all networks with the two ends of a route in it. */
export function routeGraph(
  transport: Transport,
  from: RouteEnd,
  to: RouteEnd,
  atS: number,
  outages: Outages,
): RouteNodes {
  moveSatellites(transport, atS);
  listLinks(transport, outages);
  const source = endNode(transport, from, 0);
  const target = endNode(transport, to, 1);
  const works = (satellite: number) => outages.satelliteOut[satellite] === 0;
  // a satellite client takes the nearest satellite that has a way to the other end, so the ground end comes first
  const ends = [
    { end: from, node: source },
    { end: to, node: target },
  ];
  const [first, second] = from.kind === 'space' && to.kind === 'ground' ? ends.reverse() : ends;
  addEndLinks(transport, first.end, first.node, atS, outages, works);
  if (source !== target && second.end.kind === 'space') {
    fillGraph(transport.graph, transport.nodeCount);
    shortestPaths(transport.graph, first.node, transport.tree);
    addEndLinks(transport, second.end, second.node, atS, outages, (s) => transport.tree.distance[s] < Infinity);
  } else if (source !== target) addEndLinks(transport, second.end, second.node, atS, outages, works);
  fillGraph(transport.graph, transport.nodeCount);
  return { source, target };
}

/**
 * The way of a message with the least latency between two places, and which networks, partners and gateways it uses.
 *
 * @param atS seconds after the epoch
 * @returns a reason where there is no way
 */
export function routeAt(
  transport: Transport,
  from: RouteEnd,
  to: RouteEnd,
  atS: number,
  outages: Outages = noOutages(transport),
): Route | NoRoute {
  const { source, target } = routeGraph(transport, from, to, atS, outages);
  const { tree, graph } = transport;
  shortestPaths(graph, source, tree, undefined, target);
  if (tree.distance[target] < Infinity)
    return describePath(transport, pathTo(tree, target), tree.distance[target], from, to);
  const isLonely = (node: number) => graph.start[node] === graph.start[node + 1];
  if ([from, to].some((end) => end.kind === 'ground' && isJammed(end.point, outages.jammed)))
    return { kind: 'none', reason: 'jammed' };
  if (isLonely(source)) return { kind: 'none', reason: 'nothing-in-sight-of-start' };
  return { kind: 'none', reason: isLonely(target) ? 'nothing-in-sight-of-end' : 'parted' };
}

/** Turns the nodes of a path into names, networks, partners and gateways. */
export function describePath(
  transport: Transport,
  nodes: readonly number[],
  oneWayS: number,
  from: RouteEnd,
  to: RouteEnd,
): Route {
  const { firstGateway, firstFibre, firstEnd } = transport;
  const { distance } = transport.tree;
  const path: string[] = [from.name];
  const pathS: number[] = [0];
  const networks = new Set<string>();
  const partners = new Set<string>();
  const gateways: string[] = [];
  let hopCount = 0;
  for (const node of nodes) {
    if (node < firstGateway) {
      const network = networkOfSatellite(transport, node);
      networks.add(network.plan.id);
      for (const partner of network.providers) partners.add(partner);
      path.push(satelliteName(transport, node));
      pathS.push(distance[node]);
      hopCount++;
    } else if (node < firstEnd) {
      const isGateway = node < firstFibre;
      const site = isGateway ? transport.gateways[node - firstGateway].site : transport.fibreSites[node - firstFibre];
      if (isGateway) gateways.push(site);
      if (path.at(-1) === site) continue;
      path.push(site);
      pathS.push(distance[node]);
    }
  }
  if (path.at(-1) !== to.name) {
    path.push(to.name);
    pathS.push(oneWayS);
  }
  return { oneWayS, hopCount, path, pathS, networks: [...networks], partners: [...partners], gateways };
}
