import { providersOf } from '../dependence/providers.ts';
import type { Architecture } from '../flow/architecture.ts';
import type { GroundElement, SpaceElement } from '../flow/world.ts';
import { emptyTree, type PathTree } from '../num/shortest-path.ts';
import { addLink, emptyLinks, type Graph, graphOf, type LinkList } from '../num/shortest-path-graph.ts';
import { type StandingLinks, standingLinks } from './centre-tree.ts';
import { fibreLinks } from './fibre.ts';
import { type GroundPoint, groundPoint } from './ground-point.ts';
import { type Network, networkOf } from './network.ts';
import { PointGrid } from './point-grid.ts';

/** The radio side of a site: antennas of one or more networks. */
export interface Gateway {
  site: string;
  point: GroundPoint;
  /** Positions in `Transport.networks`. */
  networks: number[];
}

/**
 * The networks of an architecture, compiled once for all times and trials.
 *
 * Nodes of the graph: satellites, then gateways, then sites on the fibre, then two spare ones for the ends of a route.
 */
interface CompiledNetworks {
  architecture: Architecture;
  space: SpaceElement[];
  ground: GroundElement[];
  networks: Network[];
  satelliteCount: number;
  /** Sites with a gateway of any network. */
  gateways: Gateway[];
  /** Sites joined by fibre: gateways, command centres, ground sensors and surface layers without terminals. */
  fibreSites: string[];
  fibrePoints: GroundPoint[];
  nodeCount: number;
  firstGateway: number;
  firstFibre: number;
  firstEnd: number;
  /** Links that never change: gateway to its site, site to site. */
  fixedLinks: LinkList;
  standing: StandingLinks;
}

/** Where the satellites stand at one moment, and what was worked out of it: the next snapshot overwrites all of it. */
interface TransportRoom {
  links: LinkList;
  graph: Graph;
  tree: PathTree;
  positionEcefKm: Float64Array;
  clientEcefKm: Float64Array;
  grid: PointGrid;
  /** [network] its satellites that the tree reaches, once a client has asked. */
  reached: { grid: PointGrid; isBuilt: boolean }[];
  /** Time over the links of the +grids, by their places in `standing.gridTo`; Infinity: there is none. */
  gridS: Float64Array;
}

/** Networks with room for one moment; the normals of the planes in `networks` are of that moment too. */
export type Transport = CompiledNetworks & TransportRoom;

/**
 * Prepares the networks of an architecture.
 *
 * Message paths are straight links at the speed of light in vacuum, fibre on stretched great circles, and a fixed delay at
 * each satellite passed; capacity, queueing beyond that delay, weather and pointing time are left out. Ground users never
 * pass on what others send; gateways do.
 *
 * @param data satellites and sites as the world compiles them
 */
export function prepareTransport(
  architecture: Architecture,
  data: { space: SpaceElement[]; ground: GroundElement[] },
): Transport {
  const networks = networksOf(architecture, data.space);
  const satelliteCount = networks.at(-1)?.end ?? 0;
  const gateways = gatewaysOf(architecture, networks);
  const fibreSites = fibreSitesOf(architecture, data.ground, gateways);
  const fibrePoints = fibreSites.map((site) => groundPoint(siteOf(architecture, site)));
  const firstGateway = satelliteCount;
  const firstFibre = firstGateway + gateways.length;
  const firstEnd = firstFibre + fibreSites.length;
  const nodeCount = firstEnd + 2;
  const fixedLinks = fibreLinks(architecture.fibre, fibrePoints, firstFibre);
  gateways.forEach((gateway, g) => {
    addLink(fixedLinks, firstGateway + g, firstFibre + fibreSites.indexOf(gateway.site), 0);
  });
  const centreSites = architecture.command.map(({ site }) => fibreSites.indexOf(site));
  const standing = standingLinks({
    networks,
    satelliteCount,
    gateways,
    fibreSites,
    firstFibre,
    fixedLinks,
    centreSites,
  });
  const compiled: CompiledNetworks = {
    architecture,
    space: data.space,
    ground: data.ground,
    networks,
    satelliteCount,
    gateways,
    fibreSites,
    fibrePoints,
    nodeCount,
    firstGateway,
    firstFibre,
    firstEnd,
    fixedLinks,
    standing,
  };
  return { ...compiled, ...roomOf(compiled) };
}

/** The same networks with room for another moment: what was compiled is shared. */
export function forAnotherMoment(transport: Transport): Transport {
  const networks = transport.networks.map((network) => ({
    ...network,
    planes: { ...network.planes, normal: new Float64Array(network.planes.normal.length) },
  }));
  return { ...transport, networks, ...roomOf(transport) };
}

function roomOf({ networks, satelliteCount, nodeCount, fixedLinks, standing, space }: CompiledNetworks): TransportRoom {
  const links = emptyLinks(4 * satelliteCount + 2 * fixedLinks.linkCount + 1024);
  return {
    links,
    graph: graphOf(nodeCount, links),
    tree: emptyTree(nodeCount),
    positionEcefKm: new Float64Array(3 * satelliteCount),
    clientEcefKm: new Float64Array(3 * Math.max(0, ...space.map((element) => element.count))),
    grid: new PointGrid(),
    reached: networks.map(() => ({ grid: new PointGrid(), isBuilt: false })),
    gridS: new Float64Array(standing.gridTo.length),
  };
}

function networksOf(architecture: Architecture, space: readonly SpaceElement[]): Network[] {
  const networks: Network[] = [];
  const providers = providersOf(architecture);
  space.forEach((element, elementIndex) => {
    if (element.role !== 'network') return;
    const plan = architecture.networks[element.planIndex]!;
    const head = { plan, providers: providers.get(plan.id) ?? [] };
    networks.push(networkOf(head, element, elementIndex, networks.at(-1)?.end ?? 0));
  });
  return networks;
}

function gatewaysOf(architecture: Architecture, networks: readonly Network[]): Gateway[] {
  const gateways = new Map<string, Gateway>();
  networks.forEach((network, n) => {
    for (const site of new Set(network.plan.gateways ?? [])) {
      const gateway = gateways.get(site) ?? { site, point: groundPoint(siteOf(architecture, site)), networks: [] };
      gateway.networks.push(n);
      gateways.set(site, gateway);
    }
  });
  return [...gateways.values()];
}

function fibreSitesOf(
  architecture: Architecture,
  ground: readonly GroundElement[],
  gateways: readonly Gateway[],
): string[] {
  const sites = new Set(gateways.map(({ site }) => site));
  for (const { site } of architecture.command) sites.add(site);
  for (const element of ground) {
    if (element.role === 'sensor' && architecture.sensors[element.planIndex]!.terminals.length > 0) continue;
    if (element.role === 'interceptor' && architecture.interceptors[element.planIndex]!.terminals.length > 0) continue;
    for (const site of element.siteIds) sites.add(site);
  }
  return [...sites];
}

export function siteOf(architecture: Architecture, id: string) {
  const site = architecture.sites[id];
  if (!site) throw new RangeError(`site must be one of the architecture's: ${id}`);
  return site;
}
