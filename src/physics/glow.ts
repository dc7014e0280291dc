import { norm } from '../num/vec.ts';
import { airDensityKgM3 } from './atmosphere.ts';
import { EARTH_ROTATION_RAD_S } from './constants.ts';
import { positionAt, type Trajectory, velocityAt } from './trajectory.ts';
import { altitudeAtKm } from './trajectory-build.ts';

/** Radiant intensity of a hot skin over a flight, at even steps from launch. */
export interface Glow {
  stepS: number;
  /** In the band of `GLOW_BAND_UM`, to any side; kW/sr. */
  kwSr: Float64Array;
}

/** The short-wave infrared that warning satellites look in. */
export const GLOW_BAND_UM = [1.4, 3] as const;

const STEFAN_BOLTZMANN_W_M2_K4 = 5.670374419e-8;
/** Second radiation constant. */
const HC_K_UM_K = 14_387.76877;
const EMISSIVITY_RATIO = 0.85;
/** Specific heat of air, J/kg/K, and the enthalpy of the air outside, J/kg. */
const AIR_HEAT_J_KG_K = 1004.5;
const AIR_ENTHALPY_J_KG = 2.3e5;
/** The underside against the stream, as in the open studies of a delta-shaped glider. */
const SURFACE_ANGLE_RAD = (15 * Math.PI) / 180;
/** Length of a delta over the root of its area: 3.67 m and 1.8 m at the base. */
const LENGTH_RATIO = 3.67 / Math.sqrt((3.67 * 1.8) / 2);
const STATIONS = 8;
const STEP_S = 5;

/** Share of a black body's radiation at wavelengths up to one, by the series of Planck's integral. @source planck-1901, radiation law */
export function blackBodyFraction(wavelengthUm: number, temperatureK: number): number {
  const x = HC_K_UM_K / (wavelengthUm * temperatureK);
  if (x > 600) return 0;
  let sum = 0;
  for (let n = 1; n < 60; n++) {
    const term = Math.exp(-n * x) * (x ** 3 / n + (3 * x * x) / n ** 2 + (6 * x) / n ** 3 + 6 / n ** 4);
    sum += term;
    if (term < 1e-12 * sum) break;
  }
  return (15 / Math.PI ** 4) * sum;
}

/** Radiance of a black body in the band, W/m²/sr. */
function bandRadianceWM2Sr(temperatureK: number): number {
  const share = blackBodyFraction(GLOW_BAND_UM[1], temperatureK) - blackBodyFraction(GLOW_BAND_UM[0], temperatureK);
  return (STEFAN_BOLTZMANN_W_M2_K4 * temperatureK ** 4 * share) / Math.PI;
}

/**
 * Temperature at which a skin radiates what a laminar boundary layer brings it, a distance behind the edge.
 *
 * Flat plate at 15 degrees to the stream; q = 2.53e-5 √cos φ sin φ x^-½ ρ^½ V^3.2 (1 - h_w/h_0), in W/m². Radiation both ways, conduction and
 * turbulence are left out.
 *
 * @source tauber-1987, laminar flat plate
 */
export function skinTemperatureK(densityKgM3: number, speedKmS: number, behindM: number): number {
  const speedMS = speedKmS * 1000;
  const totalJKg = (speedMS * speedMS) / 2 + AIR_ENTHALPY_J_KG;
  const coldWM2 =
    2.53e-5 *
    Math.sqrt(Math.cos(SURFACE_ANGLE_RAD) / behindM) *
    Math.sin(SURFACE_ANGLE_RAD) *
    Math.sqrt(densityKgM3) *
    speedMS ** 3.2;
  const radiated = EMISSIVITY_RATIO * STEFAN_BOLTZMANN_W_M2_K4;
  let temperatureK = Math.min((coldWM2 / radiated) ** 0.25, totalJKg / AIR_HEAT_J_KG_K);
  for (let i = 0; i < 8; i++) {
    const excess = radiated * temperatureK ** 4 - coldWM2 * (1 - (AIR_HEAT_J_KG_K * temperatureK) / totalJKg);
    temperatureK -= excess / (4 * radiated * temperatureK ** 3 + (coldWM2 * AIR_HEAT_J_KG_K) / totalJKg);
  }
  return temperatureK;
}

/**
 * Radiant intensity, 1.4 to 3 um, of the hot side of a delta-shaped glider, kW/sr.
 *
 * A flat delta of the area, its skin in balance between laminar heating and its own radiation, seen square on. The hot nose, the
 * cooler upper side, which is the one that satellites see, and chemistry in the air are left out: a class value, good to a factor of two or three.
 *
 * @param hotAreaM2 skin that glows; 3.3 for the shape of HTV-2
 */
export function glowKwSr(densityKgM3: number, speedKmS: number, hotAreaM2: number): number {
  const lengthM = LENGTH_RATIO * Math.sqrt(hotAreaM2);
  let sum = 0;
  for (let i = 0; i < STATIONS; i++) {
    const share = (i + 0.5) / STATIONS; // of the length; the width grows with it
    sum += 2 * share * bandRadianceWM2Sr(skinTemperatureK(densityKgM3, speedKmS, share * lengthM));
  }
  return (EMISSIVITY_RATIO * hotAreaM2 * sum) / STATIONS / 1000;
}

/** How brightly a glider glows along its flight; its speed is that through the air, which turns with the Earth. */
export function glowOf(trajectory: Trajectory, hotAreaM2: number): Glow {
  const kwSr = new Float64Array(Math.floor(trajectory.impactS / STEP_S) + 1);
  const place = new Float64Array(3);
  const velocity = new Float64Array(3);
  for (let k = 0; k < kwSr.length; k++) {
    positionAt(trajectory, k * STEP_S, place);
    velocityAt(trajectory, k * STEP_S, velocity);
    velocity[0] += EARTH_ROTATION_RAD_S * place[1];
    velocity[1] -= EARTH_ROTATION_RAD_S * place[0];
    const speedKmS = norm(velocity);
    if (speedKmS > 0.3) kwSr[k] = glowKwSr(airDensityKgM3(altitudeAtKm(trajectory, k * STEP_S)), speedKmS, hotAreaM2);
  }
  return { stepS: STEP_S, kwSr };
}

/** Intensity at a time after launch, on the line between the steps. */
export function glowAtKwSr({ stepS, kwSr }: Glow, tS: number): number {
  const k = Math.min(Math.max(0, Math.floor(tS / stepS)), kwSr.length - 1);
  const next = Math.min(k + 1, kwSr.length - 1);
  return kwSr[k] + (kwSr[next] - kwSr[k]) * Math.min(1, tS / stepS - k);
}
