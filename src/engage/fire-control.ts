import { WORKS } from '../flow/availability.ts';
import { type Phase, phases } from '../flow/orders.ts';
import type { Custody, ThreatCustody } from '../flow/tracks.ts';
import type { World } from '../flow/world.ts';
import { norm } from '../num/vec.ts';
import { EARTH_MEAN_RADIUS_KM, EARTH_ROTATION_RAD_S, STANDARD_GRAVITY_KM_S2 } from '../physics/constants.ts';
import { ecefFromEci } from '../physics/frames.ts';
import { RADAR_EARTH_RATIO } from '../physics/sight.ts';
import { positionAt, type Trajectory } from '../physics/trajectory.ts';
import { ErrorGrowth } from '../physics/transition.ts';
import type { Layer } from './layer.ts';

/** A track whose latest look is older than this no longer lets anyone fire or judge a salvo: two steps of the coarse looks. */
const CUSTODY_AGE_S = 60;
/** The same in free flight, where a path goes on as it was. */
const FREE_CUSTODY_AGE_S = 120;
/** Chance of the target within the divert at which a layer commits: an error of R / 2.146. */
const COMMIT_CONTAINMENT = 0.9;
/** Errors over divert at which that chance is reached: 1 - exp(-1/(2 k^2)) = 0.9. */
const COMMIT_RATIO = 1 / Math.sqrt(-2 * Math.log(1 - COMMIT_CONTAINMENT));
const SEARCH_TOLERANCE_S = 0.5;

/** Custody of a raid that nobody has to see: a scenario without sensors. */
export const ASSUMED_CUSTODY: Custody = { isAssumed: true, threats: [] };

/**
 * When a layer may fire after boost, and how likely the target then is where the interceptor can get to.
 *
 * - In boost: on the track of the commit, no more is asked.
 * - After boost no release before burnout and the time of the bus, whatever is known.
 * - A layer with a radar of its own fires on it where the radar had the target in view when its reaction began: in range and above the
 *   horizon of a 4/3 Earth. What its own errors come to is within the layer's track probability.
 * - Else the centre must hold a track of the phase: a look at most a minute old, two in free flight, made after burnout (in the glide
 *   for a glider that glides or dives), and an error at the intercept, foreseen from the last update, within the divert R in nine of ten
 *   cases. In free flight s^2 = (a_p s_p)^2 + (a_v s_v t)^2 with the factors of the two-body transition matrix; for what
 *   glides s^2 = s_p^2 + (a t^2 / 2)^2 with its unforeseen lateral acceleration a; a cruise missile has to be in custody, no more.
 *   The chance of containment, 1 - exp(-R^2 / 2 s^2), multiplies the chance of a kill.
 *
 * An interceptor that is told more in flight (`updateRangeKm`, `lastUpdateS`) needs the track at its release all the same, to be fired at all. Its
 * error is then that of the track as it will be at the last time that it is told, where the intercept lies in line of sight and range of
 * its unit: those who fire know what their sensors are going to see. Before that it is nearer and higher, so it is told then too.
 *
 * The error is that of the worst axis, and all times are those of the reaction's beginning. Without those two values nothing is told in flight:
 * on a track that gets better that is cautious.
 */
export class FireControl {
  readonly #world: World;
  readonly #layer: Layer;
  readonly #custody: Custody;
  readonly #reactionS: number;
  /** From the antenna of a unit to its own horizon. */
  readonly #horizonKm: number;

  constructor(world: World, layer: Layer, custody: Custody) {
    this.#world = world;
    this.#layer = layer;
    this.#custody = custody;
    this.#reactionS = layer.plan.reactionS ?? 0;
    this.#horizonKm = Math.sqrt(squaredHorizonKm2((layer.plan.antennaHeightM ?? 0) / 1000));
  }

  /** Earliest release at a threat in a phase, whatever is known. */
  firstReleaseS(threat: number, phaseIndex: number): number {
    if (phaseIndex === BOOST) return -Infinity;
    const { planIndex, launchS, trajectory } = this.#world.threats[threat];
    return launchS + trajectory.boostEndS + (this.#world.architecture.threats[planIndex].busS ?? 0);
  }

  /** No release before this can be on a track that is good enough: a bound from what comes to the centre, not from how good it is. */
  trackedFromS(threat: number, phaseIndex: number): number {
    if (phaseIndex === BOOST || this.#custody.isAssumed || this.#layer.plan.fireControlRangeKm) return -Infinity;
    const held = this.#custody.threats[threat];
    if (!held) return Infinity;
    const { trajectory, launchS } = this.#world.threats[threat];
    const fromS = launchS + trackedFromS(trajectory, phases[phaseIndex]);
    const look = held.newestS.findIndex((tS) => tS >= fromS);
    const update = phaseIndex === CRUISE ? -Infinity : held.updateS.find((tS) => tS >= fromS);
    if (look < 0 || update === undefined) return Infinity;
    return Math.max(held.arrivalS[look], update) + this.#reactionS;
  }

  /** Chance that the target is within reach of the divert; 0: the shot is not fired. */
  containment(threat: number, phaseIndex: number, unit: number, releaseS: number, interceptS: number): number {
    if (phaseIndex === BOOST) return 1;
    if (releaseS < this.firstReleaseS(threat, phaseIndex)) return 0;
    if (this.#custody.isAssumed || this.ownRadarSees(threat, unit, releaseS - this.#reactionS)) return 1;
    const { divertKm } = this.#layer.plan;
    const firedErrorKm = this.#errorKm(threat, phaseIndex, releaseS - this.#reactionS, interceptS);
    const errorKm = this.#toldErrorKm(threat, phaseIndex, unit, interceptS, firedErrorKm);
    if (divertKm === undefined) return errorKm < Infinity ? 1 : 0;
    if (!(errorKm <= divertKm * COMMIT_RATIO)) return 0;
    return -Math.expm1((-divertKm * divertKm) / (2 * errorKm * errorKm));
  }

  /**
   * Latest intercept of a release at a time for which the track is good enough.
   *
   * @param endS no later than this
   * @returns NaN where none is
   */
  latestInterceptS(threat: number, phaseIndex: number, releaseS: number, endS: number): number {
    const isGood = (tS: number) => this.containment(threat, phaseIndex, NO_UNIT, releaseS, tS) > 0;
    if (isGood(endS)) return endS;
    let low = releaseS;
    let high = endS;
    if (!isGood(low)) return Number.NaN;
    while (high - low > SEARCH_TOLERANCE_S) {
      const middle = (low + high) / 2;
      if (isGood(middle)) low = middle;
      else high = middle;
    }
    return low;
  }

  /** Whether the radar that stands with a unit has a threat in view. */
  ownRadarSees(threat: number, unit: number, tS: number): boolean {
    return this.#isInView(threat, unit, tS, this.#layer.plan.fireControlRangeKm);
  }

  /** Whether a threat is in range of a unit, and above its horizon over the larger Earth of radio waves. */
  #isInView(threat: number, unit: number, tS: number, rangeKm: number | undefined): boolean {
    const { ground } = this.#layer;
    if (!rangeKm || !ground || unit < 0) return false;
    const { trajectory, launchS } = this.#world.threats[threat];
    if (!(tS >= launchS && tS <= launchS + trajectory.impactS)) return false;
    positionAt(trajectory, tS - launchS, place);
    ecefFromEci(this.#world.gmstRad + EARTH_ROTATION_RAD_S * tS, place, place);
    const site = ground.positionEcefKm.subarray(3 * unit, 3 * unit + 3);
    const [siteKm, targetKm] = [norm(site), norm(place)];
    const lineKm = Math.hypot(place[0] - site[0], place[1] - site[1], place[2] - site[2]);
    if (lineKm > rangeKm) return false;
    // over that Earth the height of both is kept
    const beyondKm = lineKm - this.#horizonKm;
    return beyondKm <= 0 || beyondKm * beyondKm <= squaredHorizonKm2(targetKm - siteKm);
  }

  /** Whether the centre, or a working radar of the layer, can judge at a time what a salvo did. */
  isHeld(threat: number, tS: number): boolean {
    if (this.#custody.isAssumed) return true;
    const held = this.#custody.threats[threat];
    if (held && newestLookS(held, tS) >= tS - this.#ageS(threat, tS)) return true;
    const { ground, unitCount } = this.#layer;
    if (!ground) return false;
    const states = this.#world.availability.ground[this.#world.ground.indexOf(ground)];
    for (let unit = 0; unit < unitCount; unit++)
      if (states[unit] === WORKS && this.ownRadarSees(threat, unit, tS)) return true;
    return false;
  }

  /** How old the latest look at a threat may be. */
  #ageS(threat: number, tS: number): number {
    const { planIndex, launchS, trajectory } = this.#world.threats[threat];
    const { boostEndS, glideStartS } = trajectory;
    const isCruise = this.#world.architecture.threats[planIndex].flight === 'cruise';
    const isFree = !isCruise && tS >= launchS + boostEndS && !(tS >= launchS + glideStartS);
    return isFree ? FREE_CUSTODY_AGE_S : CUSTODY_AGE_S;
  }

  /** One-sigma error at the intercept of a track that the centre has at a time; Infinity: it has none of the phase. */
  #errorKm(threat: number, phaseIndex: number, knownS: number, interceptS: number): number {
    const held = this.#custody.threats[threat];
    if (!held) return Infinity;
    const { trajectory, launchS } = this.#world.threats[threat];
    const fromS = launchS + trackedFromS(trajectory, phases[phaseIndex]);
    const newestS = newestLookS(held, knownS);
    if (!(newestS >= fromS && newestS >= knownS - this.#ageS(threat, knownS))) return Infinity;
    if (phaseIndex === CRUISE) return 0;
    const row = lastAtOrBefore(held.updateS, knownS);
    if (row < 0 || held.updateS[row] < fromS) return Infinity;
    return this.#grownErrorKm(threat, phaseIndex, row, interceptS);
  }

  /** The error of an interceptor in flight that is told where the target will be, never more than that with which it was fired. */
  #toldErrorKm(threat: number, phaseIndex: number, unit: number, interceptS: number, firedErrorKm: number): number {
    const { updateRangeKm, lastUpdateS } = this.#layer.plan;
    if (updateRangeKm === undefined || lastUpdateS === undefined || phaseIndex === CRUISE || firedErrorKm === Infinity)
      return firedErrorKm;
    const row = lastAtOrBefore(this.#custody.threats[threat]!.updateS, interceptS - lastUpdateS);
    if (row < 0 || !this.#isInView(threat, unit, interceptS, updateRangeKm)) return firedErrorKm;
    return Math.min(firedErrorKm, this.#grownErrorKm(threat, phaseIndex, row, interceptS));
  }

  /** Error at the intercept that an update of the track leaves. */
  #grownErrorKm(threat: number, phaseIndex: number, row: number, interceptS: number): number {
    const held = this.#custody.threats[threat]!;
    const { trajectory, launchS, planIndex } = this.#world.threats[threat];
    const updateS = held.updateS[row];
    if (isGlide(trajectory, phases[phaseIndex])) {
      const lateralG = this.#world.architecture.threats[planIndex].lateralG ?? 0;
      const goneS = interceptS - updateS;
      return Math.hypot(held.positionErrorKm.at(row)!, (lateralG * STANDARD_GRAVITY_KM_S2 * goneS * goneS) / 2);
    }
    const growth = growthOf(trajectory);
    const [position, velocity] = [held.positionErrorKm.at(row)!, held.velocityErrorKmS.at(row)!];
    return growth.errorKm(position, velocity, updateS - launchS, interceptS - launchS);
  }
}

/** Square of the way to the horizon from a height, over the larger Earth of radio waves. */
function squaredHorizonKm2(heightKm: number): number {
  return heightKm * (2 * RADAR_EARTH_RATIO * EARTH_MEAN_RADIUS_KM + heightKm);
}

const growths = new WeakMap<Trajectory, ErrorGrowth>();

/** Growth of errors in the free flight of a missile; turning the flight with the Earth leaves it as it is. */
function growthOf(trajectory: Trajectory): ErrorGrowth {
  let growth = growths.get(trajectory);
  if (!growth) {
    const path = (tS: number, outKm: Float64Array) => positionAt(trajectory, tS, outKm);
    growth = new ErrorGrowth(path, trajectory.boostEndS, trajectory.impactS);
    growths.set(trajectory, growth);
  }
  return growth;
}

const BOOST = phases.indexOf('boost');
const CRUISE = phases.indexOf('cruise');
const NO_UNIT = -1;
const place = new Float64Array(3);

/** Glide, and the dive that ends it. */
function isGlide({ glideStartS }: Trajectory, phase: Phase): boolean {
  return Number.isFinite(glideStartS) && (phase === 'glide' || phase === 'terminal');
}

/** Start of the stretch in which a look makes a track of the phase. */
function trackedFromS(trajectory: Trajectory, phase: Phase): number {
  return isGlide(trajectory, phase) ? trajectory.glideStartS : trajectory.boostEndS;
}

/** Latest look that had come to the centre by a time; -Infinity: none. */
function newestLookS({ arrivalS, newestS }: ThreatCustody, tS: number): number {
  const row = lastAtOrBefore(arrivalS, tS);
  return row < 0 ? -Infinity : newestS[row];
}

/** Position of the last of rising times at or before one; -1: none. */
function lastAtOrBefore(timesS: Float64Array, tS: number): number {
  let low = 0;
  let high = timesS.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (timesS[middle] <= tS) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
