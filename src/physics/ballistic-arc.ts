import { EARTH_MU_KM3_S2 } from './constants.ts';
import { meanFromTrueRad } from './kepler.ts';

/** A two-body arc between two radii, as seen in its own plane. */
export interface BallisticArc {
  /** Speed at the start. */
  speedKmS: number;
  /** Above the local horizontal at the start. */
  flightPathAngleRad: number;
  flightS: number;
  apogeeRadiusKm: number;
  semiMajorAxisKm: number;
  ecc: number;
}

/**
 * Flight-path angle of the least-energy arc: its velocity halves the angle between the vertical and the straight line
 * to the target.
 *
 * @param angleRad angle at the Earth's centre between start and end, 0 to π
 * @returns 0 to π/2; at equal radii (π - angleRad) / 4
 * @source battin-1999, chapter 6
 */
export function minimumEnergyAngleRad(fromRadiusKm: number, toRadiusKm: number, angleRad: number): number {
  const up = toRadiusKm * Math.cos(angleRad) - fromRadiusKm;
  const ahead = toRadiusKm * Math.sin(angleRad);
  const fromVerticalRad = Math.atan2(ahead, up); // of the straight line
  return Math.PI / 2 - fromVerticalRad / 2;
}

/**
 * The two-body arc that leaves at a flight-path angle and comes down through a second radius a given angle further on.
 *
 * Central attraction only; no drag, no rotation of the Earth (give the angle in inertial space).
 *
 * @param fromRadiusKm distance of the start from the Earth's centre
 * @param toRadiusKm distance of the end
 * @param angleRad angle at the centre between them, above 0, under 2π
 * @param flightPathAngleRad above the horizontal, -π/2 to π/2
 * @returns the arc; NaN speed and time where no ellipse of that angle joins the two points
 * @source bate-1971, chapter 6
 */
export function ballisticArc(
  fromRadiusKm: number,
  toRadiusKm: number,
  angleRad: number,
  flightPathAngleRad: number,
  muKm3S2 = EARTH_MU_KM3_S2,
): BallisticArc {
  const r1 = fromRadiusKm;
  const r2 = toRadiusKm;
  const c = Math.cos(angleRad);
  const s = Math.sin(angleRad);
  const tan = Math.tan(flightPathAngleRad);
  const p = (1 - c) / (1 / r2 - c / r1 + (tan * s) / r1);
  const eCos = p / r1 - 1;
  const eSin = (p / r1) * tan;
  const ecc = Math.sqrt(eCos * eCos + eSin * eSin);
  const ok = p > 0 && ecc < 1;
  const a = ok ? p / (1 - ecc * ecc) : NaN;
  const start = Math.atan2(eSin, eCos); // true anomaly
  const flightS =
    Math.sqrt((a * a * a) / muKm3S2) * (meanFromTrueRad(start + angleRad, ecc) - meanFromTrueRad(start, ecc));
  return {
    speedKmS: Math.sqrt(muKm3S2 * (2 / r1 - 1 / a)),
    flightPathAngleRad,
    flightS,
    apogeeRadiusKm: a * (1 + ecc),
    semiMajorAxisKm: a,
    ecc,
  };
}

/** The least-energy arc between two radii: see `ballisticArc` and `minimumEnergyAngleRad`. */
export function minimumEnergyArc(fromRadiusKm: number, toRadiusKm: number, angleRad: number): BallisticArc {
  const flightPathAngleRad = minimumEnergyAngleRad(fromRadiusKm, toRadiusKm, angleRad);
  return ballisticArc(fromRadiusKm, toRadiusKm, angleRad, flightPathAngleRad);
}
