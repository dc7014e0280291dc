import type { Links } from '../flow/links.ts';
import type { GroundElement, SpaceElement } from '../flow/world.ts';
import { isJammed } from '../force/jammed.ts';
import { LIGHT_SPEED_KM_S } from '../physics/constants.ts';
import { centreTree } from './centre-tree.ts';
import { directTimes, groundStations, moveClients } from './client-links.ts';
import type { ServiceAsked } from './client-service.ts';
import { groundPoint } from './ground-point.ts';
import type { Outages } from './outages.ts';
import { siteOf, type Transport } from './transport.ts';

/** Which moment and which command centre, and which units are wanted. */
export interface LinksWanted {
  /** First launch of the raid, seconds after the epoch. */
  startS: number;
  /** Seconds after the first launch. */
  tS: number;
  /** Position in `architecture.command`; 0 where left out. */
  commandIndex?: number;
  /** By layer, units that are wanted; all where a layer or the whole is left out. Others stay NaN. */
  interceptorUnits?: readonly (ArrayLike<number> | undefined)[];
  sensorUnits?: readonly (ArrayLike<number> | undefined)[];
  /** By sensor, 1: it has nothing to say now, and gets what terminals the others leave. */
  idleSensors?: ArrayLike<number>;
}

/**
 * What the networks can carry at one moment between a command centre and every sensor and interceptor.
 *
 * One least-latency tree from the centre over all networks. A satellite client links, by the networks whose terminals it carries,
 * to a satellite in sight that has a way to the centre and a terminal left: see `ClientService`. Sensors come first, then what they
 * leave is for the interceptors; who gets no terminal has no route. Without terminals it talks straight to ground stations on the
 * fibre, its own where its plan names sites. A ground client is on the fibre of its site, and with terminals a user of those networks
 * as well: the quicker way counts.
 *
 * The graph of the transport is left without fibre and +grids: see `centreTree`.
 *
 * @param reuse links of an earlier trial, whose arrays are written over
 * @throws RangeError where the architecture has no such command centre
 */
export function linksAt(transport: Transport, wanted: LinksWanted, outages: Outages, reuse?: Links): Links {
  const { architecture } = transport;
  const centre = wanted.commandIndex ?? 0;
  if (!architecture.command[centre]) throw new RangeError(`commandIndex must name a command centre: ${centre}`);
  const atS = wanted.startS + wanted.tS;
  centreTree(transport, centre, atS, outages);
  const links: Links = reuse ?? {
    tS: 0,
    sensorOneWayS: architecture.sensors.map(() => new Float64Array(0)),
    interceptorOneWayS: architecture.interceptors.map(() => new Float64Array(0)),
    sensorNetworkIndex: architecture.sensors.map(() => new Int16Array(0)),
    interceptorNetworkIndex: architecture.interceptors.map(() => new Int16Array(0)),
  };
  links.tS = wanted.tS;
  const { service } = transport;
  service.reset(transport);
  const isIdle = ({ role, planIndex }: SpaceElement) => role === 'interceptor' || wanted.idleSensors?.[planIndex] === 1;
  for (const isLast of [false, true]) {
    for (const element of transport.clients) {
      if (isIdle(element) !== isLast) continue;
      record(links, element, wanted, (units, outS, outNetwork) => {
        if (units.length === 0) return;
        moveClients(transport, element, atS);
        spaceTimes(transport, { element, units, oneWayS: outS, networkIndex: outNetwork });
      });
    }
    if (!isLast) service.keep();
  }
  service.restore();
  for (const element of transport.ground) {
    if (element.role === 'command') continue;
    record(links, element, wanted, (units, outS, outNetwork) => {
      groundTimes(transport, element, units, outages, outS, outNetwork);
    });
  }
  return links;
}

/** One-way times to units of one element. */
export interface UnitTimes {
  /** By unit; NaN: no route, or not asked for. */
  oneWayS: Float64Array;
  /** By unit: network through which it is reached, by position in `architecture.networks`; -1: fibre or no route. */
  networkIndex: Int16Array;
}

/**
 * Times of orders to some satellites of an interceptor layer at the moment for which `linksAt` was last asked of this transport: for callers that
 * left them out there because only few of many can matter.
 *
 * The relays turn to these: where there are fewer terminals than clients, a laser that holds none of them needs its time to point and
 * acquire. Orders are short, and the terminals are free for the next question.
 *
 * @param atS that moment, seconds after the epoch
 * @param units that are asked for
 * @param reuse times of an earlier question, whose arrays are written over
 */
export function interceptorTimes(
  transport: Transport,
  element: SpaceElement,
  atS: number,
  units: ArrayLike<number>,
  reuse?: UnitTimes,
): UnitTimes {
  const { count } = element;
  const times: UnitTimes =
    reuse?.oneWayS.length === count ? reuse : { oneWayS: new Float64Array(count), networkIndex: new Int16Array(count) };
  times.oneWayS.fill(Number.NaN);
  times.networkIndex.fill(-1);
  if (units.length === 0) return times;
  moveClients(transport, element, atS);
  const { oneWayS, networkIndex } = times;
  spaceTimes(transport, { element, units, oneWayS, networkIndex, isSudden: true });
  transport.service.restore();
  return times;
}

/** Time to a command centre from the one for which `linksAt` was last asked of this transport; Infinity: no route. */
export function centreOneWayS({ architecture, tree, firstFibre, fibreSites }: Transport, centre: number): number {
  return tree.distance[firstFibre + fibreSites.indexOf(architecture.command[centre].site)];
}

type Fill = (units: ArrayLike<number>, outS: Float64Array, outNetworkIndex: Int16Array) => void;

function record(links: Links, element: SpaceElement | GroundElement, wanted: LinksWanted, fill: Fill): void {
  const { role, planIndex, count } = element;
  const times = role === 'sensor' ? links.sensorOneWayS : links.interceptorOneWayS;
  const networks = role === 'sensor' ? links.sensorNetworkIndex : links.interceptorNetworkIndex;
  if (times[planIndex].length !== count) {
    times[planIndex] = new Float64Array(count);
    networks[planIndex] = new Int16Array(count);
  }
  times[planIndex].fill(Number.NaN);
  networks[planIndex].fill(-1);
  const asked = (role === 'sensor' ? wanted.sensorUnits : wanted.interceptorUnits)?.[planIndex];
  fill(asked ?? allUnits(count), times[planIndex], networks[planIndex]);
}

/** Straight from the ground where the plan names no network, else by the terminals that are left. */
export function spaceTimes(transport: Transport, asked: ServiceAsked): void {
  const { sensors, interceptors } = transport.architecture;
  const { role, planIndex } = asked.element;
  const plan = role === 'sensor' ? sensors[planIndex] : interceptors[planIndex];
  if (plan.terminals.length === 0)
    directTimes(transport, groundStations(transport, plan.sites), asked.units, asked.oneWayS, asked.node);
  else transport.service.serve(transport, asked);
}

function groundTimes(
  transport: Transport,
  element: GroundElement,
  units: ArrayLike<number>,
  outages: Outages,
  outS: Float64Array,
  outNetworkIndex: Int16Array,
): void {
  const { architecture, tree, firstFibre, fibreSites } = transport;
  const plan =
    element.role === 'sensor' ? architecture.sensors[element.planIndex] : architecture.interceptors[element.planIndex];
  for (let i = 0; i < units.length; i++) {
    const u = units[i];
    const site = element.siteIds[u];
    const byFibreS = tree.distance[firstFibre + fibreSites.indexOf(site)];
    if (byFibreS < Infinity) outS[u] = byFibreS;
    if (plan.terminals.length > 0)
      userTime(transport, site, plan.terminals, outages, (s, network) => {
        if (s >= outS[u]) return;
        outS[u] = s;
        outNetworkIndex[u] = network;
      });
  }
}

/** One-way times from the root to a user on the ground, by each satellite that it sees. */
function userTime(
  transport: Transport,
  site: string,
  terminals: readonly string[],
  outages: Outages,
  offer: (oneWayS: number, networkIndex: number) => void,
): void {
  const point = groundPoint(siteOf(transport.architecture, site));
  if (isJammed(point, outages.jammed)) return;
  const { positionEcefKm: p } = transport;
  const { distance } = transport.tree;
  for (const network of transport.networks) {
    if (!terminals.includes(network.plan.id)) continue;
    const { minElevationSine, maxKm } = network.user;
    for (let s = network.first; s < network.end; s++) {
      const dx = p[3 * s] - point.x;
      const dy = p[3 * s + 1] - point.y;
      const dz = p[3 * s + 2] - point.z;
      const up = dx * point.upX + dy * point.upY + dz * point.upZ;
      if (!(up >= 0)) continue;
      const km = Math.sqrt(dx * dx + dy * dy + dz * dz);
      if (up < minElevationSine * km || km > maxKm) continue;
      const oneWayS = distance[s] + km / LIGHT_SPEED_KM_S + network.halfHopS;
      if (oneWayS < Infinity) offer(oneWayS, network.planIndex);
    }
  }
}

let counting = new Int32Array(0);

/** Numbers from 0; one array serves all, as nobody writes to it. */
function allUnits(count: number): Int32Array {
  if (counting.length < count) counting = Int32Array.from({ length: count }, (_, k) => k);
  return counting.subarray(0, count);
}
