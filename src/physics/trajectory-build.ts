import { brentRoot } from '../num/roots.ts';
import { EARTH_ROTATION_RAD_S } from './constants.ts';
import { geodeticFromEcef } from './ellipsoid.ts';
import { turnAxesZ } from './frames.ts';
import { greatCircleKm } from './great-circle.ts';
import { positionAt, rotateTrajectory, type Trajectory } from './trajectory.ts';

/** Height of re-entry: below it the atmosphere slows and heats what comes down. */
export const REENTRY_ALTITUDE_KM = 100;

/** When a path is launched and how finely it is sampled. */
export interface LaunchOptions {
  /** Wanted step; shortened a little so that the last sample falls on the impact. Default 2. */
  stepS?: number;
  /** Launch, in seconds since the scenario's epoch. Default 0. */
  t0S?: number;
  /** Greenwich sidereal angle at launch. Default 0; see also `rotateTrajectory`. */
  launchGmstRad?: number;
}

/** Writes inertial position and velocity at a time since launch, for an Earth-fixed frame that is inertial at launch. */
export type PathSampler = (
  tS: number,
  outPositionKm: Float64Array,
  outVelocityKmS: Float64Array,
  offset: number,
) => void;

/** Phase times of a path that is about to be sampled; NaN where there is no such phase. */
export interface PathPhases {
  burnoutS: number;
  glideStartS: number;
  glideEndS: number;
  impactS: number;
  rangeKm: number;
  /** Inertial. */
  burnoutSpeedKmS: number;
}

/**
 * Samples a path at even steps and finds its apogee and re-entry.
 *
 * @throws RangeError if a step or the impact time is not above 0
 */
export function sampleTrajectory(sample: PathSampler, phases: PathPhases, launch: LaunchOptions): Trajectory {
  const { stepS = 2, t0S = 0, launchGmstRad = 0 } = launch;
  if (!(stepS > 0)) throw new RangeError(`stepS must exceed 0: ${stepS}`);
  if (!(phases.impactS > 0)) throw new RangeError(`impactS must exceed 0: ${phases.impactS}`);
  const steps = Math.max(2, Math.ceil(phases.impactS / stepS));
  const trajectory: Trajectory = {
    ...phases,
    t0S,
    stepS: phases.impactS / steps,
    count: steps + 1,
    positionEciKm: new Float64Array(3 * (steps + 1)),
    velocityEciKmS: new Float64Array(3 * (steps + 1)),
    launchGmstRad: 0,
    boostEndS: phases.burnoutS,
    reentryS: Number.NaN,
    apogeeKm: Number.NaN,
  };
  const { positionEciKm, velocityEciKmS } = trajectory;
  for (let k = 0; k <= steps; k++) {
    const tS = k === steps ? phases.impactS : k * trajectory.stepS;
    sample(tS, positionEciKm, velocityEciKmS, 3 * k);
  }
  findHeights(trajectory);
  if (launchGmstRad !== 0) rotateTrajectory(trajectory, launchGmstRad, trajectory);
  return trajectory;
}

function findHeights(trajectory: Trajectory): void {
  const { count, stepS } = trajectory;
  const altitudeKm = new Float64Array(count);
  const geodetic = new Float64Array(3);
  let top = 0;
  let last = -1; // last sample above the re-entry height
  for (let k = 0; k < count; k++) {
    geodeticFromEcef(trajectory.positionEciKm, geodetic, 1, 3 * k);
    altitudeKm[k] = geodetic[2];
    if (geodetic[2] > altitudeKm[top]) top = k;
    if (geodetic[2] > REENTRY_ALTITUDE_KM) last = k;
  }
  trajectory.apogeeKm = altitudeKm[top];
  if (top > 0 && top < count - 1) {
    const rise = (altitudeKm[top + 1] - altitudeKm[top - 1]) / 2;
    const bend = altitudeKm[top + 1] - 2 * altitudeKm[top] + altitudeKm[top - 1];
    if (bend < 0) trajectory.apogeeKm -= (rise * rise) / (2 * bend);
  }
  if (last >= 0 && last < count - 1) {
    const above = (tS: number) => altitudeAtKm(trajectory, tS) - REENTRY_ALTITUDE_KM;
    const found = brentRoot(above, last * stepS, Math.min((last + 1) * stepS, trajectory.impactS), 1e-9);
    trajectory.reentryS = found;
  }
}

/** Height above the ellipsoid at a time since launch; NaN outside the flight. */
export function altitudeAtKm(trajectory: Trajectory, tS: number): number {
  const point = new Float64Array(3);
  positionAt(trajectory, tS, point);
  geodeticFromEcef(point, point); // height does not depend on how far the Earth has turned
  return point[2];
}

/**
 * Geodetic latitude, longitude and height over the rotating Earth at a time since launch.
 *
 * @param out receives latitude rad, longitude rad (-π to π), height km; NaN outside the flight
 */
export function geodeticAt(trajectory: Trajectory, tS: number, out: Float64Array): void {
  positionAt(trajectory, tS, out);
  turnAxesZ(trajectory.launchGmstRad + EARTH_ROTATION_RAD_S * tS, out, out, 1);
  geodeticFromEcef(out, out);
}

/** Great-circle distance over the rotating Earth from the launch site to the point below; NaN outside the flight. */
export function groundRangeAtKm(trajectory: Trajectory, tS: number): number {
  const from = new Float64Array(3);
  const to = new Float64Array(3);
  geodeticAt(trajectory, 0, from);
  geodeticAt(trajectory, tS, to);
  return greatCircleKm(from[0], from[1], to[0], to[1]);
}
