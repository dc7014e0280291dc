import { angleBetweenRad, cross, dot, norm } from '../num/vec.ts';
import { ballisticArc, minimumEnergyAngleRad } from './ballistic-arc.ts';
import type { BallisticClass } from './ballistic-class.ts';
import { type Boost, LEAST_SPEED_RATIO } from './boost.ts';
import { EARTH_MEAN_RADIUS_KM, EARTH_ROTATION_RAD_S } from './constants.ts';
import { ecefFromGeodetic } from './ellipsoid.ts';
import { ecefVelocityFromEci, eciFromEcef } from './frames.ts';
import { propagateJ2 } from './free-flight.ts';
import { bearingRad, greatCircleKm } from './great-circle.ts';
import { lambert } from './lambert.ts';
import { type AscentProgram, boostProgram, tiltAscent } from './tilted-ascent.ts';
import type { NoTrajectoryReason } from './trajectory.ts';
import { ecefOnTrack, eciOnTrack, type GroundTrack, groundTrack, type SurfacePoint } from './trajectory-track.ts';

const MAX_ITERATIONS = 200;
/** A quarter of the way round: failures beyond it come from the far side, under it from too short a range. */
const QUARTER_WAY_KM = 10_000;

/** A boost and the free flight that follows, in the inertial frame that coincides with the Earth-fixed one at launch. */
export interface BallisticShot {
  track: GroundTrack;
  /** At which the boost leaves the launch site, clockwise from north. */
  azimuthRad: number;
  boost: Boost;
  /** Position km and velocity km/s at burnout. */
  burnout: Float64Array;
  speedKmS: number;
  /** What the least-energy arc between the same points would need. */
  leastSpeedKmS: number;
  /** From burnout to impact. */
  flightS: number;
}

/**
 * Finds the boost and the two-body arc that meet at burnout and reach an aim point which moves with the Earth.
 *
 * Repeats burnout point, arc, azimuth, flight time until none moves by more than a hundredth of a millimetre or microsecond.
 * A lofted or depressed missile flies the least-energy ascent between the same places, tilted (`tiltAscent`): its burnout
 * point follows from the angle.
 *
 * @param loftRad added to the flight-path angle of least energy at burnout
 * @returns the shot, or the reason why there is none
 */
export function solveShot(
  missile: BallisticClass,
  from: SurfacePoint,
  aim: SurfacePoint,
  loftRad: number,
): BallisticShot | NoTrajectoryReason {
  const rangeKm = greatCircleKm(from.latitudeRad, from.longitudeRad, aim.latitudeRad, aim.longitudeRad);
  const azimuthRad = bearingRad(from.latitudeRad, from.longitudeRad, aim.latitudeRad, aim.longitudeRad);
  const { burnS, burnoutAltitudeKm, burnoutDownrangeKm } = missile;
  const shot: BallisticShot = {
    track: groundTrack(from, azimuthRad),
    azimuthRad,
    boost: {
      burnS,
      burnoutAltitudeKm,
      burnoutDownrangeKm: Math.min(burnoutDownrangeKm, rangeKm / 3),
      siteHeightKm: from.heightKm,
      climbKmS: 0,
      groundKmS: 0,
    },
    burnout: new Float64Array(6),
    speedKmS: Number.NaN,
    leastSpeedKmS: Number.NaN,
    flightS: 600,
  };
  const journey = { from, aim, rangeKm };
  const stuck = settle(shot, journey, 0, (boost) => {
    boost.burnoutDownrangeKm = Math.min(burnoutDownrangeKm, (boost.groundKmS * burnS) / LEAST_SPEED_RATIO);
    boost.burnoutAltitudeKm = Math.min(burnoutAltitudeKm, from.heightKm + (boost.climbKmS * burnS) / LEAST_SPEED_RATIO);
  });
  if (stuck) return stuck;
  if (loftRad === 0) return shot;
  const program = boostProgram(shot.boost);
  return settle(shot, journey, loftRad, (boost) => tilt(boost, program)) ?? shot;
}

/** Gives a boost the tilted ascent that its rates at burnout ask for, and the burnout point that it leads to. */
function tilt(boost: Boost, program: AscentProgram): void {
  const table = tiltAscent(program, boost);
  boost.table = table;
  boost.burnoutDownrangeKm = table.downrangeKm.at(-1)!;
  boost.burnoutAltitudeKm = table.altitudeKm.at(-1)!;
}

interface Journey {
  from: SurfacePoint;
  aim: SurfacePoint;
  rangeKm: number;
}

/**
 * Repeats a shot until it stands still.
 *
 * @param place sets the burnout point of a boost from its rates at burnout
 * @returns why it does not; null where it does
 */
function settle(
  shot: BallisticShot,
  { from, aim, rangeKm }: Journey,
  loftRad: number,
  place: (boost: Boost) => void,
): NoTrajectoryReason | null {
  const { boost } = shot;
  const stuck = loftRad < 0 ? 'below-surface' : rangeKm > QUARTER_WAY_KM ? 'unsolved' : 'too-short';
  for (let k = 0; k < MAX_ITERATIONS; k++) {
    const flightS = shot.flightS;
    const downrangeKm = boost.burnoutDownrangeKm;
    const heightKm = boost.burnoutAltitudeKm;
    shot.track = groundTrack(from, shot.azimuthRad);
    arcFromBurnout(shot, aim, loftRad);
    if (Number.isNaN(shot.flightS)) return loftRad > 0 ? 'out-of-energy' : 'below-surface';
    const turnRad = splitBurnoutVelocity(shot);
    if (boost.climbKmS <= 0 || boost.groundKmS <= 0) return stuck;
    shot.azimuthRad += turnRad;
    place(boost);
    const moved =
      Math.abs(boost.burnoutDownrangeKm - downrangeKm) +
      Math.abs(boost.burnoutAltitudeKm - heightKm) +
      Math.abs(shot.flightS - flightS) +
      EARTH_MEAN_RADIUS_KM * Math.abs(turnRad);
    if (moved < 1e-8) return null;
  }
  return 'unsolved';
}

/** Burnout position of the present guess, and the arc from it to where the aim point will be. */
function arcFromBurnout(shot: BallisticShot, aim: SurfacePoint, loftRad: number): void {
  const { boost, burnout } = shot;
  const velocity = new Float64Array(3);
  const arcRad = boost.burnoutDownrangeKm / EARTH_MEAN_RADIUS_KM;
  const still = { arcRad, arcRateRadS: 0, altitudeKm: boost.burnoutAltitudeKm, climbKmS: 0 };
  eciOnTrack(shot.track, still, EARTH_ROTATION_RAD_S * boost.burnS, burnout, velocity);
  const aimKm = aimEciKm(aim, boost.burnS + shot.flightS);
  const fromRadiusKm = norm(burnout);
  const toRadiusKm = norm(aimKm);
  const angleRad = angleBetweenRad(burnout, 0, aimKm, 0);
  const leastRad = minimumEnergyAngleRad(fromRadiusKm, toRadiusKm, angleRad);
  const arc = ballisticArc(fromRadiusKm, toRadiusKm, angleRad, leastRad + loftRad);
  shot.leastSpeedKmS = ballisticArc(fromRadiusKm, toRadiusKm, angleRad, leastRad).speedKmS;
  shot.speedKmS = arc.speedKmS;
  shot.flightS = Math.abs(leastRad + loftRad) < Math.PI / 2 ? arc.flightS : Number.NaN;
  const ahead = new Float64Array(3);
  cross(burnout, 0, aimKm, 0, ahead);
  cross(ahead, 0, burnout, 0, ahead); // horizontal, towards the aim
  const up = (arc.speedKmS * Math.sin(arc.flightPathAngleRad)) / fromRadiusKm;
  const along = (arc.speedKmS * Math.cos(arc.flightPathAngleRad)) / norm(ahead);
  for (let i = 0; i < 3; i++) burnout[i + 3] = up * burnout[i] + along * ahead[i];
}

/**
 * Writes the climb and ground rates over the rotating Earth with which the arc starts.
 *
 * @returns how far to the right of the boost's plane the arc starts, rad
 */
export function splitBurnoutVelocity({
  boost,
  track,
  burnout,
}: Pick<BallisticShot, 'boost' | 'track' | 'burnout'>): number {
  const overEarth = new Float64Array(3);
  ecefVelocityFromEci(EARTH_ROTATION_RAD_S * boost.burnS, burnout, burnout.subarray(3), overEarth);
  const at = { arcRad: boost.burnoutDownrangeKm / EARTH_MEAN_RADIUS_KM, altitudeKm: boost.burnoutAltitudeKm };
  const ahead = new Float64Array(3); // motion per radian of arc
  const up = new Float64Array(3);
  const right = new Float64Array(3);
  ecefOnTrack(track, { ...at, arcRateRadS: 1, climbKmS: 0 }, right, ahead);
  ecefOnTrack(track, { ...at, arcRateRadS: 0, climbKmS: 1 }, right, up);
  cross(ahead, 0, up, 0, right);
  const forward = dot(overEarth, 0, ahead, 0);
  const perRadKm = norm(ahead);
  boost.climbKmS = dot(overEarth, 0, up, 0);
  boost.groundKmS = (EARTH_MEAN_RADIUS_KM * forward) / (perRadKm * perRadKm);
  return Math.atan2(dot(overEarth, 0, right, 0), forward);
}

/** Bends the arc of a shot so that it meets the aim point at the same time with the Earth's oblateness. */
export function aimWithJ2(shot: BallisticShot, aim: SurfacePoint): void {
  const target = aimEciKm(aim, shot.boost.burnS + shot.flightS);
  const aside = target.slice();
  const end = new Float64Array(6);
  const startKmS = new Float64Array(3);
  const endKmS = new Float64Array(3);
  for (let k = 0; k < 6; k++) {
    propagateJ2(shot.burnout, shot.flightS, end);
    for (let i = 0; i < 3; i++) aside[i] += target[i] - end[i];
    lambert(shot.burnout, aside, shot.flightS, false, startKmS, endKmS);
    shot.burnout.set(startKmS, 3);
  }
  shot.speedKmS = norm(startKmS);
  splitBurnoutVelocity(shot);
  if (shot.boost.table) bendAscent(shot.boost);
}

/** Lets a tabulated ascent end at the rates of its boost, its places as they are. */
function bendAscent({ table, climbKmS, groundKmS }: Boost): void {
  const { groundKmS: ground, climbKmS: climb } = table!;
  ground[ground.length - 1] = groundKmS;
  climb[climb.length - 1] = climbKmS;
}

function aimEciKm(aim: SurfacePoint, tS: number): Float64Array {
  const out = new Float64Array(3);
  ecefFromGeodetic(aim.latitudeRad, aim.longitudeRad, aim.heightKm, out);
  eciFromEcef(EARTH_ROTATION_RAD_S * tS, out, out);
  return out;
}
