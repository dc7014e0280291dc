import type { SatRec } from 'satellite.js';
import { WGS72 } from './constants.ts';

/** No orbit lasts a day lower than this, km; lower ones count while their own elements say so. */
const SINKING_KM = 150;
const BURNING_KM = 100;
/** How far above its own apogee SGP4 may take a satellite, km: periodic terms, and what thrust written as drag lifts in a month. */
const ROOF_KM = 150;
/** Of orbits of more than 225 minutes Sun and Moon move the apogee too. */
const DEEP_ROOF_RATIO = 1.1;

/**
 * Smallest and largest distance from the Earth's centre, km, at which a state of SGP4 is still one of these elements: below the first it
 * has come down, above the second the theory has run away (SGP4 itself reports neither).
 */
export function radiusBoundsKm({ a, ecco, method }: SatRec): [lowKm: number, highKm: number] {
  const radiusKm = WGS72.equatorialRadiusKm;
  const perigeeKm = (a * (1 - ecco) - 1) * radiusKm;
  const apogeeKm = (a * (1 + ecco) - 1) * radiusKm;
  const floorKm = Math.max(BURNING_KM, Math.min(SINKING_KM, perigeeKm - 30));
  return [radiusKm + floorKm, radiusKm + (method === 'd' ? DEEP_ROOF_RATIO : 1) * apogeeKm + ROOF_KM];
}
