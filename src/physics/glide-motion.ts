import { brentRoot } from '../num/roots.ts';
import { type Rates, rungeKuttaStep } from '../num/runge-kutta.ts';
import { airDensityKgM3 } from './atmosphere.ts';
import { EARTH_MEAN_RADIUS_KM, EARTH_MU_KM3_S2 } from './constants.ts';
import type { TrackState } from './trajectory-track.ts';

/** What lifts and slows a vehicle. */
export interface Airframe {
  /** At its best. */
  liftToDragRatio: number;
  /** Mass over drag coefficient and area where lift over drag is at its best. */
  ballisticCoefficientKgM2: number;
}

/** Ground distance km, height km, speed km/s and climb rad of a flight in its vertical plane, over an Earth at rest. */
export type GlideState = Float64Array;
const [GROUND, HEIGHT, SPEED, CLIMB] = [0, 1, 2, 3];

/** Lift as a share of that at the best lift over drag, -1 (down) to 1. */
export type LiftLaw = (state: GlideState) => number;

/** Lift per mass at its best, km/s^2. */
export function fullLiftKmS2({ liftToDragRatio, ballisticCoefficientKgM2 }: Airframe, state: GlideState): number {
  return (liftToDragRatio * 500 * airDensityKgM3(state[HEIGHT]) * state[SPEED] ** 2) / ballisticCoefficientKgM2;
}

/** Gravity less the centrifugal share of a level flight, km/s^2. */
export function netWeightKmS2(state: GlideState): number {
  const r = EARTH_MEAN_RADIUS_KM + state[HEIGHT];
  return (EARTH_MU_KM3_S2 / r - state[SPEED] ** 2) / r;
}

/**
 * Rates of change by the full equations of a point mass in a vertical plane: central gravity, lift and drag of the standard atmosphere.
 *
 * Drag follows a parabola in the lift: at the best lift over drag half of it is that of lift, so without lift the vehicle is slowed by half.
 *
 * @source vinh-1980, chapter 2 (planar flight over a spherical Earth)
 */
function ratesOf(airframe: Airframe, lift: LiftLaw): Rates {
  return (state, out) => {
    const r = EARTH_MEAN_RADIUS_KM + state[HEIGHT];
    const v = state[SPEED];
    const c = Math.cos(state[CLIMB]);
    const s = Math.sin(state[CLIMB]);
    const g = EARTH_MU_KM3_S2 / (r * r);
    const full = fullLiftKmS2(airframe, state);
    const share = lift(state);
    out[GROUND] = (v * c * EARTH_MEAN_RADIUS_KM) / r;
    out[HEIGHT] = v * s;
    out[SPEED] = ((-full / airframe.liftToDragRatio) * (1 + share * share)) / 2 - g * s;
    out[CLIMB] = (share * full) / v + (v / r - g / v) * c;
  };
}

/** A flown stretch: states at rising times since launch, each with its rates, in one row of eight. */
export interface FlownPath {
  count: number;
  tS: number[];
  rows: Float64Array[];
}

/** A stretch to fly: its law of lift, its step, and what ends it, where that passes through zero from below. */
export interface Stretch {
  lift: LiftLaw;
  stepS: number;
  end: (state: GlideState) => number;
  /** Longest it may take. */
  mostS: number;
}

/**
 * Flies a stretch from a state on.
 *
 * @param path receives every step, the start if it is empty, and the end
 * @returns the time of its end; NaN where it does not end in time, or in the ground
 */
export function fly(airframe: Airframe, stretch: Stretch, startS: number, state: GlideState, path?: FlownPath): number {
  const { lift, stepS, end, mostS } = stretch;
  const rates = ratesOf(airframe, lift);
  const next = new Float64Array(4);
  if (path && path.count === 0) keep(path, startS, state, rates);
  for (let tS = startS; tS < startS + mostS; tS += stepS) {
    rungeKuttaStep(rates, state, stepS, next);
    if (end(next) >= 0) {
      const over = (partS: number) => {
        rungeKuttaStep(rates, state, partS, next);
        return end(next);
      };
      const partS = end(state) >= 0 ? 0 : brentRoot(over, 0, stepS, 1e-9);
      rungeKuttaStep(rates, state, partS, state);
      if (path && partS > 0) keep(path, tS + partS, state, rates);
      return tS + partS;
    }
    state.set(next);
    if (!(state[HEIGHT] > -1) || !(state[SPEED] > 0)) return Number.NaN;
    if (path) keep(path, tS + stepS, state, rates);
  }
  return Number.NaN;
}

function keep(path: FlownPath, tS: number, state: GlideState, rates: Rates): void {
  const row = new Float64Array(8);
  row.set(state);
  rates(state, row.subarray(4));
  path.tS.push(tS);
  path.rows.push(row);
  path.count++;
}

/** An empty path. */
export function newPath(): FlownPath {
  return { count: 0, tS: [], rows: [] };
}

/** State over the ground at a time within a flown path: the cubics through its steps. */
export function pathState(path: FlownPath, tS: number, out: TrackState): void {
  let low = 0;
  let high = path.count - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (path.tS[middle] <= tS) low = middle;
    else high = middle;
  }
  const stepS = path.tS[high] - path.tS[low];
  const u = (tS - path.tS[low]) / stepS;
  const [from, to] = [path.rows[low], path.rows[high]];
  out.arcRad = cubic(from, to, GROUND, u, stepS) / EARTH_MEAN_RADIUS_KM;
  out.arcRateRadS = cubicRate(from, to, GROUND, u, stepS) / EARTH_MEAN_RADIUS_KM;
  out.altitudeKm = cubic(from, to, HEIGHT, u, stepS);
  out.climbKmS = cubicRate(from, to, HEIGHT, u, stepS);
}

/** State in its vertical plane at a time within a flown path. */
export function stateAt(path: FlownPath, tS: number, out: GlideState): void {
  const at = { arcRad: 0, arcRateRadS: 0, altitudeKm: 0, climbKmS: 0 };
  pathState(path, tS, at);
  const levelKmS = at.arcRateRadS * (EARTH_MEAN_RADIUS_KM + at.altitudeKm);
  out[GROUND] = at.arcRad * EARTH_MEAN_RADIUS_KM;
  out[HEIGHT] = at.altitudeKm;
  out[SPEED] = Math.hypot(levelKmS, at.climbKmS);
  out[CLIMB] = Math.atan2(at.climbKmS, levelKmS);
}

function cubic(from: Float64Array, to: Float64Array, i: number, u: number, stepS: number): number {
  const w = u * u * (3 - 2 * u);
  const bend = u * (1 - u) * stepS;
  return from[i] + w * (to[i] - from[i]) + bend * ((1 - u) * from[i + 4] - u * to[i + 4]);
}

function cubicRate(from: Float64Array, to: Float64Array, i: number, u: number, stepS: number): number {
  const w = (6 * u * (1 - u)) / stepS;
  return w * (to[i] - from[i]) + (1 - u) * (1 - 3 * u) * from[i + 4] + u * (3 * u - 2) * to[i + 4];
}
