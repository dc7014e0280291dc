import { addLink } from '../num/shortest-path-graph.ts';
import { LIGHT_SPEED_KM_S } from '../physics/constants.ts';
import { isClear } from '../physics/sight.ts';
import type { Network } from './network.ts';
import type { Outages } from './outages.ts';
import { isNearer } from './point-grid.ts';
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
  const { crosslinkMaxKm, grazingRadiusKm, surelyClearKm2, halfHopS } = network;
  const ax = p[3 * a];
  const ay = p[3 * a + 1];
  const az = p[3 * a + 2];
  const dx = p[3 * b] - ax;
  const dy = p[3 * b + 1] - ay;
  const dz = p[3 * b + 2] - az;
  const d2 = dx * dx + dy * dy + dz * dz;
  if (!(d2 <= crosslinkMaxKm * crosslinkMaxKm)) return Infinity;
  if (d2 > surelyClearKm2) {
    const along = -(ax * dx + ay * dy + az * dz); // lowest point of the line, as in clearRangeKm
    if (along > 0 && along < d2) {
      const low2 = ax * ax + ay * ay + az * az - (along * along) / d2;
      if (low2 < grazingRadiusKm * grazingRadiusKm) return Infinity;
    }
  }
  return Math.sqrt(d2) / LIGHT_SPEED_KM_S + 2 * halfHopS;
}

/**
 * Links satellites to the nearest in range, anew at each time.
 *
 * Every satellite asks for its n nearest; the links asked for are made from the shortest up as long as both ends have a
 * terminal left. Of links of one length, as in a symmetric constellation, that of the lower numbers is first.
 */
export function addNearestLinks(transport: Transport, network: Network, { satelliteOut }: Outages): void {
  const { positionEcefKm: p, grid, links } = transport;
  const { first, end, crosslinkCount, crosslinkMaxKm, grazingRadiusKm, halfHopS } = network;
  const wanted = Math.min(crosslinkCount, 16);
  if (wanted === 0) return;
  grid.build(p, first, end, (s) => satelliteOut[s] === 0);
  const keys: number[] = [];
  const km2: number[] = [];
  const count = end - first;
  for (let s = first; s < end; s++) {
    if (satelliteOut[s] === 1 || Number.isNaN(p[3 * s])) continue;
    const found = grid.nearest(p, 3 * s, crosslinkMaxKm, wanted, s);
    for (let k = 0; k < found; k++) {
      const other = grid.foundIndex[k];
      if (!isClear(p, 3 * s, p, 3 * other, grazingRadiusKm)) continue;
      keys.push((Math.min(s, other) - first) * count + Math.max(s, other) - first);
      km2.push(grid.foundKm2[k]);
    }
  }
  const order = Uint32Array.from(keys.keys()).sort((i, j) => (isNearer(km2[i], keys[i], km2[j], keys[j]) ? -1 : 1));
  const held = new Uint8Array(count);
  const made = new Set<number>();
  for (const i of order) {
    const a = Math.floor(keys[i] / count);
    const b = keys[i] % count;
    if (made.has(keys[i]) || held[a] >= wanted || held[b] >= wanted) continue;
    made.add(keys[i]);
    held[a]++;
    held[b]++;
    addLink(links, first + a, first + b, Math.sqrt(km2[i]) / LIGHT_SPEED_KM_S + 2 * halfHopS);
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
        bridge(
          transport,
          outages,
          { network: a, first: ends[i], end: ends[i + 1] },
          { network: a, first: ends[i + 1], end: ends[i + 2] },
          maxKm,
        );
    } else {
      const [few, many] = a.end - a.first <= b.end - b.first ? [a, b] : [b, a];
      bridge(transport, outages, wholeOf(few), wholeOf(many), maxKm);
    }
  }
}

/** Satellites of a network from one number to before another. */
interface Part {
  network: Network;
  first: number;
  end: number;
}

const wholeOf = (network: Network): Part => ({ network, first: network.first, end: network.end });

function bridge(transport: Transport, { satelliteOut }: Outages, asking: Part, asked: Part, maxKm: number): void {
  const { positionEcefKm: p, grid, links } = transport;
  const grazingKm = Math.max(asking.network.grazingRadiusKm, asked.network.grazingRadiusKm);
  const halfHopsS = [asking.network.halfHopS, asked.network.halfHopS] as const;
  grid.build(p, asked.first, asked.end, (s) => satelliteOut[s] === 0);
  for (let s = asking.first; s < asking.end; s++) {
    if (satelliteOut[s] === 1) continue;
    if (grid.nearest(p, 3 * s, maxKm, 1) === 0) continue;
    const other = grid.foundIndex[0];
    if (!isClear(p, 3 * s, p, 3 * other, grazingKm)) continue;
    addLink(links, s, other, Math.sqrt(grid.foundKm2[0]) / LIGHT_SPEED_KM_S + halfHopsS[0] + halfHopsS[1]);
  }
}
