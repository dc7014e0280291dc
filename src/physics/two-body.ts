import { EARTH_MU_KM3_S2 } from './constants.ts';

/**
 * Moves a state along its two-body orbit, of any shape and in either direction of time, by universal variables.
 *
 * Newton's iteration kept inside a bracket, since Kepler's universal equation grows with χ. J2 and drag are left out. A fall
 * straight through the centre has no answer.
 *
 * @param state x, y, z km and vx, vy, vz km/s at `offset`
 * @param tS time to move by
 * @param out receives the new state at `outOffset`; may be `state`; NaN where no answer was found
 * @returns whether an answer was found
 * @source vallado-2013, algorithm 8
 */
export function propagateTwoBody(
  state: Float64Array,
  tS: number,
  out: Float64Array,
  offset = 0,
  outOffset = 0,
  muKm3S2 = EARTH_MU_KM3_S2,
): boolean {
  const x = state[offset];
  const y = state[offset + 1];
  const z = state[offset + 2];
  const vx = state[offset + 3];
  const vy = state[offset + 4];
  const vz = state[offset + 5];
  const r0 = Math.sqrt(x * x + y * y + z * z);
  const alpha = 2 / r0 - (vx * vx + vy * vy + vz * vz) / muKm3S2; // 1 / semi-major axis
  const rootMu = Math.sqrt(muKm3S2);
  const rv = (x * vx + y * vy + z * vz) / rootMu;
  const whole = alpha > 0 ? (2 * Math.PI) / (rootMu * alpha ** 1.5) : Infinity; // period
  const t = Number.isFinite(whole) ? tS - whole * Math.round(tS / whole) : tS;
  const chi = universalAnomaly(r0, rv, alpha, rootMu * t);
  const chi2 = chi * chi;
  const psi = alpha * chi2;
  const c2 = stumpffC(psi);
  const c3 = stumpffS(psi);
  const r = chi2 * c2 + rv * chi * (1 - psi * c3) + r0 * (1 - psi * c2);
  const f = 1 - (chi2 / r0) * c2;
  const g = t - (chi2 * chi * c3) / rootMu;
  const fDot = (rootMu / (r * r0)) * chi * (psi * c3 - 1);
  const gDot = 1 - (chi2 / r) * c2;
  out[outOffset] = f * x + g * vx;
  out[outOffset + 1] = f * y + g * vy;
  out[outOffset + 2] = f * z + g * vz;
  out[outOffset + 3] = fDot * x + gDot * vx;
  out[outOffset + 4] = fDot * y + gDot * vy;
  out[outOffset + 5] = fDot * z + gDot * vz;
  return Number.isFinite(out[outOffset] + out[outOffset + 3]);
}

/** Root χ of the universal Kepler equation for √μ t; NaN where none is found. */
function universalAnomaly(r0: number, rv: number, alpha: number, rootMuT: number): number {
  if (Math.abs(rootMuT) < 1e-12 * r0 * Math.sqrt(r0)) return rootMuT / r0; // no time to bend
  const sign = Math.sign(rootMuT);
  let low = 0; // on the side of `sign`
  let high = Infinity;
  let lastSize = Infinity;
  let chi = alpha > 0 ? rootMuT * alpha : sign * Math.min(Math.abs(rootMuT) / r0, Math.sqrt(r0));
  for (let k = 0; k < 100; k++) {
    const chi2 = chi * chi;
    const psi = alpha * chi2;
    const c2 = stumpffC(psi);
    const c3 = stumpffS(psi);
    const reached = chi2 * chi * c3 + rv * chi2 * c2 + r0 * chi * (1 - psi * c3);
    const r = chi2 * c2 + rv * chi * (1 - psi * c3) + r0 * (1 - psi * c2);
    const miss = reached - rootMuT;
    if (sign * miss < 0) low = Math.abs(chi);
    else high = Math.abs(chi);
    let next = chi - miss / r;
    const size = Math.abs(next - chi);
    const settled = size >= lastSize && size <= 1e-9 * Math.abs(next); // rounding, on fast hyperbolas above 1e-13
    if (settled || size <= 1e-13 * Math.abs(next)) return next;
    const ahead = sign * next;
    const slow = size > lastSize / 2 && high < Infinity; // far up a hyperbola Newton creeps: halve the bracket instead
    if (slow || !(ahead > low && ahead < high)) next = sign * (high < Infinity ? (low + high) / 2 : low * 2 + 1e-3);
    lastSize = Math.abs(next - chi);
    chi = next;
  }
  return Number.NaN;
}

/** Stumpff's c2: (1 - cos √ψ) / ψ, continued to ψ ≤ 0. */
function stumpffC(psi: number): number {
  if (psi > 1e-3) {
    const s = Math.sin(Math.sqrt(psi) / 2);
    return (2 * s * s) / psi;
  }
  if (psi < -1e-3) return (Math.cosh(Math.sqrt(-psi)) - 1) / -psi;
  return 1 / 2 - psi * (1 / 24 - psi * (1 / 720 - psi / 40320));
}

/** Stumpff's c3: (√ψ - sin √ψ) / ψ^(3/2), continued to ψ ≤ 0. */
function stumpffS(psi: number): number {
  if (psi > 1e-3) {
    const root = Math.sqrt(psi);
    return (root - Math.sin(root)) / (psi * root);
  }
  if (psi < -1e-3) {
    const root = Math.sqrt(-psi);
    return (Math.sinh(root) - root) / (-psi * root);
  }
  return 1 / 6 - psi * (1 / 120 - psi * (1 / 5040 - psi / 362880));
}
