import type { SpaceElement } from '../flow/world.ts';
import { DEG_RAD, LIGHT_SPEED_KM_S } from '../physics/constants.ts';
import { orbitPositionsEcefKm } from '../physics/orbits.ts';
import { isClear } from '../physics/sight.ts';
import { gmstRad } from '../physics/time.ts';
import type { Network } from './network.ts';
import { isNearer, type PointGrid } from './point-grid.ts';
import type { Transport } from './transport.ts';

/** Lowest elevation at which a client without terminals talks straight to a ground station. */
export const DIRECT_MIN_ELEVATION_DEG = 5;
export const DIRECT_MIN_ELEVATION_SINE = Math.sin(DIRECT_MIN_ELEVATION_DEG * DEG_RAD);

/** Moves the satellites of a client into `transport.clientEcefKm`. @param atS seconds after the epoch */
export function moveClients(transport: Transport, element: SpaceElement, atS: number): void {
  const gmst = gmstRad(transport.architecture.epochUnixS + atS);
  let first = 0;
  for (const part of element.parts) {
    orbitPositionsEcefKm(part, atS, gmst, transport.clientEcefKm, 3 * first);
    first += part.count;
  }
}

/** Satellites of a network that the tree reaches: sorted once for all who ask before the satellites move again. */
export function reachedGrid({ reached, networks, positionEcefKm, tree }: Transport, network: Network): PointGrid {
  const own = reached[networks.indexOf(network)];
  if (!own.isBuilt) own.grid.build(positionEcefKm, network.first, network.end, (s) => tree.distance[s] < Infinity);
  own.isBuilt = true;
  return own.grid;
}

/** Nearest satellite of a network in clear sight of a client that the tree reaches. @returns -1 where there is none */
export function nearestClear(transport: Transport, network: Network, unit: number, maxKm: number): number {
  const { positionEcefKm: p, clientEcefKm: c } = transport;
  const { distance } = transport.tree;
  let best = -1;
  let bestKm2 = maxKm * maxKm;
  for (let s = network.first; s < network.end; s++) {
    if (!(distance[s] < Infinity)) continue;
    const km2 = distance2(c, unit, p, s);
    if (
      !(best < 0 ? km2 <= bestKm2 : isNearer(km2, s, bestKm2, best)) ||
      !isClear(c, 3 * unit, p, 3 * s, network.grazingRadiusKm)
    )
      continue;
    best = s;
    bestKm2 = km2;
  }
  return best;
}

/**
 * One-way time from the root to satellite clients that carry no terminal: straight from the ground station that is quickest, where
 * one sees the satellite 5 degrees above its horizon.
 *
 * @param stations numbers of fibre sites that serve as ground stations
 * @param outNode [unit] set to the node of the station, where asked
 */
export function directTimes(
  transport: Transport,
  stations: readonly number[],
  units: ArrayLike<number>,
  outS: Float64Array,
  outNode?: Int32Array,
): void {
  const { clientEcefKm: c, firstFibre } = transport;
  const { distance } = transport.tree;
  for (const f of stations) {
    const point = transport.fibrePoints[f];
    const rootS = distance[firstFibre + f];
    for (let i = 0; i < units.length; i++) {
      const u = units[i];
      const dx = c[3 * u] - point.x;
      const dy = c[3 * u + 1] - point.y;
      const dz = c[3 * u + 2] - point.z;
      const up = dx * point.upX + dy * point.upY + dz * point.upZ;
      const km = Math.sqrt(dx * dx + dy * dy + dz * dz);
      if (!(up >= DIRECT_MIN_ELEVATION_SINE * km)) continue;
      const oneWayS = rootS + km / LIGHT_SPEED_KM_S;
      if (!(oneWayS < Infinity) || oneWayS >= outS[u]) continue;
      outS[u] = oneWayS;
      if (outNode) outNode[u] = firstFibre + f;
    }
  }
}

/** Fibre sites through which a client without terminals talks: those that its plan names, else all. */
export function groundStations(transport: Transport, sites: readonly string[] | undefined): number[] {
  const all = transport.fibreSites.slice(0, transport.stationCount).map((_, f) => f);
  const own = all.filter((f) => sites?.includes(transport.fibreSites[f]));
  return own.length > 0 ? own : all;
}

function distance2(a: Float64Array, i: number, b: Float64Array, j: number): number {
  const x = a[3 * i] - b[3 * j];
  const y = a[3 * i + 1] - b[3 * j + 1];
  const z = a[3 * i + 2] - b[3 * j + 2];
  return x * x + y * y + z * z;
}
