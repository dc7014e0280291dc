import { normalQuantile } from './special.ts';
import { mean, variance } from './statistics.ts';

/** A mean in two cases that share their random numbers, and the difference with its interval. */
export interface PairedDifference {
  base: number;
  variant: number;
  /** Variant minus base, over the pairs in which both have a value. */
  difference: number;
  low: number;
  high: number;
  pairs: number;
}

/**
 * Mean difference of two samples paired by trial, with the normal interval of a mean. Pairs with a NaN are left out of the
 * difference; the means are of what each case has.
 */
export function pairedDifference(base: Float64Array, variant: Float64Array, confidence = 0.95): PairedDifference {
  if (base.length !== variant.length) throw new RangeError(`samples must be paired: ${base.length}, ${variant.length}`);
  const isNumber = (value: number) => !Number.isNaN(value);
  const differences = Float64Array.from(base, (value, i) => variant[i] - value).filter(isNumber);
  const difference = mean(differences);
  const half = normalQuantile(0.5 + confidence / 2) * Math.sqrt(variance(differences) / differences.length);
  return {
    base: mean(base.filter(isNumber)),
    variant: mean(variant.filter(isNumber)),
    difference,
    low: difference - half,
    high: difference + half,
    pairs: differences.length,
  };
}
