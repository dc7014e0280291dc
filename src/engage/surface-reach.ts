import type { InterceptorPlan } from '../flow/architecture.ts';
import { distance, norm } from '../num/vec.ts';
import { EARTH_MEAN_RADIUS_KM, EARTH_ROTATION_RAD_S, STANDARD_GRAVITY_KM_S2 } from '../physics/constants.ts';
import { angleOf, arcOverEarthS } from './arc-over-earth.ts';

/** Sag of free fall over range from which a straight line no longer stands for the fly-out. */
const STRAIGHT_SAG_RATIO = 0.2;
/** A layer whose intercepts all lie below this flies in air that carries it. */
const CARRYING_AIR_KM = 40;

/** No arc is flown faster than class speed and this many times the speed of its site: once for the site's own way, once for its speed, and a little. */
const TURNS = 2.2;

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
 * Straight where the air carries the interceptor all the way, which is where it can hit nothing above 40 km (PAC-3, SM-6), or where the
 * way is short: the sag of free fall over the longest range, g L / (2 v^2), under 0.2 (THAAD). Else a Kepler arc (SM-3, GBI).
 */
export function surfaceFlyOutOf(plan: InterceptorPlan): SurfaceFlyOut {
  const burnoutSpeedKmS = plan.burnoutSpeedKmS!;
  const { boostS = 0, maxRangeKm = Infinity, flyOutMaxS: maxS = Infinity, maxAltitudeKm = Infinity } = plan;
  const sagRatio = (STANDARD_GRAVITY_KM_S2 * maxRangeKm) / (2 * burnoutSpeedKmS * burnoutSpeedKmS);
  const straight = maxAltitudeKm <= CARRYING_AIR_KM || sagRatio < STRAIGHT_SAG_RATIO;
  return { burnoutSpeedKmS, boostS, maxRangeKm, maxS, straight };
}

/**
 * Shortest time from launch to a point that is hit at a given moment, in the Earth's frame: the site stands still, and what it launches
 * keeps the Earth's turn.
 *
 * The boost counts as even acceleration to class speed: half its time is lost against an impulse. A straight line is flown over the
 * turning Earth at class speed; an arc leaves the site in free fall with class speed added to the site's own, ω x r. Range is measured
 * over the ground. Drag and gravity losses are within the class speed.
 *
 * @param siteKm xyz of the site at the moment of the intercept
 * @param targetKm xyz of the intercept, in the same axes
 * @param outRangeKm receives the ground range
 * @param withinS what takes longer is not wanted: where that is sure without the arc, none is looked for
 * @returns NaN where it is out of reach, or surely too far for `withinS`
 */
export function surfaceTimeS(
  flyOut: SurfaceFlyOut,
  siteKm: Float64Array,
  targetKm: Float64Array,
  outRangeKm: Float64Array,
  withinS = Infinity,
): number {
  const { burnoutSpeedKmS, boostS, maxRangeKm, maxS, straight } = flyOut;
  const lineKm = distance(siteKm, 0, targetKm, 0);
  const angleRad = angleOf(norm(siteKm), norm(targetKm), lineKm);
  outRangeKm[0] = angleRad * EARTH_MEAN_RADIUS_KM;
  if (outRangeKm[0] > maxRangeKm) return Number.NaN;
  const boostKm = (burnoutSpeedKmS * boostS) / 2;
  let timeS =
    lineKm < boostKm ? Math.sqrt((2 * lineKm * boostS) / burnoutSpeedKmS) : lineKm / burnoutSpeedKmS + boostS / 2;
  if (!straight && lineKm >= boostKm && angleRad > 1e-6) {
    const siteKmS = EARTH_ROTATION_RAD_S * Math.hypot(siteKm[0], siteKm[1]);
    const leastS = lineKm / (burnoutSpeedKmS + TURNS * siteKmS) + boostS / 2;
    if (leastS > withinS || leastS > maxS) return Number.NaN;
    timeS = arcOverEarthS(burnoutSpeedKmS, siteKm, targetKm, withinS - boostS / 2) + boostS / 2;
  }
  return timeS <= maxS ? timeS : Number.NaN;
}
