import { EARTH_MU_KM3_S2 } from './constants.ts';

const MAX_ITERATIONS = 40;
const TOLERANCE = 1e-13;

/**
 * Velocities at both ends of the two-body path that joins two points in a given time (Lambert's problem).
 *
 * Izzo's method: Lancaster and Blanchard's variable x, found by Householder's third-order iteration; zero revolutions,
 * elliptic, parabolic or hyperbolic, about the Earth. Leaves out everything but the central attraction.
 *
 * @param fromKm xyz of the start, any inertial frame
 * @param toKm xyz of the end, same frame
 * @param flightS time of flight, above 0
 * @param longWay true for a transfer angle above half a turn
 * @param outFromKmS receives the velocity at the start
 * @param outToKmS receives the velocity at the end
 * @returns the number of iterations; NaN, with NaN in both outputs, where there is no unique answer: the points
 *   lie on one line through the centre, or the iteration stalls
 * @throws RangeError if flightS is not above 0
 * @source izzo-2015, sections 2 and 3
 */
export function lambert(
  fromKm: ArrayLike<number>,
  toKm: ArrayLike<number>,
  flightS: number,
  longWay: boolean,
  outFromKmS: Float64Array,
  outToKmS: Float64Array,
): number {
  if (!(flightS > 0)) throw new RangeError(`flightS must exceed 0: ${flightS}`);
  const [x1, y1, z1] = [fromKm[0], fromKm[1], fromKm[2]];
  const [x2, y2, z2] = [toKm[0], toKm[1], toKm[2]];
  const r1 = Math.sqrt(x1 * x1 + y1 * y1 + z1 * z1);
  const r2 = Math.sqrt(x2 * x2 + y2 * y2 + z2 * z2);
  const c = Math.sqrt((x2 - x1) ** 2 + (y2 - y1) ** 2 + (z2 - z1) ** 2);
  const s = (r1 + r2 + c) / 2;
  const sign = longWay ? -1 : 1;
  // normal of the orbit, pointing along the angular momentum
  const hx = sign * (y1 * z2 - z1 * y2);
  const hy = sign * (z1 * x2 - x1 * z2);
  const hz = sign * (x1 * y2 - y1 * x2);
  const h = Math.sqrt(hx * hx + hy * hy + hz * hz);
  const lambda = sign * Math.sqrt(Math.max(0, 1 - c / s));
  const found =
    h > 1e-10 * r1 * r2 ? solveX(lambda, flightS * Math.sqrt((2 * EARTH_MU_KM3_S2) / (s * s * s))) : NO_ROOT;
  const x = found.x;
  normal[0] = hx / h;
  normal[1] = hy / h;
  normal[2] = hz / h;
  const y = Math.sqrt(1 - lambda * lambda * (1 - x * x));
  const gamma = Math.sqrt((EARTH_MU_KM3_S2 * s) / 2);
  const rho = (r1 - r2) / c;
  const sigma = Math.sqrt(Math.max(0, 1 - rho * rho));
  const radial1 = (gamma * (lambda * y - x - rho * (lambda * y + x))) / r1;
  const radial2 = (-gamma * (lambda * y - x + rho * (lambda * y + x))) / r2;
  const along1 = (gamma * sigma * (y + lambda * x)) / r1;
  const along2 = (gamma * sigma * (y + lambda * x)) / r2;
  writeVelocity(radial1 / r1, along1 / r1, fromKm, outFromKmS);
  writeVelocity(radial2 / r2, along2 / r2, toKm, outToKmS);
  return found.iterations;
}

const NO_ROOT = { x: NaN, iterations: NaN };

/** Of the orbit at hand, along its angular momentum; a unit vector. */
const normal = new Float64Array(3);

/** radial * r + along * (normal x r), with r not normalised. */
function writeVelocity(radial: number, along: number, r: ArrayLike<number>, out: Float64Array): void {
  const x = r[0];
  const y = r[1];
  const z = r[2];
  const hx = normal[0];
  const hy = normal[1];
  const hz = normal[2];
  out[0] = radial * x + along * (hy * z - hz * y);
  out[1] = radial * y + along * (hz * x - hx * z);
  out[2] = radial * z + along * (hx * y - hy * x);
}

function solveX(lambda: number, time: number): { x: number; iterations: number } {
  let x = firstGuess(lambda, time);
  let step = Infinity;
  for (let iterations = 1; iterations <= MAX_ITERATIONS; iterations++) {
    const t = timeOfX(x, lambda);
    const y = Math.sqrt(1 - lambda * lambda * (1 - x * x));
    const oneMinusX2 = 1 - x * x;
    if (Math.abs(oneMinusX2) < 1e-6) {
      // the derivatives' closed forms lose all digits at the parabola: take the slope by differences
      const slope = (timeOfX(x + 1e-5, lambda) - timeOfX(x - 1e-5, lambda)) / 2e-5;
      step = (t - time) / slope;
    } else {
      const l3 = (lambda / y) ** 3;
      const d1 = (3 * t * x - 2 + (2 * lambda ** 3 * x) / y) / oneMinusX2;
      const d2 = (3 * t + 5 * x * d1 + 2 * (1 - lambda * lambda) * l3) / oneMinusX2;
      const d3 = (7 * x * d2 + 8 * d1 - (6 * (1 - lambda * lambda) * l3 * lambda * lambda * x) / (y * y)) / oneMinusX2;
      const f = t - time;
      step = (f * (d1 * d1 - (f * d2) / 2)) / (d1 * (d1 * d1 - f * d2) + (d3 * f * f) / 6);
    }
    const next = x - step;
    x = next > -1 ? next : (x - 1) / 2;
    if (Math.abs(step) < TOLERANCE * Math.max(1, Math.abs(x))) return { x, iterations };
    // rounding floor: the time no longer resolves a smaller step
    if (Math.abs(t - time) < 4e-16 * time) return { x, iterations };
  }
  // short hops near the parabola wander in the last digits
  return Math.abs(step) < 1e-9 ? { x, iterations: MAX_ITERATIONS } : NO_ROOT;
}

function firstGuess(lambda: number, time: number): number {
  const timeAtZero = Math.acos(lambda) + lambda * Math.sqrt(1 - lambda * lambda);
  const timeAtOne = (2 / 3) * (1 - lambda ** 3);
  if (time >= timeAtZero) return (timeAtZero / time) ** (2 / 3) - 1;
  if (time <= timeAtOne) return (2.5 * timeAtOne * (timeAtOne - time)) / (time * (1 - lambda ** 5)) + 1;
  return (time / timeAtZero) ** (Math.LN2 / Math.log(timeAtOne / timeAtZero)) - 1;
}

/** Non-dimensional time of flight of x: Lancaster and Blanchard's form, Battin's series near the parabola. */
function timeOfX(x: number, lambda: number): number {
  const z = 1 - x * x;
  const y = Math.sqrt(1 - lambda * lambda * z);
  if (Math.abs(x - 1) < 0.05) {
    const eta = y - lambda * x;
    const q = (4 / 3) * hypergeometric((1 - lambda - x * eta) / 2);
    return (eta ** 3 * q + 4 * lambda * eta) / 2;
  }
  const psi =
    x < 1 ? Math.acos(Math.max(-1, Math.min(1, x * y + lambda * z))) : Math.asinh((y - x * lambda) * Math.sqrt(-z));
  return (psi / Math.sqrt(Math.abs(z)) - x + lambda * y) / z;
}

/** Gauss' hypergeometric function F(3, 1; 5/2; z) for |z| well under 1. */
function hypergeometric(z: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < 200 && Math.abs(term) > 1e-17; n++) {
    term *= ((3 + n) / (2.5 + n)) * z;
    sum += term;
  }
  return sum;
}
