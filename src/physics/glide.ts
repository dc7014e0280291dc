import { norm } from '../num/vec.ts';
import { EARTH_MEAN_RADIUS_KM, EARTH_ROTATION_RAD_S } from './constants.ts';
import { endGlide, endGlideAtRange, type GlideClass, glideState, startGlide } from './glide-profile.ts';
import { bearingRad, greatCircleKm } from './great-circle.ts';
import type { NoTrajectory, Trajectory } from './trajectory.ts';
import { type LaunchOptions, sampleTrajectory } from './trajectory-build.ts';
import { eciOnTrack, groundTrack, type SurfacePoint } from './trajectory-track.ts';

/**
 * Flight of a hypersonic glide vehicle from a launch site to an aim point: boost, arc, pull-out, equilibrium glide, dive.
 *
 * The path lies over the great circle on the rotating Earth and its equations hold in the Earth's frame: speeds are over
 * the ground, and the Coriolis force is left out (at 6 km/s up to 9 % of gravity, a fifth of the lift), as are manoeuvres,
 * bank and winds. After burnout the full equations of a point mass in a vertical plane are integrated: free fall over
 * the arc, a pull-out with all the lift at the best lift over drag until the path is level, a glide steered to the height that carries
 * it, a push-over with all the lift downwards to 45 degrees, and a fall without lift, all slowed by the drag of the class in the standard
 * atmosphere. Distances are on the mean sphere at ground level. The pull-out ends at the speed of the class whatever the range, and the
 * glide ends where the dive meets the aim point.
 *
 * @returns the flight, or why there is none: `out-of-range` beyond a glide down to the class's least speed or its own limit,
 *   `too-short` where the glide could not even start
 * @throws RangeError if a class parameter is not above 0, or the class never comes above its glide
 * @source vinh-1980, chapter 2; eggers-allen-1957, equilibrium glide
 */
export function buildGlide(
  missile: GlideClass,
  from: SurfacePoint,
  aim: SurfacePoint,
  options: LaunchOptions = {},
): Trajectory | NoTrajectory {
  const rangeKm = greatCircleKm(from.latitudeRad, from.longitudeRad, aim.latitudeRad, aim.longitudeRad);
  const profile = startGlide(missile, from.heightKm, aim.heightKm);
  const shortestKm = profile.rangeKm;
  endGlide(profile, profile.glideMostS);
  const maxRangeKm = Math.min(profile.rangeKm, missile.maxRangeKm ?? Number.POSITIVE_INFINITY);
  if (rangeKm > maxRangeKm) return { kind: 'none', reason: 'out-of-range', rangeKm, maxRangeKm };
  if (rangeKm < shortestKm) return { kind: 'none', reason: 'too-short', rangeKm, maxRangeKm };
  endGlideAtRange(profile, rangeKm);
  const track = groundTrack(from, bearingRad(from.latitudeRad, from.longitudeRad, aim.latitudeRad, aim.longitudeRad));
  const state = { arcRad: 0, arcRateRadS: 0, altitudeKm: 0, climbKmS: 0 };
  const burnoutS = missile.burnS;
  const { glideStartS, glideEndS, impactS } = profile;
  const sample = (tS: number, outKm: Float64Array, outKmS: Float64Array, offset: number) => {
    glideState(profile, tS, state);
    eciOnTrack(track, state, EARTH_ROTATION_RAD_S * tS, outKm, outKmS, offset);
  };
  const burnoutKmS = new Float64Array(3);
  sample(burnoutS, new Float64Array(3), burnoutKmS, 0);
  const phases = { burnoutS, glideStartS, glideEndS, impactS, rangeKm, burnoutSpeedKmS: norm(burnoutKmS) };
  return sampleTrajectory(sample, phases, options);
}

/** Longest ground range of a class of glide vehicle between points at sea level. */
export function maxGlideRangeKm(missile: GlideClass): number {
  const profile = startGlide(missile, 0, 0);
  endGlide(profile, profile.glideMostS);
  return Math.min(profile.rangeKm, Math.PI * EARTH_MEAN_RADIUS_KM);
}

/** Shortest ground range of a class of glide vehicle from a site to sea level: it dives out of the pull-out. */
export function shortestGlideRangeKm(missile: GlideClass, siteHeightKm: number): number {
  return startGlide(missile, siteHeightKm, 0).rangeKm;
}
