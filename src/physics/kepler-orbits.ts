import {
  DEG_RAD,
  EARTH_EQUATORIAL_RADIUS_KM,
  EARTH_J2_RATIO,
  EARTH_MU_KM3_S2,
  EARTH_ROTATION_RAD_S,
  TAU_RAD,
} from './constants.ts';
import { eccentricAnomalyRad } from './kepler.ts';
import { gmstRad } from './time.ts';

/** One satellite on an elliptic orbit, at the scenario's epoch. */
export interface KeplerSatellite {
  semiMajorAxisKm: number;
  ecc: number;
  inclinationDeg: number;
  raanDeg: number;
  argPerigeeDeg: number;
  meanAnomalyDeg: number;
}

/** A few satellites on elliptic orbits, ready to move; every array is [satellite]. */
export interface KeplerOrbits {
  kind: 'kepler';
  count: number;
  semiMajorAxisKm: Float64Array;
  ecc: Float64Array;
  inclinationRad: Float64Array;
  raanRad: Float64Array;
  argPerigeeRad: Float64Array;
  meanAnomalyRad: Float64Array;
  /** rates with the secular drift by J2 */
  raanRateRadS: Float64Array;
  argPerigeeRateRadS: Float64Array;
  meanMotionRadS: Float64Array;
}

/** Height of the perigee above the equatorial radius. */
export function perigeeAltitudeKm({ semiMajorAxisKm, ecc }: Pick<KeplerSatellite, 'semiMajorAxisKm' | 'ecc'>): number {
  return semiMajorAxisKm * (1 - ecc) - EARTH_EQUATORIAL_RADIUS_KM;
}

/**
 * Prepares satellites of any eccentricity under 1, with J2's secular drift of node, perigee and mean anomaly.
 *
 * Third bodies, resonance and station keeping are left out.
 *
 * @throws RangeError where the perigee is inside the Earth or the orbit is no ellipse
 * @source vallado-2013, equations 9-38 to 9-41
 */
export function compileKepler(satellites: readonly KeplerSatellite[]): KeplerOrbits {
  const orbits = emptyOrbits(satellites.length);
  satellites.forEach((satellite, k) => {
    const { semiMajorAxisKm: a, ecc } = satellite;
    if (!(ecc >= 0 && ecc < 1)) throw new RangeError(`ecc must be in [0, 1): ${ecc}`);
    if (!(perigeeAltitudeKm(satellite) > 0 && a < 1e7)) {
      throw new RangeError(`semiMajorAxisKm must put the perigee above the Earth: ${a} with ecc ${ecc}`);
    }
    const c = Math.cos(satellite.inclinationDeg * DEG_RAD);
    const n = Math.sqrt(EARTH_MU_KM3_S2 / a ** 3);
    const eta2 = 1 - ecc * ecc;
    const drift = 0.75 * EARTH_J2_RATIO * (EARTH_EQUATORIAL_RADIUS_KM / (a * eta2)) ** 2 * n;
    orbits.semiMajorAxisKm[k] = a;
    orbits.ecc[k] = ecc;
    orbits.inclinationRad[k] = satellite.inclinationDeg * DEG_RAD;
    orbits.raanRad[k] = satellite.raanDeg * DEG_RAD;
    orbits.argPerigeeRad[k] = satellite.argPerigeeDeg * DEG_RAD;
    orbits.meanAnomalyRad[k] = satellite.meanAnomalyDeg * DEG_RAD;
    orbits.raanRateRadS[k] = -2 * drift * c;
    orbits.argPerigeeRateRadS[k] = drift * (5 * c * c - 1);
    orbits.meanMotionRadS[k] = n + drift * Math.sqrt(eta2) * (3 * c * c - 1);
  });
  return orbits;
}

/**
 * Geostationary satellites that stay over their longitudes.
 *
 * Kept on station: they turn with the Earth, on the radius of the sidereal day, without drift.
 *
 * @param epochUnixS the time that the longitudes are turned to inertial axes at
 * @source wertz-1999, section 6.1
 */
export function geostationaryOrbits(longitudesDeg: readonly number[], epochUnixS: number): KeplerOrbits {
  const orbits = emptyOrbits(longitudesDeg.length);
  const atEpochRad = gmstRad(epochUnixS);
  longitudesDeg.forEach((longitudeDeg, k) => {
    if (!Number.isFinite(longitudeDeg)) throw new RangeError(`longitudesDeg must be finite: ${longitudeDeg}`);
    orbits.semiMajorAxisKm[k] = GEOSTATIONARY_RADIUS_KM;
    orbits.meanAnomalyRad[k] = (longitudeDeg * DEG_RAD + atEpochRad) % TAU_RAD;
    orbits.meanMotionRadS[k] = SIDEREAL_RATE_RAD_S;
  });
  return orbits;
}

/** Rate of GMST: turning with the mean equinox, not the stars. @source vallado-2013, equation 3-40 */
const SIDEREAL_RATE_RAD_S = (1.002737909350795 * TAU_RAD) / 86400;

/** Radius on which a circular orbit turns with the Earth. */
export const GEOSTATIONARY_RADIUS_KM = Math.cbrt(EARTH_MU_KM3_S2 / EARTH_ROTATION_RAD_S ** 2);

/**
 * A Molniya orbit: 12-hour period, 63.43° inclination so that the perigee stays, apogee over the north.
 *
 * @param meanAnomalyDeg 180 puts the satellite at apogee at the epoch
 * @source wertz-1999, section 6.5
 */
export function molniyaSatellite(raanDeg: number, meanAnomalyDeg: number, ecc = 0.72): KeplerSatellite {
  const semiMajorAxisKm = Math.cbrt(EARTH_MU_KM3_S2 / (2 * EARTH_ROTATION_RAD_S) ** 2);
  return { semiMajorAxisKm, ecc, inclinationDeg: 63.4349, raanDeg, argPerigeeDeg: 270, meanAnomalyDeg };
}

/** Inertial (TEME) positions `tS` seconds after the epoch. @param outKm receives [satellite][xyz] from `offset` */
export function keplerPositionsEciKm(orbits: KeplerOrbits, tS: number, outKm: Float64Array, offset = 0): void {
  moveKepler(orbits, tS, outKm, null, offset);
}

/** Inertial positions and velocities; the velocity is the derivative of the position, drifts included. */
export function keplerStatesEci(
  orbits: KeplerOrbits,
  tS: number,
  outKm: Float64Array,
  outKmS: Float64Array,
  offset = 0,
): void {
  moveKepler(orbits, tS, outKm, outKmS, offset);
}

function moveKepler(
  orbits: KeplerOrbits,
  tS: number,
  outKm: Float64Array,
  outKmS: Float64Array | null,
  offset: number,
): void {
  const { count, semiMajorAxisKm, ecc, inclinationRad, meanMotionRadS } = orbits;
  for (let k = 0; k < count; k++) {
    const o = offset + 3 * k;
    const e = ecc[k];
    const a = semiMajorAxisKm[k];
    const E = eccentricAnomalyRad(orbits.meanAnomalyRad[k] + meanMotionRadS[k] * tS, e);
    const node = orbits.raanRad[k] + orbits.raanRateRadS[k] * tS;
    const perigee = orbits.argPerigeeRad[k] + orbits.argPerigeeRateRadS[k] * tS;
    const cn = Math.cos(node);
    const sn = Math.sin(node);
    const cw = Math.cos(perigee);
    const sw = Math.sin(perigee);
    const ci = Math.cos(inclinationRad[k]);
    const si = Math.sin(inclinationRad[k]);
    const px = cw * cn - sw * sn * ci;
    const py = cw * sn + sw * cn * ci;
    const pz = sw * si;
    const qx = -sw * cn - cw * sn * ci;
    const qy = -sw * sn + cw * cn * ci;
    const qz = cw * si;
    const root = Math.sqrt(1 - e * e);
    const along = a * (Math.cos(E) - e);
    const across = a * root * Math.sin(E);
    outKm[o] = along * px + across * qx;
    outKm[o + 1] = along * py + across * qy;
    outKm[o + 2] = along * pz + across * qz;
    if (!outKmS) continue;
    const rate = (meanMotionRadS[k] * a) / (1 - e * Math.cos(E));
    const turn = orbits.argPerigeeRateRadS[k];
    const drift = orbits.raanRateRadS[k];
    const vAlong = -rate * Math.sin(E) - turn * across;
    const vAcross = rate * root * Math.cos(E) + turn * along;
    outKmS[o] = vAlong * px + vAcross * qx - drift * outKm[o + 1];
    outKmS[o + 1] = vAlong * py + vAcross * qy + drift * outKm[o];
    outKmS[o + 2] = vAlong * pz + vAcross * qz;
  }
}

function emptyOrbits(count: number): KeplerOrbits {
  const zeros = () => new Float64Array(count);
  return {
    kind: 'kepler',
    count,
    semiMajorAxisKm: zeros(),
    ecc: zeros(),
    inclinationRad: zeros(),
    raanRad: zeros(),
    argPerigeeRad: zeros(),
    meanAnomalyRad: zeros(),
    raanRateRadS: zeros(),
    argPerigeeRateRadS: zeros(),
    meanMotionRadS: zeros(),
  };
}
