import { positionAt, type Trajectory } from '../physics/trajectory.ts';
import { betweenKnots, type Coast, KNOT_S } from './coast.ts';
import { BALL_LIMIT_S, type FlyOut, reachKm } from './fly-out.ts';
import { stretchedRateKmS, stretchedReachKm, transferMarginKm } from './transfer.ts';

const TOLERANCE_S = 1e-6;
const SHORT_STEP_S = 1;
const LONG_STEP_S = 5;

/** Places in the numbers at hand. */
const TIME_S = 0;
const RELEASE_S = 1;
const GAP_KM = 2;
const MARGIN_KM = 3;

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
  /** Numbers at hand: in an array, as a number with a fraction that is handed from function to function costs an object. */
  readonly #now = new Float64Array(4);

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
    const now = this.#now;
    const startS = this.#startS;
    const limitS = releaseS + flyOut.maxS;
    const satelliteKmS = this.#coast.speedMaxKmS(unit);
    this.#filled.fill(0);
    if (flyOut.maxS > BALL_LIMIT_S) this.#coast.stateAt(unit, releaseS, this.#released);
    now[RELEASE_S] = releaseS;
    let k = Math.max(0, Math.floor((releaseS - startS) / stepS));
    while (startS + k * stepS <= releaseS) k++;
    while (k < count && startS + (k - 1) * stepS < limitS) {
      const tS = startS + k * stepS;
      now[TIME_S] = tS;
      this.#measure(unit, this.#path, 3 * k);
      if (Number.isNaN(now[GAP_KM])) return Number.NaN; // no such satellite
      if (now[MARGIN_KM] <= 0) {
        if (k > 0) this.#refine(unit, Math.max(releaseS, tS - stepS));
        return now[TIME_S] <= limitS ? now[TIME_S] : Number.NaN;
      }
      k += this.#clearSteps(satelliteKmS);
    }
    return Number.NaN;
  }

  /** Steps of the grid over which the threat certainly stays out of reach, at least one. */
  #clearSteps(satelliteKmS: number): number {
    const { stepS, speedMaxKmS } = this.#aim;
    const flyOut = this.#flyOut;
    const flownS = this.#now[TIME_S] - this.#now[RELEASE_S];
    const long = flyOut.maxS > BALL_LIMIT_S;
    const spareKm = this.#now[GAP_KM] - (long ? stretchedReachKm(flyOut, flownS) : reachKm(flyOut, flownS));
    const reachKmS = long ? stretchedRateKmS(flyOut, flyOut.maxS) : flyOut.deltaVKmS;
    return Math.max(1, Math.floor(spareKm / (stepS * (reachKmS + speedMaxKmS + satelliteKmS))));
  }

  /** Distance of the target from the satellite at the time at hand, and by how much it is out of reach: 0 or less, not at all. */
  #measure(unit: number, target: Float64Array, at: number): void {
    const now = this.#now;
    const flyOut = this.#flyOut;
    this.#moveSatellite(unit);
    const x = target[at] - this.#satellite[0];
    const y = target[at + 1] - this.#satellite[1];
    const z = target[at + 2] - this.#satellite[2];
    const gapKm = Math.sqrt(x * x + y * y + z * z);
    const flownS = now[TIME_S] - now[RELEASE_S];
    now[GAP_KM] = gapKm;
    if (flownS <= BALL_LIMIT_S) {
      now[MARGIN_KM] = gapKm - reachKm(flyOut, flownS);
      return;
    }
    now[MARGIN_KM] = gapKm - stretchedReachKm(flyOut, flownS);
    if (now[MARGIN_KM] > 0) return;
    for (let i = 0; i < 3; i++) this.#there[i] = target[at + i];
    now[MARGIN_KM] = transferMarginKm(flyOut, this.#released, this.#there, flownS);
  }

  /**
   * Sets the time at hand to that at which the reach is met, between a time outside and the time at hand inside: regula falsi
   * kept honest by halving.
   */
  #refine(unit: number, outS: number): void {
    const now = this.#now;
    let low = outS;
    let high = now[TIME_S];
    let lowKm = Number.NaN;
    let highKm = now[MARGIN_KM];
    for (let turn = 0; turn < 60 && high - low > TOLERANCE_S; turn++) {
      const share = turn % 3 === 2 ? 0.5 : lowKm / (lowKm - highKm);
      const tS =
        Number.isFinite(share) && share > 0.001 && share < 0.999 ? low + share * (high - low) : (low + high) / 2;
      now[TIME_S] = tS;
      positionAt(this.#trajectory, tS - this.#launchS, this.#target);
      this.#measure(unit, this.#target, 0);
      if (now[MARGIN_KM] <= 0) {
        high = tS;
        highKm = now[MARGIN_KM];
      } else {
        low = tS;
        lowKm = now[MARGIN_KM];
      }
    }
    now[TIME_S] = high;
  }

  /** Puts the satellite where it is at the time at hand, from its states at the knots on both sides. */
  #moveSatellite(unit: number): void {
    const tS = this.#now[TIME_S];
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
