import { addLink } from '../num/shortest-path-graph.ts';
import { LIGHT_SPEED_KM_S } from '../physics/constants.ts';
import { isClear } from '../physics/sight.ts';
import type { Network } from './network.ts';
import type { Outages } from './outages.ts';
import type { Transport } from './transport.ts';

/** Adds the links of a network's +grid that exist now. */
export function addGridLinks(transport: Transport, network: Network, { satelliteOut }: Outages): void {
  const { positionEcefKm, links } = transport;
  const { gridPairs } = network;
  for (let i = 0; i < gridPairs.length; i += 2) {
    const a = gridPairs[i];
    const b = gridPairs[i + 1];
    if ((satelliteOut[a] | satelliteOut[b]) === 1) continue;
    const linkS = gridLinkS(network, positionEcefKm, a, b);
    if (linkS < Infinity) addLink(links, a, b, linkS);
  }
}

/**
 * Time over the link of a pair of the +grid: the line clears the grazing height and is not longer than the network's terminals reach.
 *
 * @returns Infinity where the link does not exist
 */
export function gridLinkS(network: Network, p: Float64Array, a: number, b: number): number {
  const { crosslinkMaxKm, grazingRadiusKm, halfHopS } = network;
  const ax = p[3 * a];
  const ay = p[3 * a + 1];
  const az = p[3 * a + 2];
  const dx = p[3 * b] - ax;
  const dy = p[3 * b + 1] - ay;
  const dz = p[3 * b + 2] - az;
  const d2 = dx * dx + dy * dy + dz * dz;
  if (!(d2 <= crosslinkMaxKm * crosslinkMaxKm)) return Infinity;
  const along = -(ax * dx + ay * dy + az * dz); // lowest point of the line, as in clearRangeKm
  if (along > 0 && along < d2) {
    const low2 = ax * ax + ay * ay + az * az - (along * along) / d2;
    if (low2 < grazingRadiusKm * grazingRadiusKm) return Infinity;
  }
  return Math.sqrt(d2) / LIGHT_SPEED_KM_S + 2 * halfHopS;
}

/**
 * Links satellites to the nearest in range, anew at each time.
 *
 * Every satellite asks for its n nearest; the links asked for are made from the shortest up as long as both ends have a
 * terminal left.
 */
export function addNearestLinks(transport: Transport, network: Network, { satelliteOut }: Outages): void {
  const { positionEcefKm: p, grid, links } = transport;
  const { first, end, crosslinkCount, crosslinkMaxKm, grazingRadiusKm, halfHopS } = network;
  const wanted = Math.min(crosslinkCount, 16);
  if (wanted === 0) return;
  grid.build(p, first, end, (s) => satelliteOut[s] === 0);
  const from: number[] = [];
  const to: number[] = [];
  const km2: number[] = [];
  for (let s = first; s < end; s++) {
    if (satelliteOut[s] === 1 || Number.isNaN(p[3 * s])) continue;
    const found = grid.nearest(p[3 * s], p[3 * s + 1], p[3 * s + 2], crosslinkMaxKm, wanted, s);
    for (let k = 0; k < found; k++) {
      const other = grid.foundIndex[k];
      if (!isClear(p, 3 * s, p, 3 * other, grazingRadiusKm)) continue;
      from.push(s);
      to.push(other);
      km2.push(grid.foundKm2[k]);
    }
  }
  const order = Uint32Array.from(from.keys()).sort((i, j) => km2[i] - km2[j] || i - j);
  const held = new Uint8Array(end - first);
  const made = new Set<number>();
  for (const i of order) {
    const a = Math.min(from[i], to[i]);
    const b = Math.max(from[i], to[i]);
    const key = (a - first) * (end - first) + (b - first);
    if (made.has(key) || held[a - first] >= wanted || held[b - first] >= wanted) continue;
    made.add(key);
    held[a - first]++;
    held[b - first]++;
    addLink(links, a, b, Math.sqrt(km2[i]) / LIGHT_SPEED_KM_S + 2 * halfHopS);
  }
}

/**
 * Links declared between two networks: each satellite of the smaller one to the nearest of the other in reach. A network bridged
 * to itself links each satellite of a shell to the nearest of the next shell.
 */
export function addBridgeLinks(transport: Transport, outages: Outages): void {
  for (const { between, maxKm } of transport.architecture.bridges) {
    const a = transport.networks.find(({ plan }) => plan.id === between[0]);
    const b = transport.networks.find(({ plan }) => plan.id === between[1]);
    if (!a || !b) continue;
    if (a === b) {
      const ends = [...a.partFirst, a.end];
      for (let i = 0; i + 2 < ends.length; i++)
        bridge(transport, outages, a, ends[i], ends[i + 1], a, ends[i + 1], ends[i + 2], maxKm);
    } else {
      const [few, many] = a.end - a.first <= b.end - b.first ? [a, b] : [b, a];
      bridge(transport, outages, few, few.first, few.end, many, many.first, many.end, maxKm);
    }
  }
}

function bridge(
  transport: Transport,
  { satelliteOut }: Outages,
  asking: Network,
  first: number,
  end: number,
  asked: Network,
  otherFirst: number,
  otherEnd: number,
  maxKm: number,
): void {
  const { positionEcefKm: p, grid, links } = transport;
  const grazingKm = Math.max(asking.grazingRadiusKm, asked.grazingRadiusKm);
  grid.build(p, otherFirst, otherEnd, (s) => satelliteOut[s] === 0);
  for (let s = first; s < end; s++) {
    if (satelliteOut[s] === 1) continue;
    if (grid.nearest(p[3 * s], p[3 * s + 1], p[3 * s + 2], maxKm, 1) === 0) continue;
    const other = grid.foundIndex[0];
    if (!isClear(p, 3 * s, p, 3 * other, grazingKm)) continue;
    addLink(links, s, other, Math.sqrt(grid.foundKm2[0]) / LIGHT_SPEED_KM_S + asking.halfHopS + asked.halfHopS);
  }
}
