import { type BallisticClass, ballisticFault, fullRangeSpeedKmS } from './ballistic-class.ts';
import { aimWithJ2, type BallisticShot, solveShot } from './ballistic-shot.ts';
import { boostState } from './boost.ts';
import { refuseFault } from './class-fault.ts';
import { EARTH_MEAN_RADIUS_KM, EARTH_MU_KM3_S2, EARTH_ROTATION_RAD_S } from './constants.ts';
import { propagateJ2 } from './free-flight.ts';
import { greatCircleKm } from './great-circle.ts';
import type { NoTrajectory, NoTrajectoryReason, Trajectory } from './trajectory.ts';
import { type LaunchOptions, type PathSampler, sampleTrajectory } from './trajectory-build.ts';
import { eciOnTrack, type SurfacePoint } from './trajectory-track.ts';
import { propagateTwoBody } from './two-body.ts';

export interface BallisticOptions extends LaunchOptions {
  /** Added to the flight-path angle of least energy at burnout: above 0 lofted, below 0 depressed. Default 0. */
  loftRad?: number;
  /** Free flight with the Earth's oblateness. Default false. */
  j2?: boolean;
}

/**
 * Flight of a ballistic missile from a launch site to an aim point on the rotating Earth.
 *
 * Free flight is the two-body arc (with J2 on request) from the burnout point to where the Earth will have carried the
 * aim point, of least energy in inertial space or at a chosen loft. The boost is `boostState`, in the vertical
 * plane over the ground in which the arc starts, so position and velocity are continuous at burnout. A lofted or depressed
 * missile flies the ascent of least energy between the same places, tilted throughout (`tiltAscent`): depressed, it burns out
 * lower and further on, and comes through the clouds no sooner. For less than the class's full range the burnout point moves down and back as far as needed for an ascent that never slows down.
 * Leaves out drag (in the last 100 km too), dispersions and manoeuvres; a loft above the class's energy is
 * refused, a gain or loss of reach by the Earth's rotation is not.
 *
 * Leaving J2 out moves the path by at most 8 km at 3,000 km of range, 20 km at 6,000 km, 36 km at 10,000 km, 44 km at
 * 12,000 km, and the burnout velocity by 8 to 15 m/s; either way the path ends on the aim point.
 *
 * @returns the flight, or why there is none: `out-of-range` beyond the class's range, `too-short` under about twice the
 *   burnout downrange, `out-of-energy` for a loft that asks for more speed than the class has, `below-surface` for a
 *   depressed path that starts level or downwards, `unsolved` close to the far side of the Earth, where no direction is best
 * @throws RangeError if a class parameter is not above 0
 * @source bate-1971, chapter 6
 */
export function buildBallistic(
  missile: BallisticClass,
  from: SurfacePoint,
  aim: SurfacePoint,
  options: BallisticOptions = {},
): Trajectory | NoTrajectory {
  refuseFault(missile, ballisticFault(missile));
  const { loftRad = 0, j2 = false } = options;
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
  if (loftRad !== 0 && shot.speedKmS > Math.max(mostSpeedKmS(missile, shot), shot.leastSpeedKmS)) {
    return none('out-of-energy');
  }
  if (j2) aimWithJ2(shot, aim);
  const phases = {
    burnoutS: missile.burnS,
    glideStartS: Number.NaN,
    glideEndS: Number.NaN,
    impactS: missile.burnS + shot.flightS,
    rangeKm,
    burnoutSpeedKmS: shot.speedKmS,
  };
  return sampleTrajectory(shotSampler(shot, j2), phases, options);
}

/** What a class has at the burnout height of a shot: the energy of its full range, less height for more speed. */
function mostSpeedKmS(missile: BallisticClass, { boost }: BallisticShot): number {
  const fullKmS = fullRangeSpeedKmS(missile);
  const classRadiusKm = EARTH_MEAN_RADIUS_KM + missile.burnoutAltitudeKm;
  const radiusKm = EARTH_MEAN_RADIUS_KM + boost.burnoutAltitudeKm;
  const square = fullKmS * fullKmS + 2 * EARTH_MU_KM3_S2 * (1 / radiusKm - 1 / classRadiusKm);
  return Math.sqrt(Math.max(0, square));
}

/** Samples a shot at times that never go back. */
function shotSampler(shot: BallisticShot, j2: boolean): PathSampler {
  const { boost, track, burnout } = shot;
  const grounded = { arcRad: 0, arcRateRadS: 0, altitudeKm: 0, climbKmS: 0 };
  const coasting = burnout.slice();
  let coastedS = boost.burnS;
  return (tS, outKm, outKmS, offset) => {
    if (tS <= boost.burnS) {
      boostState(boost, tS, grounded);
      eciOnTrack(track, grounded, EARTH_ROTATION_RAD_S * tS, outKm, outKmS, offset);
      return;
    }
    if (j2) propagateJ2(coasting, tS - coastedS, coasting);
    else propagateTwoBody(burnout, tS - boost.burnS, coasting);
    coastedS = tS;
    for (let i = 0; i < 3; i++) {
      outKm[offset + i] = coasting[i];
      outKmS[offset + i] = coasting[i + 3];
    }
  };
}
