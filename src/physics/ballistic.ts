import { angleBetweenRad, cross, dot, norm } from '../num/vec.ts';
import { ballisticArc, minimumEnergyAngleRad, minimumEnergyArc } from './ballistic-arc.ts';
import { type Boost, boostState, LEAST_SPEED_RATIO } from './boost.ts';
import { EARTH_MEAN_RADIUS_KM, EARTH_ROTATION_RAD_S } from './constants.ts';
import { ecefFromGeodetic } from './ellipsoid.ts';
import { turnAxesZ } from './frames.ts';
import { coastJ2, coastTwoBody } from './free-flight.ts';
import { bearingRad, greatCircleKm } from './great-circle.ts';
import { lambert } from './lambert.ts';
import { type NoTrajectory, type NoTrajectoryReason, rotateTrajectory, type Trajectory } from './trajectory.ts';
import { sampleTrajectory } from './trajectory-build.ts';
import { ecefOnTrack, ecefToEciInPlace, type GroundPoint, type GroundTrack, groundTrack } from './trajectory-track.ts';

/** What a class of ballistic missile can do: coarse figures of open literature. */
export interface BallisticClass {
  burnS: number;
  burnoutAltitudeKm: number;
  /** Ground distance from launch to the point below burnout, at full range. */
  burnoutDownrangeKm: number;
  maxRangeKm: number;
}

export interface BallisticOptions {
  /** Added to the flight-path angle of least energy at burnout: above 0 lofted, below 0 depressed. Default 0. */
  loftRad?: number;
  /** Free flight with the Earth's oblateness. Default false. */
  j2?: boolean;
  /** Default 2. */
  stepS?: number;
  /** Launch, in seconds since the scenario's epoch. Default 0. */
  t0S?: number;
  /** Greenwich sidereal angle at launch. Default 0; see also `rotateTrajectory`. */
  launchGmstRad?: number;
}

const MAX_ITERATIONS = 200;

/**
 * Flight of a ballistic missile from a launch site to an aim point on the rotating Earth.
 *
 * Free flight is the two-body arc (with J2 on request) from the burnout point to where the Earth will have carried the
 * aim point, of least energy in inertial space or at a chosen loft. The boost is `boostState`, in the vertical
 * plane over the ground in which the arc starts, so position and velocity are continuous at burnout. For less than the class's full range
 * the burnout point moves down and back as far as needed for an ascent that never slows down. Leaves out drag (in the last 100 km
 * too), staging, dispersions and manoeuvres; a loft above the class's speed is refused, a gain or loss of reach
 * by the Earth's rotation is not.
 *
 * @returns the flight, or why there is none: `out-of-range` beyond the class's range, `too-short` under about twice its burnout
 *   downrange, `out-of-energy` for a loft that asks for more speed than the class has, `below-surface` for a depressed
 *   path that starts level or downwards
 * @throws RangeError if a class parameter is not above 0
 * @source bate-1971, chapter 6
 */
export function buildBallistic(
  missile: BallisticClass,
  from: GroundPoint,
  aim: GroundPoint,
  options: BallisticOptions = {},
): Trajectory | NoTrajectory {
  checkClass(missile);
  const { loftRad = 0, j2 = false, stepS = 2, t0S = 0, launchGmstRad = 0 } = options;
  const rangeKm = greatCircleKm(from.latitudeRad, from.longitudeRad, aim.latitudeRad, aim.longitudeRad);
  const none = (reason: NoTrajectoryReason): NoTrajectory => ({
    kind: 'none',
    reason,
    rangeKm,
    maxRangeKm: missile.maxRangeKm,
  });
  if (rangeKm > missile.maxRangeKm) return none('out-of-range');
  const shot = solveShot(missile, from, aim, loftRad);
  if (typeof shot === 'string') return none(shot);
  if (shot.boost.burnoutDownrangeKm > rangeKm / 2) return none('too-short');
  if (loftRad !== 0 && shot.speedKmS > Math.max(fullRangeSpeedKmS(missile), shot.leastSpeedKmS)) {
    return none('out-of-energy');
  }
  if (j2) aimWithJ2(shot, aim);
  const trajectory = sampleShot(missile, shot, rangeKm, j2, stepS);
  trajectory.t0S = t0S;
  if (launchGmstRad !== 0) rotateTrajectory(trajectory, launchGmstRad, trajectory);
  return trajectory;
}

/** Speed of the least-energy arc of a class at its full range, over an Earth at rest. */
export function fullRangeSpeedKmS(missile: BallisticClass): number {
  const angleRad = (missile.maxRangeKm - missile.burnoutDownrangeKm) / EARTH_MEAN_RADIUS_KM;
  return minimumEnergyArc(EARTH_MEAN_RADIUS_KM + missile.burnoutAltitudeKm, EARTH_MEAN_RADIUS_KM, angleRad).speedKmS;
}

/** A solved shot in the inertial frame that coincides with the Earth-fixed one at launch. */
interface Shot {
  track: GroundTrack;
  boost: Boost;
  burnoutKm: Float64Array;
  burnoutKmS: Float64Array;
  speedKmS: number;
  leastSpeedKmS: number;
  flightS: number;
}

/** Repeats burnout point -> arc -> azimuth, flight time and burnout point until all of them agree. */
function solveShot(
  missile: BallisticClass,
  from: GroundPoint,
  aim: GroundPoint,
  loftRad: number,
): Shot | NoTrajectoryReason {
  let azimuthRad = bearingRad(from.latitudeRad, from.longitudeRad, aim.latitudeRad, aim.longitudeRad);
  const shot: Shot = {
    track: groundTrack(from, azimuthRad),
    boost: { ...missile, siteHeightKm: from.heightKm, climbKmS: 0, groundKmS: 0 },
    burnoutKm: new Float64Array(3),
    burnoutKmS: new Float64Array(3),
    speedKmS: NaN,
    leastSpeedKmS: NaN,
    flightS: 600,
  };
  const { boost } = shot;
  for (let k = 0; k < MAX_ITERATIONS; k++) {
    const flightS = shot.flightS;
    const downrangeKm = boost.burnoutDownrangeKm;
    const heightKm = boost.burnoutAltitudeKm;
    shot.track = groundTrack(from, azimuthRad);
    arcFromBurnout(shot, aim, loftRad);
    if (Number.isNaN(shot.flightS)) return loftRad > 0 ? 'out-of-energy' : 'below-surface';
    const turnRad = splitBurnoutVelocity(shot);
    if (boost.climbKmS <= 0 || boost.groundKmS <= 0) return 'below-surface';
    azimuthRad += turnRad;
    boost.burnoutDownrangeKm = Math.min(
      missile.burnoutDownrangeKm,
      (boost.groundKmS * boost.burnS) / LEAST_SPEED_RATIO,
    );
    boost.burnoutAltitudeKm = Math.min(
      missile.burnoutAltitudeKm,
      from.heightKm + (boost.climbKmS * boost.burnS) / LEAST_SPEED_RATIO,
    );
    const moved =
      Math.abs(boost.burnoutDownrangeKm - downrangeKm) +
      Math.abs(boost.burnoutAltitudeKm - heightKm) +
      Math.abs(shot.flightS - flightS) +
      1e4 * Math.abs(turnRad);
    if (moved < 1e-8) return shot;
  }
  return 'too-short';
}

/** Burnout position of the present guess, and the arc from it to where the aim point will be. */
function arcFromBurnout(shot: Shot, aim: GroundPoint, loftRad: number): void {
  const { boost, burnoutKm: r1, burnoutKmS: v1 } = shot;
  const still = { arcRad: boost.burnoutDownrangeKm / EARTH_MEAN_RADIUS_KM, arcRateRadS: 0, climbKmS: 0 };
  ecefOnTrack(shot.track, { ...still, altitudeKm: boost.burnoutAltitudeKm }, r1, v1);
  ecefToEciInPlace(EARTH_ROTATION_RAD_S * boost.burnS, r1, v1);
  const r2 = aimEciKm(aim, boost.burnS + shot.flightS);
  const r1Km = norm(r1);
  const r2Km = norm(r2);
  const angleRad = angleBetweenRad(r1, 0, r2, 0);
  const leastRad = minimumEnergyAngleRad(r1Km, r2Km, angleRad);
  const arc = ballisticArc(r1Km, r2Km, angleRad, leastRad + loftRad);
  shot.leastSpeedKmS = ballisticArc(r1Km, r2Km, angleRad, leastRad).speedKmS;
  shot.speedKmS = arc.speedKmS;
  shot.flightS = Math.abs(leastRad + loftRad) < Math.PI / 2 ? arc.flightS : NaN;
  const ahead = new Float64Array(3);
  cross(r1, 0, r2, 0, ahead);
  cross(ahead, 0, r1, 0, ahead); // horizontal, towards the aim
  const up = (arc.speedKmS * Math.sin(arc.flightPathAngleRad)) / r1Km;
  const along = (arc.speedKmS * Math.cos(arc.flightPathAngleRad)) / norm(ahead);
  for (let i = 0; i < 3; i++) v1[i] = up * r1[i] + along * ahead[i];
}

/**
 * Writes the climb and ground rates of the arc's start over the rotating Earth.
 *
 * @returns how far to the right of the boost's plane the arc starts, rad
 */
function splitBurnoutVelocity(shot: Shot): number {
  const { boost, track, burnoutKm, burnoutKmS } = shot;
  const overEarth = Float64Array.of(
    burnoutKmS[0] + EARTH_ROTATION_RAD_S * burnoutKm[1],
    burnoutKmS[1] - EARTH_ROTATION_RAD_S * burnoutKm[0],
    burnoutKmS[2],
  );
  turnAxesZ(EARTH_ROTATION_RAD_S * boost.burnS, overEarth, overEarth, 1);
  const arcRad = boost.burnoutDownrangeKm / EARTH_MEAN_RADIUS_KM;
  const at = { arcRad, altitudeKm: boost.burnoutAltitudeKm };
  const ahead = new Float64Array(3); // motion per radian of arc
  const up = new Float64Array(3);
  const position = new Float64Array(3);
  ecefOnTrack(track, { ...at, arcRateRadS: 1, climbKmS: 0 }, position, ahead);
  ecefOnTrack(track, { ...at, arcRateRadS: 0, climbKmS: 1 }, position, up);
  const right = new Float64Array(3);
  cross(ahead, 0, up, 0, right);
  boost.climbKmS = dot(overEarth, 0, up, 0);
  boost.groundKmS = (EARTH_MEAN_RADIUS_KM * dot(overEarth, 0, ahead, 0)) / dot(ahead, 0, ahead, 0);
  return Math.atan2(dot(overEarth, 0, right, 0), dot(overEarth, 0, ahead, 0));
}

/** Bends the arc so that it meets the aim point at the same time with the Earth's oblateness. */
function aimWithJ2(shot: Shot, aim: GroundPoint): void {
  const target = aimEciKm(aim, shot.boost.burnS + shot.flightS);
  const aside = target.slice();
  const end = new Float64Array(3);
  const endKmS = new Float64Array(3);
  for (let k = 0; k < 6; k++) {
    coastJ2(shot.burnoutKm, shot.burnoutKmS, shot.flightS, end, endKmS);
    for (let i = 0; i < 3; i++) aside[i] += target[i] - end[i];
    lambert(shot.burnoutKm, aside, shot.flightS, false, shot.burnoutKmS, endKmS);
  }
  splitBurnoutVelocity(shot);
}

function sampleShot(missile: BallisticClass, shot: Shot, rangeKm: number, j2: boolean, stepS: number): Trajectory {
  const { boost, track } = shot;
  const state = { arcRad: 0, arcRateRadS: 0, altitudeKm: 0, climbKmS: 0 };
  const phases = {
    burnoutS: missile.burnS,
    glideStartS: NaN,
    glideEndS: NaN,
    impactS: missile.burnS + shot.flightS,
    rangeKm,
  };
  const coastKm = shot.burnoutKm.slice(); // last state reached with J2
  const coastKmS = shot.burnoutKmS.slice();
  let coastedS = missile.burnS;
  const trajectory = sampleTrajectory(
    (tS, outKm, outKmS, offset) => {
      if (tS > missile.burnS && !j2) {
        coastTwoBody(shot.burnoutKm, shot.burnoutKmS, tS - missile.burnS, outKm, outKmS, offset);
        return;
      }
      if (tS > missile.burnS) {
        coastJ2(coastKm, coastKmS, tS - coastedS, coastKm, coastKmS);
        coastedS = tS;
        outKm.set(coastKm, offset);
        outKmS.set(coastKmS, offset);
        return;
      }
      boostState(boost, tS, state);
      ecefOnTrack(track, state, outKm, outKmS, offset);
      ecefToEciInPlace(EARTH_ROTATION_RAD_S * tS, outKm, outKmS, offset);
    },
    phases,
    stepS,
  );
  trajectory.burnoutSpeedKmS = norm(shot.burnoutKmS);
  return trajectory;
}

function aimEciKm(aim: GroundPoint, tS: number): Float64Array {
  const out = new Float64Array(3);
  ecefFromGeodetic(aim.latitudeRad, aim.longitudeRad, aim.heightKm, out);
  turnAxesZ(-EARTH_ROTATION_RAD_S * tS, out, out, 1);
  return out;
}

function checkClass(missile: BallisticClass): void {
  for (const name of ['burnS', 'burnoutAltitudeKm', 'burnoutDownrangeKm', 'maxRangeKm'] as const) {
    if (!(missile[name] > 0)) throw new RangeError(`${name} must exceed 0: ${missile[name]}`);
  }
}
