/**
 * Smallest eigenvalue of the symmetric matrix [[a, d, f], [d, b, e], [f, e, c]], by Jacobi's rotations: good to rounding of the
 * largest one, which the closed form is not where two eigenvalues are close.
 *
 * @source golub-2013, section 8.5
 */
export function leastEigenvalue(a: number, b: number, c: number, d: number, e: number, f: number): number {
  for (let sweep = 0; sweep < 12; sweep++) {
    const off = Math.abs(d) + Math.abs(e) + Math.abs(f);
    if (off <= 1e-17 * (Math.abs(a) + Math.abs(b) + Math.abs(c))) break;
    let t = rotationTan(a, b, d); // turns x and y until d is 0
    let cos = 1 / Math.sqrt(1 + t * t);
    let sin = t * cos;
    let kept = f;
    a -= t * d;
    b += t * d;
    d = 0;
    f = cos * kept - sin * e;
    e = sin * kept + cos * e;
    t = rotationTan(a, c, f); // x and z
    cos = 1 / Math.sqrt(1 + t * t);
    sin = t * cos;
    kept = d;
    a -= t * f;
    c += t * f;
    f = 0;
    d = cos * kept - sin * e;
    e = sin * kept + cos * e;
    t = rotationTan(b, c, e); // y and z
    cos = 1 / Math.sqrt(1 + t * t);
    sin = t * cos;
    kept = d;
    b -= t * e;
    c += t * e;
    e = 0;
    d = cos * kept - sin * f;
    f = sin * kept + cos * f;
  }
  return Math.min(a, b, c);
}

/** Tangent of the smaller angle that makes the matrix [[p, off], [off, q]] diagonal. */
function rotationTan(p: number, q: number, off: number): number {
  if (off === 0) return 0;
  const theta = (q - p) / (2 * off);
  return (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
}
