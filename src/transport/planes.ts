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
  /** [plane][xyz] directions from the Earth's centre to its first satellite, and a quarter of a turn ahead of it. */
  toFirst: Float64Array;
  toAhead: Float64Array;
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
    ...directionsOf(count),
    radiusKm: Float64Array.from(radii),
  };
}

/** Room for the directions of so many planes, which change from moment to moment. */
export function directionsOf(count: number): Pick<Planes, 'normal' | 'toFirst' | 'toAhead'> {
  const room = () => new Float64Array(3 * count);
  return { normal: room(), toFirst: room(), toAhead: room() };
}

/** Turns the planes to where their satellites stand now. @param atS seconds after the epoch, for which `positionKm` is */
export function turnPlanes(
  { planes: { first, normal, toFirst, toAhead }, element }: Pick<Network, 'planes' | 'element'>,
  atS: number,
  epochUnixS: number,
  positionKm: Float64Array,
): void {
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
      const o = 3 * first[plane];
      for (let i = 0; i < 3; i++) toFirst[3 * plane + i] = positionKm[o + i] / part.semiMajorAxisKm;
      for (let i = 0; i < 3; i++) {
        const [j, k] = [3 * plane + ((i + 1) % 3), 3 * plane + ((i + 2) % 3)];
        toAhead[3 * plane + i] = normal[j] * toFirst[k] - normal[k] * toFirst[j];
      }
    }
  }
}

/**
 * Widest angle at the Earth's centre between a place and a satellite that it sees above an elevation.
 *
 * A bound, not exact: the place is taken on a sphere of 6,350 km and its vertical up to 0.2 degrees off; what passes is looked at
 * in full.
 */
export function sightCapRad(radiusKm: number, minElevationSine: number): number {
  const lowest = Math.asin(Math.min(1, minElevationSine)) - 0.004;
  return Math.acos(Math.min(1, (6350 / radiusKm) * Math.cos(lowest))) - lowest + 0.001;
}

/** Farthest from an orbital plane, as height over it, that a place with such an angle can stand. */
export function reachOverPlaneKm(capRad: number): number {
  return capRad >= Math.PI / 2 ? Infinity : (EARTH_MEAN_RADIUS_KM + 20) * Math.sin(capRad);
}

/**
 * The slots of plane `k` within an angle of a place, by what is even between them; a satellite on the limit is never left out.
 *
 * @param capCosine cosine of that angle
 * @param outRun receives the first slot, from 0, and how many follow from there round the plane
 */
export function slotsNear(
  { first, toFirst, toAhead }: Planes,
  k: number,
  { x, y, z }: { x: number; y: number; z: number },
  capCosine: number,
  outRun: Int32Array,
): void {
  const slots = first[k + 1] - first[k];
  outRun[0] = 0;
  outRun[1] = slots;
  const o = 3 * k;
  const along = x * toFirst[o] + y * toFirst[o + 1] + z * toFirst[o + 2];
  const ahead = x * toAhead[o] + y * toAhead[o + 1] + z * toAhead[o + 2];
  const cosine = capCosine * Math.sqrt((x * x + y * y + z * z) / (along * along + ahead * ahead));
  if (!(cosine > 0)) return;
  const slotRad = (2 * Math.PI) / slots;
  const half = ((cosine >= 1 ? 0 : nearAcos(cosine)) + NEAR_RAD) / slotRad + 1e-3;
  const middle = nearAtan2(ahead, along) / slotRad;
  const from = Math.ceil(middle - half);
  const count = Math.floor(middle + half) - from + 1;
  if (count >= slots) return;
  outRun[0] = from < 0 ? from + slots : from; // within half a turn of the middle, and that within half a turn of slot 0
  outRun[1] = Math.max(0, count);
}

/** More than `nearAcos` and `nearAtan2` are off together. */
const NEAR_RAD = 1e-4;

/** Arc cosine from 0 to 1, to 7e-5: quicker than that of Math. @source abramowitz-stegun-1964, 4.4.45 */
function nearAcos(x: number): number {
  return Math.sqrt(1 - x) * (1.5707288 + x * (-0.2121144 + x * (0.074261 - 0.0187293 * x)));
}

/** Angle of a direction, to 1e-5. @source abramowitz-stegun-1964, 4.4.47 */
function nearAtan2(y: number, x: number): number {
  const ax = Math.abs(x);
  const ay = Math.abs(y);
  const t = ax > ay ? ay / ax : ax / ay;
  const t2 = t * t;
  const small = t * (0.999866 + t2 * (-0.3302995 + t2 * (0.180141 + t2 * (-0.085133 + 0.0208351 * t2))));
  const first = ax > ay ? small : Math.PI / 2 - small;
  const half = x < 0 ? Math.PI - first : first;
  return y < 0 ? -half : half;
}
