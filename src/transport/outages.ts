import type { FailurePlan } from '../flow/architecture.ts';
import { type Availability, WORKS } from '../flow/availability.ts';
import { fadedKey } from '../force/fading.ts';
import { type FibreTimes, fibreTimes } from './fibre.ts';
import type { Transport } from './transport.ts';

/** What of the networks does not work at one moment, by the numbers of the graph. */
export interface Outages {
  /** [satellite], 1: out. */
  satelliteOut: Uint8Array;
  /** [gateway], 1: its antennas are out; its fibre stays. */
  gatewayOut: Uint8Array;
  /** [gateway][network], 1: no link of that network reaches it. */
  gatewayLinkOut: Uint8Array;
  /** [network], 1: no satellite of it works. */
  networkOut: Uint8Array;
  /** [site on the fibre], 1: it is on the fibre for gateways alone, and every network with one there is out. */
  fibreOut: Uint8Array;
  /** [line of fibre], 1: cut. */
  lineOut: Uint8Array;
  /** Times over the lines that stand. */
  fibre: FibreTimes;
  /** Places around which no terminal on the ground works. */
  jammed: FailurePlan['jammed'];
}

/** Nothing out. */
export function noOutages(transport: Transport): Outages {
  return {
    satelliteOut: new Uint8Array(transport.satelliteCount),
    gatewayOut: new Uint8Array(transport.gateways.length),
    gatewayLinkOut: new Uint8Array(transport.gateways.length * transport.networks.length),
    networkOut: new Uint8Array(transport.networks.length),
    fibreOut: new Uint8Array(transport.fibreSites.length),
    lineOut: new Uint8Array(transport.fibreLines.length),
    fibre: transport.standing.fibre,
    jammed: [],
  };
}

/**
 * Sites of which no fibre is left where some networks are out: what they had there, a gateway and nothing else, is gone with them,
 * as if the scenario did not name them.
 *
 * @param networkOut [network], 1: out
 * @param fibreOut [site on the fibre] receives 1 where none is left
 */
export function fibreWithout(transport: Transport, networkOut: Uint8Array, fibreOut: Uint8Array): void {
  const { gateways, standing, isForGateways } = transport;
  fibreOut.fill(0);
  gateways.forEach(({ networks }, g) => {
    const f = standing.siteOfGateway[g];
    if (isForGateways[f] === 1 && networks.every((n) => networkOut[n] === 1)) fibreOut[f] = 1;
  });
}

/** Marks networks of which no satellite works, and the fibre that goes with them. */
function markNetworks(transport: Transport, { satelliteOut, networkOut, fibreOut }: Outages): void {
  transport.networks.forEach(({ first, end }, n) => {
    let s = first;
    while (s < end && satelliteOut[s] === 1) s++;
    networkOut[n] = s === end ? 1 : 0;
  });
  fibreWithout(transport, networkOut, fibreOut);
}

/**
 * The satellites and gateways of a force that do not work, by their numbers in the graph.
 *
 * @param reuse outages of an earlier trial, which are written over
 */
export function outagesOf(transport: Transport, availability: Availability, reuse?: Outages): Outages {
  const { space, gateways } = availability;
  const out = reuse ?? noOutages(transport);
  out.jammed = transport.architecture.failures.jammed;
  const { satelliteOut } = out;
  for (const { elementIndex, first, element } of transport.networks) {
    const states = space[elementIndex];
    const { count } = element;
    for (let k = 0; k < count; k++) satelliteOut[first + k] = states[k] === WORKS ? 0 : 1;
  }
  transport.gateways.forEach(({ site }, g) => {
    out.gatewayOut[g] = Object.hasOwn(gateways, site) ? 1 : 0;
  });
  markFaded(transport, out, availability);
  markNetworks(transport, out);
  markLines(transport, out, availability);
  return out;
}

function markFaded({ gateways, networks }: Transport, out: Outages, { faded }: Availability): void {
  out.gatewayLinkOut.fill(0);
  if (!faded) return;
  gateways.forEach(({ site, networks: own }, g) => {
    for (const n of own)
      if (Object.hasOwn(faded, fadedKey(site, networks[n].plan.id))) out.gatewayLinkOut[g * networks.length + n] = 1;
  });
}

/** Marks the sections of cables that are cut or end at a landing that is lost, and works out what the fibre does without them. */
function markLines(
  transport: Transport,
  out: Outages,
  { cables, landings }: Pick<Availability, 'cables' | 'landings'>,
) {
  const { fibreLines, fibreSites, standing, cutFibre } = transport;
  out.fibre = standing.fibre;
  out.lineOut.fill(0);
  if (Object.keys(cables).length + Object.keys(landings).length === 0) return;
  const isLost = (f: number) => Object.hasOwn(landings, fibreSites[f]);
  fibreLines.forEach(({ a, b, cable }, k) => {
    if (cable !== undefined && (Object.hasOwn(cables, cable) || isLost(a) || isLost(b))) out.lineOut[k] = 1;
  });
  const key = [Object.keys(cables), Object.keys(landings)].map((ids) => ids.sort().join(' ')).join(' / ');
  let fibre = cutFibre.get(key);
  if (!fibre) {
    const left = fibreLines.filter((_, k) => out.lineOut[k] === 0);
    fibre = fibreTimes(left, fibreSites.length, standing.centreSites);
    cutFibre.set(key, fibre);
  }
  out.fibre = fibre;
}

/** The outages with some networks out beside: the same as if the scenario did not have them. */
export function withoutNetworks(transport: Transport, outages: Outages, ids: readonly string[]): Outages {
  const satelliteOut = outages.satelliteOut.slice();
  for (const { plan, first, end } of transport.networks) if (ids.includes(plan.id)) satelliteOut.fill(1, first, end);
  const without: Outages = {
    ...outages,
    satelliteOut,
    networkOut: new Uint8Array(transport.networks.length),
    fibreOut: new Uint8Array(transport.fibreSites.length),
  };
  markNetworks(transport, without);
  return without;
}
