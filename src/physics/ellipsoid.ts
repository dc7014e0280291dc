import { type Ellipsoid, WGS84 } from './constants.ts';

/** More than verticals and lines from the Earth's centre ever differ by on WGS84 (0.00337), and the two latitudes with them. */
export const VERTICAL_RAD = 0.0035;

/**
 * Earth-fixed position of a point given by geodetic latitude, longitude and height.
 *
 * @param latitudeRad geodetic, -π/2 to π/2
 * @param heightKm above the ellipsoid
 * @param outKm receives x, y, z at `offset`
 * @source vallado-2013, algorithm 51
 */
export function ecefFromGeodetic(
  latitudeRad: number,
  longitudeRad: number,
  heightKm: number,
  outKm: Float64Array,
  offset = 0,
  ellipsoid: Ellipsoid = WGS84,
): void {
  const f = ellipsoid.flatteningRatio;
  const e2 = f * (2 - f);
  const s = Math.sin(latitudeRad);
  const N = ellipsoid.equatorialRadiusKm / Math.sqrt(1 - e2 * s * s); // prime vertical radius
  const axisKm = (N + heightKm) * Math.cos(latitudeRad);
  outKm[offset] = axisKm * Math.cos(longitudeRad);
  outKm[offset + 1] = axisKm * Math.sin(longitudeRad);
  outKm[offset + 2] = (N * (1 - e2) + heightKm) * s;
}

/**
 * Geodetic latitude, longitude and height of Earth-fixed positions, by Bowring's iteration on the reduced latitude.
 *
 * Good to a micrometre from 1,000 km under the surface to beyond the Moon; the Earth's centre has no answer.
 *
 * @param positionEcefKm interleaved xyz, `count` of them from `offset`
 * @param out receives latitude rad, longitude rad (-π to π), height km, interleaved, from `outOffset`; NaN at the centre
 * @source bowring-1976, equation 2
 */
export function geodeticFromEcef(
  positionEcefKm: Float64Array,
  out: Float64Array,
  count = 1,
  offset = 0,
  outOffset = 0,
  ellipsoid: Ellipsoid = WGS84,
): void {
  const a = ellipsoid.equatorialRadiusKm;
  const f = ellipsoid.flatteningRatio;
  const b = a * (1 - f);
  const e2 = f * (2 - f);
  const second2 = e2 / (1 - e2);
  for (let k = 0; k < count; k++) {
    const i = offset + 3 * k;
    const o = outOffset + 3 * k;
    const x = positionEcefKm[i];
    const y = positionEcefKm[i + 1];
    const z = positionEcefKm[i + 2];
    const p = Math.sqrt(x * x + y * y);
    let tanReduced = (a * z) / (b * p); // exact on the surface
    let sin = 0;
    let cos = 0;
    for (let turn = 0; turn < 5; turn++) {
      const c = 1 / Math.sqrt(1 + tanReduced * tanReduced);
      const s = Number.isFinite(tanReduced) ? tanReduced * c : Math.sign(z);
      const up = z + second2 * b * s * s * s;
      const across = p - e2 * a * c * c * c;
      const size = Math.sqrt(up * up + across * across);
      sin = up / size;
      cos = across / size;
      tanReduced = ((1 - f) * sin) / cos;
    }
    const N = a / Math.sqrt(1 - e2 * sin * sin);
    out[o] = Math.atan2(sin, cos);
    out[o + 1] = Math.atan2(y, x);
    out[o + 2] = p * cos + z * sin - (a * a) / N; // projection on the vertical: no division near a pole
    if (p === 0 && z === 0) out.fill(Number.NaN, o, o + 3);
  }
}
