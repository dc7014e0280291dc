import { type AscentTable, tableState } from './ascent-table.ts';
import { EARTH_MEAN_RADIUS_KM } from './constants.ts';
import type { TrackState } from './trajectory-track.ts';

/** Share of the vertical profile that rises with constant acceleration, so that the launch starts upwards. */
const STEADY_RISE_FRACTION = 0.5;

/**
 * A powered ascent in the vertical plane of a ground track, as class-level kinematics: it starts at rest on the rotating
 * Earth, nearly straight up, and meets a burnout height, downrange, climb rate and ground speed exactly.
 */
export interface Boost {
  burnS: number;
  siteHeightKm: number;
  burnoutAltitudeKm: number;
  burnoutDownrangeKm: number;
  /** Rate of climb at burnout, over the rotating Earth. */
  climbKmS: number;
  /** Rate of ground distance (on the mean sphere) at burnout, over the rotating Earth. */
  groundKmS: number;
  /** The ascent step by step, in place of the class's own curve. */
  table?: AscentTable;
}

/** The smallest ratio of end speed to mean speed for which the ascent never slows down. */
export const LEAST_SPEED_RATIO = 1.5;

/**
 * State of an ascent at a time: downrange and height each follow one smooth, monotone curve of time.
 *
 * With τ = t / burnS and n the ratio of end speed to mean speed, downrange is d τ^n for n ≥ 2 and the cubic
 * d [(3 - n) τ² + (n - 2) τ³] for 1.5 ≤ n < 2; height is the same, with half of it as h τ² so that the missile leaves
 * at once and upwards (thrust 1.4 to 2.1 times weight for the usual classes). Not a flight simulation: no staging, thrust history,
 * drag or gravity turn; acceleration jumps to free fall at burnout. An ascent with a table follows that.
 *
 * @param tS 0 to burnS
 */
export function boostState(boost: Boost, tS: number, out: TrackState): void {
  if (boost.table) {
    tableState(boost.table, tS, out);
    return;
  }
  const tau = tS / boost.burnS;
  const d = boost.burnoutDownrangeKm;
  const h = boost.burnoutAltitudeKm - boost.siteHeightKm;
  const nd = (boost.groundKmS * boost.burnS) / d;
  const nh = (boost.climbKmS * boost.burnS) / h;
  const w = nh >= 2 ? STEADY_RISE_FRACTION : 0;
  const m = nh >= 2 ? 2 + (nh - 2) / (1 - w) : nh;
  out.arcRad = (d * rise(tau, nd)) / EARTH_MEAN_RADIUS_KM;
  out.arcRateRadS = (d * riseRate(tau, nd)) / boost.burnS / EARTH_MEAN_RADIUS_KM;
  out.altitudeKm = boost.siteHeightKm + h * (w * tau * tau + (1 - w) * rise(tau, m));
  out.climbKmS = (h * (w * 2 * tau + (1 - w) * riseRate(tau, m))) / boost.burnS;
}

/** From 0 at rest to 1 with end slope n. */
function rise(tau: number, n: number): number {
  return n >= 2 ? tau ** n : tau * tau * (3 - n + (n - 2) * tau);
}

function riseRate(tau: number, n: number): number {
  return n >= 2 ? n * tau ** (n - 1) : tau * (2 * (3 - n) + 3 * (n - 2) * tau);
}
