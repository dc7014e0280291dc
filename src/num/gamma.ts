import { bisectThreshold } from './roots.ts';
import { logGamma } from './special.ts';

const MOST_TERMS = 1000;

/**
 * Distribution of a Gamma variable of a shape and rate 1: the regularised lower incomplete gamma function, by its series.
 *
 * @param shape above 0; the series is meant for shapes up to a few hundred
 * @source nist-dlmf, 8.7.1
 */
export function gammaCdf(x: number, shape: number): number {
  if (!(shape > 0)) throw new RangeError(`shape must be above 0: ${shape}`);
  if (x <= 0) return 0;
  let term = 1 / shape;
  let total = term;
  for (let n = 1; n < MOST_TERMS; n++) {
    term *= x / (shape + n);
    total += term;
    if (term < total * 1e-16) break;
  }
  return Math.min(1, total * Math.exp(shape * Math.log(x) - x - logGamma(shape)));
}

/** Quantile of a Gamma variable of a shape and rate 1, to 1e-9 of its scale. */
export function gammaQuantile(p: number, shape: number): number {
  if (!(p >= 0 && p < 1)) throw new RangeError(`p must be from 0 to below 1: ${p}`);
  const most = shape + 10 * Math.sqrt(shape) + 40;
  return bisectThreshold((x) => gammaCdf(x, shape) >= p, 0, most, 1e-9 * most);
}
