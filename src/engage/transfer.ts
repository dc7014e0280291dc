import { EARTH_EQUATORIAL_RADIUS_KM, EARTH_MU_KM3_S2 } from '../physics/constants.ts';
import { lambert } from '../physics/lambert.ts';
import { propagateTwoBody } from '../physics/two-body.ts';
import { type FlyOut, reachKm } from './fly-out.ts';

const departKmS = new Float64Array(3);
const arriveKmS = new Float64Array(3);
const started = new Float64Array(6);

/** Rate at which the gravity gradient can stretch a separation: sqrt(2 mu / r^3) at the Earth's surface. */
const STRETCH_RAD_S = Math.sqrt((2 * EARTH_MU_KM3_S2) / EARTH_EQUATORIAL_RADIUS_KM ** 3);

/**
 * How far a long fly-out is from enough: velocity change needed over that available, as a distance; 0 or less: in reach.
 *
 * The burn counts as one impulse at its middle, t_b/2 after release, from the satellite's two-body path; the transfer is
 * Lambert's arc of less than half a turn. Without gravity this is the ball exactly. Arcs that pass through the Earth are
 * out of reach.
 *
 * @param satellite state of the satellite at release: xyz km, xyz km/s
 * @param target xyz km at the intercept
 * @param tS time from release to intercept
 * @source izzo-2015, sections 2-4
 */
export function transferMarginKm(flyOut: FlyOut, satellite: Float64Array, target: Float64Array, tS: number): number {
  const flightS = tS - flyOut.burnS / 2;
  if (!(flightS > 0) || !propagateTwoBody(satellite, flyOut.burnS / 2, started)) return Number.NaN;
  if (Number.isNaN(lambert(started, target, flightS, false, departKmS, arriveKmS))) return Number.NaN;
  const x = departKmS[0] - started[3];
  const y = departKmS[1] - started[4];
  const z = departKmS[2] - started[5];
  if (dipsBelowSurface(started, departKmS, target, arriveKmS)) return Infinity;
  return (Math.sqrt(x * x + y * y + z * z) - flyOut.deltaVKmS) * flightS;
}

/**
 * An upper limit of how far an interceptor gets from its coasting satellite, whatever the gravity gradient does.
 *
 * A separation obeys |s''| <= k^2 |s| with k^2 = 2 mu / r^3 taken at the surface, so it grows no faster than v sinh(k t)/k;
 * the drift of nodes, which the transfer leaves out, adds less than the half per cent allowed here.
 */
export function stretchedReachKm(flyOut: FlyOut, tS: number): number {
  const { deltaVKmS, burnS } = flyOut;
  const coastS = Math.max(tS - burnS / 2, 0);
  const stretchedKm = (1.005 * deltaVKmS * Math.sinh(STRETCH_RAD_S * coastS)) / STRETCH_RAD_S;
  return Math.max(reachKm(flyOut, tS), stretchedKm) + 1;
}

/** Greatest rate of {@link stretchedReachKm} up to a time. */
export function stretchedRateKmS(flyOut: FlyOut, tS: number): number {
  return 1.005 * flyOut.deltaVKmS * Math.cosh(STRETCH_RAD_S * Math.max(tS, 0));
}

/** Whether a lowest point of the arc lies between its ends, inside the Earth. */
function dipsBelowSurface(from: Float64Array, vFrom: Float64Array, to: Float64Array, vTo: Float64Array): boolean {
  const down = from[0] * vFrom[0] + from[1] * vFrom[1] + from[2] * vFrom[2];
  const up = to[0] * vTo[0] + to[1] * vTo[1] + to[2] * vTo[2];
  if (down >= 0 || up <= 0) return false;
  const r = Math.sqrt(from[0] * from[0] + from[1] * from[1] + from[2] * from[2]);
  const v2 = vFrom[0] * vFrom[0] + vFrom[1] * vFrom[1] + vFrom[2] * vFrom[2];
  const h2 = r * r * v2 - down * down;
  const ecc = Math.sqrt(Math.max(0, 1 + ((v2 - (2 * EARTH_MU_KM3_S2) / r) * h2) / EARTH_MU_KM3_S2 ** 2));
  return h2 / EARTH_MU_KM3_S2 / (1 + ecc) < EARTH_EQUATORIAL_RADIUS_KM;
}
