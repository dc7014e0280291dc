import type { LimitKind } from '../flow/network-load.ts';
import { rateLeft } from '../force/fading.ts';
import { networkLimits } from '../kinds/networks/network-limits.ts';
import type { RatedNet } from '../num/demand-flow.ts';
import type { PathTree } from '../num/shortest-path.ts';
import { networkOfSatellite, satelliteName } from './names.ts';
import type { Transport } from './transport.ts';

/** The network of a moment as arcs that carry so much each, towards the centre; orders take the same arcs backwards, on rates of their own. */
export interface LoadNet extends RatedNet {
  /** [arc] share that the traffic of other customers holds. */
  held: Float64Array;
  /** [arc] network whose rate it is; -1: fibre, which has none. */
  network: Int32Array;
  /** [node] arc over which the quickest way to the centre leaves it; -1: none. */
  wayArc: Int32Array;
  /** Nodes that have such a way, those far from the centre first. */
  order: Int32Array;
}

/**
 * Arcs of the graph that stands, both ways. The antennas of a network at a gateway are an arc of their own beside its links, for what
 * comes down and for what goes up. Fibre has no limit.
 *
 * @param tree least times from the centre over that graph
 */
export function loadNet(transport: Transport, tree: PathTree): LoadNet {
  const { links, nodeCount, satelliteCount, firstGateway, firstFibre, gateways } = transport;
  const antennas = antennasOf(transport);
  const arcCount = 2 * links.linkCount + 2 * antennas.length;
  const net: LoadNet = {
    nodeCount: nodeCount + 2 * antennas.length,
    arcCount,
    from: new Int32Array(arcCount),
    to: new Int32Array(arcCount),
    rate: new Float64Array(arcCount).fill(Infinity),
    held: new Float64Array(arcCount),
    network: new Int32Array(arcCount).fill(-1),
    wayArc: new Int32Array(nodeCount + 2 * antennas.length).fill(-1),
    order: new Int32Array(0),
  };
  const limits = transport.networks.map(({ plan }) => networkLimits(plan));
  const leftAt = (gateway: number, network: number) =>
    rateLeft(transport.architecture, transport.networks[network].plan, gateways[gateway].site);
  const set = (arc: number, from: number, to: number, network = -1, rate?: number) => {
    net.from[arc] = from;
    net.to[arc] = to;
    net.network[arc] = network;
    if (network < 0) return;
    net.rate[arc] = rate ?? Infinity;
    net.held[arc] = limits[network].otherTrafficFraction;
  };
  const isGateway = (node: number) => node >= firstGateway && node < firstFibre;
  const placeOf = new Map(antennas.map(({ gateway, network }, i) => [`${gateway} ${network}`, i]));
  /** Node of what a gateway receives from, or sends to, the satellites of a network. */
  const antenna = (gateway: number, network: number, isSending: 0 | 1) =>
    nodeCount + 2 * placeOf.get(`${gateway - firstGateway} ${network}`)! + isSending;
  const indexOf = (satellite: number) => transport.networks.indexOf(networkOfSatellite(transport, satellite));
  for (let k = 0; k < links.linkCount; k++) {
    const [a, b] = [links.from[k], links.to[k]];
    if (a >= satelliteCount && b >= satelliteCount) {
      set(2 * k, a, b);
      set(2 * k + 1, b, a);
      continue;
    }
    const satellite = Math.min(a, b);
    const other = Math.max(a, b);
    const n = indexOf(satellite);
    const { crosslinkMbps, gatewayLinkMbps, userLinkMbps } = limits[n];
    const [down, up] = a === satellite ? [2 * k, 2 * k + 1] : [2 * k + 1, 2 * k];
    if (isGateway(other)) {
      const rate = gatewayLinkMbps * leftAt(other - firstGateway, n);
      set(down, satellite, antenna(other, n, 0), n, rate);
      set(up, antenna(other, n, 1), satellite, n, rate);
    } else if (other < satelliteCount) {
      const second = indexOf(other);
      const rate = Math.min(crosslinkMbps, limits[second].crosslinkMbps);
      set(down, satellite, other, n, rate);
      set(up, other, satellite, n, rate);
    } else {
      set(down, satellite, other, n, userLinkMbps);
      set(up, other, satellite, n, userLinkMbps);
    }
  }
  antennas.forEach(({ gateway, network }, i) => {
    const rate = limits[network].gatewayMbps * leftAt(gateway, network);
    const node = firstGateway + gateway;
    set(2 * links.linkCount + 2 * i, nodeCount + 2 * i, node, network, rate);
    set(2 * links.linkCount + 2 * i + 1, node, nodeCount + 2 * i + 1, network, rate);
  });
  markWays(transport, net, tree, antennas, gateways.length);
  return net;
}

interface Antennas {
  gateway: number;
  network: number;
}

function antennasOf({ gateways }: Transport): Antennas[] {
  return gateways.flatMap(({ networks }, gateway) => networks.map((network) => ({ gateway, network })));
}

/** The quickest ways of the tree over the arcs, and the order in which they add up. */
function markWays(
  { links, nodeCount, satelliteCount, firstGateway }: Transport,
  net: LoadNet,
  tree: PathTree,
  antennas: readonly Antennas[],
  gatewayCount: number,
): void {
  const arcs = net.wayArc;
  for (let v = 0; v < nodeCount; v++) {
    const k = tree.parentLink[v];
    if (k < 0) continue;
    const arc = links.from[k] === v ? 2 * k : 2 * k + 1;
    const isGateway = v >= firstGateway && v < firstGateway + gatewayCount;
    if (isGateway && tree.parent[v] < satelliteCount) {
      // up from the gateway: by the antennas of the network that the link is of
      const i = antennas.findIndex((each) => each.gateway === v - firstGateway && each.network === net.network[arc]);
      arcs[v] = 2 * links.linkCount + 2 * i + 1;
      arcs[nodeCount + 2 * i + 1] = arc;
    } else arcs[v] = arc;
  }
  antennas.forEach(({ gateway }, i) => {
    if (tree.distance[firstGateway + gateway] < Infinity) arcs[nodeCount + 2 * i] = 2 * links.linkCount + 2 * i;
  });
  net.order = childrenFirst(net);
}

function childrenFirst({ nodeCount, wayArc, to }: LoadNet): Int32Array {
  const waiting = new Int32Array(nodeCount);
  const order: number[] = [];
  for (let v = 0; v < nodeCount; v++) if (wayArc[v] >= 0) waiting[to[wayArc[v]]]++;
  for (let v = 0; v < nodeCount; v++) if (wayArc[v] >= 0 && waiting[v] === 0) order.push(v);
  for (let i = 0; i < order.length; i++) {
    const parent = to[wayArc[order[i]]];
    if (--waiting[parent] === 0 && wayArc[parent] >= 0) order.push(parent);
  }
  return Int32Array.from(order);
}

/** What an arc is, by name: the ends of a link, or the place of a gateway. */
export function arcName(
  transport: Transport,
  net: LoadNet,
  arc: number,
): { kind: Exclude<LimitKind, 'terminal'>; from: string; to: string } {
  const { nodeCount, satelliteCount, firstGateway, firstFibre, gateways, fibreSites } = transport;
  const placed = (node: number) => {
    if (node < satelliteCount) return satelliteName(transport, node);
    if (node < firstFibre) return gateways[node - firstGateway].site;
    if (node < nodeCount) return fibreSites[node - firstFibre];
    const arcOfAntenna = 2 * transport.links.linkCount + node - nodeCount;
    const isReceiving = (node - nodeCount) % 2 === 0;
    return gateways[(isReceiving ? net.to : net.from)[arcOfAntenna] - firstGateway].site;
  };
  const [from, to] = [net.from[arc], net.to[arc]];
  const kind =
    arc >= 2 * transport.links.linkCount
      ? 'gateway'
      : Math.max(from, to) >= nodeCount
        ? 'gateway-link'
        : Math.max(from, to) < satelliteCount
          ? 'crosslink'
          : 'user';
  return { kind, from: placed(from), to: placed(to) };
}
