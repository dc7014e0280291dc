import { EARTH_MU_KM3_S2, TAU_RAD } from './constants.ts';

/** Osculating elements of an elliptic orbit. */
export interface OrbitalElements {
  semiMajorAxisKm: number;
  ecc: number;
  inclinationRad: number;
  raanRad: number;
  argPerigeeRad: number;
  meanAnomalyRad: number;
}

/**
 * Eccentric anomaly of `n` elliptic orbits: Newton's iteration on Kepler's equation, started from M ± e.
 *
 * @param meanRad mean anomalies, any revolution
 * @param ecc eccentricities, 0 ≤ e < 1
 * @param outRad receives E on the revolution of M; NaN where e is out of range or the iteration stalls
 * @returns how many NaN were written
 * @source vallado-2013, algorithm 2
 */
export function eccentricAnomaly(n: number, meanRad: Float64Array, ecc: Float64Array, outRad: Float64Array): number {
  let failed = 0;
  for (let i = 0; i < n; i++) {
    outRad[i] = eccentricAnomalyRad(meanRad[i], ecc[i]);
    if (Number.isNaN(outRad[i])) failed++;
  }
  return failed;
}

/** Eccentric anomaly of one orbit; see {@link eccentricAnomaly}. */
export function eccentricAnomalyRad(meanRad: number, ecc: number): number {
  if (!(ecc >= 0 && ecc < 1)) return Number.NaN;
  const turns = TAU_RAD * Math.round(meanRad / TAU_RAD);
  const m = meanRad - turns; // in [-π, π]
  let E = m < 0 ? m - ecc : m + ecc;
  let step = Infinity;
  for (let k = 0; k < 50 && Math.abs(step) > 1e-12; k++) {
    step = (E - ecc * Math.sin(E) - m) / (1 - ecc * Math.cos(E)); // f / f'
    E -= step;
  }
  return Math.abs(step) <= 1e-12 ? E + turns : Number.NaN;
}

/** True anomaly of an eccentric one, on the same revolution. */
export function trueFromEccentricRad(eccentricRad: number, ecc: number): number {
  const beta = ecc / (1 + Math.sqrt(1 - ecc * ecc));
  return eccentricRad + 2 * Math.atan((beta * Math.sin(eccentricRad)) / (1 - beta * Math.cos(eccentricRad)));
}

/** Eccentric anomaly of a true one, on the same revolution. */
export function eccentricFromTrueRad(trueRad: number, ecc: number): number {
  const beta = ecc / (1 + Math.sqrt(1 - ecc * ecc));
  return trueRad - 2 * Math.atan((beta * Math.sin(trueRad)) / (1 + beta * Math.cos(trueRad)));
}

/** Mean anomaly of a true one, on the same revolution. */
export function meanFromTrueRad(trueRad: number, ecc: number): number {
  const E = eccentricFromTrueRad(trueRad, ecc);
  return E - ecc * Math.sin(E);
}

/** True anomaly of a mean one, on the same revolution; NaN where e is not in [0, 1). */
export function trueFromMeanRad(meanRad: number, ecc: number): number {
  return trueFromEccentricRad(eccentricAnomalyRad(meanRad, ecc), ecc);
}

/**
 * Inertial state of an elliptic orbit.
 *
 * @param out receives x, y, z km and vx, vy, vz km/s at `offset`
 * @source vallado-2013, algorithm 10
 */
export function stateFromElements(
  orbit: OrbitalElements,
  out: Float64Array,
  offset = 0,
  muKm3S2 = EARTH_MU_KM3_S2,
): void {
  const { semiMajorAxisKm: a, ecc } = orbit;
  const E = eccentricAnomalyRad(orbit.meanAnomalyRad, ecc);
  const root = Math.sqrt(1 - ecc * ecc);
  const along = a * (Math.cos(E) - ecc); // towards perigee
  const across = a * root * Math.sin(E);
  const rate = Math.sqrt(muKm3S2 / a) / (1 - ecc * Math.cos(E));
  const vAlong = -rate * Math.sin(E);
  const vAcross = rate * root * Math.cos(E);
  const cw = Math.cos(orbit.argPerigeeRad);
  const sw = Math.sin(orbit.argPerigeeRad);
  const cn = Math.cos(orbit.raanRad);
  const sn = Math.sin(orbit.raanRad);
  const ci = Math.cos(orbit.inclinationRad);
  const si = Math.sin(orbit.inclinationRad);
  const px = cw * cn - sw * sn * ci;
  const py = cw * sn + sw * cn * ci;
  const pz = sw * si;
  const qx = -sw * cn - cw * sn * ci;
  const qy = -sw * sn + cw * cn * ci;
  const qz = cw * si;
  out[offset] = along * px + across * qx;
  out[offset + 1] = along * py + across * qy;
  out[offset + 2] = along * pz + across * qz;
  out[offset + 3] = vAlong * px + vAcross * qx;
  out[offset + 4] = vAlong * py + vAcross * qy;
  out[offset + 5] = vAlong * pz + vAcross * qz;
}

/**
 * Elements of an inertial state on an ellipse; angles in [0, 2π).
 *
 * On a circle the perigee is put at the node, in the equator the node on the x axis, so that the state always comes back.
 *
 * @param state x, y, z km and vx, vy, vz km/s at `offset`
 * @returns semiMajorAxisKm is NaN or negative where the orbit is not an ellipse; the anomaly is then NaN
 * @source vallado-2013, algorithm 9
 */
export function elementsFromState(state: Float64Array, offset = 0, muKm3S2 = EARTH_MU_KM3_S2): OrbitalElements {
  const [x, y, z, vx, vy, vz] = state.subarray(offset, offset + 6);
  const r = Math.sqrt(x * x + y * y + z * z);
  const v2 = vx * vx + vy * vy + vz * vz;
  const rv = x * vx + y * vy + z * vz;
  const hx = y * vz - z * vy;
  const hy = z * vx - x * vz;
  const hz = x * vy - y * vx;
  const h = Math.sqrt(hx * hx + hy * hy + hz * hz);
  const flat = Math.sqrt(hx * hx + hy * hy);
  const semiMajorAxisKm = 1 / (2 / r - v2 / muKm3S2);
  const raanRad = flat > 1e-11 * h ? Math.atan2(hx, -hy) : 0;
  const cn = Math.cos(raanRad);
  const sn = Math.sin(raanRad);
  const argLatitude = Math.atan2((-hz * sn * x + hz * cn * y + (hx * sn - hy * cn) * z) / h, cn * x + sn * y);
  const eCosTrue = (h * h) / (muKm3S2 * r) - 1;
  const eSinTrue = (h * rv) / (muKm3S2 * r);
  const ecc = Math.sqrt(eCosTrue * eCosTrue + eSinTrue * eSinTrue);
  const trueAnomaly = ecc > 1e-11 ? Math.atan2(eSinTrue, eCosTrue) : argLatitude;
  return {
    semiMajorAxisKm,
    ecc,
    inclinationRad: Math.atan2(flat, hz),
    raanRad: positiveRad(raanRad),
    argPerigeeRad: positiveRad(argLatitude - trueAnomaly),
    meanAnomalyRad: positiveRad(ecc < 1 ? meanFromTrueRad(trueAnomaly, ecc) : Number.NaN),
  };
}

function positiveRad(angleRad: number): number {
  const turned = angleRad % TAU_RAD;
  return turned < 0 ? turned + TAU_RAD : turned;
}
