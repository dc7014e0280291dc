import { problemText } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { DEG_RAD } from '../physics/constants.ts';
import { aeiAverageCostFactor } from '../programme/learning.ts';
import { discAbsenteeRatio } from './absentee.ts';
import { marginalCostMusd } from './exchange.ts';
import { aeiDefaults, brokenSizeRules, type SizeInput } from './sizing-input.ts';

/** Why a layer cannot be sized. */
export type SizeReason = 'out-of-reach' | 'too-heavy-to-launch';

/** Size and cost of a layer of space interceptors; what cannot be computed is NaN and `reason` says why. */
export interface SizeResult {
  absenteeRatio: number;
  shotsPerThreat: number;
  interceptors: number;
  massKg: number;
  killVehiclePropellantKg: number;
  boosterPropellantKg: number;
  burnS: number;
  reachKm: number;
  groundRadiusKm: number;
  perLaunch: number;
  launchesPerGeneration: number;
  generations: number;
  meanUnitMusd: number;
  meanLaunchMusd: number;
  procurementMusd: number;
  launchMusd: number;
  operationsMusd: number;
  developmentMusd: number;
  totalMusd: number;
  /** One more missile stopped: absentee ratio times shots times one interceptor, bought and launched in every generation. */
  marginalMusd: number;
  reason: SizeReason | null;
}

// Constants of the published calculator, kept as they are there: two values of g and an Earth of 6,378.1 km.
const EARTH_RADIUS_KM = 6378.1;
const EXHAUST_G_M_S2 = 9.81;
const ACCELERATION_G_KM_S2 = 9.80665e-3;

const ROUNDING = 1e-9; // ln 0.04 / ln 0.2 is 2 by luck of rounding; a count must not hang on that

/**
 * Size and 20-year cost of a layer of space interceptors in closed form, as the public AEI calculator computes it.
 *
 * Rocket equation for the mass, constant acceleration then coasting for the reach, an evenly spread shell for the
 * absentee ratio, whole shots, whole launches and whole generations, learning that starts again in each generation.
 * Leaves out gravity over the fly-out, drag, spares, failures and the crowding of real orbits by latitude; the published
 * calculator leaves out the same.
 *
 * @param input any of the inputs; the others take the published values
 * @throws RangeError naming the input, its rule and its value
 * @source aei-sbi-calculator, formulas of reach, absentee ratio, shots, mass and average cost
 */
export function sizeLayer(input: Partial<SizeInput> = {}): SizeResult {
  const given: SizeInput = { ...aeiDefaults, ...input };
  const [broken] = brokenSizeRules(given);
  if (broken) {
    const { key, rule, value } = broken;
    const found = said('size.found', { rule, word: String(value) });
    throw new RangeError(problemText({ code: 'out-of-range', path: key, said: found }));
  }
  const mass = massOf(given);
  const reach = reachOf(given);
  const shotsPerThreat = shotsFor(given.requiredKillProbability, given.killProbability);
  const interceptors = Math.max(1, ceilOf(reach.absenteeRatio * given.salvo * shotsPerThreat));
  const perLaunch = Math.floor(given.payloadPerLaunchKg / mass.massKg + ROUNDING);
  const reason = Number.isNaN(interceptors) ? 'out-of-reach' : perLaunch < 1 ? 'too-heavy-to-launch' : null;
  const cost = costOf(given, interceptors, perLaunch);
  const lifecycleMusd = (cost.procurementMusd + cost.launchMusd) / interceptors;
  return {
    ...mass,
    ...reach,
    shotsPerThreat,
    interceptors,
    perLaunch,
    ...cost,
    marginalMusd: marginalCostMusd(reach.absenteeRatio, shotsPerThreat, lifecycleMusd),
    reason,
  };
}

/**
 * Shots needed so that at least one of them kills with the wanted probability, each on its own.
 *
 * @param required from 0, below 1
 * @param single above 0, at most 1
 * @returns whole number from 1
 * @source aei-sbi-calculator, formula of the shots
 */
export function shotsFor(required: number, single: number): number {
  return Math.max(1, ceilOf(Math.log1p(-required) / Math.log1p(-single)));
}

function massOf(given: SizeInput) {
  const exhaustKmS = (EXHAUST_G_M_S2 * given.specificImpulseS) / 1000;
  const killVehiclePropellantKg = given.killVehicleDryKg * Math.expm1(given.divertDeltaVKmS / exhaustKmS);
  const carriedKg = given.killVehicleDryKg + killVehiclePropellantKg + given.bodyDryKg;
  const boosterPropellantKg = carriedKg * Math.expm1(given.deltaVKmS / exhaustKmS);
  const massKg = carriedKg + boosterPropellantKg + given.supportDryKg;
  return { massKg, killVehiclePropellantKg, boosterPropellantKg };
}

function reachOf({
  meanAccelerationG,
  deltaVKmS,
  flyOutS,
  altitudeKm,
  interceptAltitudeKm,
  maxLatitudeDeg,
}: SizeInput) {
  const accelerationKmS2 = meanAccelerationG * ACCELERATION_G_KM_S2;
  const burnS = deltaVKmS / accelerationKmS2;
  const poweredS = Math.min(burnS, flyOutS);
  const reachKm = 0.5 * accelerationKmS2 * poweredS * poweredS + accelerationKmS2 * poweredS * (flyOutS - poweredS);
  const dropKm = Math.abs(altitudeKm - interceptAltitudeKm);
  const groundRadiusKm = reachKm > dropKm ? Math.sqrt((reachKm - dropKm) * (reachKm + dropKm)) : Number.NaN;
  const sphereKm = EARTH_RADIUS_KM + interceptAltitudeKm;
  const absenteeRatio = discAbsenteeRatio(sphereKm, groundRadiusKm, maxLatitudeDeg * DEG_RAD);
  return { burnS, reachKm, groundRadiusKm, absenteeRatio };
}

function costOf(given: SizeInput, interceptors: number, perLaunch: number) {
  const possible = interceptors >= 1 && perLaunch >= 1;
  const generations = Math.floor(given.periodYr / given.lifeYr + ROUNDING);
  const launchesPerGeneration = possible ? ceilOf(interceptors / perLaunch) : Number.NaN;
  const meanUnitMusd =
    interceptors >= 1 ? given.firstUnitMusd * aeiAverageCostFactor(interceptors, given.learningRate) : Number.NaN;
  const meanLaunchMusd = possible
    ? given.firstLaunchMusd * aeiAverageCostFactor(launchesPerGeneration, given.launchLearningRate)
    : Number.NaN;
  const procurementMusd = generations * interceptors * meanUnitMusd;
  const launchMusd = generations * launchesPerGeneration * meanLaunchMusd;
  const operationsMusd = given.operationsMusdYr * given.periodYr;
  const developmentMusd = given.developmentMusd;
  return {
    launchesPerGeneration,
    generations,
    meanUnitMusd,
    meanLaunchMusd,
    procurementMusd,
    launchMusd,
    operationsMusd,
    developmentMusd,
    totalMusd: procurementMusd + launchMusd + operationsMusd + developmentMusd,
  };
}

/** Smallest whole number that is not below a value by more than rounding. */
function ceilOf(value: number): number {
  return Math.ceil(value - ROUNDING * Math.max(1, Math.abs(value)));
}
