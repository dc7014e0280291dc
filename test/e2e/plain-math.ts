/**
 * Elementary functions from sums, products, quotients and square roots alone, which every JavaScript engine rounds alike. The
 * language leaves the last bits of its own to the engine.
 */
const LN2 = Math.LN2;
const LN2_HIGH = 0.69314718036912381649; // its last 32 bits are 0, so products with small whole numbers are exact
const LN2_LOW = 1.90821492927058770002e-10;
const HALF_PI_PARTS = [1.57079632673412561417, 6.0771005063039659766e-11, 2.02226624879595063154e-21];
const bits = new DataView(new ArrayBuffer(8));

/** c0 + c1 x + ... by Horner, c(k) given. */
function series(x: number, terms: number, c: (k: number) => number): number {
  let sum = 0;
  for (let k = terms; k >= 0; k--) sum = sum * x + c(k);
  return sum;
}

const factorial = Array.from({ length: 40 }, (_, n) =>
  Array.from({ length: n }, (_, i) => i + 1).reduce((a, b) => a * b, 1),
);

function twoTo(k: number): number {
  let [value, step, n] = [1, k < 0 ? 0.5 : 2, Math.abs(k)];
  for (; n > 0; n >>= 1, step *= step) if (n & 1) value *= step;
  return value;
}

function exp(x: number): number {
  if (!(Math.abs(x) < 700)) return x > 0 ? Infinity : x < 0 ? 0 : Number.NaN;
  const k = Math.round(x / LN2);
  return series(x - k * LN2_HIGH - k * LN2_LOW, 18, (n) => 1 / factorial[n]) * twoTo(k);
}

function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN;
  if (x === Infinity) return x;
  if (x < 1e-300) return log(x * twoTo(100)) - 100 * LN2;
  bits.setFloat64(0, x);
  let k = ((bits.getUint32(0) >> 20) & 0x7ff) - 1023;
  let m = x * twoTo(-k);
  if (m > Math.SQRT2) [m, k] = [m / 2, k + 1];
  const s = (m - 1) / (m + 1);
  return k * LN2_HIGH + (2 * s * series(s * s, 24, (n) => 1 / (2 * n + 1)) + k * LN2_LOW);
}

function pow(x: number, y: number): number {
  if (Number.isInteger(y) && Math.abs(y) < 1000) {
    let [value, step, n] = [1, x, Math.abs(y)];
    for (; n > 0; n >>= 1, step *= step) if (n & 1) value *= step;
    return y < 0 ? 1 / value : value;
  }
  return x === 0 ? (y > 0 ? 0 : Infinity) : exp(y * log(x));
}

/** Sine of x, a quarter turn on for each of `ahead`. */
function wave(x: number, ahead: number): number {
  if (!Number.isFinite(x)) return Number.NaN;
  const k = Math.round(x / (Math.PI / 2));
  const r = HALF_PI_PARTS.reduce((rest, part) => rest - k * part, x);
  const quarter = (((k + ahead) % 4) + 4) % 4;
  const isCos = quarter % 2 === 1;
  const sign = quarter > 1 ? -1 : 1;
  const even = series(-r * r, 12, (n) => 1 / factorial[2 * n + (isCos ? 0 : 1)]);
  return sign * (isCos ? even : r * even);
}

function atan(x: number): number {
  if (Math.abs(x) > 1) return (x > 0 ? Math.PI : -Math.PI) / 2 - atan(1 / x);
  let y = x;
  for (let halving = 0; halving < 3; halving++) y /= 1 + Math.sqrt(1 + y * y);
  return 8 * y * series(-y * y, 12, (n) => 1 / (2 * n + 1));
}

function atan2(y: number, x: number): number {
  if (x > 0) return atan(y / x);
  const isBelow = y < 0 || Object.is(y, -0);
  if (x < 0) return atan(y / x) + (isBelow ? -Math.PI : Math.PI);
  if (y !== 0) return y > 0 ? Math.PI / 2 : y < 0 ? -Math.PI / 2 : Number.NaN;
  return Object.is(x, -0) ? (isBelow ? -Math.PI : Math.PI) : Number.isNaN(x) ? x : y;
}

const asin = (x: number) => (Math.abs(x) === 1 ? (x * Math.PI) / 2 : atan(x / Math.sqrt((1 - x) * (1 + x))));
const acos = (x: number) => (x === -1 ? Math.PI : 2 * atan(Math.sqrt((1 - x) / (1 + x))));
const expm1 = (x: number) => (Math.abs(x) < 0.5 ? x * series(x, 18, (n) => 1 / factorial[n + 1]) : exp(x) - 1);
const log1p = (x: number) => (1 + x === 1 ? x : (log(1 + x) * x) / (1 + x - 1));

const asinh = (x: number) => Math.sign(x) * log1p(Math.abs(x) + (x * x) / (1 + Math.sqrt(1 + x * x)));

export const plainMath = {
  asinh,
  exp,
  log,
  pow,
  atan,
  atan2,
  asin,
  acos,
  expm1,
  log1p,
  sin: (x: number) => wave(x, 0),
  cos: (x: number) => wave(x, 1),
  tan: (x: number) => wave(x, 0) / wave(x, 1),
  log2: (x: number) => log(x) / LN2,
  log10: (x: number) => log(x) / Math.LN10,
  cbrt: (x: number) => (x < 0 ? -1 : 1) * pow(Math.abs(x), 1 / 3),
  sinh: (x: number) => (expm1(x) - expm1(-x)) / 2,
  cosh: (x: number) => (exp(x) + exp(-x)) / 2,
  atanh: (x: number) => log1p((2 * x) / (1 - x)) / 2,
  acosh: (x: number) => log(x + Math.sqrt(x * x - 1)),
  hypot: (...values: number[]) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)),
  tanh: (x: number) => expm1(2 * x) / (expm1(2 * x) + 2),
};

/** Puts them in the place of the engine's own, in this worker or context. */
export function usePlainMath(): void {
  Object.assign(Math, plainMath);
}
