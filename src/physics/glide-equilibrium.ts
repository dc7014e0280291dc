import { EARTH_MEAN_RADIUS_KM, STANDARD_GRAVITY_KM_S2 } from './constants.ts';

/** Height over which density changes by e, 28 to 62 km up. */
const SCALE_HEIGHT_KM = 7.2;

/** Speed of a circular orbit at the surface, at which lift is no longer needed. */
export const SURFACE_ORBIT_KM_S = Math.sqrt(STANDARD_GRAVITY_KM_S2 * EARTH_MEAN_RADIUS_KM);

/**
 * Ground distance of an equilibrium glide from one speed to a lower one: (L/D) R/2 ln[(gR - v²) / (gR - v0²)].
 *
 * Lift carries the weight at every moment, lift-to-drag is constant, the path is nearly level, the Earth is at rest.
 *
 * @param fromKmS below the speed of a surface orbit (7.9 km/s)
 * @param toKmS 0 gives the full range
 * @source eggers-allen-1957, equilibrium glide
 */
export function glideRangeKm(liftToDragRatio: number, fromKmS: number, toKmS = 0): number {
  const from = fromKmS / SURFACE_ORBIT_KM_S;
  const to = toKmS / SURFACE_ORBIT_KM_S;
  return ((liftToDragRatio * EARTH_MEAN_RADIUS_KM) / 2) * (Math.log1p(-to * to) - Math.log1p(-from * from));
}

/** Time that the same glide takes: (L/D) √(R/g) (artanh v0/√(gR) - artanh v/√(gR)). */
export function glideTimeS(liftToDragRatio: number, fromKmS: number, toKmS = 0): number {
  const turns = Math.atanh(fromKmS / SURFACE_ORBIT_KM_S) - Math.atanh(toKmS / SURFACE_ORBIT_KM_S);
  return glideUnitS(liftToDragRatio) * turns;
}

function glideUnitS(liftToDragRatio: number): number {
  return liftToDragRatio * Math.sqrt(EARTH_MEAN_RADIUS_KM / STANDARD_GRAVITY_KM_S2);
}

/** Rate at which the height that carries it falls as the glide slows: 2 H g / ((L/D) v), positive downwards. */
export function glideSinkKmS(liftToDragRatio: number, speedKmS: number): number {
  return (2 * SCALE_HEIGHT_KM * STANDARD_GRAVITY_KM_S2) / (liftToDragRatio * speedKmS);
}
