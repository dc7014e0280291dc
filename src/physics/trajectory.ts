/** A flown path as plain data: positions and velocities at even steps, with the times at which its phases change. */
export interface Trajectory {
  /** Launch, in seconds since the scenario's epoch; every other time here is in seconds since this launch. */
  t0S: number;
  stepS: number;
  /** Number of samples; the last one is at impact. */
  count: number;
  /** [step][xyz] */
  positionEciKm: Float64Array;
  /** [step][xyz] */
  velocityEciKmS: Float64Array;
  /** Greenwich sidereal angle at launch for which the samples hold. */
  launchGmstRad: number;
  /** End of powered flight; 0 for a path without a boost. */
  burnoutS: number;
  /** End of the boost phase: equals burnoutS. */
  boostEndS: number;
  /** Descending through 100 km for good; NaN if the path never was above it. */
  reentryS: number;
  /** Start of the equilibrium glide; NaN if none. */
  glideStartS: number;
  /** End of the equilibrium glide and start of the dive; NaN if none. */
  glideEndS: number;
  impactS: number;
  /** Greatest height above the ellipsoid. */
  apogeeKm: number;
  /** Speed at burnout in the inertial frame; NaN for a path without a boost. */
  burnoutSpeedKmS: number;
  /** Ground distance from launch to aim. */
  rangeKm: number;
}

/** Why a class of missile cannot fly from a launch site to an aim point. */
export type NoTrajectoryReason = 'out-of-range' | 'too-short' | 'out-of-energy' | 'below-surface' | 'unsolved';

/** The reasoned "no" of a trajectory that physics or the class does not allow. */
export interface NoTrajectory {
  kind: 'none';
  reason: NoTrajectoryReason;
  rangeKm: number;
  maxRangeKm: number;
}

/** Tells a flown path from a reasoned "no". */
export function isTrajectory(result: Trajectory | NoTrajectory): result is Trajectory {
  return !('kind' in result);
}

/**
 * Position on a trajectory, by the cubic through the positions and velocities of the two neighbouring samples.
 *
 * Exact at the samples. In free flight the error is below a millimetre at 5 s steps; across the jump of
 * acceleration at burnout it is at most about 0.0005 km x (stepS)^2.
 *
 * @param tS seconds since launch
 * @param out receives xyz in km from `offset` on; NaN before launch and after impact
 */
export function positionAt(trajectory: Trajectory, tS: number, out: Float64Array, offset = 0): void {
  const { stepS, count, positionEciKm: p, velocityEciKmS: v } = trajectory;
  const k = Math.min(Math.floor(tS / stepS), count - 2);
  const u = tS / stepS - k;
  if (!(tS >= 0 && tS <= trajectory.impactS)) {
    out[offset] = out[offset + 1] = out[offset + 2] = NaN;
    return;
  }
  const h01 = u * u * (3 - 2 * u);
  const h00 = 1 - h01;
  const h10 = u * (1 - u) * (1 - u) * stepS;
  const h11 = u * u * (u - 1) * stepS;
  for (let i = 0; i < 3; i++) {
    const a = 3 * k + i;
    out[offset + i] = h00 * p[a] + h10 * v[a] + h01 * p[a + 3] + h11 * v[a + 3];
  }
}

/**
 * Velocity on a trajectory: the time derivative of `positionAt`.
 *
 * @param tS seconds since launch
 * @param out receives xyz in km/s from `offset` on; NaN before launch and after impact
 */
export function velocityAt(trajectory: Trajectory, tS: number, out: Float64Array, offset = 0): void {
  const { stepS, count, positionEciKm: p, velocityEciKmS: v } = trajectory;
  const k = Math.min(Math.floor(tS / stepS), count - 2);
  const u = tS / stepS - k;
  if (!(tS >= 0 && tS <= trajectory.impactS)) {
    out[offset] = out[offset + 1] = out[offset + 2] = NaN;
    return;
  }
  const d01 = (6 * u * (1 - u)) / stepS;
  const d10 = (1 - u) * (1 - 3 * u);
  const d11 = u * (3 * u - 2);
  for (let i = 0; i < 3; i++) {
    const a = 3 * k + i;
    out[offset + i] = d01 * (p[a + 3] - p[a]) + d10 * v[a] + d11 * v[a + 3];
  }
}

/** A trajectory of the same shape with its own arrays, to be filled by `rotateTrajectory`. */
export function copyTrajectory(trajectory: Trajectory): Trajectory {
  return {
    ...trajectory,
    positionEciKm: trajectory.positionEciKm.slice(),
    velocityEciKmS: trajectory.velocityEciKmS.slice(),
  };
}

/**
 * The same flight launched when the Earth has turned further: every sample turned about the polar axis.
 *
 * Gravity and the ellipsoid are symmetric about that axis, so a path solved once serves every launch time.
 *
 * @param angleRad how much further the Earth has turned at launch
 * @param out receives the turned path, of the same count; may be `trajectory` itself
 * @throws RangeError if `out` has another count
 */
export function rotateTrajectory(trajectory: Trajectory, angleRad: number, out: Trajectory): void {
  if (out.count !== trajectory.count) {
    throw new RangeError(`out.count must equal trajectory.count ${trajectory.count}: ${out.count}`);
  }
  const { positionEciKm: p, velocityEciKmS: v, count } = trajectory;
  const { positionEciKm: outP, velocityEciKmS: outV } = out;
  const c = Math.cos(angleRad);
  const s = Math.sin(angleRad);
  for (let a = 0; a < 3 * count; a += 3) {
    const px = p[a];
    const py = p[a + 1];
    const vx = v[a];
    const vy = v[a + 1];
    outP[a] = c * px - s * py;
    outP[a + 1] = s * px + c * py;
    outP[a + 2] = p[a + 2];
    outV[a] = c * vx - s * vy;
    outV[a + 1] = s * vx + c * vy;
    outV[a + 2] = v[a + 2];
  }
  out.launchGmstRad = trajectory.launchGmstRad + angleRad;
}
