import { DEG_RAD } from 'cupola/physics';

/**
 * Earth-fixed point under the sun, good to about 0.01 degrees between 1950 and 2050: enough for the edge of night.
 *
 * @param unixS seconds since 1970 UTC
 */
export function pointUnderSun(unixS: number, gmstRad: number): { lonDeg: number; latDeg: number } {
  const days = unixS / 86_400 - 10_957.5;
  const meanRad = (357.528 + 0.985_600_3 * days) * DEG_RAD;
  const eclipticRad =
    (280.46 + 0.985_647_4 * days + 1.915 * Math.sin(meanRad) + 0.02 * Math.sin(2 * meanRad)) * DEG_RAD;
  const tiltRad = (23.439 - 4e-7 * days) * DEG_RAD;
  const rightRad = Math.atan2(Math.cos(tiltRad) * Math.sin(eclipticRad), Math.cos(eclipticRad));
  const lonDeg = (rightRad - gmstRad) / DEG_RAD;
  return {
    lonDeg: lonDeg - 360 * Math.round(lonDeg / 360),
    latDeg: Math.asin(Math.sin(tiltRad) * Math.sin(eclipticRad)) / DEG_RAD,
  };
}
