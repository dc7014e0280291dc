import { EARTH_MEAN_RADIUS_KM, type Ellipsoid, WGS84 } from './constants.ts';

/** Effective radius over true radius of the Earth for radio waves in a standard atmosphere. @source skolnik-2008, section 26.3 */
export const RADAR_EARTH_RATIO = 4 / 3;

/**
 * Distance between two points in clear sight of each other; NaN where the sphere is in the way.
 *
 * The straight line must stay outside a sphere of `grazingRadiusKm` between its ends. A point inside that sphere sees only what
 * lies away from it: its own line may start inside but must rise outwards at once (a sensor or missile under the grazing height).
 *
 * @param a interleaved xyz, any geocentric frame, point at `ai`
 * @param grazingRadiusKm Earth's radius plus the grazing height
 */
export function clearRangeKm(
  a: Float64Array,
  ai: number,
  b: Float64Array,
  bi: number,
  grazingRadiusKm: number,
): number {
  const ax = a[ai];
  const ay = a[ai + 1];
  const az = a[ai + 2];
  const dx = b[bi] - ax;
  const dy = b[bi + 1] - ay;
  const dz = b[bi + 2] - az;
  const d2 = dx * dx + dy * dy + dz * dz;
  const along = -(ax * dx + ay * dy + az * dz); // d² times the fraction of the line where it is lowest
  if (along > 0 && along < d2) {
    const low2 = ax * ax + ay * ay + az * az - (along * along) / d2;
    if (low2 < grazingRadiusKm * grazingRadiusKm) return Number.NaN;
  }
  return Math.sqrt(d2);
}

/** Whether two points see each other over a sphere; see {@link clearRangeKm}. */
export function isClear(a: Float64Array, ai: number, b: Float64Array, bi: number, grazingRadiusKm: number): boolean {
  return clearRangeKm(a, ai, b, bi, grazingRadiusKm) >= 0;
}

/** Surface over which a line of sight must pass: an ellipsoid that a stretch along the Earth's axis turns into a sphere. */
export interface GrazingSurface {
  equatorialRadiusKm: number;
  /** By which distances along the axis are multiplied. */
  axisStretch: number;
}

/** The surface at a height over the ellipsoid, to under 0.1 m up to 100 km: both half axes grow by the height. */
export function grazingSurface(grazingKm: number, earth: Ellipsoid = WGS84): GrazingSurface {
  const equatorialRadiusKm = earth.equatorialRadiusKm + grazingKm;
  return { equatorialRadiusKm, axisStretch: equatorialRadiusKm / (polarRadiusKm(earth) + grazingKm) };
}

/** Distance from the Earth's centre to a pole. */
export function polarRadiusKm({ equatorialRadiusKm, flatteningRatio }: Ellipsoid): number {
  return equatorialRadiusKm * (1 - flatteningRatio);
}

/**
 * Distance between two points in clear sight of each other over a surface; NaN where that is in the way. The rule of
 * {@link clearRangeKm}, along axes stretched so that the surface is a sphere: straight lines stay straight.
 *
 * @param a interleaved xyz, any geocentric frame whose z is the Earth's axis, point at `ai`
 */
export function rangeOverEarthKm(
  a: Float64Array,
  ai: number,
  b: Float64Array,
  bi: number,
  { equatorialRadiusKm, axisStretch }: GrazingSurface,
): number {
  const ax = a[ai];
  const ay = a[ai + 1];
  const az = a[ai + 2] * axisStretch;
  const dx = b[bi] - ax;
  const dy = b[bi + 1] - ay;
  const trueDz = b[bi + 2] - a[ai + 2];
  const dz = trueDz * axisStretch;
  const flat2 = dx * dx + dy * dy;
  const d2 = flat2 + dz * dz;
  const along = -(ax * dx + ay * dy + az * dz);
  if (along > 0 && along < d2) {
    const low2 = ax * ax + ay * ay + az * az - (along * along) / d2;
    if (low2 < equatorialRadiusKm * equatorialRadiusKm) return Number.NaN;
  }
  return Math.sqrt(flat2 + trueDz * trueDz);
}

/** Angle at a satellite between the Earth's centre and the limb at a grazing height. @returns NaN under that height */
export function horizonAngleRad(altitudeKm: number, grazingKm = 0, earthRadiusKm = EARTH_MEAN_RADIUS_KM): number {
  return altitudeKm >= grazingKm ? Math.asin((earthRadiusKm + grazingKm) / (earthRadiusKm + altitudeKm)) : Number.NaN;
}

/**
 * Earth-central half angle of the cap from which a satellite is seen at or above an elevation.
 * @returns NaN where altitude is negative
 * @source wertz-1999, section 5.2
 */
export function capHalfAngleRad(
  altitudeKm: number,
  elevationRad: number,
  earthRadiusKm = EARTH_MEAN_RADIUS_KM,
): number {
  return Math.acos((earthRadiusKm / (earthRadiusKm + altitudeKm)) * Math.cos(elevationRad)) - elevationRad;
}

/** Elevation at the edge of a cap of that Earth-central half angle; inverse of {@link capHalfAngleRad}. */
export function capElevationRad(
  altitudeKm: number,
  halfAngleRad: number,
  earthRadiusKm = EARTH_MEAN_RADIUS_KM,
): number {
  return Math.atan2(Math.cos(halfAngleRad) - earthRadiusKm / (earthRadiusKm + altitudeKm), Math.sin(halfAngleRad));
}

/** Distance from a point of the ground to a satellite seen at an elevation. @source wertz-1999, section 5.2 */
export function slantRangeKm(altitudeKm: number, elevationRad: number, earthRadiusKm = EARTH_MEAN_RADIUS_KM): number {
  const s = earthRadiusKm * Math.sin(elevationRad);
  return Math.sqrt(s * s + altitudeKm * (2 * earthRadiusKm + altitudeKm)) - s;
}

/** Longest straight link between two altitudes that stays above a grazing height. @returns NaN where an end is below it */
export function maxLinkKm(
  fromAltitudeKm: number,
  toAltitudeKm: number,
  grazingKm: number,
  earthRadiusKm = EARTH_MEAN_RADIUS_KM,
): number {
  const g = earthRadiusKm + grazingKm;
  const p = earthRadiusKm + fromAltitudeKm;
  const q = earthRadiusKm + toAltitudeKm;
  return Math.sqrt(p * p - g * g) + Math.sqrt(q * q - g * g);
}

/**
 * Ground distance at which a target comes over a radar's horizon: rays straight over an Earth of 4/3 the radius.
 *
 * @param minElevationRad lowest usable beam elevation; left out, the beam may go down to the antenna's own horizon
 * @returns distance along the ground; 0 where the target is under the antenna's beam at every distance
 * @source skolnik-2008, section 26.3
 */
export function radarHorizonKm(
  antennaKm: number,
  targetKm: number,
  minElevationRad = -Math.PI / 2,
  earthRadiusKm = EARTH_MEAN_RADIUS_KM,
): number {
  const k = RADAR_EARTH_RATIO * earthRadiusKm;
  const dip = Math.acos(k / (k + Math.max(antennaKm, 0))); // the antenna sees down to its own horizon
  const lowest = Math.max(minElevationRad, -dip);
  const ratio = ((k + antennaKm) / (k + targetKm)) * Math.cos(lowest);
  if (ratio > 1) return 0;
  return Math.max(0, k * (Math.acos(ratio) - lowest));
}

/**
 * Elevation at which a radar sees a target over ground distance: 4/3 Earth, so the ray's bending is in it.
 * @source skolnik-2008, section 26.3
 */
export function radarElevationRad(
  groundKm: number,
  antennaKm: number,
  targetKm: number,
  earthRadiusKm = EARTH_MEAN_RADIUS_KM,
): number {
  const k = RADAR_EARTH_RATIO * earthRadiusKm;
  const angle = groundKm / k;
  return Math.atan2(Math.cos(angle) - (k + antennaKm) / (k + targetKm), Math.sin(angle));
}
