import { isJammed } from '../force/jammed.ts';
import { fillGraph } from '../num/shortest-path-graph.ts';
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
    turnPlanes(network, atS, transport.architecture.epochUnixS);
    network.element.parts.forEach((part, i) => {
      orbitPositionsEcefKm(part, atS, gmst, transport.positionEcefKm, 3 * network.partFirst[i]);
    });
  }
}

/** Lists the links that exist where the satellites now are; the ends of routes are added after, then `fillGraph`. */
export function listLinks(transport: Transport, outages: Outages): void {
  const { links, fixedLinks } = transport;
  const fixed = fixedLinks.linkCount;
  links.linkCount = 0;
  links.from.set(fixedLinks.from.subarray(0, fixed));
  links.to.set(fixedLinks.to.subarray(0, fixed));
  links.weight.set(fixedLinks.weight.subarray(0, fixed));
  links.linkCount = fixed;
  for (const network of transport.networks) {
    if (network.crosslinks === 'plus-grid') addGridLinks(transport, network, outages);
    else if (network.crosslinks === 'nearest') addNearestLinks(transport, network, outages);
  }
  addOtherLinks(transport, outages);
}

/** Lists the same links but the fibre and the +grids. */
export function listMovingLinks(transport: Transport, outages: Outages): void {
  transport.links.linkCount = 0;
  for (const network of transport.networks)
    if (network.crosslinks === 'nearest') addNearestLinks(transport, network, outages);
  addOtherLinks(transport, outages);
}

/** Between networks, and to the ground. */
function addOtherLinks(transport: Transport, outages: Outages): void {
  if (transport.architecture.bridges.length > 0) addBridgeLinks(transport, outages);
  transport.gateways.forEach((gateway, g) => {
    if (outages.gatewayOut[g] === 1) return;
    for (const n of gateway.networks) {
      const network = transport.networks[n];
      addGroundLinks(
        transport,
        transport.firstGateway + g,
        gateway.point,
        network,
        network.gateway,
        network.gatewayLinkCount,
        outages,
      );
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
        addGroundLinks(transport, transport.firstFibre + f, point, network, network.user, Infinity, outages);
    }
  }
}
