/** Scalar product of the vectors at `a[ai..ai+2]` and `b[bi..bi+2]`. */
export function dot(a: Float64Array, ai: number, b: Float64Array, bi: number): number {
  return a[ai] * b[bi] + a[ai + 1] * b[bi + 1] + a[ai + 2] * b[bi + 2];
}

/** Length of the vector at `a[ai..ai+2]`. */
export function norm(a: Float64Array, ai = 0): number {
  return Math.sqrt(a[ai] * a[ai] + a[ai + 1] * a[ai + 1] + a[ai + 2] * a[ai + 2]);
}

/** Distance between the points at `a[ai..ai+2]` and `b[bi..bi+2]`. */
export function distance(a: Float64Array, ai: number, b: Float64Array, bi: number): number {
  const x = b[bi] - a[ai];
  const y = b[bi + 1] - a[ai + 1];
  const z = b[bi + 2] - a[ai + 2];
  return Math.sqrt(x * x + y * y + z * z);
}

/** Vector product a × b; `out` may be one of the inputs. */
export function cross(a: Float64Array, ai: number, b: Float64Array, bi: number, out: Float64Array, oi = 0): void {
  const ax = a[ai];
  const ay = a[ai + 1];
  const az = a[ai + 2];
  const bx = b[bi];
  const by = b[bi + 1];
  const bz = b[bi + 2];
  out[oi] = ay * bz - az * by;
  out[oi + 1] = az * bx - ax * bz;
  out[oi + 2] = ax * by - ay * bx;
}

/** Unit vector along `a`; NaN where `a` has no length. `out` may be `a`. */
export function unit(a: Float64Array, ai: number, out: Float64Array, oi = 0): void {
  const scale = 1 / norm(a, ai);
  out[oi] = scale === Infinity ? Number.NaN : a[ai] * scale;
  out[oi + 1] = scale === Infinity ? Number.NaN : a[ai + 1] * scale;
  out[oi + 2] = scale === Infinity ? Number.NaN : a[ai + 2] * scale;
}

/** Angle between two vectors, 0 to π, exact for nearly parallel ones (Kahan's form). */
export function angleBetweenRad(a: Float64Array, ai: number, b: Float64Array, bi: number): number {
  const an = norm(a, ai);
  const bn = norm(b, bi);
  let less = 0;
  let more = 0;
  for (let k = 0; k < 3; k++) {
    const p = a[ai + k] / an;
    const q = b[bi + k] / bn;
    less += (p - q) * (p - q);
    more += (p + q) * (p + q);
  }
  return 2 * Math.atan2(Math.sqrt(less), Math.sqrt(more));
}
