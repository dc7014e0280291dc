import { normalQuantile } from './special.ts';

/**
 * Upper quantile of Student's t: how many standard errors a mean of few values may be off.
 *
 * @param p from above 0.5 to below 1, such as 0.975
 * @param freedom degrees of freedom, 1 or more
 * @returns with a relative error below 2e-4
 * @throws RangeError for other values
 * @source hill-1970, algorithm 396
 */
export function studentQuantile(p: number, freedom: number): number {
  if (!(p > 0.5 && p < 1)) throw new RangeError(`p must be in (0.5, 1): ${p}`);
  if (!(freedom >= 1)) throw new RangeError(`freedom must be 1 or more: ${freedom}`);
  const tails = 2 * (1 - p);
  if (freedom === 1) return Math.tan(Math.PI * (p - 0.5));
  if (freedom === 2) return Math.sqrt(2 / (tails * (2 - tails)) - 2);
  const n = freedom;
  const a = 1 / (n - 0.5);
  const b = 48 / (a * a);
  let c = ((20700 * a) / b - 98) * a * a - 16 * a + 96.36;
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt((a * Math.PI) / 2) * n;
  let y = (d * tails) ** (2 / n);
  if (y <= 0.05 + a) {
    y = ((1 / (((n + 6) / (n * y) - 0.089 * d - 0.822) * (n + 2) * 3) + 0.5 / (n + 4)) * y - 1) * ((n + 1) / (n + 2));
    return Math.sqrt(n * (y + 1 / (d * tails) ** (2 / n)));
  }
  const x = normalQuantile(tails / 2);
  y = x * x;
  if (n < 5) c += 0.3 * (n - 4.5) * (x + 0.6);
  c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c;
  y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x;
  y = a * y * y;
  return Math.sqrt(n * Math.expm1(y));
}
