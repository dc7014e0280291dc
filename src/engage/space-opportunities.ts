import type { Opportunities } from '../flow/orders.ts';
import type { World } from '../flow/world.ts';
import { positionAt, type Trajectory } from '../physics/trajectory.ts';
import { Coast, ESCAPE_KM_S, KNOT_S } from './coast.ts';
import { BALL_LIMIT_S, type FlyOut, flyOutOf, reachKm } from './fly-out.ts';
import type { Layer } from './layer.ts';
import { OpportunityList } from './opportunity-list.ts';
import { Pursuit } from './pursuit.ts';
import { stretchedReachKm } from './transfer.ts';
import { walkerNear } from './walker-near.ts';
import type { Window } from './windows.ts';

/**
 * Every space interceptor that could stop a threat, and its earliest intercept.
 *
 * In the free-falling frame of its satellite an interceptor reaches a ball (see `reachKm`); beyond {@link BALL_LIMIT_S} of
 * fly-out the velocity change of the transfer orbit decides (see `transferMarginKm`). An intercept is a time after release
 * (order, one-way latency, reaction) within the fly-out limit at which the threat is in reach, in a phase and at a height
 * that the layer engages. Times are tried on an even grid of a second (5 s for layers of longer fly-outs) and refined to a microsecond; a pass
 * shorter than the grid's step can be missed. Interceptors that are already spent are listed too: whoever assigns leaves
 * them out.
 *
 * @param orderS by threat: order given; NaN: not wanted
 * @param oneWayS by unit: from the centre to the unit; NaN: no route
 * @param working by unit: 0 where the unit is out of order
 */
export function spaceOpportunities(
  world: World,
  layer: Layer,
  orderS: Float64Array,
  oneWayS: Float64Array,
  working: Uint8Array,
): Opportunities {
  const list = new OpportunityList();
  const { plan, space, windows } = layer;
  if (!space || space.count === 0) return list.table();
  const flyOut = flyOutOf(plan.accelerationG!, plan.deltaVKmS!, plan.flyOutMaxS);
  const search = new Search(layer, flyOut, new Coast(space.parts, world.startS), oneWayS, working);
  world.threats.forEach((threat, threatIndex) => {
    if (Number.isNaN(orderS[threatIndex])) return;
    search.begin(orderS[threatIndex] + (plan.reactionS ?? 0));
    for (const window of windows[threatIndex]) {
      search.scan(threat.trajectory, threat.launchS, window, threatIndex, list);
    }
  });
  return list.table();
}

/**
 * Units of a space layer that may come within reach of a wanted threat, whatever their latency: every unit that
 * `spaceOpportunities` could list is among them, so only these need a route.
 */
export function unitsInQuestion(world: World, layer: Layer, orderS: Float64Array): Int32Array {
  const { plan, space, windows, unitCount } = layer;
  if (!space || space.count === 0) return new Int32Array(0);
  const flyOut = flyOutOf(plan.accelerationG!, plan.deltaVKmS!, plan.flyOutMaxS);
  const nothing = new Float64Array(0);
  const search = new Search(layer, flyOut, new Coast(space.parts, world.startS), nothing, new Uint8Array(0));
  const isAsked = new Uint8Array(unitCount);
  world.threats.forEach((threat, threatIndex) => {
    if (Number.isNaN(orderS[threatIndex])) return;
    search.begin(orderS[threatIndex] + (plan.reactionS ?? 0));
    for (const window of windows[threatIndex]) search.mark(threat.trajectory, threat.launchS, window, isAsked);
  });
  const units: number[] = [];
  for (let unit = 0; unit < unitCount; unit++) if (isAsked[unit]) units.push(unit);
  return Int32Array.from(units);
}

/** The search of one layer: finds the satellites near a threat's path, then the earliest intercept of each. */
class Search {
  readonly #layer: Layer;
  readonly #flyOut: FlyOut;
  readonly #coast: Coast;
  readonly #oneWayS: Float64Array;
  readonly #working: Uint8Array;
  readonly #units: Int32Array;
  readonly #done: Uint8Array;
  readonly #pursuit: Pursuit;
  readonly #point = new Float64Array(3);
  #stamp = 0;
  #readyS = 0;

  constructor(layer: Layer, flyOut: FlyOut, coast: Coast, oneWayS: Float64Array, working: Uint8Array) {
    this.#layer = layer;
    this.#flyOut = flyOut;
    this.#coast = coast;
    this.#oneWayS = oneWayS;
    this.#working = working;
    this.#units = new Int32Array(layer.unitCount);
    this.#done = new Uint8Array(layer.unitCount);
    this.#pursuit = new Pursuit(flyOut, coast);
    layer.marks.fill(0);
  }

  /** Starts on a threat whose order, reaction included, stands at a time. */
  begin(readyS: number): void {
    this.#readyS = readyS;
    this.#done.fill(0);
  }

  /** Adds the intercepts within one window; units that already have one are left out. */
  scan(trajectory: Trajectory, launchS: number, window: Window, threatIndex: number, list: OpportunityList): void {
    const { plan } = this.#layer;
    const startS = Math.max(window.fromS + launchS, this.#readyS);
    const endS = window.toS + launchS;
    if (!(startS < endS)) return;
    const grid = this.#pursuit.aim(trajectory, launchS, startS, endS);
    const near = this.#near(trajectory, launchS, startS, endS, grid.speedMaxKmS);
    for (let i = 0; i < near; i++) {
      const unit = this.#units[i];
      const releaseS = this.#readyS + this.#oneWayS[unit];
      if (this.#done[unit] || !this.#working[unit] || !(releaseS < endS)) continue;
      const interceptS = this.#pursuit.interceptS(unit, releaseS);
      if (Number.isNaN(interceptS)) continue;
      this.#done[unit] = 1;
      list.add(threatIndex, unit, releaseS, interceptS, window.phaseIndex, plan.killProbability);
    }
  }

  /** Marks the units that may come within reach within one window. */
  mark(trajectory: Trajectory, launchS: number, window: Window, outMarked: Uint8Array): void {
    const startS = Math.max(window.fromS + launchS, this.#readyS);
    const endS = window.toS + launchS;
    if (!(startS < endS)) return;
    const grid = this.#pursuit.aim(trajectory, launchS, startS, endS);
    const near = this.#near(trajectory, launchS, startS, endS, grid.speedMaxKmS);
    for (let i = 0; i < near; i++) outMarked[this.#units[i]] = 1;
  }

  /** Units that may come within reach between two times: a bound by speeds around instants a knot apart. */
  #near(trajectory: Trajectory, launchS: number, startS: number, endS: number, threatKmS: number): number {
    this.#stamp++;
    const point = this.#point;
    const halfS = KNOT_S / 2;
    let count = 0;
    for (let knot = Math.floor(startS / KNOT_S); (knot - 0.5) * KNOT_S <= endS; knot++) {
      const tS = knot * KNOT_S;
      const fromS = Math.max(startS, tS - halfS);
      const toS = Math.min(endS, tS + halfS);
      if (fromS > toS) continue;
      const middleS = (fromS + toS) / 2;
      positionAt(trajectory, middleS - launchS, point);
      const flownS = Math.min(toS - this.#readyS, this.#flyOut.maxS);
      const longestKm =
        this.#flyOut.maxS <= BALL_LIMIT_S ? reachKm(this.#flyOut, flownS) : stretchedReachKm(this.#flyOut, flownS);
      const strayKm = (threatKmS * (toS - fromS)) / 2 + ESCAPE_KM_S * Math.max(toS - tS, tS - fromS) + 1;
      count = this.#nearAt(knot, point, longestKm + strayKm, count);
    }
    return count;
  }

  #nearAt(knot: number, point: Float64Array, limitKm: number, found: number): number {
    const { space, marks } = this.#layer;
    const [x, y, z] = point;
    let count = found;
    space!.parts.forEach((part, partIndex) => {
      const firstUnit = this.#coast.firstUnit(partIndex);
      if (part.kind === 'walker') {
        const tS = this.#coast.epochS(knot);
        count = walkerNear(part, tS, x, y, z, limitKm, firstUnit, this.#stamp, marks, this.#units, count);
        return;
      }
      const { positionKm } = this.#coast.table(partIndex, knot);
      for (let k = 0; k < part.count; k++) {
        const dx = positionKm[3 * k] - x;
        const dy = positionKm[3 * k + 1] - y;
        const dz = positionKm[3 * k + 2] - z;
        if (!(dx * dx + dy * dy + dz * dz <= limitKm * limitKm) || marks[firstUnit + k] === this.#stamp) continue;
        marks[firstUnit + k] = this.#stamp;
        this.#units[count++] = firstUnit + k;
      }
    });
    return count;
  }
}
