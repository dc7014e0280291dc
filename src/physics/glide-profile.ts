import { brentRoot } from '../num/roots.ts';
import { type Boost, boostState, LEAST_SPEED_RATIO } from './boost.ts';
import { type ClassFault, notPositive, refuseFault } from './class-fault.ts';
import { EARTH_MEAN_RADIUS_KM } from './constants.ts';
import { SURFACE_ORBIT_KM_S } from './glide-equilibrium.ts';
import { fullLift, glideHeightKm, holdGlide, noLift, pushOver } from './glide-laws.ts';
import { type Airframe, type FlownPath, fly, newPath, pathState, stateAt } from './glide-motion.ts';
import type { TrackState } from './trajectory-track.ts';

/** What a class of hypersonic glide vehicle can do: coarse figures of open literature. */
export interface GlideClass extends Airframe {
  burnS: number;
  burnoutAltitudeKm: number;
  burnoutDownrangeKm: number;
  /** Speed over the Earth at the end of the pull-out, where the path is level. */
  glideSpeedKmS: number;
  /** Speed below which the glide ends in the dive. */
  leastSpeedKmS: number;
  /** Limit of the class where lift-to-drag would carry it further; none by default. */
  maxRangeKm?: number;
}

/** Angle below the horizontal at which the push-over ends and the vehicle falls without lift. */
const DIVE_RAD = Math.PI / 4;
/** Longest arc and longest glide that are followed: a vehicle that does not come down in that time has no flight. */
const ARC = { stepS: 2, mostS: 5000 };
const GLIDE = { stepS: 1, mostS: 20_000 };
const DIVE = { stepS: 0.25, mostS: 2000 };
/** More than any pull-out takes from the speed at burnout, and the step in which it is looked for. */
const SPEED_LOSS_MOST_KM_S = 3;
const SEARCH_STEP_KM_S = 0.2;

/** A flight by phases over the ground at rest; times since launch, distances over the ground. */
export interface GlideProfile {
  missile: GlideClass;
  boost: Boost;
  /** Arc, pull-out and glide down to the least speed. */
  glide: FlownPath;
  dive: FlownPath;
  /** End of the pull-out: the path is level. */
  glideStartS: number;
  /** Where the glide reaches the least speed. */
  glideMostS: number;
  glideEndS: number;
  impactS: number;
  rangeKm: number;
  aimHeightKm: number;
}

/**
 * Boost, arc, pull-out and glide down to the least speed: the part that does not depend on the range.
 *
 * The boost climbs at burnout as little as an ascent that never slows down allows. Then the vehicle rises and falls by the full equations of
 * motion, turns level with all the lift that it has, and goes over into its equilibrium glide. The speed at burnout is
 * the one that leaves it the speed of the class at the end of the pull-out.
 */
export function startGlide(missile: GlideClass, siteHeightKm: number, aimHeightKm: number): GlideProfile {
  refuseFault(missile, plainFault(missile, siteHeightKm));
  const groundKmS = burnoutGroundKmS(missile, siteHeightKm);
  if (Number.isNaN(groundKmS)) refuseFault(missile, NEVER_LEVEL);
  const boost = boostOf(missile, siteHeightKm, groundKmS);
  const glide = newPath();
  const state = burnoutState(boost);
  const glideStartS = flyToLevel(missile, state, glide);
  const mostKm = Math.min(missile.maxRangeKm ?? Infinity, Math.PI * EARTH_MEAN_RADIUS_KM);
  const end = (at: Float64Array) => Math.max(missile.leastSpeedKmS - at[2], at[0] - mostKm);
  const glideMostS = fly(missile, { ...GLIDE, lift: holdGlide(missile), end }, glideStartS, state, glide);
  const profile = {
    missile,
    boost,
    glide,
    dive: newPath(),
    glideStartS,
    glideMostS,
    glideEndS: glideStartS,
    impactS: Number.NaN,
    rangeKm: Number.NaN,
    aimHeightKm,
  };
  endGlide(profile, glideStartS);
  return profile;
}

/** Ends the glide of a profile at a time and dives: all lift downwards to 45 degrees, then none. Sets everything after the glide. */
export function endGlide(profile: GlideProfile, glideEndS: number): void {
  const { missile, aimHeightKm } = profile;
  const state = new Float64Array(4);
  const dive = newPath();
  stateAt(profile.glide, glideEndS, state);
  const ground = (at: Float64Array) => aimHeightKm - at[1];
  const steep = (at: Float64Array) => Math.max(-DIVE_RAD - at[3], ground(at));
  let tS = fly(missile, { ...DIVE, lift: pushOver, end: steep }, glideEndS, state, dive);
  if (ground(state) < 0) tS = fly(missile, { ...DIVE, lift: noLift, end: ground }, tS, state, dive);
  profile.dive = dive;
  profile.glideEndS = glideEndS;
  profile.impactS = tS;
  profile.rangeKm = state[0];
}

/** Ends the glide where the dive meets a range, which lies between the shortest and the longest. */
export function endGlideAtRange(profile: GlideProfile, rangeKm: number): void {
  const excess = (glideEndS: number) => {
    endGlide(profile, glideEndS);
    return profile.rangeKm - rangeKm;
  };
  endGlide(profile, brentRoot(excess, profile.glideStartS, profile.glideMostS, 1e-9));
}

/** State of a glide flight at a time since launch: continuous in position and velocity from launch to impact. */
export function glideState({ boost, glide, dive, glideEndS }: GlideProfile, tS: number, out: TrackState): void {
  if (tS <= boost.burnS) boostState(boost, tS, out);
  else pathState(tS <= glideEndS ? glide : dive, tS, out);
}

/**
 * What keeps numbers from being a class of glide vehicle; null where nothing does.
 *
 * @param siteHeightKm of the launch
 */
export function glideFault(missile: GlideClass, siteHeightKm: number): ClassFault | null {
  const fault = plainFault(missile, siteHeightKm);
  return fault ?? (Number.isNaN(burnoutGroundKmS(missile, siteHeightKm)) ? NEVER_LEVEL : null);
}

const NEVER_LEVEL: ClassFault = {
  fields: ['glideSpeedKmS', 'burnoutAltitudeKm', 'ballisticCoefficientKgM2', 'liftToDragRatio'],
  rule: 'levels-off',
};

function plainFault(missile: GlideClass, siteHeightKm: number): ClassFault | null {
  const fault = notPositive(missile, Object.keys(missile));
  if (fault) return fault;
  const { glideSpeedKmS: speedKmS, leastSpeedKmS, burnoutAltitudeKm } = missile;
  if (!(speedKmS < SURFACE_ORBIT_KM_S))
    return { fields: ['glideSpeedKmS'], rule: 'below-orbit', limit: SURFACE_ORBIT_KM_S };
  if (!(leastSpeedKmS < speedKmS)) return { fields: ['leastSpeedKmS', 'glideSpeedKmS'], rule: 'ends-slower' };
  if (!(burnoutAltitudeKm > siteHeightKm))
    return { fields: ['burnoutAltitudeKm'], rule: 'above-site', limit: siteHeightKm };
  const glideKm = glideHeightKm(missile, speedKmS);
  if (!(burnoutAltitudeKm > glideKm)) return { fields: ['burnoutAltitudeKm'], rule: 'above-glide', limit: glideKm };
  return null;
}

function boostOf(missile: GlideClass, siteHeightKm: number, groundKmS: number): Boost {
  const { burnS, burnoutAltitudeKm } = missile;
  return {
    burnS,
    burnoutAltitudeKm,
    burnoutDownrangeKm: Math.min(missile.burnoutDownrangeKm, (groundKmS * burnS) / LEAST_SPEED_RATIO),
    siteHeightKm,
    climbKmS: (LEAST_SPEED_RATIO * (burnoutAltitudeKm - siteHeightKm)) / burnS,
    groundKmS,
  };
}

function burnoutState({ burnoutDownrangeKm, burnoutAltitudeKm, groundKmS, climbKmS }: Boost): Float64Array {
  const levelKmS = (groundKmS * (EARTH_MEAN_RADIUS_KM + burnoutAltitudeKm)) / EARTH_MEAN_RADIUS_KM;
  const speedKmS = Math.hypot(levelKmS, climbKmS);
  return Float64Array.of(burnoutDownrangeKm, burnoutAltitudeKm, speedKmS, Math.atan2(climbKmS, levelKmS));
}

/** Flies from burnout to the end of the pull-out; NaN where the path never turns level above the ground. */
function flyToLevel(missile: GlideClass, state: Float64Array, path?: FlownPath): number {
  const topS = fly(missile, { ...ARC, lift: noLift, end: (at) => -at[3] }, missile.burnS, state, path);
  return fly(missile, { ...GLIDE, mostS: ARC.mostS, lift: fullLift, end: (at) => at[3] }, topS, state, path);
}

/** Ground speed at burnout that leaves the speed of the class at the end of the pull-out; NaN where none does. */
function burnoutGroundKmS(missile: GlideClass, siteHeightKm: number): number {
  const { glideSpeedKmS } = missile;
  const excess = (groundKmS: number) => {
    const state = burnoutState(boostOf(missile, siteHeightKm, groundKmS));
    return flyToLevel(missile, state) > 0 ? state[2] - glideSpeedKmS : Number.NaN;
  };
  for (let stepKmS = 0; stepKmS < SPEED_LOSS_MOST_KM_S; stepKmS += SEARCH_STEP_KM_S) {
    const groundKmS = glideSpeedKmS + stepKmS;
    const value = excess(groundKmS);
    if (value >= 0) return brentRoot(excess, groundKmS - SEARCH_STEP_KM_S, groundKmS, 1e-9);
  }
  return Number.NaN;
}
