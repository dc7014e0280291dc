import { isJammed } from '../force/jammed.ts';
import { addLink, fillGraph } from '../num/shortest-path-graph.ts';
import { orbitPositionsEcefKm } from '../physics/orbits.ts';
import { gmstRad } from '../physics/time.ts';
import { addBridgeLinks, addGridLinks, addNearestLinks } from './crosslinks.ts';
import { addGroundLinks } from './ground-links.ts';
import type { Outages } from './outages.ts';
import { turnPlanes } from './planes.ts';
import type { Transport } from './transport.ts';

/** Moves every satellite of the networks. @param atS seconds after the epoch */
export function moveSatellites(transport: Transport, atS: number): void {
  const gmst = gmstRad(transport.architecture.epochUnixS + atS);
  for (const reached of transport.reached) reached.isBuilt = false;
  for (const network of transport.networks) {
    network.element.parts.forEach((part, i) => {
      orbitPositionsEcefKm(part, atS, gmst, transport.positionEcefKm, 3 * network.partFirst[i]);
    });
    turnPlanes(network, atS, transport.architecture.epochUnixS, transport.positionEcefKm);
  }
}

/** Lists the links that exist where the satellites now are; the ends of routes are added after, then `fillGraph`. */
export function listLinks(transport: Transport, outages: Outages): void {
  listFixedLinks(transport, outages);
  for (const network of transport.networks) {
    addGridLinks(transport, network, outages);
    if (network.isAnew) addNearestLinks(transport, network, outages);
  }
  addOtherLinks(transport, outages);
}

/** Fibre, but to sites that have none left and over lines that are cut. */
function listFixedLinks(
  { links, fixedLinks, fibreLines, firstFibre }: Transport,
  { fibreOut, lineOut }: Outages,
): void {
  const { from, to, weight, linkCount } = fixedLinks;
  links.linkCount = 0;
  if (!fibreOut.includes(1) && !lineOut.includes(1)) {
    links.from.set(from.subarray(0, linkCount));
    links.to.set(to.subarray(0, linkCount));
    links.weight.set(weight.subarray(0, linkCount));
    links.linkCount = linkCount;
    return;
  }
  const isOut = (node: number) => node >= firstFibre && fibreOut[node - firstFibre] === 1;
  for (let k = 0; k < linkCount; k++) {
    const isCut = k < fibreLines.length && lineOut[k] === 1;
    if (!isCut && !isOut(from[k]) && !isOut(to[k])) addLink(links, from[k], to[k], weight[k]);
  }
}

/** Lists the same links but the fibre and the +grids. */
export function listMovingLinks(transport: Transport, outages: Outages): void {
  transport.links.linkCount = 0;
  for (const network of transport.networks) if (network.isAnew) addNearestLinks(transport, network, outages);
  addOtherLinks(transport, outages);
}

/** Between networks, and to the ground. */
function addOtherLinks(transport: Transport, outages: Outages): void {
  if (transport.architecture.bridges.length > 0) addBridgeLinks(transport, outages);
  transport.gateways.forEach((gateway, g) => {
    if (outages.gatewayOut[g] === 1) return;
    for (const n of gateway.networks) {
      if (outages.gatewayLinkOut[g * transport.networks.length + n] === 1) continue;
      const network = transport.networks[n];
      addGroundLinks(transport, transport.firstGateway + g, gateway.point, network, 'gateway', outages);
    }
  });
  addCommandTerminals(transport, outages);
}

/** The graph of all networks at a time. @param atS seconds after the epoch */
export function networkAt(transport: Transport, atS: number, outages: Outages): void {
  moveSatellites(transport, atS);
  listLinks(transport, outages);
  fillGraph(transport.graph, transport.nodeCount);
}

/** User terminals of the command centres, beside the fibre that they are on. */
function addCommandTerminals(transport: Transport, outages: Outages): void {
  for (const { site, terminals } of transport.architecture.command) {
    const f = transport.fibreSites.indexOf(site);
    const point = transport.fibrePoints[f];
    if (terminals.length === 0 || isJammed(point, outages.jammed)) continue;
    for (const network of transport.networks) {
      if (terminals.includes(network.plan.id))
        addGroundLinks(transport, transport.firstFibre + f, point, network, 'user', outages);
    }
  }
}
