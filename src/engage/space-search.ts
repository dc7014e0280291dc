import type { InterceptorPlan } from '../flow/architecture.ts';
import { NOT_DRAWN, WORKS } from '../flow/availability.ts';
import type { SpaceElement, World } from '../flow/world.ts';
import { positionAt, type Trajectory } from '../physics/trajectory.ts';
import { Coast, ESCAPE_KM_S, KNOT_S } from './coast.ts';
import { BALL_LIMIT_S, type FlyOut, flyOutOf, reachKm } from './fly-out.ts';
import type { OpportunityList } from './opportunity-list.ts';
import { Pursuit } from './pursuit.ts';
import { stretchedReachKm } from './transfer.ts';
import { type NearUnits, walkerNear } from './walker-near.ts';
import type { Window } from './windows.ts';

/** Marks are cleared before their stamp leaves the range of small whole numbers. */
const LAST_STAMP = 2 ** 30;

/**
 * The search of one layer: finds the satellites near a threat's path, then the earliest intercept of each.
 *
 * Holds its arrays from raid to raid, and what it worked out about orbits as long as the raid stays the same.
 */
export class SpaceSearch {
  readonly #space: SpaceElement;
  /** What the last search found. */
  readonly #found: NearUnits;
  /** By unit: stamp of the threat for which it last had an intercept. */
  readonly #done: Int32Array;
  readonly #coast: Coast;
  readonly #pursuit: Pursuit;
  readonly #point = new Float64Array(3);
  #plan: InterceptorPlan | undefined;
  #flyOut!: FlyOut;
  #elementIndex = -1;
  #world!: World;
  #oneWayS!: Float64Array;
  #states!: Uint8Array;
  #doneStamp = 0;
  #readyS = 0;

  constructor(space: SpaceElement) {
    this.#space = space;
    this.#found = { count: 0, units: new Int32Array(space.count), marks: new Int32Array(space.count), stamp: 0 };
    this.#done = new Int32Array(space.count);
    this.#coast = new Coast(space.parts);
    this.#pursuit = new Pursuit(this.#coast);
  }

  /**
   * Takes on a raid.
   *
   * @param oneWayS by unit: from the centre to the unit; NaN: no route; not needed to `mark`
   */
  start(world: World, plan: InterceptorPlan, oneWayS?: Float64Array): void {
    if (plan !== this.#plan) {
      this.#plan = plan;
      this.#flyOut = flyOutOf(plan.accelerationG!, plan.deltaVKmS!, plan.flyOutMaxS);
    }
    if (world !== this.#world) {
      this.#world = world;
      this.#elementIndex = world.space.indexOf(this.#space);
      this.#states = world.availability.space[this.#elementIndex];
      this.#coast.start(world.startS);
    }
    this.#pursuit.start(this.#flyOut);
    if (oneWayS) this.#oneWayS = oneWayS;
  }

  /** Starts on a threat whose order, reaction included, stands at a time. */
  begin(readyS: number): void {
    this.#readyS = readyS;
    if (++this.#doneStamp === LAST_STAMP) {
      this.#done.fill(0);
      this.#doneStamp = 1;
    }
  }

  /** Goes on with the same threat from a later release. */
  release(readyS: number): void {
    this.#readyS = readyS;
  }

  /**
   * Adds the intercepts within one window; units that already have one are left out.
   *
   * @param chance of the target within the divert, by release and intercept; 0: no shot; absent: certain
   */
  scan(
    trajectory: Trajectory,
    launchS: number,
    window: Window,
    threatIndex: number,
    list: OpportunityList,
    chance?: (releaseS: number, interceptS: number) => number,
  ): void {
    const startS = Math.max(window.fromS + launchS, this.#readyS);
    const endS = window.toS + launchS;
    if (!(startS < endS)) return;
    const near = this.#near(trajectory, launchS, startS, endS);
    const { killProbability } = window;
    for (let i = 0; i < near; i++) {
      const unit = this.#found.units[i];
      const releaseS = this.#readyS + this.#oneWayS[unit];
      if (this.#done[unit] === this.#doneStamp || !(releaseS < endS) || !this.#works(unit)) continue;
      const interceptS = this.#pursuit.interceptS(unit, releaseS);
      if (Number.isNaN(interceptS)) continue;
      const contained = chance ? chance(releaseS, interceptS) : 1;
      if (contained === 0) continue;
      this.#done[unit] = this.#doneStamp;
      list.add(threatIndex, unit, releaseS, interceptS, window.phaseIndex, contained * killProbability);
    }
  }

  /** Marks the units that may come within reach within one window. */
  mark(trajectory: Trajectory, launchS: number, window: Window, outMarked: Uint8Array): void {
    const startS = Math.max(window.fromS + launchS, this.#readyS);
    const endS = window.toS + launchS;
    if (!(startS < endS)) return;
    const near = this.#near(trajectory, launchS, startS, endS);
    for (let i = 0; i < near; i++) outMarked[this.#found.units[i]] = 1;
  }

  #works(unit: number): boolean {
    const state = this.#states[unit];
    return (state === NOT_DRAWN ? this.#world.availability.draw(this.#elementIndex, unit) : state) === WORKS;
  }

  /** Units that may come within reach between two times: a bound by speeds around instants a knot apart. */
  #near(trajectory: Trajectory, launchS: number, startS: number, endS: number): number {
    const found = this.#found;
    found.count = 0;
    if (++found.stamp === LAST_STAMP) {
      found.marks.fill(0);
      found.stamp = 1;
    }
    const { speedMaxKmS } = this.#pursuit.aim(trajectory, launchS, startS, endS);
    const point = this.#point;
    const flyOut = this.#flyOut;
    const halfS = KNOT_S / 2;
    for (let knot = Math.floor(startS / KNOT_S); (knot - 0.5) * KNOT_S <= endS; knot++) {
      const tS = knot * KNOT_S;
      const fromS = Math.max(startS, tS - halfS);
      const toS = Math.min(endS, tS + halfS);
      if (fromS > toS) continue;
      const middleS = (fromS + toS) / 2;
      positionAt(trajectory, middleS - launchS, point);
      const flownS = Math.min(toS - this.#readyS, flyOut.maxS);
      const longestKm = flyOut.maxS <= BALL_LIMIT_S ? reachKm(flyOut, flownS) : stretchedReachKm(flyOut, flownS);
      const strayKm = (speedMaxKmS * (toS - fromS)) / 2 + ESCAPE_KM_S * Math.max(toS - tS, tS - fromS) + 1;
      this.#nearAt(knot, longestKm + strayKm);
    }
    return found.count;
  }

  /** Adds the units within a distance of the point at hand. */
  #nearAt(knot: number, limitKm: number): void {
    const { parts } = this.#space;
    const x = this.#point[0];
    const y = this.#point[1];
    const z = this.#point[2];
    const near = this.#found;
    const { stamp, marks, units } = near;
    for (let partIndex = 0; partIndex < parts.length; partIndex++) {
      const part = parts[partIndex];
      const firstUnit = this.#coast.firstUnit(partIndex);
      if (part.kind === 'walker') {
        const tS = this.#coast.epochS(knot);
        walkerNear(part, tS, this.#point, limitKm, firstUnit, near);
        continue;
      }
      const { positionKm } = this.#coast.table(partIndex, knot);
      for (let k = 0; k < part.count; k++) {
        const dx = positionKm[3 * k] - x;
        const dy = positionKm[3 * k + 1] - y;
        const dz = positionKm[3 * k + 2] - z;
        if (!(dx * dx + dy * dy + dz * dz <= limitKm * limitKm) || marks[firstUnit + k] === stamp) continue;
        marks[firstUnit + k] = stamp;
        units[near.count++] = firstUnit + k;
      }
    }
  }
}
