/** Square root of 2 pi. */
const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

// Coefficients of AS 241, from the constant term up, to double precision.
const CENTRE_ABOVE = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
  33430.57558358813, 2509.0809287301227,
];
const CENTRE_BELOW = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943,
  5226.495278852546,
];
const MIDDLE_ABOVE = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
  0.022723844989269184, 0.0007745450142783414,
];
const MIDDLE_BELOW = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
];
const FAR_ABOVE = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
];
const FAR_BELOW = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 0.000018463183175100548,
  1.421511758316446e-7, 2.0442631033899397e-15,
];

// Coefficients of Lanczos' series for g = 7.
const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

/**
 * The value below which a standard normal variable falls with probability p.
 *
 * Rational approximations by interval, relative error about 1e-16.
 *
 * @param p probability; 0 gives -Infinity, 1 gives Infinity, anything outside NaN
 * @source wichura-1988, algorithm AS 241, PPND16
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(CENTRE_ABOVE, r)) / polynomial(CENTRE_BELOW, r);
  }
  const tail = q < 0 ? p : 1 - p;
  if (tail === 0) return q < 0 ? -Infinity : Infinity;
  const r = Math.sqrt(-Math.log(tail)); // NaN outside [0, 1]
  const value =
    r <= 5
      ? polynomial(MIDDLE_ABOVE, r - 1.6) / polynomial(MIDDLE_BELOW, r - 1.6)
      : polynomial(FAR_ABOVE, r - 5) / polynomial(FAR_BELOW, r - 5);
  return q < 0 ? -value : value;
}

/**
 * Probability that a standard normal variable falls below x.
 *
 * The power series near the middle, the continued fraction in the tails; relative error about 1e-14 in both tails.
 *
 * @source abramowitz-stegun-1964, 26.2.11 and 26.2.14
 */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) return Number.NaN;
  if (x < -40) return 0;
  if (x > 40) return 1;
  const density = Math.exp(-0.5 * x * x) / ROOT_TWO_PI;
  if (Math.abs(x) < 3) {
    let term = x;
    let sum = x;
    for (let k = 3; Math.abs(term) > 1e-18 * Math.abs(sum); k += 2) {
      term *= (x * x) / k;
      sum += term;
    }
    return 0.5 + density * sum;
  }
  const a = Math.abs(x);
  let fraction = a;
  for (let k = 150; k >= 1; k--) fraction = a + k / fraction;
  return x < 0 ? density / fraction : 1 - density / fraction;
}

/**
 * Natural logarithm of the gamma function, for x > 0.
 *
 * Lanczos' approximation with g = 7 and nine terms, relative error about 1e-15; NaN for x <= 0.
 *
 * @source press-2007, section 6.1
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const z = x - 1;
  let sum = 0.9999999999998099;
  for (let i = 0; i < LANCZOS.length; i++) sum += LANCZOS[i] / (z + i + 1);
  const t = z + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

/**
 * Probability that a Poisson variable is at least `count`.
 *
 * Sums the smaller side, so a small tail keeps its digits.
 *
 * @param mean expected number, 0 or more (NaN otherwise)
 * @param count whole number; 0 or less gives 1
 */
export function poissonAtLeast(mean: number, count: number): number {
  if (!(mean >= 0) || Number.isNaN(count)) return Number.NaN;
  const k = Math.ceil(count);
  if (k <= 0) return 1;
  if (mean === 0) return 0;
  if (mean === Infinity) return 1;
  if (k > mean) {
    let term = Math.exp(k * Math.log(mean) - mean - logGamma(k + 1));
    let sum = 0;
    for (let j = k; term > sum * 1e-17; j++) {
      sum += term;
      term *= mean / (j + 1);
    }
    return sum;
  }
  let term = Math.exp((k - 1) * Math.log(mean) - mean - logGamma(k));
  let below = 0;
  for (let j = k - 1; j >= 0 && term > below * 1e-17; j--) {
    below += term;
    term *= j / mean;
  }
  return 1 - below;
}

/** Horner's rule; coefficients from the constant term up. */
function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) sum = sum * x + coefficients[i];
  return sum;
}
