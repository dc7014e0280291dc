import { EARTH_MEAN_RADIUS_KM } from './constants.ts';
import type { TrackState } from './trajectory-track.ts';

/** An ascent as ground distance and height at equal steps of its burn, with their rates; launch first, burnout last. */
export interface AscentTable {
  stepS: number;
  downrangeKm: Float64Array;
  groundKmS: Float64Array;
  /** Above the ellipsoid. */
  altitudeKm: Float64Array;
  climbKmS: Float64Array;
}

/** State of a tabulated ascent at a time from launch to burnout: the cubics through its steps. */
export function tableState(table: AscentTable, tS: number, out: TrackState): void {
  const { stepS, downrangeKm, groundKmS, altitudeKm, climbKmS } = table;
  const k = Math.max(0, Math.min(Math.floor(tS / stepS), downrangeKm.length - 2));
  const u = tS / stepS - k;
  out.arcRad = cubic(downrangeKm, groundKmS, k, u, stepS) / EARTH_MEAN_RADIUS_KM;
  out.arcRateRadS = cubicRate(downrangeKm, groundKmS, k, u, stepS) / EARTH_MEAN_RADIUS_KM;
  out.altitudeKm = cubic(altitudeKm, climbKmS, k, u, stepS);
  out.climbKmS = cubicRate(altitudeKm, climbKmS, k, u, stepS);
}

function cubic(value: Float64Array, rate: Float64Array, k: number, u: number, stepS: number): number {
  const w = u * u * (3 - 2 * u);
  const bend = u * (1 - u) * stepS;
  return value[k] + w * (value[k + 1] - value[k]) + bend * ((1 - u) * rate[k] - u * rate[k + 1]);
}

function cubicRate(value: Float64Array, rate: Float64Array, k: number, u: number, stepS: number): number {
  const w = (6 * u * (1 - u)) / stepS;
  return w * (value[k + 1] - value[k]) + (1 - u) * (1 - 3 * u) * rate[k] + u * (3 * u - 2) * rate[k + 1];
}
