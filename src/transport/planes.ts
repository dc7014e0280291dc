import { EARTH_MEAN_RADIUS_KM } from '../physics/constants.ts';
import { gmstRad } from '../physics/time.ts';
import type { Network } from './network.ts';

/** Runs of satellites of one orbital plane, or of one satellite each elsewhere: what a look from the ground can pass over. */
export interface Planes {
  count: number;
  /** Satellites of plane k: from first[k] up to first[k + 1]. */
  first: Int32Array;
  /** [plane][xyz] normal, Earth-fixed; zero where the run is no plane. */
  normal: Float64Array;
  /** [plane] distance from the Earth's centre. */
  radiusKm: Float64Array;
}

/** The runs of a network's satellites. */
export function planesOf({ element, first }: Pick<Network, 'element' | 'first'>): Planes {
  const starts: number[] = [];
  const radii: number[] = [];
  let next = first;
  for (const part of element.parts) {
    if (part.kind === 'walker') {
      for (let p = 0; p < part.planes; p++) {
        starts.push(next + p * part.satellitesPerPlane);
        radii.push(part.semiMajorAxisKm);
      }
    } else {
      starts.push(next);
      radii.push(Number.NaN);
    }
    next += part.count;
  }
  const count = starts.length;
  return {
    count,
    first: Int32Array.from([...starts, next]),
    normal: new Float64Array(3 * count),
    radiusKm: Float64Array.from(radii),
  };
}

/** Turns the normals to where the planes stand now. @param atS seconds after the epoch */
export function turnPlanes({ planes: { normal }, element }: Network, atS: number, epochUnixS: number): void {
  let plane = 0;
  for (const part of element.parts) {
    if (part.kind !== 'walker') {
      plane++;
      continue;
    }
    const turnRad = part.raanRateRadS * atS - gmstRad(epochUnixS + atS);
    const c = Math.cos(turnRad);
    const s = Math.sin(turnRad);
    const sinI = Math.sin(part.inclinationRad);
    const cosI = Math.cos(part.inclinationRad);
    for (let p = 0; p < part.planes; p++, plane++) {
      normal[3 * plane] = sinI * (part.raanSin[p] * c + part.raanCos[p] * s);
      normal[3 * plane + 1] = -sinI * (part.raanCos[p] * c - part.raanSin[p] * s);
      normal[3 * plane + 2] = cosI;
    }
  }
}

/**
 * Farthest from an orbital plane, as height over it, that a place can stand and still see one of its satellites above an elevation.
 *
 * Bounds, not exact: the place is taken on a sphere of 6,350 km and its vertical up to 0.2 degrees off; what passes is looked at
 * in full.
 */
export function reachOverPlaneKm(radiusKm: number, minElevationSine: number): number {
  const lowest = Math.asin(Math.min(1, minElevationSine)) - 0.004;
  const cap = Math.acos(Math.min(1, (6350 / radiusKm) * Math.cos(lowest))) - lowest + 0.001;
  return cap >= Math.PI / 2 ? Infinity : (EARTH_MEAN_RADIUS_KM + 20) * Math.sin(cap);
}
