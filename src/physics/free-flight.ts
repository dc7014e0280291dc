import { EARTH_EQUATORIAL_RADIUS_KM, EARTH_J2_RATIO, EARTH_MU_KM3_S2 } from './constants.ts';

const TOLERANCE_RAD = 1e-14;

/**
 * Position and velocity after a time on an elliptic two-body path, by Lagrange's f and g of the change of eccentric anomaly.
 *
 * Central attraction only.
 *
 * @param dtS seconds forward (or back), of any size under a revolution
 * @param outPositionKm receives xyz at `offset`; NaN if the path is not an ellipse
 * @param outVelocityKmS receives xyz at `offset`
 * @source battin-1999, section 4.3
 */
export function coastTwoBody(
  positionKm: Float64Array,
  velocityKmS: Float64Array,
  dtS: number,
  outPositionKm: Float64Array,
  outVelocityKmS: Float64Array,
  offset = 0,
): void {
  const [x, y, z] = [positionKm[0], positionKm[1], positionKm[2]];
  const [vx, vy, vz] = [velocityKmS[0], velocityKmS[1], velocityKmS[2]];
  const mu = EARTH_MU_KM3_S2;
  const r0 = Math.sqrt(x * x + y * y + z * z);
  const a = 1 / (2 / r0 - (vx * vx + vy * vy + vz * vz) / mu);
  const eCos = 1 - r0 / a;
  const eSin = (x * vx + y * vy + z * vz) / Math.sqrt(mu * a);
  const meanRad = dtS * Math.sqrt(mu / (a * a * a));
  const d = anomalyChange(meanRad, eCos, eSin);
  const c = Math.cos(d);
  const s = Math.sin(d);
  const r = a * (1 - eCos * c + eSin * s);
  const f = 1 - (a / r0) * (1 - c);
  const g = dtS - (d - s) * Math.sqrt((a * a * a) / mu);
  const fRate = (-Math.sqrt(mu * a) * s) / (r * r0);
  const gRate = 1 - (a / r) * (1 - c);
  outPositionKm[offset] = f * x + g * vx;
  outPositionKm[offset + 1] = f * y + g * vy;
  outPositionKm[offset + 2] = f * z + g * vz;
  outVelocityKmS[offset] = fRate * x + gRate * vx;
  outVelocityKmS[offset + 1] = fRate * y + gRate * vy;
  outVelocityKmS[offset + 2] = fRate * z + gRate * vz;
}

/** Change d of eccentric anomaly: d - e cos E0 sin d + e sin E0 (1 - cos d) = mean, by Newton with a bracket. */
function anomalyChange(meanRad: number, eCos: number, eSin: number): number {
  if (!(eCos * eCos + eSin * eSin < 1) || !Number.isFinite(meanRad)) return NaN;
  let low = meanRad - 2;
  let high = meanRad + 2;
  let d = meanRad;
  for (let k = 0; k < 60; k++) {
    const c = Math.cos(d);
    const s = Math.sin(d);
    const miss = d - eCos * s + eSin * (1 - c) - meanRad;
    if (miss > 0) high = d;
    else low = d;
    let next = d - miss / (1 - eCos * c + eSin * s);
    if (!(next > low && next < high)) next = (low + high) / 2;
    if (Math.abs(next - d) < TOLERANCE_RAD * Math.max(1, Math.abs(d))) return next;
    d = next;
  }
  return d;
}

/**
 * Position and velocity after a time under central attraction and the Earth's oblateness (J2), by Runge-Kutta of fourth order.
 *
 * Leaves out every other force; error under a metre over an intercontinental flight at the default step.
 *
 * @param dtS seconds forward or back
 * @param outPositionKm receives xyz at `offset`; may be `positionKm` at the same offset 0
 * @param maxStepS longest step of the integration
 * @param j2Ratio 0 gives the two-body path
 * @source vallado-2013, equation 8-30
 */
export function coastJ2(
  positionKm: Float64Array,
  velocityKmS: Float64Array,
  dtS: number,
  outPositionKm: Float64Array,
  outVelocityKmS: Float64Array,
  offset = 0,
  maxStepS = 5,
  j2Ratio = EARTH_J2_RATIO,
): void {
  const steps = Math.max(1, Math.ceil(Math.abs(dtS) / maxStepS));
  const h = dtS / steps;
  const now = new Float64Array(6);
  const probe = new Float64Array(6);
  const sum = new Float64Array(6);
  const rate = new Float64Array(6);
  for (let i = 0; i < 3; i++) {
    now[i] = positionKm[i];
    now[i + 3] = velocityKmS[i];
  }
  for (let k = 0; k < steps; k++) {
    for (let stage = 0; stage < 4; stage++) {
      const reach = stage === 0 ? 0 : stage === 3 ? h : h / 2;
      const weight = stage === 0 || stage === 3 ? h / 6 : h / 3;
      for (let i = 0; i < 6; i++) probe[i] = now[i] + reach * (stage === 0 ? 0 : rate[i]);
      oblateRate(probe, rate, j2Ratio);
      for (let i = 0; i < 6; i++) sum[i] = (stage === 0 ? 0 : sum[i]) + weight * rate[i];
    }
    for (let i = 0; i < 6; i++) now[i] += sum[i];
  }
  for (let i = 0; i < 3; i++) {
    outPositionKm[offset + i] = now[i];
    outVelocityKmS[offset + i] = now[i + 3];
  }
}

/** Time derivative of a state (xyz, velocity xyz) under central attraction and J2. */
function oblateRate(state: Float64Array, out: Float64Array, j2Ratio: number): void {
  const x = state[0];
  const y = state[1];
  const z = state[2];
  const r2 = x * x + y * y + z * z;
  const r3 = r2 * Math.sqrt(r2);
  const k = (1.5 * j2Ratio * EARTH_EQUATORIAL_RADIUS_KM * EARTH_EQUATORIAL_RADIUS_KM) / r2;
  const q = (5 * z * z) / r2;
  const pull = -EARTH_MU_KM3_S2 / r3;
  out[0] = state[3];
  out[1] = state[4];
  out[2] = state[5];
  out[3] = pull * x * (1 + k * (1 - q));
  out[4] = pull * y * (1 + k * (1 - q));
  out[5] = pull * z * (1 + k * (3 - q));
}
