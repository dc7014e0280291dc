import { TAU_RAD } from './constants.ts';
import type { WalkerOrbits } from './walker.ts';

/**
 * Nearest that two satellites on equal circular orbits in different planes ever come.
 *
 * @param apartRaanRad right ascension of the second node minus the first
 * @param apartPhaseRad argument of latitude of the second minus the first
 * @source speckman-1990, equations for the minimum miss distance; rider-1986
 */
export function passingDistanceKm(
  semiMajorAxisKm: number,
  inclinationRad: number,
  apartRaanRad: number,
  apartPhaseRad: number,
): number {
  const half = apartRaanRad / 2;
  // phase at which both are at the planes' crossing together, and half the angle between the planes
  const meetRad = -2 * Math.atan2(Math.cos(inclinationRad) * Math.sin(half), Math.cos(half));
  const cosHalfBetween = Math.sqrt(1 - (Math.sin(inclinationRad) * Math.sin(half)) ** 2);
  return 2 * semiMajorAxisKm * Math.abs(Math.sin((apartPhaseRad - meetRad) / 2)) * cosHalfBetween;
}

/** Nearest that any two satellites of different planes of a shell ever come; Infinity with one plane. */
export function minimumPassingKm(orbits: WalkerOrbits): number {
  const { planes, satellitesPerPlane, semiMajorAxisKm, inclinationRad, raanRad, planePhaseRad } = orbits;
  let least = Number.POSITIVE_INFINITY;
  for (let p = 0; p < planes; p++) {
    for (let q = p + 1; q < planes; q++) {
      for (let s = 0; s < satellitesPerPlane; s++) {
        const phase = planePhaseRad[q] - planePhaseRad[p] + (TAU_RAD * s) / satellitesPerPlane;
        least = Math.min(least, passingDistanceKm(semiMajorAxisKm, inclinationRad, raanRad[q] - raanRad[p], phase));
      }
    }
  }
  return least;
}
