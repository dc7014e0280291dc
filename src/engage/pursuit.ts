import { positionAt, type Trajectory } from '../physics/trajectory.ts';
import { betweenKnots, type Coast, KNOT_S } from './coast.ts';
import { BALL_LIMIT_S, type FlyOut, reachKm } from './fly-out.ts';
import { stretchedRateKmS, stretchedReachKm, transferMarginKm } from './transfer.ts';

const TOLERANCE_S = 1e-6;
const SHORT_STEP_S = 1;
const LONG_STEP_S = 5;

/** What bounds the motion of a threat on the grid of a window. */
export interface Aim {
  stepS: number;
  count: number;
  /** Longest way from one grid time to the next, over the step; not under the speed in between by more than rounding. */
  speedMaxKmS: number;
}

/**
 * Finds the earliest intercept of one threat, within one window of its flight, by one satellite after another.
 *
 * The grid is tried in order of time; stretches in which the distance cannot shrink to the reach, by the greatest speeds of
 * both, are passed over, which changes no answer.
 */
export class Pursuit {
  #flyOut!: FlyOut;
  readonly #coast: Coast;
  /** [grid time][xyz] of the threat. */
  #path = new Float64Array(0);
  #trajectory!: Trajectory;
  #launchS = 0;
  #startS = 0;
  readonly #aim: Aim = { stepS: 1, count: 0, speedMaxKmS: 0 };
  /** Knots of the satellite at hand: state by knot, and which are filled. */
  #knots = new Float64Array(0);
  #filled = new Uint8Array(0);
  #firstKnot = 0;
  readonly #target = new Float64Array(3);
  readonly #satellite = new Float64Array(3);
  readonly #there = new Float64Array(3);
  readonly #released = new Float64Array(6);

  constructor(coast: Coast) {
    this.#coast = coast;
  }

  /** Takes on interceptors of a kind. */
  start(flyOut: FlyOut): void {
    this.#flyOut = flyOut;
  }

  /** Takes on a threat from `startS` to `endS` of the raid. */
  aim(trajectory: Trajectory, launchS: number, startS: number, endS: number): Aim {
    const wantedS = this.#flyOut.maxS <= BALL_LIMIT_S ? SHORT_STEP_S : LONG_STEP_S;
    const steps = Math.max(1, Math.ceil((endS - startS) / wantedS));
    const stepS = (endS - startS) / steps;
    if (this.#path.length < 3 * (steps + 1)) this.#path = new Float64Array(6 * (steps + 1));
    const path = this.#path;
    let chordMax2 = 0;
    for (let k = 0; k <= steps; k++) {
      positionAt(trajectory, Math.min(startS + k * stepS, endS) - launchS, path, 3 * k);
      if (k === 0) continue;
      const x = path[3 * k] - path[3 * k - 3];
      const y = path[3 * k + 1] - path[3 * k - 2];
      const z = path[3 * k + 2] - path[3 * k - 1];
      chordMax2 = Math.max(chordMax2, x * x + y * y + z * z);
    }
    this.#trajectory = trajectory;
    this.#launchS = launchS;
    this.#startS = startS;
    this.#firstKnot = Math.floor(startS / KNOT_S);
    const knots = Math.floor(endS / KNOT_S) - this.#firstKnot + 2;
    if (this.#filled.length < knots) {
      this.#filled = new Uint8Array(2 * knots);
      this.#knots = new Float64Array(12 * knots);
    }
    this.#aim.stepS = stepS;
    this.#aim.count = steps + 1;
    this.#aim.speedMaxKmS = Math.sqrt(chordMax2) / stepS + 0.1;
    return this.#aim;
  }

  /** Earliest intercept by a unit released at a time; NaN where there is none in the window. */
  interceptS(unit: number, releaseS: number): number {
    const { stepS, count } = this.#aim;
    const flyOut = this.#flyOut;
    const path = this.#path;
    const limitS = releaseS + flyOut.maxS;
    const satelliteKmS = this.#coast.speedMaxKmS(unit);
    this.#filled.fill(0);
    if (flyOut.maxS > BALL_LIMIT_S) this.#coast.stateAt(unit, releaseS, this.#released);
    let k = Math.max(0, Math.floor((releaseS - this.#startS) / stepS));
    while (this.#startS + k * stepS <= releaseS) k++;
    while (k < count && this.#startS + (k - 1) * stepS < limitS) {
      const tS = this.#startS + k * stepS;
      this.#satelliteAt(unit, tS);
      const gapKm = this.#gapKm(path, 3 * k);
      if (Number.isNaN(gapKm)) return Number.NaN; // no such satellite
      const marginKm = this.#marginKm(gapKm, tS - releaseS, path, 3 * k);
      if (marginKm <= 0) {
        const foundS = k === 0 ? tS : this.#refine(unit, releaseS, Math.max(releaseS, tS - stepS), tS, marginKm);
        return foundS <= limitS ? foundS : Number.NaN;
      }
      k += this.#clearSteps(gapKm, tS - releaseS, satelliteKmS);
    }
    return Number.NaN;
  }

  /** Steps of the grid over which the threat certainly stays out of reach, at least one. */
  #clearSteps(gapKm: number, flownS: number, satelliteKmS: number): number {
    const { stepS, speedMaxKmS } = this.#aim;
    const flyOut = this.#flyOut;
    const long = flyOut.maxS > BALL_LIMIT_S;
    const spareKm = gapKm - (long ? stretchedReachKm(flyOut, flownS) : reachKm(flyOut, flownS));
    const reachKmS = long ? stretchedRateKmS(flyOut, flyOut.maxS) : flyOut.deltaVKmS;
    return Math.max(1, Math.floor(spareKm / (stepS * (reachKmS + speedMaxKmS + satelliteKmS))));
  }

  /** Out of reach by this much; 0 or less: in reach. */
  #marginKm(gapKm: number, flownS: number, target: Float64Array, at: number): number {
    const flyOut = this.#flyOut;
    if (flownS <= BALL_LIMIT_S) return gapKm - reachKm(flyOut, flownS);
    const sureKm = gapKm - stretchedReachKm(flyOut, flownS);
    if (sureKm > 0) return sureKm;
    for (let i = 0; i < 3; i++) this.#there[i] = target[at + i];
    return transferMarginKm(flyOut, this.#released, this.#there, flownS);
  }

  /** Time at which the reach is met, between one time outside and one inside: regula falsi kept honest by halving. */
  #refine(unit: number, releaseS: number, outS: number, inS: number, inKm: number): number {
    let low = outS;
    let high = inS;
    let lowKm = Number.NaN;
    let highKm = inKm;
    for (let turn = 0; turn < 60 && high - low > TOLERANCE_S; turn++) {
      const share = turn % 3 === 2 ? 0.5 : lowKm / (lowKm - highKm);
      const tS =
        Number.isFinite(share) && share > 0.001 && share < 0.999 ? low + share * (high - low) : (low + high) / 2;
      this.#satelliteAt(unit, tS);
      positionAt(this.#trajectory, tS - this.#launchS, this.#target);
      const km = this.#marginKm(this.#gapKm(this.#target, 0), tS - releaseS, this.#target, 0);
      if (km <= 0) {
        high = tS;
        highKm = km;
      } else {
        low = tS;
        lowKm = km;
      }
    }
    return high;
  }

  #gapKm(target: Float64Array, at: number): number {
    const x = target[at] - this.#satellite[0];
    const y = target[at + 1] - this.#satellite[1];
    const z = target[at + 2] - this.#satellite[2];
    return Math.sqrt(x * x + y * y + z * z);
  }

  /** Puts the satellite where it is at a time, from its states at the knots on both sides. */
  #satelliteAt(unit: number, tS: number): void {
    const knot = Math.floor(tS / KNOT_S);
    const at = knot - this.#firstKnot;
    for (let i = at; i <= at + 1; i++) {
      if (this.#filled[i]) continue;
      this.#coast.knotState(unit, this.#firstKnot + i, this.#knots, 6 * i);
      this.#filled[i] = 1;
    }
    betweenKnots(this.#knots, 6 * at, tS / KNOT_S - knot, this.#satellite);
  }
}
