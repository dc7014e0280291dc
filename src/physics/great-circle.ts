import { EARTH_MEAN_RADIUS_KM } from './constants.ts';

/**
 * Angle at the centre of the sphere between two points; well conditioned at every distance.
 * @returns 0 to π
 * @source vincenty-1975, spherical case
 */
export function centralAngleRad(
  fromLatitudeRad: number,
  fromLongitudeRad: number,
  toLatitudeRad: number,
  toLongitudeRad: number,
): number {
  const s1 = Math.sin(fromLatitudeRad);
  const c1 = Math.cos(fromLatitudeRad);
  const s2 = Math.sin(toLatitudeRad);
  const c2 = Math.cos(toLatitudeRad);
  const d = toLongitudeRad - fromLongitudeRad;
  const east = c2 * Math.sin(d);
  const north = c1 * s2 - s1 * c2 * Math.cos(d);
  return Math.atan2(Math.sqrt(east * east + north * north), s1 * s2 + c1 * c2 * Math.cos(d));
}

/** Great-circle distance on the mean sphere; within 0.6 % of the ellipsoid's geodesic. */
export function greatCircleKm(
  fromLatitudeRad: number,
  fromLongitudeRad: number,
  toLatitudeRad: number,
  toLongitudeRad: number,
  radiusKm = EARTH_MEAN_RADIUS_KM,
): number {
  return radiusKm * centralAngleRad(fromLatitudeRad, fromLongitudeRad, toLatitudeRad, toLongitudeRad);
}

/** Initial bearing of the great circle, clockwise from north. @returns 0 to 2π */
export function bearingRad(
  fromLatitudeRad: number,
  fromLongitudeRad: number,
  toLatitudeRad: number,
  toLongitudeRad: number,
): number {
  const d = toLongitudeRad - fromLongitudeRad;
  const east = Math.sin(d) * Math.cos(toLatitudeRad);
  const north =
    Math.cos(fromLatitudeRad) * Math.sin(toLatitudeRad) -
    Math.sin(fromLatitudeRad) * Math.cos(toLatitudeRad) * Math.cos(d);
  const bearing = Math.atan2(east, north);
  return bearing < 0 ? bearing + 2 * Math.PI : bearing;
}

/**
 * Point reached from a start by a bearing and a central angle.
 * @param out receives latitude, longitude (-π to π) in rad at `offset`
 */
export function destination(
  latitudeRad: number,
  longitudeRad: number,
  startBearingRad: number,
  angleRad: number,
  out: Float64Array,
  offset = 0,
): void {
  const s = Math.sin(latitudeRad);
  const c = Math.cos(latitudeRad);
  const up = Math.cos(angleRad);
  const along = Math.sin(angleRad);
  const x = up * c - along * Math.cos(startBearingRad) * s; // towards the start's meridian, in the equator
  const y = along * Math.sin(startBearingRad);
  const z = up * s + along * Math.cos(startBearingRad) * c;
  out[offset] = Math.atan2(z, Math.sqrt(x * x + y * y));
  const longitude = longitudeRad + Math.atan2(y, x);
  out[offset + 1] = longitude - 2 * Math.PI * Math.round(longitude / (2 * Math.PI));
}
