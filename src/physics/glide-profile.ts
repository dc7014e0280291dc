import { brentRoot } from '../num/roots.ts';
import { type Boost, boostState, LEAST_SPEED_RATIO } from './boost.ts';
import { type ClassFault, notPositive, refuseFault } from './class-fault.ts';
import { EARTH_MEAN_RADIUS_KM, STANDARD_GRAVITY_KM_S2 } from './constants.ts';
import {
  glideAltitudeKm,
  glideRangeKm,
  glideSinkKmS,
  glideSpeedKmS,
  glideTimeS,
  netGravityKmS2,
  SURFACE_ORBIT_KM_S,
} from './glide-equilibrium.ts';
import type { TrackState } from './trajectory-track.ts';

/** What a class of hypersonic glide vehicle can do: coarse figures of open literature. */
export interface GlideClass {
  burnS: number;
  burnoutAltitudeKm: number;
  burnoutDownrangeKm: number;
  /** Speed over the Earth at the start of the glide, after the pull-out. */
  glideSpeedKmS: number;
  liftToDragRatio: number;
  /** Mass over drag coefficient and area; sets the height of the glide. */
  ballisticCoefficientKgM2: number;
  /** Speed below which the glide ends in the dive. */
  leastSpeedKmS: number;
  /** Limit of the class where lift-to-drag would carry it further; none by default. */
  maxRangeKm?: number;
}

/** Net upward acceleration of the pull-out. */
const PULL_OUT_KM_S2 = 2 * STANDARD_GRAVITY_KM_S2;
/** Angle below the horizontal at which the dive ends. */
const DIVE_RAD = Math.PI / 4;

/** A flight by phases over the ground at rest; times since launch, distances over the ground. */
export interface GlideProfile {
  missile: GlideClass;
  boost: Boost;
  netGravityKmS2: number;
  pullOutS: number;
  pullOutSinkKmS: number;
  glideStartS: number;
  glideStartKm: number;
  glideEndS: number;
  glideEndKm: number;
  endSpeedKmS: number;
  endAltitudeKm: number;
  impactS: number;
  rangeKm: number;
  aimHeightKm: number;
}

/**
 * Boost, arc, pull-out and start of the glide: the part that does not depend on the range.
 *
 * The boost climbs at burnout as little as an ascent that never slows down allows; then free fall under gravity less the centrifugal share,
 * at constant ground speed; then a pull-out of 2 g, in which drag takes lift over lift-to-drag from the speed.
 */
export function startGlide(missile: GlideClass, siteHeightKm: number, aimHeightKm: number): GlideProfile {
  refuseFault(missile, glideFault(missile, siteHeightKm));
  const { burnS, burnoutAltitudeKm, liftToDragRatio, glideSpeedKmS: speedKmS } = missile;
  const { climbKmS, g, glideKm, sinkKmS, squareKm2S2 } = fallToGlide(missile, siteHeightKm);
  const steepestKmS = Math.sqrt(squareKm2S2); // sink rate when the pull-out starts
  const pullOutS = burnS + (climbKmS + steepestKmS) / g;
  const glideStartS = pullOutS + (steepestKmS - sinkKmS) / PULL_OUT_KM_S2;
  const groundKmS = speedKmS + ((PULL_OUT_KM_S2 + g) / liftToDragRatio) * (glideStartS - pullOutS);
  const burnoutDownrangeKm = Math.min(missile.burnoutDownrangeKm, (groundKmS * burnS) / LEAST_SPEED_RATIO);
  const boost = { burnS, burnoutAltitudeKm, burnoutDownrangeKm, siteHeightKm, climbKmS, groundKmS };
  const arcKm = groundKmS * (pullOutS - burnS);
  const pullOutKm = ((groundKmS + speedKmS) / 2) * (glideStartS - pullOutS);
  const profile: GlideProfile = {
    missile,
    boost,
    netGravityKmS2: g,
    pullOutS,
    pullOutSinkKmS: steepestKmS,
    glideStartS,
    glideStartKm: burnoutDownrangeKm + arcKm + pullOutKm,
    glideEndS: glideStartS,
    glideEndKm: Number.NaN,
    endSpeedKmS: speedKmS,
    endAltitudeKm: glideKm,
    impactS: Number.NaN,
    rangeKm: Number.NaN,
    aimHeightKm,
  };
  endGlide(profile, speedKmS);
  return profile;
}

/** From burnout to the height of the glide; the square of the sink rate at which the pull-out starts. */
function fallToGlide(missile: GlideClass, siteHeightKm: number) {
  const { burnS, burnoutAltitudeKm, liftToDragRatio, glideSpeedKmS: speedKmS } = missile;
  const climbKmS = (LEAST_SPEED_RATIO * (burnoutAltitudeKm - siteHeightKm)) / burnS;
  const g = netGravityKmS2(speedKmS);
  const topKm = burnoutAltitudeKm + (climbKmS * climbKmS) / (2 * g);
  const glideKm = glideAltitudeKm(missile.ballisticCoefficientKgM2 / liftToDragRatio, speedKmS);
  const sinkKmS = glideSinkKmS(liftToDragRatio, speedKmS);
  const fallKm = topKm - glideKm;
  const squareKm2S2 = (fallKm + (sinkKmS * sinkKmS) / (2 * PULL_OUT_KM_S2)) / (0.5 / g + 0.5 / PULL_OUT_KM_S2);
  return { climbKmS, g, glideKm, sinkKmS, squareKm2S2 };
}

/** Ends the glide of a profile at a speed and dives: sets everything after the glide's start. */
export function endGlide(profile: GlideProfile, endSpeedKmS: number): void {
  const { liftToDragRatio, ballisticCoefficientKgM2, glideSpeedKmS: speedKmS } = profile.missile;
  profile.endSpeedKmS = endSpeedKmS;
  profile.glideEndS = profile.glideStartS + glideTimeS(liftToDragRatio, speedKmS, endSpeedKmS);
  profile.glideEndKm = profile.glideStartKm + glideRangeKm(liftToDragRatio, speedKmS, endSpeedKmS);
  profile.endAltitudeKm = glideAltitudeKm(ballisticCoefficientKgM2 / liftToDragRatio, endSpeedKmS);
  const diveS = diveTimeS(profile);
  profile.impactS = profile.glideEndS + diveS;
  profile.rangeKm = profile.glideEndKm + (endSpeedKmS * (1 + Math.cos(DIVE_RAD)) * diveS) / 2;
}

function diveTimeS(profile: GlideProfile): number {
  const { endSpeedKmS, endAltitudeKm, aimHeightKm, missile } = profile;
  const sinkKmS = glideSinkKmS(missile.liftToDragRatio, endSpeedKmS);
  return (2 * (endAltitudeKm - aimHeightKm)) / (sinkKmS + endSpeedKmS * Math.sin(DIVE_RAD));
}

/** Ends the glide where the dive meets a range; NaN speed if the range is not between the shortest and the longest. */
export function endGlideAtRange(profile: GlideProfile, rangeKm: number): void {
  const { leastSpeedKmS, glideSpeedKmS: speedKmS } = profile.missile;
  const excess = (endKmS: number) => {
    endGlide(profile, endKmS);
    return profile.rangeKm - rangeKm;
  };
  endGlide(profile, brentRoot(excess, leastSpeedKmS, speedKmS, 1e-13));
}

/** State of a glide flight at a time since launch: continuous in position and velocity from launch to impact. */
export function glideState(profile: GlideProfile, tS: number, out: TrackState): void {
  const { boost, missile, pullOutS, glideStartS, glideEndS } = profile;
  let distanceKm: number;
  let rateKmS: number;
  if (tS <= boost.burnS) {
    boostState(boost, tS, out);
    return;
  }
  if (tS <= pullOutS) {
    const t = tS - boost.burnS;
    rateKmS = boost.groundKmS;
    distanceKm = boost.burnoutDownrangeKm + rateKmS * t;
    out.climbKmS = boost.climbKmS - profile.netGravityKmS2 * t;
    out.altitudeKm = boost.burnoutAltitudeKm + (boost.climbKmS - (profile.netGravityKmS2 * t) / 2) * t;
  } else if (tS <= glideStartS) {
    const t = glideStartS - tS; // backwards from the glide
    const slowing = (boost.groundKmS - missile.glideSpeedKmS) / (glideStartS - pullOutS);
    const sinkKmS = glideSinkKmS(missile.liftToDragRatio, missile.glideSpeedKmS);
    rateKmS = missile.glideSpeedKmS + slowing * t;
    distanceKm = profile.glideStartKm - (missile.glideSpeedKmS + (slowing * t) / 2) * t;
    out.climbKmS = -sinkKmS - PULL_OUT_KM_S2 * t;
    out.altitudeKm =
      glideAltitudeKm(missile.ballisticCoefficientKgM2 / missile.liftToDragRatio, missile.glideSpeedKmS) +
      (sinkKmS + (PULL_OUT_KM_S2 * t) / 2) * t;
  } else if (tS <= glideEndS) {
    rateKmS = glideSpeedKmS(missile.liftToDragRatio, missile.glideSpeedKmS, tS - glideStartS);
    distanceKm = profile.glideStartKm + glideRangeKm(missile.liftToDragRatio, missile.glideSpeedKmS, rateKmS);
    out.climbKmS = -glideSinkKmS(missile.liftToDragRatio, rateKmS);
    out.altitudeKm = glideAltitudeKm(missile.ballisticCoefficientKgM2 / missile.liftToDragRatio, rateKmS);
  } else {
    const t = tS - glideEndS;
    const diveS = profile.impactS - glideEndS;
    const startKmS = profile.endSpeedKmS;
    const sinkKmS = glideSinkKmS(missile.liftToDragRatio, startKmS);
    const slowing = (startKmS * (1 - Math.cos(DIVE_RAD))) / diveS;
    const steepening = (startKmS * Math.sin(DIVE_RAD) - sinkKmS) / diveS;
    rateKmS = startKmS - slowing * t;
    distanceKm = profile.glideEndKm + (startKmS - (slowing * t) / 2) * t;
    out.climbKmS = -sinkKmS - steepening * t;
    out.altitudeKm = profile.endAltitudeKm - (sinkKmS + (steepening * t) / 2) * t;
  }
  out.arcRad = distanceKm / EARTH_MEAN_RADIUS_KM;
  out.arcRateRadS = rateKmS / EARTH_MEAN_RADIUS_KM;
}

/**
 * What keeps numbers from being a class of glide vehicle; null where nothing does.
 *
 * @param siteHeightKm of the launch
 */
export function glideFault(missile: GlideClass, siteHeightKm: number): ClassFault | null {
  const fault = notPositive(missile, Object.keys(missile));
  if (fault) return fault;
  const { glideSpeedKmS: speedKmS, leastSpeedKmS } = missile;
  if (!(speedKmS < SURFACE_ORBIT_KM_S))
    return { fields: ['glideSpeedKmS'], rule: 'below-orbit', limit: SURFACE_ORBIT_KM_S };
  if (!(leastSpeedKmS < speedKmS)) return { fields: ['leastSpeedKmS', 'glideSpeedKmS'], rule: 'ends-slower' };
  if (!(missile.burnoutAltitudeKm > siteHeightKm))
    return { fields: ['burnoutAltitudeKm'], rule: 'above-site', limit: siteHeightKm };
  const { squareKm2S2, sinkKmS, glideKm } = fallToGlide(missile, siteHeightKm);
  if (!(squareKm2S2 > sinkKmS * sinkKmS)) return { fields: ['burnoutAltitudeKm'], rule: 'above-glide', limit: glideKm };
  return null;
}
