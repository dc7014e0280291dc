import { providersOf } from '../dependence/providers.ts';
import type { Architecture } from '../flow/architecture.ts';
import { compareKeys } from '../flow/stream-keys.ts';
import type { GroundElement, SpaceElement } from '../flow/world.ts';
import { type Medium, mediumOf } from '../kinds/networks/client-medium.ts';
import { isInOrbit } from '../kinds/place.ts';
import { emptyTree, type PathTree } from '../num/shortest-path.ts';
import { addLink, emptyLinks, type Graph, graphOf, type LinkList } from '../num/shortest-path-graph.ts';
import { type StandingLinks, standingLinks } from './centre-tree.ts';
import { ClientService } from './client-service.ts';
import { type FibreLine, type FibreSite, type FibreTimes, fibreLines } from './fibre.ts';
import { type GroundPoint, groundPoint } from './ground-point.ts';
import { type Network, networkOf } from './network.ts';
import { directionsOf } from './planes.ts';
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
  /** Sensors and interceptors in space, by their keys, copies last: the order of a scenario's lists decides nothing. */
  clients: SpaceElement[];
  networks: Network[];
  satelliteCount: number;
  /** Sites with a gateway of any network. */
  gateways: Gateway[];
  /** Sites that may be on the fibre: command centres, ground sensors and surface layers, ground stations; gateways; landings of cables. */
  fibreSites: string[];
  /** How many of them are there for more than landings; they come first. */
  stationCount: number;
  /** [site on the fibre] 1: it is there for gateways alone, and goes with their networks. */
  isForGateways: Uint8Array;
  fibrePoints: GroundPoint[];
  nodeCount: number;
  firstGateway: number;
  firstFibre: number;
  firstEnd: number;
  /** Links that never change: site to site in the order of `fibreLines`, then gateway to its site. */
  fixedLinks: LinkList;
  fibreLines: FibreLine[];
  standing: StandingLinks;
  /** Times over the fibre by which lines are cut, as far as they were asked for. */
  cutFibre: Map<string, FibreTimes>;
  /** [network] whether more satellite clients may ask for its terminals than it has, by medium. */
  scarce: Record<Medium, boolean>[];
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
  /** Terminals of relays, and who has them. */
  service: ClientService;
  /** Time over the links of the +grids, by their places in `standing.gridTo`; Infinity: there is none. */
  gridS: Float64Array;
}

/** Networks with room for one moment; the normals of the planes in `networks` are of that moment too. */
export type Transport = CompiledNetworks & TransportRoom;

/**
 * Prepares the networks of an architecture.
 *
 * Message paths are straight links at the speed of light in vacuum, fibre by land and by the cables of the scenario, and a fixed delay at
 * each satellite, gateway, landing and site passed; capacity, queueing beyond that delay, weather and pointing time are left out. Ground
 * users never pass on what others send; gateways do.
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
  const own = ownFibreSites(architecture, data.ground);
  const stations = new Set([...own, ...gateways.map(({ site }) => site)]);
  const fibreSites = [...new Set([...stations, ...Object.keys(architecture.fibre.landings)])];
  const fibrePlaces = fibreSites.map((id) => fibreSiteOf(architecture, id));
  const firstGateway = satelliteCount;
  const firstFibre = firstGateway + gateways.length;
  const firstEnd = firstFibre + fibreSites.length;
  const nodeCount = firstEnd + 2;
  const lines = fibreLines(architecture.fibre, fibrePlaces);
  const fixedLinks = emptyLinks(lines.length + gateways.length);
  for (const { a, b, oneWayS } of lines) addLink(fixedLinks, firstFibre + a, firstFibre + b, oneWayS);
  gateways.forEach((gateway, g) => {
    addLink(fixedLinks, firstGateway + g, firstFibre + fibreSites.indexOf(gateway.site), 0);
  });
  const centreSites = architecture.command.map(({ site }) => fibreSites.indexOf(site));
  const standing = standingLinks({ networks, satelliteCount, gateways, fibreSites, fibreLines: lines, centreSites });
  const compiled: CompiledNetworks = {
    architecture,
    space: data.space,
    ground: data.ground,
    clients: data.space.filter(({ role }) => role !== 'network').sort((a, b) => compareKeys(a.key, b.key)),
    networks,
    satelliteCount,
    gateways,
    fibreSites,
    stationCount: stations.size,
    isForGateways: Uint8Array.from(fibreSites, (id) =>
      own.includes(id) || Object.hasOwn(architecture.fibre.landings, id) ? 0 : 1,
    ),
    fibrePoints: fibrePlaces.map(({ point }) => point),
    nodeCount,
    firstGateway,
    firstFibre,
    firstEnd,
    fixedLinks,
    fibreLines: lines,
    standing,
    cutFibre: new Map(),
    scarce: networks.map((network) => scarcityOf(architecture, data.space, network)),
  };
  return { ...compiled, ...roomOf(compiled) };
}

/** The same networks with room for another moment: what was compiled is shared. */
export function forAnotherMoment(transport: Transport): Transport {
  const networks = transport.networks.map((network) => ({
    ...network,
    planes: { ...network.planes, ...directionsOf(network.planes.count) },
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
    service: new ClientService(satelliteCount),
    gridS: new Float64Array(standing.gridTo.length),
  };
}

/** Clients that may be out are few: terminals count as scarce a little before they are. */
const SCARCE_SHARE = 0.8;

function scarcityOf(
  { sensors, interceptors }: Architecture,
  space: readonly SpaceElement[],
  { plan, clients, element }: Network,
): Record<Medium, boolean> {
  const asking = { laser: 0, radio: 0 };
  for (const { role, planIndex, count } of space) {
    if (role === 'network') continue;
    const client = role === 'sensor' ? sensors[planIndex] : interceptors[planIndex];
    const medium = client.terminals.includes(plan.id) ? mediumOf(client, plan) : undefined;
    if (medium) asking[medium] += count;
  }
  const isScarce = (medium: Medium) => asking[medium] > SCARCE_SHARE * clients[medium].count * element.count;
  return { laser: isScarce('laser'), radio: isScarce('radio') };
}

function networksOf(architecture: Architecture, space: readonly SpaceElement[]): Network[] {
  const networks: Network[] = [];
  const providers = providersOf(architecture);
  space.forEach((element, elementIndex) => {
    if (element.role !== 'network') return;
    const plan = architecture.networks[element.planIndex];
    const head = { plan, providers: providers.get(plan.id) ?? [] };
    const at = { elementIndex, first: networks.at(-1)?.end ?? 0, routerDelayMs: architecture.fibre.routerDelayMs };
    networks.push(networkOf(head, element, at));
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

function fibreSiteOf(architecture: Architecture, id: string): FibreSite {
  const site = architecture.fibre.landings[id] ?? siteOf(architecture, id);
  return { site, point: groundPoint(site) };
}

function ownFibreSites(architecture: Architecture, ground: readonly GroundElement[]): string[] {
  const sites = new Set(architecture.command.map(({ site }) => site));
  for (const { siteIds } of ground) for (const site of siteIds) sites.add(site);
  const { sensors, interceptors } = architecture;
  for (const { terminals, sites: stations = [] } of [...sensors, ...interceptors].filter(isInOrbit))
    if (terminals.length === 0) for (const site of stations) sites.add(site);
  return [...sites];
}

export function siteOf(architecture: Architecture, id: string) {
  const site = architecture.sites[id];
  if (!site) throw new RangeError(`site must be one of the architecture's: ${id}`);
  return site;
}
