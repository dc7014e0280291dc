import { EARTH_ROTATION_RAD_S, type Ellipsoid, WGS84 } from './constants.ts';
import { ecefFromGeodetic } from './ellipsoid.ts';

/** A site's Earth-fixed position with its east, north and up directions. */
export interface LocalFrame {
  positionEcefKm: Float64Array;
  eastEcef: Float64Array;
  northEcef: Float64Array;
  upEcef: Float64Array;
}

/**
 * Turns the axes of `count` vectors about z: inertial to Earth-fixed for the angle GMST, back for its opposite.
 *
 * Polar motion is left out (under 20 m at the surface).
 *
 * @param vectors interleaved xyz from `offset`
 * @param out may be `vectors` itself
 * @source vallado-2013, section 3.7
 */
export function turnAxesZ(
  angleRad: number,
  vectors: Float64Array,
  out: Float64Array,
  count: number,
  offset = 0,
  outOffset = offset,
): void {
  const c = Math.cos(angleRad);
  const s = Math.sin(angleRad);
  for (let k = 0, i = offset, o = outOffset; k < count; k++, i += 3, o += 3) {
    const x = vectors[i];
    const y = vectors[i + 1];
    out[o] = c * x + s * y;
    out[o + 1] = c * y - s * x;
    out[o + 2] = vectors[i + 2];
  }
}

/** Earth-fixed positions of inertial (TEME) ones at sidereal time `gmstRad`; in place where `out` is the input. */
export function ecefFromEci(
  gmstRad: number,
  positionEciKm: Float64Array,
  outEcefKm: Float64Array,
  count = 1,
  offset = 0,
  outOffset = offset,
): void {
  turnAxesZ(gmstRad, positionEciKm, outEcefKm, count, offset, outOffset);
}

/** Inertial (TEME) positions of Earth-fixed ones at sidereal time `gmstRad`; in place where `out` is the input. */
export function eciFromEcef(
  gmstRad: number,
  positionEcefKm: Float64Array,
  outEciKm: Float64Array,
  count = 1,
  offset = 0,
  outOffset = offset,
): void {
  turnAxesZ(-gmstRad, positionEcefKm, outEciKm, count, offset, outOffset);
}

/** Inertial velocity of something at rest on the rotating Earth plus its Earth-fixed velocity: v + ω × r, in inertial axes. */
export function eciVelocityFromEcef(
  gmstRad: number,
  positionEcefKm: Float64Array,
  velocityEcefKmS: Float64Array,
  outEciKmS: Float64Array,
  offset = 0,
  outOffset = offset,
): void {
  const vx = velocityEcefKmS[offset] - EARTH_ROTATION_RAD_S * positionEcefKm[offset + 1];
  const vy = velocityEcefKmS[offset + 1] + EARTH_ROTATION_RAD_S * positionEcefKm[offset];
  outEciKmS[outOffset + 2] = velocityEcefKmS[offset + 2];
  outEciKmS[outOffset] = vx;
  outEciKmS[outOffset + 1] = vy;
  turnAxesZ(-gmstRad, outEciKmS, outEciKmS, 1, outOffset);
}

/** Velocity seen from the rotating Earth of something that moves inertially: v - ω × r, in Earth-fixed axes. */
export function ecefVelocityFromEci(
  gmstRad: number,
  positionEciKm: Float64Array,
  velocityEciKmS: Float64Array,
  outEcefKmS: Float64Array,
  offset = 0,
  outOffset = offset,
): void {
  const vx = velocityEciKmS[offset] + EARTH_ROTATION_RAD_S * positionEciKm[offset + 1];
  const vy = velocityEciKmS[offset + 1] - EARTH_ROTATION_RAD_S * positionEciKm[offset];
  outEcefKmS[outOffset + 2] = velocityEciKmS[offset + 2];
  outEcefKmS[outOffset] = vx;
  outEcefKmS[outOffset + 1] = vy;
  turnAxesZ(gmstRad, outEcefKmS, outEcefKmS, 1, outOffset);
}

/** Position and local axes of a site on the ellipsoid; up is the geodetic vertical. */
export function localFrame(
  latitudeRad: number,
  longitudeRad: number,
  heightKm = 0,
  ellipsoid: Ellipsoid = WGS84,
): LocalFrame {
  const positionEcefKm = new Float64Array(3);
  ecefFromGeodetic(latitudeRad, longitudeRad, heightKm, positionEcefKm, 0, ellipsoid);
  const sLat = Math.sin(latitudeRad);
  const cLat = Math.cos(latitudeRad);
  const sLon = Math.sin(longitudeRad);
  const cLon = Math.cos(longitudeRad);
  return {
    positionEcefKm,
    eastEcef: Float64Array.of(-sLon, cLon, 0),
    northEcef: Float64Array.of(-sLat * cLon, -sLat * sLon, cLat),
    upEcef: Float64Array.of(cLat * cLon, cLat * sLon, sLat),
  };
}

/**
 * Azimuth, elevation and slant range of an Earth-fixed target from a site; no refraction.
 *
 * @param out receives azimuth rad (0 to 2π, clockwise from north), elevation rad, range km at `outOffset`
 * @source vallado-2013, algorithm 27
 */
export function lookAngles(
  site: LocalFrame,
  targetEcefKm: Float64Array,
  out: Float64Array,
  offset = 0,
  outOffset = 0,
): void {
  const x = targetEcefKm[offset] - site.positionEcefKm[0];
  const y = targetEcefKm[offset + 1] - site.positionEcefKm[1];
  const z = targetEcefKm[offset + 2] - site.positionEcefKm[2];
  const east = site.eastEcef[0] * x + site.eastEcef[1] * y;
  const north = site.northEcef[0] * x + site.northEcef[1] * y + site.northEcef[2] * z;
  const up = site.upEcef[0] * x + site.upEcef[1] * y + site.upEcef[2] * z;
  const flatKm = Math.sqrt(east * east + north * north);
  const azimuth = Math.atan2(east, north);
  out[outOffset] = azimuth < 0 ? azimuth + 2 * Math.PI : azimuth;
  out[outOffset + 1] = Math.atan2(up, flatKm);
  out[outOffset + 2] = Math.sqrt(flatKm * flatKm + up * up);
}
