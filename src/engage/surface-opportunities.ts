import { WORKS } from '../flow/availability.ts';
import type { Retime } from '../flow/engagement.ts';
import type { Opportunities } from '../flow/orders.ts';
import type { Custody } from '../flow/tracks.ts';
import type { World } from '../flow/world.ts';
import { EARTH_ROTATION_RAD_S } from '../physics/constants.ts';
import { positionAt, type Trajectory } from '../physics/trajectory.ts';
import { ASSUMED_CUSTODY, FireControl } from './fire-control.ts';
import type { EquippedLayer, Layer } from './layer.ts';
import { type SurfaceFlyOut, surfaceFlyOutOf, surfaceTimeS } from './surface-reach.ts';
import type { Window } from './windows.ts';

const TOLERANCE_S = 1e-3;
/** Time to spare at which secants are settled. */
const SETTLED_S = 1e-5;
const ROUNDING_S = 1e-6;
const STRAIGHT_STEP_S = 2;
const ARC_STEP_S = 10;

/** An intercept by a surface interceptor, seconds after the first launch. */
interface Intercept {
  releaseS: number;
  interceptS: number;
  phaseIndex: number;
  killProbability: number;
}

/**
 * Every site that could stop a threat, and its earliest intercept.
 *
 * A site fires at the order plus one-way latency plus reaction, or later if the threat only then comes into its band or a track only then
 * allows it (see `FireControl`); the interceptor arrives by the shortest fly-out (see `surfaceTimeS`). Earliest is found on a grid of 2 s (10 s for Kepler
 * arcs) and refined to a millisecond. Sites that have no interceptor left are listed too, and the interval between two
 * launches is left to whoever assigns (see {@link surfaceRetime}).
 *
 * @param orderS by threat: order given; NaN: not wanted
 * @param oneWayS by unit: from the centre to the site; NaN: no route
 * @returns a table in the layer's room, which stands until that room is searched in again
 */
export function surfaceOpportunities(
  world: World,
  layer: EquippedLayer,
  orderS: Float64Array,
  oneWayS: Float64Array,
  custody: Custody = ASSUMED_CUSTODY,
): Opportunities {
  const { plan, unitCount, ground, room } = layer;
  const { list } = room;
  list.clear();
  if (!ground) return list.table();
  const search = new SurfaceSearch(world, layer, custody);
  const states = world.availability.ground[world.ground.indexOf(ground)];
  for (let threat = 0; threat < world.threats.length; threat++) {
    for (let unit = 0; unit < unitCount; unit++) {
      const readyS = orderS[threat] + oneWayS[unit] + (plan.reactionS ?? 0);
      if (Number.isNaN(readyS) || states[unit] !== WORKS) continue;
      const found = search.earliest(threat, unit, readyS);
      if (!found) continue;
      const killProbability = found.killProbability * search.containment(threat, unit, found);
      list.add(threat, unit, found.releaseS, found.interceptS, found.phaseIndex, killProbability);
    }
  }
  return list.table();
}

/** Earliest intercept by a site that can fire no earlier than asked: for launches that wait their turn, and might have hit at `earliestS` without that. */
export function surfaceRetime(world: World, layer: Layer, custody: Custody = ASSUMED_CUSTODY): Retime {
  const search = new SurfaceSearch(world, layer, custody);
  return (threat, unit, releaseS, earliestS) =>
    search.earliest(threat, unit, releaseS, earliestS)?.interceptS ?? Number.NaN;
}

/** A site and a threat that may come together in a window. */
interface Shot {
  threat: number;
  unit: number;
  trajectory: Trajectory;
  launchS: number;
  window: Window;
  /** Earliest launch. */
  readyS: number;
  /** Earliest launch that a track may allow. */
  trackedFromS: number;
}

class SurfaceSearch {
  readonly #world: World;
  readonly #layer: Layer;
  readonly #flyOut: SurfaceFlyOut;
  readonly #fire: FireControl;
  readonly #site = new Float64Array(3);
  readonly #target = new Float64Array(3);
  readonly #rangeKm = new Float64Array(1);

  constructor(world: World, layer: Layer, custody: Custody) {
    this.#fire = new FireControl(world, layer, custody);
    this.#world = world;
    this.#layer = layer;
    this.#flyOut = surfaceFlyOutOf(layer.plan);
  }

  /** @param notBeforeS an intercept in whose window there is none before it */
  earliest(threat: number, unit: number, readyS: number, notBeforeS = Number.NaN): Intercept | null {
    const { trajectory, launchS } = this.#world.threats[threat];
    const windows = this.#layer.windows[threat];
    const known = windows.find(({ fromS, toS }) => fromS + launchS <= notBeforeS && notBeforeS <= toS + launchS);
    for (const window of windows) {
      const shot: Shot = {
        threat,
        unit,
        trajectory,
        launchS,
        window,
        readyS: Math.max(readyS, this.#fire.firstReleaseS(threat, window.phaseIndex)),
        trackedFromS: this.#fire.trackedFromS(threat, window.phaseIndex),
      };
      const interceptS = this.#scan(shot, window === known ? notBeforeS - TOLERANCE_S : -Infinity);
      if (Number.isNaN(interceptS)) continue;
      const releaseS = this.#latestLaunchS(shot, interceptS);
      const { phaseIndex, killProbability } = window;
      return { releaseS, interceptS, phaseIndex, killProbability };
    }
    return null;
  }

  /** Chance that the threat is within the divert at an intercept. */
  containment(threat: number, unit: number, { phaseIndex, releaseS, interceptS }: Intercept): number {
    return this.#fire.containment(threat, phaseIndex, unit, releaseS, interceptS);
  }

  /** Earliest time within a window, none before `fromS`, at which a launch from `readyS` on meets the threat; NaN: none. */
  #scan(shot: Shot, fromS: number): number {
    const { launchS, window, readyS } = shot;
    const startS = Math.max(window.fromS + launchS, readyS);
    const endS = window.toS + launchS;
    if (!(startS <= endS)) return Number.NaN;
    const wanted = (endS - startS) / (this.#flyOut.straight ? STRAIGHT_STEP_S : ARC_STEP_S);
    const steps = Math.min(2000, Math.max(1, Math.ceil(wanted)));
    const stepS = (endS - startS) / steps;
    const first = fromS > startS && stepS > 0 ? Math.min(steps, Math.floor((fromS - startS) / stepS)) : 0;
    for (let k = first; k <= steps; ) {
      const tS = k === steps ? endS : startS + k * stepS;
      if (this.#arrives(shot, tS)) {
        return k === 0 ? tS : this.#refine(shot, tS - stepS, tS);
      }
      const farKm = this.#rangeKm[0] - this.#flyOut.maxRangeKm;
      const skip = farKm > 0 && stepS > 0 ? Math.floor(farKm / (GROUND_SPEED_MAX_KM_S * stepS)) : 1;
      k += Math.max(1, k < steps && k + skip > steps ? steps - k : skip);
    }
    return Number.NaN;
  }

  /**
   * The first time between two at which it arrives, to the tolerance.
   *
   * Halving alone, 14 arcs for ten seconds, is what it comes to; where the fly-out is what holds it up, secants find the time first, and only the
   * two ends of the last half are looked at.
   */
  #refine(shot: Shot, outS: number, inS: number): number {
    const foundS = this.#inTimeS(shot, outS, inS);
    if (!Number.isNaN(foundS)) {
      const [lowS, highS] = halve(outS, inS, (tS) => tS >= foundS);
      if ((lowS === outS || !this.#arrives(shot, lowS)) && (highS === inS || this.#arrives(shot, highS))) return highS;
    }
    return halve(outS, inS, (tS) => this.#arrives(shot, tS))[1];
  }

  /** When the fly-out comes to be short enough, by secants that keep the bracket; NaN where it is not what changes between the two times. */
  #inTimeS(shot: Shot, outS: number, inS: number): number {
    let [lowS, highS] = [outS, inS];
    let late = this.#spareS(shot, lowS);
    let early = this.#spareS(shot, highS);
    let isLowKept = 0;
    for (let turn = 0; turn < 8 && late < 0 && early >= 0; turn++) {
      const middleS = highS - (early * (highS - lowS)) / (early - late);
      const spareS = this.#spareS(shot, middleS);
      if (Math.abs(spareS) < SETTLED_S) return middleS;
      // an end that stays twice counts half, so that the other comes near too
      if (spareS < 0) {
        [lowS, late] = [middleS, spareS];
        if (isLowKept < 0) early /= 2;
        isLowKept = -1;
      } else {
        [highS, early] = [middleS, spareS];
        if (isLowKept > 0) late /= 2;
        isLowKept = 1;
      }
    }
    return Number.NaN;
  }

  /** Time to spare before an intercept for a launch at once; NaN where it is out of reach. */
  #spareS({ trajectory, launchS, unit, readyS }: Shot, tS: number): number {
    positionAt(trajectory, tS - launchS, this.#target);
    this.#siteAt(unit, tS);
    return tS - readyS - surfaceTimeS(this.#flyOut, this.#site, this.#target, this.#rangeKm);
  }

  /** Whether some launch from `readyS` on meets the threat at a time, on a track that is good enough. */
  #arrives(shot: Shot, tS: number): boolean {
    const releaseS = this.#latestLaunchS(shot, tS);
    if (Number.isNaN(releaseS)) return false;
    return this.#fire.containment(shot.threat, shot.window.phaseIndex, shot.unit, releaseS, tS) > 0;
  }

  /**
   * Launch of the shortest fly-out to where the threat is at a time.
   *
   * @returns NaN where it would be before `readyS` or the point is out of reach
   */
  #latestLaunchS({ trajectory, launchS, unit, readyS, trackedFromS }: Shot, tS: number): number {
    positionAt(trajectory, tS - launchS, this.#target);
    this.#siteAt(unit, tS);
    // a launch before any track is none, whenever it comes; the bound leaves room for rounding
    const withinS = tS - Math.max(readyS, trackedFromS - ROUNDING_S);
    const timeS = surfaceTimeS(this.#flyOut, this.#site, this.#target, this.#rangeKm, withinS);
    return timeS <= tS - readyS ? tS - timeS : Number.NaN;
  }

  #siteAt(unit: number, tS: number): void {
    const { positionEcefKm } = this.#layer.ground!;
    const angleRad = this.#world.gmstRad + EARTH_ROTATION_RAD_S * tS;
    const c = Math.cos(angleRad);
    const s = Math.sin(angleRad);
    const x = positionEcefKm[3 * unit];
    const y = positionEcefKm[3 * unit + 1];
    this.#site[0] = c * x - s * y;
    this.#site[1] = s * x + c * y;
    this.#site[2] = positionEcefKm[3 * unit + 2];
  }
}

/** The two ends of the last half around the time from which on something holds. */
function halve(outS: number, inS: number, holds: (tS: number) => boolean): [lowS: number, highS: number] {
  let low = outS;
  let high = inS;
  while (high - low > TOLERANCE_S) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return [low, high];
}

/** Speed over the ground that no threat exceeds: escape at the surface and the Earth's rotation. */
const GROUND_SPEED_MAX_KM_S = 11.7;
