/**
 * Root of `f` between `low` and `high` by Brent's method: bisection's safety, near-quadratic speed on smooth functions.
 *
 * @param f a function that is continuous on the bracket
 * @param tolerance width of the final bracket, in units of the argument
 * @returns the root; NaN where the ends do not bracket a sign change
 * @source brent-1973, chapter 4
 */
export function brentRoot(
  f: (x: number) => number,
  low: number,
  high: number,
  tolerance = 1e-12,
  maxIterations = 100,
): number {
  let a = low;
  let b = high;
  let fa = f(a);
  let fb = f(b);
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (!(fa * fb < 0)) return Number.NaN;
  let c = a; // the bracket is [b, c]; b is the best point, a the one before
  let fc = fa;
  let step = b - a;
  let lastStep = step;
  for (let k = 0; k < maxIterations; k++) {
    if (fb * fc > 0) {
      c = a;
      fc = fa;
      step = b - a;
      lastStep = step;
    }
    if (Math.abs(fc) < Math.abs(fb)) {
      a = b;
      b = c;
      c = a;
      fa = fb;
      fb = fc;
      fc = fa;
    }
    const close = 2 * Number.EPSILON * Math.abs(b) + tolerance / 2;
    const half = (c - b) / 2;
    if (Math.abs(half) <= close || fb === 0) return b;
    const next = interpolate(a, fa, b, fb, c, fc);
    const useful = Math.abs(lastStep) >= close && Math.abs(fa) > Math.abs(fb);
    const safe = 2 * Math.abs(next) < Math.min(3 * Math.abs(half) - close, Math.abs(lastStep));
    lastStep = useful && safe ? step : half;
    step = useful && safe ? next : half;
    a = b;
    fa = fb;
    b += Math.abs(step) > close ? step : Math.sign(half) * close;
    fb = f(b);
  }
  return b;
}

/** Secant (two points) or inverse quadratic (three) step from b, kept only when it heads into the bracket. */
function interpolate(a: number, fa: number, b: number, fb: number, c: number, fc: number): number {
  const half = (c - b) / 2;
  const s = fb / fa;
  let p = 2 * half * s;
  let q = 1 - s;
  if (a !== c) {
    const r = fb / fc;
    const t = fa / fc;
    p = s * (2 * half * t * (t - r) - (b - a) * (r - 1));
    q = (t - 1) * (r - 1) * (s - 1);
  }
  const step = p > 0 ? p / -q : -p / q;
  return step * half > 0 ? step : Infinity;
}

/**
 * Where a yes/no property changes between `low` (false) and `high` (true), by bisection.
 *
 * @returns the smallest argument found true, within `tolerance`; NaN where `high` is false; `low` where it is already true
 */
export function bisectThreshold(isTrue: (x: number) => boolean, low: number, high: number, tolerance: number): number {
  if (isTrue(low)) return low;
  if (!isTrue(high)) return Number.NaN;
  let no = low;
  let yes = high;
  while (yes - no > tolerance) {
    const middle = (no + yes) / 2;
    if (middle <= no || middle >= yes) break;
    if (isTrue(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}
