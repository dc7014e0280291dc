/** Foot of a layer by geopotential height: temperature there, its lapse and the density. */
interface AirLayer {
  footKm: number;
  kelvin: number;
  lapseKKm: number;
  densityKgM3: number;
}

/** Radius by which the standard turns heights into geopotential ones. */
const RADIUS_KM = 6356.766;
/** Weight of a mole of air in a kilometre of height over the gas constant: K/km. */
const WEIGHT_K_KM = 34.16319;
const FEET: readonly [footKm: number, kelvin: number, lapseKKm: number][] = [
  [0, 288.15, -6.5],
  [11, 216.65, 0],
  [20, 216.65, 1],
  [32, 228.65, 2.8],
  [47, 270.65, 0],
  [51, 270.65, -2.8],
  [71, 214.65, -2],
];
const SEA_LEVEL_DENSITY_KG_M3 = 1.225;
/** Height from which the last layer is continued by one scale height. */
const TOP_KM = 84.5;

const layers: AirLayer[] = [];
for (const [footKm, kelvin, lapseKKm] of FEET) {
  const below = layers.at(-1);
  layers.push({ footKm, kelvin, lapseKKm, densityKgM3: below ? inLayer(below, footKm) : SEA_LEVEL_DENSITY_KG_M3 });
}
const last = layers.at(-1)!;
const topKelvin = last.kelvin + last.lapseKKm * (TOP_KM - last.footKm);

/**
 * Density of the air by height above sea level: the seven layers of the US Standard Atmosphere to 85 km, above them its last temperature
 * all the way (at 100 km a third below the standard, at 120 km a tenth of it: next to nothing either way).
 *
 * @source us-standard-atmosphere-1976, tables 1 to 4
 */
export function airDensityKgM3(altitudeKm: number): number {
  const h = (RADIUS_KM * altitudeKm) / (RADIUS_KM + altitudeKm);
  if (h > TOP_KM) return inLayer(last, TOP_KM) * Math.exp((-WEIGHT_K_KM * (h - TOP_KM)) / topKelvin);
  let k = layers.length - 1;
  while (k > 0 && h < layers[k].footKm) k--;
  return inLayer(layers[k], h);
}

function inLayer({ footKm, kelvin, lapseKKm, densityKgM3 }: AirLayer, h: number): number {
  if (lapseKKm === 0) return densityKgM3 * Math.exp((-WEIGHT_K_KM * (h - footKm)) / kelvin);
  return densityKgM3 * (1 + (lapseKKm * (h - footKm)) / kelvin) ** (-1 - WEIGHT_K_KM / lapseKKm);
}
