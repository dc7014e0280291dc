import { DAY_S, DEG_RAD, EARTH_ROTATION_RAD_S } from './constants.ts';
import { turnAxesZ } from './frames.ts';
import { gmstRad } from './time.ts';

/** Axes that positions may be given in. TEME is what SGP4 gives. */
export const frames = ['TEME', 'EME2000', 'GCRF', 'ITRF'] as const;
export type FrameName = (typeof frames)[number];

const ARCSEC_RAD = DEG_RAD / 3600;
const J2000_UNIX_S = 946_728_000;
const CENTURY_S = 36_525 * DAY_S;
/** Terrestrial time less UTC since 2017, s; a second of it moves nothing here by a millimetre. */
const TT_LESS_UTC_S = 69.184;

/** Rows of 3 by 3, in order. */
type Matrix = readonly number[];

/**
 * Largest terms of the IAU 1980 nutation: multiples of l, l', F, D, Ω, then the sine of the longitude and the cosine of the obliquity, each with
 * its rate a century, in 0.0001 arc seconds. What is left out is under 0.01 arc seconds, 0.4 m in low orbit.
 */
const NUTATION: readonly (readonly number[])[] = [
  [0, 0, 0, 0, 1, -171996, -174.2, 92025, 8.9],
  [0, 0, 0, 0, 2, 2062, 0.2, -895, 0.5],
  [-2, 0, 2, 0, 1, 46, 0, -24, 0],
  [0, 0, 2, -2, 2, -13187, -1.6, 5736, -3.1],
  [0, 1, 0, 0, 0, 1426, -3.4, 54, -0.1],
  [0, 1, 2, -2, 2, -517, 1.2, 224, -0.6],
  [0, -1, 2, -2, 2, 217, -0.5, -95, 0.3],
  [0, 0, 2, -2, 1, 129, 0.1, -70, 0],
  [2, 0, 0, -2, 0, 48, 0, 1, 0],
  [0, 0, 2, -2, 0, -22, 0, 0, 0],
  [0, 2, 0, 0, 0, 17, -0.1, 0, 0],
  [0, 1, 0, 0, 1, -15, 0, 9, 0],
  [0, 2, 2, -2, 2, -16, 0.1, 7, 0],
  [0, 0, 2, 0, 2, -2274, -0.2, 977, -0.5],
  [1, 0, 0, 0, 0, 712, 0.1, -7, 0],
  [0, 0, 2, 0, 1, -386, -0.4, 200, 0],
  [1, 0, 2, 0, 2, -301, 0, 129, -0.1],
  [1, 0, 0, -2, 0, -158, 0, -1, 0],
  [-1, 0, 2, 0, 2, 123, 0, -53, 0],
  [0, 0, 0, 2, 0, 63, 0, -2, 0],
  [1, 0, 0, 0, 1, 63, 0.1, -33, 0],
  [-1, 0, 0, 0, 1, -58, -0.1, 32, 0],
  [-1, 0, 2, 2, 2, -59, 0, 26, 0],
  [1, 0, 2, 0, 1, -51, 0, 27, 0],
  [0, 0, 2, 2, 2, -38, 0, 16, 0],
  [2, 0, 0, 0, 0, 29, 0, -1, 0],
  [1, 0, 2, -2, 2, 29, 0, -12, 0],
  [2, 0, 2, 0, 2, -31, 0, 13, 0],
  [0, 0, 2, 0, 0, 26, 0, -1, 0],
  [-1, 0, 2, 0, 1, 21, 0, -10, 0],
  [-1, 0, 0, 2, 1, 16, 0, -8, 0],
];

/** Fundamental arguments at a time in centuries since 2000, degrees. @source vallado-2013, equation 3-82 */
function argumentsDeg(T: number): number[] {
  return [
    134.96298139 + T * (477198.867398 + T * 0.0086972),
    357.52772333 + T * (35999.05034 - T * 0.0001603),
    93.27191028 + T * (483202.017538 - T * 0.0036825),
    297.85036306 + T * (445267.11148 - T * 0.0019142),
    125.04452222 + T * (-1934.136261 + T * 0.0020708),
  ];
}

/**
 * Turns positions and velocities of one object from TEME into other axes, and back.
 *
 * EME2000 by the precession of IAU 1976 and the largest terms of the nutation of IAU 1980, within 2 m in low orbit of the same theory in full; GCRF adds the
 * constant tilt between the two, and the corrections that observations have since added (under 0.1 arc seconds) are left out; ITRF by the
 * sidereal time alone, UT1 taken as UTC and without polar motion (at most 0.42 km on the ground).
 *
 * @param stateKm x, y, z in km, then velocity in km/s
 * @source vallado-2013, sections 3.7.2 and 3.7.3
 */
export function fromTeme(frame: FrameName, unixS: number, stateKm: Float64Array): Float64Array {
  if (frame === 'TEME') return stateKm;
  if (frame === 'ITRF') return toFixed(unixS, stateKm);
  const turn = temeToEme2000(unixS);
  return turned(frame === 'GCRF' ? times(BIAS, turn) : turn, stateKm);
}

/** The inverse of {@link fromTeme}. */
export function toTeme(frame: FrameName, unixS: number, stateKm: Float64Array): Float64Array {
  if (frame === 'TEME') return stateKm;
  if (frame === 'ITRF') return fromFixed(unixS, stateKm);
  const turn = temeToEme2000(unixS);
  return turned(transposed(frame === 'GCRF' ? times(BIAS, turn) : turn), stateKm);
}

/** EME2000 to GCRF: offsets of the pole and of the origin of right ascension. @source vallado-2013, section 3.7.1 */
const BIAS: Matrix = (() => {
  const [da, xi, eta] = [-0.0146 * ARCSEC_RAD, -0.016617 * ARCSEC_RAD, -0.0068192 * ARCSEC_RAD];
  const toEme = times(aboutX(-eta), times(aboutY(xi), aboutZ(da)));
  return transposed(toEme);
})();

function temeToEme2000(unixS: number): Matrix {
  const T = (unixS + TT_LESS_UTC_S - J2000_UNIX_S) / CENTURY_S;
  const { longitudeRad, obliquityRad, meanObliquityRad } = nutation(T);
  const seconds = (a: number, b: number, c: number) => T * (a + T * (b + T * c)) * ARCSEC_RAD;
  const zeta = seconds(2306.2181, 0.30188, 0.017998);
  const theta = seconds(2004.3109, -0.42665, -0.041833);
  const z = seconds(2306.2181, 1.09468, 0.018203);
  const precession = times(aboutZ(zeta), times(aboutY(-theta), aboutZ(z))); // of date to 2000
  const nutated = times(
    aboutX(-meanObliquityRad),
    times(aboutZ(longitudeRad), aboutX(meanObliquityRad + obliquityRad)),
  );
  const equinoxes = aboutZ(-longitudeRad * Math.cos(meanObliquityRad));
  return times(precession, times(nutated, equinoxes));
}

function nutation(T: number) {
  const args = argumentsDeg(T);
  let longitude = 0;
  let obliquity = 0;
  for (const [l, m, f, d, node, sine, sineRate, cosine, cosineRate] of NUTATION) {
    const angle = (l * args[0] + m * args[1] + f * args[2] + d * args[3] + node * args[4]) * DEG_RAD;
    longitude += (sine + sineRate * T) * Math.sin(angle);
    obliquity += (cosine + cosineRate * T) * Math.cos(angle);
  }
  const meanObliquityRad = (84381.448 - T * (46.815 + T * (0.00059 - T * 0.001813))) * ARCSEC_RAD;
  return {
    longitudeRad: longitude * 1e-4 * ARCSEC_RAD,
    obliquityRad: obliquity * 1e-4 * ARCSEC_RAD,
    meanObliquityRad,
  };
}

function toFixed(unixS: number, state: Float64Array): Float64Array {
  const out = new Float64Array(6);
  turnAxesZ(gmstRad(unixS), state, out, 2);
  out[3] = out[3] + EARTH_ROTATION_RAD_S * out[1];
  out[4] = out[4] - EARTH_ROTATION_RAD_S * out[0];
  return out;
}

function fromFixed(unixS: number, state: Float64Array): Float64Array {
  const out = Float64Array.from(state);
  out[3] = out[3] - EARTH_ROTATION_RAD_S * state[1];
  out[4] = out[4] + EARTH_ROTATION_RAD_S * state[0];
  turnAxesZ(-gmstRad(unixS), out, out, 2);
  return out;
}

function turned(m: Matrix, v: Float64Array): Float64Array {
  const out = new Float64Array(6);
  for (const o of [0, 3])
    for (let row = 0; row < 3; row++)
      out[o + row] = m[3 * row] * v[o] + m[3 * row + 1] * v[o + 1] + m[3 * row + 2] * v[o + 2];
  return out;
}

function times(a: Matrix, b: Matrix): Matrix {
  return Array.from({ length: 9 }, (_, i) => {
    const [row, column] = [3 * Math.floor(i / 3), i % 3];
    return a[row] * b[column] + a[row + 1] * b[column + 3] + a[row + 2] * b[column + 6];
  });
}

function transposed(m: Matrix): Matrix {
  return [0, 3, 6, 1, 4, 7, 2, 5, 8].map((i) => m[i]);
}

/** Axes turned by an angle, so that vectors turn the other way. */
function aboutX(rad: number): Matrix {
  const [c, s] = [Math.cos(rad), Math.sin(rad)];
  return [1, 0, 0, 0, c, s, 0, -s, c];
}

function aboutY(rad: number): Matrix {
  const [c, s] = [Math.cos(rad), Math.sin(rad)];
  return [c, 0, -s, 0, 1, 0, s, 0, c];
}

function aboutZ(rad: number): Matrix {
  const [c, s] = [Math.cos(rad), Math.sin(rad)];
  return [c, s, 0, -s, c, 0, 0, 0, 1];
}
