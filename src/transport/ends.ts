import { InputError } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import type { GroundElement, SpaceElement } from '../flow/world.ts';
import { isJammed } from '../force/jammed.ts';
import { type ClientKinds, mediumOf } from '../kinds/networks/client-medium.ts';
import { addLink } from '../num/shortest-path-graph.ts';
import { catalogNumber } from '../physics/catalog-number.ts';
import { LIGHT_SPEED_KM_S } from '../physics/constants.ts';
import { type LatLon, latLonFault, parseLatLon } from '../physics/lat-lon.ts';
import { isClear } from '../physics/sight.ts';
import { DIRECT_MIN_ELEVATION_SINE, groundStations, moveClients } from './client-links.ts';
import { addGroundLinks } from './ground-links.ts';
import { type GroundPoint, groundPoint } from './ground-point.ts';
import type { Outages } from './outages.ts';
import { siteOf, type Transport } from './transport.ts';

/** One end of a route. */
export type RouteEnd = GroundEnd | SpaceEnd;

/** A place on the ground: a user with terminals, on the fibre too where it is one of its sites. */
export interface GroundEnd {
  kind: 'ground';
  name: string;
  point: GroundPoint;
  /** Position in `fibreSites`; -1: only a user. */
  fibreIndex: number;
  /** Networks whose terminals it has; all where left out. */
  terminals?: string[];
}

/** A satellite of a sensor or interceptor layer. */
export interface SpaceEnd {
  kind: 'space';
  name: string;
  element: SpaceElement;
  unit: number;
  terminals: string[];
  sites?: string[];
  /** What it carries to talk to networks. */
  kinds: ClientKinds;
}

/**
 * The end of a route that a word means: a site or `lat,lon` in degrees, which has terminals of all networks; a command centre, or a
 * unit of a sensor or interceptor layer such as `sbi/12` (unit 0 where none is given; of a file of elements by name or number too), which have the terminals of their plan.
 *
 * @throws InputError where the word means nothing, with what is known
 */
export function routeEnd(transport: Transport, word: string): RouteEnd {
  const { architecture } = transport;
  const latLon = parseLatLon(word);
  if (latLon) return placeEnd(word, latLon);
  const [id, unitText] = word.split('/');
  const unit = unitText === undefined ? 0 : Number(unitText);
  const siteEnd = (siteId: string): GroundEnd => {
    const point = groundPoint(siteOf(architecture, siteId));
    return { kind: 'ground', name: siteId, point, fibreIndex: transport.fibreSites.indexOf(siteId) };
  };
  const centre = architecture.command.find((plan) => plan.id === word);
  if (centre) return { ...siteEnd(centre.site), terminals: [] }; // its terminals are in every graph
  const ground = transport.ground.find((element) => element.id === id && element.role !== 'command');
  if (ground && unit >= 0 && unit < ground.count)
    return groundElementEnd(transport, ground, siteEnd(ground.siteIds[unit]));
  if (architecture.sites[word]) return siteEnd(word);
  const named = namedUnit(transport, word);
  if (named) return spaceEnd(transport, named.element, named.unit, word);
  const element = transport.space.find((other) => other.id === id && other.role !== 'network');
  if (element && Number.isInteger(unit) && unit >= 0 && unit < element.count)
    return spaceEnd(transport, element, unit, `${id}/${unit}`);
  throw unknownPlace(transport, word);
}

/** A satellite of a file of elements by its name or its number: `opir:USA 1`, `opir:44713`. */
function namedUnit({ space }: Transport, word: string): { element: SpaceElement; unit: number } | undefined {
  const colon = word.indexOf(':');
  const element = space.find((other) => other.id === word.slice(0, colon) && other.role !== 'network');
  const [orbits] = element?.parts ?? [];
  if (colon < 0 || !element || orbits?.kind !== 'elements') return undefined;
  const name = word.slice(colon + 1);
  const byName = orbits.names.indexOf(name);
  const unit = byName >= 0 ? byName : orbits.ids.indexOf(String(catalogNumber(name) ?? name));
  return unit >= 0 ? { element, unit } : undefined;
}

function spaceEnd({ architecture }: Transport, element: SpaceElement, unit: number, name: string): SpaceEnd {
  const { sensors, interceptors } = architecture;
  const plan = element.role === 'sensor' ? sensors[element.planIndex] : interceptors[element.planIndex];
  return { kind: 'space', name, element, unit, terminals: plan.terminals, sites: plan.sites, kinds: plan };
}

function groundElementEnd({ architecture }: Transport, { role, planIndex }: GroundElement, end: GroundEnd): GroundEnd {
  const { terminals } = role === 'sensor' ? architecture.sensors[planIndex] : architecture.interceptors[planIndex];
  return { ...end, terminals };
}

function placeEnd(name: string, place: LatLon): GroundEnd {
  const fault = latLonFault(place);
  if (fault) throw new InputError([{ code: 'bad-place', path: '', said: fault }]);
  return { kind: 'ground', name, point: groundPoint(place), fibreIndex: -1 };
}

function unknownPlace({ architecture, space }: Transport, word: string): InputError {
  const sites = Object.keys(architecture.sites);
  const clients = space
    .filter(({ role }) => role !== 'network')
    .map(({ id, count }) => said('problem.units', { id, last: count - 1 }));
  const all = [...architecture.command.map(({ id }) => id), ...sites.slice(0, 12), ...clients];
  const known = all.length > 0 ? all : said('problem.none');
  return new InputError([{ code: 'unknown-place', path: '', said: said('problem.unknown-place', { word, known }) }]);
}

/** Node of an end: its site on the fibre, or one of the two spare nodes. @param which 0: start, 1: end */
export function endNode(transport: Transport, end: RouteEnd, which: 0 | 1): number {
  if (end.kind === 'ground' && end.fibreIndex >= 0) return transport.firstFibre + end.fibreIndex;
  return transport.firstEnd + which;
}

/**
 * Adds the links of an end to `transport.links`.
 *
 * @param isIn [satellite] which may serve a satellite client: it takes the nearest of each network
 */
export function addEndLinks(
  transport: Transport,
  end: RouteEnd,
  node: number,
  atS: number,
  outages: Outages,
  isIn: (satellite: number) => boolean,
): void {
  if (end.kind === 'space') addClientLinks(transport, end, node, atS, isIn);
  else if (!isJammed(end.point, outages.jammed)) {
    for (const network of transport.networks) {
      if (end.terminals && !end.terminals.includes(network.plan.id)) continue;
      addGroundLinks(transport, node, end.point, network, 'user', outages);
    }
  }
}

function addClientLinks(
  transport: Transport,
  end: SpaceEnd,
  node: number,
  atS: number,
  isIn: (satellite: number) => boolean,
): void {
  const { clientEcefKm: c, positionEcefKm: p, links, firstFibre } = transport;
  moveClients(transport, end.element, atS);
  const o = 3 * end.unit;
  for (const network of transport.networks) {
    if (!end.terminals.includes(network.plan.id)) continue;
    const medium = mediumOf(end.kinds, network.plan);
    if (!medium || network.clients[medium].count === 0) continue;
    let best = -1;
    let bestKm = network.clients[medium].maxKm;
    for (let s = network.first; s < network.end; s++) {
      const km = distanceKm(c, o, p[3 * s], p[3 * s + 1], p[3 * s + 2]);
      if (!(km <= bestKm) || !isIn(s) || !isClear(c, o, p, 3 * s, network.grazingRadiusKm)) continue;
      best = s;
      bestKm = km;
    }
    if (best >= 0) addLink(links, node, best, bestKm / LIGHT_SPEED_KM_S + network.halfHopS);
  }
  if (end.terminals.length > 0) return;
  for (const f of groundStations(transport, end.sites)) {
    const { x, y, z, upX, upY, upZ } = transport.fibrePoints[f];
    const km = distanceKm(c, o, x, y, z);
    const up = (c[o] - x) * upX + (c[o + 1] - y) * upY + (c[o + 2] - z) * upZ;
    if (up >= DIRECT_MIN_ELEVATION_SINE * km) addLink(links, node, firstFibre + f, km / LIGHT_SPEED_KM_S);
  }
}

function distanceKm(a: Float64Array, o: number, x: number, y: number, z: number): number {
  const dx = a[o] - x;
  const dy = a[o + 1] - y;
  const dz = a[o + 2] - z;
  return Math.sqrt(dx * dx + dy * dy + dz * dz);
}
