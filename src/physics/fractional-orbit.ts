import { angleBetweenRad, cross, norm } from '../num/vec.ts';
import { splitBurnoutVelocity } from './ballistic-shot.ts';
import { type Boost, boostState, LEAST_SPEED_RATIO } from './boost.ts';
import { type ClassFault, notPositive, refuseFault } from './class-fault.ts';
import { EARTH_MEAN_RADIUS_KM, EARTH_MU_KM3_S2, EARTH_ROTATION_RAD_S, WGS84 } from './constants.ts';
import { ecefFromGeodetic } from './ellipsoid.ts';
import { eciFromEcef } from './frames.ts';
import { bearingRad, greatCircleKm } from './great-circle.ts';
import { meanFromTrueRad } from './kepler.ts';
import type { NoTrajectory, NoTrajectoryReason, Trajectory } from './trajectory.ts';
import { type LaunchOptions, sampleTrajectory } from './trajectory-build.ts';
import { eciOnTrack, type GroundTrack, groundTrack, type SurfacePoint } from './trajectory-track.ts';
import { propagateTwoBody } from './two-body.ts';

/** What a class of fractional orbital bombardment can do: coarse figures. */
export interface OrbitalClass {
  /** From launch to the circular orbit. */
  burnS: number;
  /** Height of the circle, where it is reached. */
  burnoutAltitudeKm: number;
  burnoutDownrangeKm: number;
  /** Speed that the retro burn takes away. */
  retroKmS: number;
  /** The shorter or the longer way round the Earth. Default short. */
  way?: 'short' | 'long';
}

const MAX_ITERATIONS = 200;

/**
 * Flight of a warhead that leaves a circular orbit before its first round is over: boost, circle, retro burn, fall on the aim.
 *
 * The boost is `boostState`, level at its end; the circle and the fall after the retro burn are two-body arcs, in the plane through the
 * burnout point and the place to which the Earth will have carried the aim point, the shorter or the longer way round. The
 * retro burn is a moment, level and against the motion, as early as the fall asks for. Leaves out J2, drag (in the last 100 km
 * too), the length of the retro burn and what is seen of it, changes of plane, dispersions.
 *
 * @returns the flight, or why there is none: `too-short` where the fall from orbit alone goes farther, `unsolved` close to the far
 *   side of the Earth, where no direction is best
 * @throws RangeError if the numbers are no such class
 * @source bate-1971, chapter 3
 */
export function buildFractionalOrbit(
  missile: OrbitalClass,
  from: SurfacePoint,
  aim: SurfacePoint,
  options: LaunchOptions = {},
): Trajectory | NoTrajectory {
  refuseFault(missile, orbitalFault(missile, from.heightKm));
  const rangeKm = greatCircleKm(from.latitudeRad, from.longitudeRad, aim.latitudeRad, aim.longitudeRad);
  const course = solveCourse(missile, from, aim);
  if (typeof course === 'string') return { kind: 'none', reason: course, rangeKm, maxRangeKm: Infinity };
  const { burnS } = missile;
  const { boost, track, burnout, coastS, fallS } = course;
  const grounded = { arcRad: 0, arcRateRadS: 0, altitudeKm: 0, climbKmS: 0 };
  const retro = new Float64Array(6);
  propagateTwoBody(burnout, coastS, retro);
  const speedKmS = norm(burnout, 3);
  for (let i = 3; i < 6; i++) retro[i] *= 1 - missile.retroKmS / speedKmS;
  const state = new Float64Array(6);
  return sampleTrajectory(
    (tS, outKm, outKmS, offset) => {
      if (tS <= burnS) {
        boostState(boost, tS, grounded);
        eciOnTrack(track, grounded, EARTH_ROTATION_RAD_S * tS, outKm, outKmS, offset);
        return;
      }
      const sinceS = tS - burnS;
      if (sinceS <= coastS) propagateTwoBody(burnout, sinceS, state);
      else propagateTwoBody(retro, sinceS - coastS, state);
      outKm.set(state.subarray(0, 3), offset);
      outKmS.set(state.subarray(3), offset);
    },
    {
      burnoutS: burnS,
      glideStartS: Number.NaN,
      glideEndS: Number.NaN,
      impactS: burnS + coastS + fallS,
      rangeKm,
      burnoutSpeedKmS: speedKmS,
    },
    options,
  );
}

interface Course {
  track: GroundTrack;
  boost: Boost;
  /** Position km and velocity km/s at burnout. */
  burnout: Float64Array;
  /** From burnout to the retro burn. */
  coastS: number;
  /** From the retro burn to impact. */
  fallS: number;
}

/** Repeats burnout point, plane, azimuth and time until none moves by more than a hundredth of a millimetre or microsecond. */
function solveCourse(missile: OrbitalClass, from: SurfacePoint, aim: SurfacePoint): Course | NoTrajectoryReason {
  const { burnS, burnoutAltitudeKm, burnoutDownrangeKm, retroKmS, way } = missile;
  const sign = way === 'long' ? -1 : 1;
  let azimuthRad = bearingRad(from.latitudeRad, from.longitudeRad, aim.latitudeRad, aim.longitudeRad);
  if (sign < 0) azimuthRad += Math.PI;
  const rates = { climbKmS: 0, groundKmS: 0 };
  const boost: Boost = { burnS, burnoutAltitudeKm, burnoutDownrangeKm, siteHeightKm: from.heightKm, ...rates };
  const course: Course = {
    track: groundTrack(from, azimuthRad),
    boost,
    burnout: new Float64Array(6),
    coastS: 3000,
    fallS: 600,
  };
  const aimKm = new Float64Array(3);
  for (let k = 0; k < MAX_ITERATIONS; k++) {
    const { coastS, fallS } = course;
    course.track = groundTrack(from, azimuthRad);
    aimAt(aim, burnS + coastS + fallS, aimKm);
    const speedKmS = circle(course, aimKm, sign);
    const radiusKm = norm(course.burnout);
    const fall = retroFall(radiusKm, speedKmS - retroKmS, norm(aimKm));
    const shortRad = angleBetweenRad(course.burnout, 0, aimKm, 0);
    const wholeRad = sign > 0 ? shortRad : 2 * Math.PI - shortRad;
    course.coastS = ((wholeRad - fall.angleRad) * radiusKm) / speedKmS;
    course.fallS = fall.timeS;
    const turnRad = splitBurnoutVelocity(course);
    if (!(boost.groundKmS > 0)) return 'unsolved';
    azimuthRad += turnRad;
    boost.burnoutDownrangeKm = Math.min(burnoutDownrangeKm, (boost.groundKmS * burnS) / LEAST_SPEED_RATIO);
    const moved =
      Math.abs(course.coastS - coastS) + Math.abs(course.fallS - fallS) + EARTH_MEAN_RADIUS_KM * Math.abs(turnRad);
    if (moved < 1e-8) return course.coastS > 0 ? course : 'too-short';
  }
  return 'unsolved';
}

/** Burnout of the present guess, on a circle towards an aim point or away from it. @returns the speed of the circle */
function circle({ boost, track, burnout }: Course, aimKm: Float64Array, sign: number): number {
  const arcRad = boost.burnoutDownrangeKm / EARTH_MEAN_RADIUS_KM;
  const still = { arcRad, arcRateRadS: 0, altitudeKm: boost.burnoutAltitudeKm, climbKmS: 0 };
  const ahead = new Float64Array(3);
  eciOnTrack(track, still, EARTH_ROTATION_RAD_S * boost.burnS, burnout, ahead);
  cross(burnout, 0, aimKm, 0, ahead);
  cross(ahead, 0, burnout, 0, ahead); // horizontal, towards the aim
  const speedKmS = Math.sqrt(EARTH_MU_KM3_S2 / norm(burnout));
  const scale = (sign * speedKmS) / norm(ahead);
  for (let i = 0; i < 3; i++) burnout[i + 3] = scale * ahead[i];
  return speedKmS;
}

function aimAt(aim: SurfacePoint, tS: number, out: Float64Array): void {
  ecefFromGeodetic(aim.latitudeRad, aim.longitudeRad, aim.heightKm, out);
  eciFromEcef(EARTH_ROTATION_RAD_S * tS, out, out);
}

/**
 * The fall from the top of an ellipse to a smaller radius.
 *
 * @param speedKmS at the top, level, under that of the circle
 * @returns angle at the Earth's centre and time; NaN where the ellipse does not come down so far
 */
export function retroFall(radiusKm: number, speedKmS: number, toRadiusKm: number) {
  const p = (radiusKm * speedKmS) ** 2 / EARTH_MU_KM3_S2;
  const ecc = 1 - p / radiusKm;
  const trueRad = 2 * Math.PI - Math.acos((p / toRadiusKm - 1) / ecc);
  const a = p / (1 - ecc * ecc);
  const meanRad = meanFromTrueRad(trueRad, ecc) - meanFromTrueRad(Math.PI, ecc);
  return { angleRad: trueRad - Math.PI, timeS: Math.sqrt(a ** 3 / EARTH_MU_KM3_S2) * meanRad };
}

const POSITIVE = ['burnS', 'burnoutAltitudeKm', 'burnoutDownrangeKm', 'retroKmS'] as const;

/**
 * What keeps numbers from being a class of fractional orbit; null where nothing does.
 *
 * @param siteHeightKm of the launch
 */
export function orbitalFault(missile: OrbitalClass, siteHeightKm: number): ClassFault | null {
  const fault = notPositive(missile, POSITIVE);
  if (fault) return fault;
  if (!(missile.burnoutAltitudeKm > siteHeightKm))
    return { fields: ['burnoutAltitudeKm'], rule: 'above-site', limit: siteHeightKm };
  const topKm = WGS84.equatorialRadiusKm + missile.burnoutAltitudeKm;
  const lowKm = WGS84.equatorialRadiusKm * (1 - WGS84.flatteningRatio) - 1; // under every site
  const landsKmS = Math.sqrt((2 * EARTH_MU_KM3_S2 * lowKm) / (topKm * (topKm + lowKm)));
  const limit = Math.sqrt(EARTH_MU_KM3_S2 / topKm) - landsKmS;
  return missile.retroKmS > limit ? null : { fields: ['retroKmS', 'burnoutAltitudeKm'], rule: 'comes-down', limit };
}
