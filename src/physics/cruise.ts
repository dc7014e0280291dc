import { notPositive, refuseFault } from './class-fault.ts';
import { EARTH_MEAN_RADIUS_KM, EARTH_ROTATION_RAD_S } from './constants.ts';
import { bearingRad, greatCircleKm } from './great-circle.ts';
import type { NoTrajectory, Trajectory } from './trajectory.ts';
import { type LaunchOptions, sampleTrajectory } from './trajectory-build.ts';
import { eciOnTrack, groundTrack, type SurfacePoint } from './trajectory-track.ts';

/** What a class of cruise missile can do. */
export interface CruiseClass {
  speedKmS: number;
  /** Above the ground, which is taken as a straight slope between the heights of launch and aim. */
  altitudeKm: number;
  maxRangeKm: number;
}

export const cruiseFields = ['speedKmS', 'altitudeKm', 'maxRangeKm'] as const;

/**
 * Flight of a cruise missile along the great circle at constant ground speed and height, from start to aim.
 *
 * Leaves out climb, descent, way-points, wind and terrain.
 *
 * @returns the flight, or `out-of-range` beyond the class's range, `too-short` for no distance at all
 * @throws RangeError if a class parameter is not above 0
 */
export function buildCruise(
  missile: CruiseClass,
  from: SurfacePoint,
  aim: SurfacePoint,
  options: LaunchOptions = {},
): Trajectory | NoTrajectory {
  refuseFault(missile, notPositive(missile, cruiseFields));
  const { maxRangeKm, speedKmS, altitudeKm } = missile;
  const rangeKm = greatCircleKm(from.latitudeRad, from.longitudeRad, aim.latitudeRad, aim.longitudeRad);
  if (rangeKm > maxRangeKm) return { kind: 'none', reason: 'out-of-range', rangeKm, maxRangeKm };
  if (rangeKm === 0) return { kind: 'none', reason: 'too-short', rangeKm, maxRangeKm };
  const track = groundTrack(from, bearingRad(from.latitudeRad, from.longitudeRad, aim.latitudeRad, aim.longitudeRad));
  const impactS = rangeKm / speedKmS;
  const arcRateRadS = speedKmS / EARTH_MEAN_RADIUS_KM;
  const climbKmS = (aim.heightKm - from.heightKm) / impactS;
  return sampleTrajectory(
    (tS, outKm, outKmS, offset) => {
      const heightKm = from.heightKm + altitudeKm + climbKmS * tS;
      const state = { arcRad: arcRateRadS * tS, arcRateRadS, altitudeKm: heightKm, climbKmS };
      eciOnTrack(track, state, EARTH_ROTATION_RAD_S * tS, outKm, outKmS, offset);
    },
    { burnoutS: 0, glideStartS: Number.NaN, glideEndS: Number.NaN, impactS, rangeKm, burnoutSpeedKmS: Number.NaN },
    options,
  );
}
