import type { InterceptorPlan } from '../flow/architecture.ts';
import { EARTH_MEAN_RADIUS_KM, EARTH_ROTATION_RAD_S, STANDARD_GRAVITY_KM_S2 } from '../physics/constants.ts';
import { arcTimeS } from './arc-fly-out.ts';

/** Sag of free fall over range from which a straight line no longer stands for the fly-out. */
const STRAIGHT_SAG_RATIO = 0.2;

/** What a surface interceptor of a layer can do. */
export interface SurfaceFlyOut {
  burnoutSpeedKmS: number;
  boostS: number;
  /** Greatest ground range to the intercept. */
  maxRangeKm: number;
  maxS: number;
  /** Straight line at class speed, or Kepler arc. */
  straight: boolean;
}

/**
 * The fly-out of a surface layer.
 *
 * Straight for short range, a Kepler arc else: the rule is the sag of free fall over the longest range, g L / (2 v^2), with
 * 0.2 as the limit. That makes point and area defences (THAAD, PAC-3, against cruise missiles) straight, since they steer
 * and thrust most of their short way, and SM-3 or GBI ballistic.
 */
export function surfaceFlyOutOf(plan: InterceptorPlan): SurfaceFlyOut {
  const burnoutSpeedKmS = plan.burnoutSpeedKmS!;
  const { boostS = 0, maxRangeKm = Infinity, flyOutMaxS: maxS = Infinity } = plan;
  const sagRatio = (STANDARD_GRAVITY_KM_S2 * maxRangeKm) / (2 * burnoutSpeedKmS * burnoutSpeedKmS);
  return { burnoutSpeedKmS, boostS, maxRangeKm, maxS, straight: sagRatio < STRAIGHT_SAG_RATIO };
}

/**
 * Shortest time from launch to a point.
 *
 * The boost counts as even acceleration to class speed: half its time is lost against an impulse. The arc starts at the site
 * with class speed plus the part of the Earth's rotation along the way to the target. Drag and gravity losses are within the
 * class speed.
 *
 * @param siteEciKm xyz of the site at launch
 * @param targetEciKm xyz at the intercept
 * @param outRangeKm receives the ground range
 * @returns NaN where it is out of reach
 */
export function surfaceTimeS(
  flyOut: SurfaceFlyOut,
  siteEciKm: Float64Array,
  targetEciKm: Float64Array,
  outRangeKm: Float64Array,
): number {
  const { burnoutSpeedKmS, boostS, maxRangeKm, maxS, straight } = flyOut;
  const sx = siteEciKm[0];
  const sy = siteEciKm[1];
  const sz = siteEciKm[2];
  const x = targetEciKm[0];
  const y = targetEciKm[1];
  const z = targetEciKm[2];
  const site = Math.sqrt(sx * sx + sy * sy + sz * sz);
  const target = Math.sqrt(x * x + y * y + z * z);
  const dx = x - sx;
  const dy = y - sy;
  const dz = z - sz;
  const lineKm = Math.sqrt(dx * dx + dy * dy + dz * dz);
  const halfSine2 = (lineKm * lineKm - (target - site) ** 2) / (4 * site * target); // sin^2 of half the angle
  const angleRad = 2 * Math.asin(Math.sqrt(Math.min(1, Math.max(0, halfSine2))));
  outRangeKm[0] = angleRad * EARTH_MEAN_RADIUS_KM;
  if (outRangeKm[0] > maxRangeKm) return Number.NaN;
  const boostKm = (burnoutSpeedKmS * boostS) / 2;
  const straightS =
    lineKm < boostKm ? Math.sqrt((2 * lineKm * boostS) / burnoutSpeedKmS) : lineKm / burnoutSpeedKmS + boostS / 2;
  let timeS = straightS;
  if (!straight && lineKm >= boostKm && angleRad > 1e-6) {
    const carriedKmS = (EARTH_ROTATION_RAD_S * (sx * dy - sy * dx)) / lineKm;
    timeS = arcTimeS(site, target, angleRad, burnoutSpeedKmS + carriedKmS) + boostS / 2;
  }
  return timeS <= maxS ? timeS : Number.NaN;
}
