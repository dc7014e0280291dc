import { EARTH_MEAN_RADIUS_KM } from '../../physics/constants.ts';
import { RADAR_EARTH_RATIO, radarElevationRad } from '../../physics/sight.ts';

/** Height up to which rays bend as over an Earth of 4/3 the radius; straight above. Gives 10 to 13 mrad in all at the horizon. */
export const BENDING_TOP_KM = 7;

/**
 * Elevation at which a radar sees a target, bending of the ray by the air included.
 *
 * Up to {@link BENDING_TOP_KM} this is the 4/3 Earth. That model bends rays at every height, which at 1,000 km would put the horizon
 * some 15 % too far; here a ray bends up to that height and is straight above, so that the whole bending at the horizon is that
 * of a mean atmosphere, 13 mrad for a ray that leaves level.
 *
 * @param straightRad elevation of the straight line to the target
 * @param groundKm distance along the ground
 * @source skolnik-2008, section 26.3
 * @source itu-r-p834, formula 12
 */
export function apparentElevationRad(
  straightRad: number,
  groundKm: number,
  antennaKm: number,
  targetKm: number,
): number {
  if (targetKm <= BENDING_TOP_KM) return radarElevationRad(groundKm, antennaKm, targetKm);
  if (antennaKm >= BENDING_TOP_KM) return straightRad;
  const k = RADAR_EARTH_RATIO * EARTH_MEAN_RADIUS_KM;
  const ratio = (k + antennaKm) / (k + BENDING_TOP_KM);
  let elevationRad = Math.max(straightRad, 0);
  for (let turn = 0; turn < 6; turn++) {
    const bentKm = k * (Math.acos(Math.min(1, ratio * Math.cos(elevationRad))) - elevationRad); // ground under the bent part
    const bendRad = bentKm / (4 * EARTH_MEAN_RADIUS_KM);
    elevationRad = straightRad + bendRad * (1 - bentKm / (2 * Math.max(groundKm, bentKm)));
  }
  return elevationRad;
}
