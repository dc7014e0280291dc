import type { WalkerOrbits } from '../physics/walker.ts';
import { type FlyOut, reachKm } from './fly-out.ts';

/** Samples of a threat's path: where a layer may hit it. */
export interface ReachPath {
  count: number;
  /** Seconds since launch, rising. */
  tS: Float64Array;
  /** [sample][xyz], inertial axes. */
  positionEciKm: Float64Array;
}

/** Room for {@link reachCount}, kept between calls. */
export interface ReachRoom {
  marks: Int32Array;
  stamp: number;
  radiusKm: Float64Array;
}

/** Room for shells of up to so many satellites a plane and paths of so many samples. */
export function reachRoom(satellitesPerPlane: number, samples: number): ReachRoom {
  return { marks: new Int32Array(satellitesPerPlane), stamp: 0, radiusKm: new Float64Array(samples) };
}

/**
 * How many interceptors of a Walker shell reach a threat at one of the samples of its path, by the ball of free fall.
 *
 * The same number as from trying every satellite at every sample. Planes that the whole path stays clear of cost one scalar
 * product; in the others those in reach at a sample are a run of slots.
 *
 * @param launchS launch of the threat, seconds after the epoch of the orbits
 * @param releaseS release of the interceptors, seconds since launch
 */
export function reachCount(
  orbits: WalkerOrbits,
  launchS: number,
  path: ReachPath,
  flyOut: FlyOut,
  releaseS: number,
  room: ReachRoom,
): number {
  const { planes, satellitesPerPlane, raanCos, raanSin, planePhaseRad, semiMajorAxisKm: r } = orbits;
  const { count, tS, positionEciKm: q } = path;
  const { marks, radiusKm } = room;
  let first = count;
  let longestKm = 0;
  for (let j = 0; j < count; j++) {
    const flownS = tS[j] - releaseS;
    radiusKm[j] = flownS <= flyOut.maxS ? reachKm(flyOut, flownS) : 0;
    if (radiusKm[j] > 0 && j < first) first = j;
    if (radiusKm[j] > longestKm) longestKm = radiusKm[j];
  }
  if (first === count) return 0;
  const m = 3 * ((first + count) >> 1);
  let strayKm = 0; // farthest that the path gets from its middle sample
  for (let j = first; j < count; j++) {
    const dx = q[3 * j] - q[m];
    const dy = q[3 * j + 1] - q[m + 1];
    const dz = q[3 * j + 2] - q[m + 2];
    strayKm = Math.max(strayKm, dx * dx + dy * dy + dz * dz);
  }
  const cosI = Math.cos(orbits.inclinationRad);
  const sinI = Math.sin(orbits.inclinationRad);
  const middleS = launchS + tS[m / 3];
  const cosN = Math.cos(orbits.raanRateRadS * middleS);
  const sinN = Math.sin(orbits.raanRateRadS * middleS);
  const driftKm = Math.abs(orbits.raanRateRadS) * (tS[count - 1] - tS[first]) * (r + longestKm);
  const clearKm = longestKm + Math.sqrt(strayKm) + driftKm + 1;
  const slotRad = (2 * Math.PI) / satellitesPerPlane;
  let total = 0;
  for (let p = 0; p < planes; p++) {
    const cosM = raanCos[p] * cosN - raanSin[p] * sinN;
    const sinM = raanSin[p] * cosN + raanCos[p] * sinN;
    const offPlane = (q[m] * sinM - q[m + 1] * cosM) * sinI + q[m + 2] * cosI;
    if (offPlane > clearKm || offPlane < -clearKm) continue;
    const stamp = ++room.stamp;
    for (let j = first; j < count; j++) {
      if (radiusKm[j] <= 0) continue;
      const x = q[3 * j];
      const y = q[3 * j + 1];
      const z = q[3 * j + 2];
      const turn = orbits.raanRateRadS * (launchS + tS[j] - middleS); // under 1e-3: cos and sin by their first terms
      const c = 1 - (turn * turn) / 2;
      const s = turn * (1 - (turn * turn) / 6);
      const cosW = cosM * c - sinM * s;
      const sinW = sinM * c + cosM * s;
      const along = x * cosW + y * sinW;
      const across = (y * cosW - x * sinW) * cosI + z * sinI;
      const needed = (x * x + y * y + z * z + r * r - radiusKm[j] * radiusKm[j]) / (2 * r);
      const flat2 = along * along + across * across;
      if (flat2 < needed * needed) continue;
      const half = Math.acos(needed / Math.sqrt(flat2)) / slotRad;
      const middle =
        (Math.atan2(across, along) - planePhaseRad[p] - orbits.meanMotionRadS * (launchS + tS[j])) / slotRad;
      const to = Math.min(Math.floor(middle + half), Math.ceil(middle - half) + satellitesPerPlane - 1);
      for (let k = Math.ceil(middle - half); k <= to; k++) {
        const slot = k - satellitesPerPlane * Math.floor(k / satellitesPerPlane);
        if (marks[slot] === stamp) continue;
        marks[slot] = stamp;
        total++;
      }
    }
  }
  return total;
}
