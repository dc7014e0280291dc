import { quantileSorted } from './statistics.ts';

/** 10th, 50th and 90th percentile of a sample. */
export function band(values: ArrayLike<number>): { p10: number; p50: number; p90: number } {
  const sorted = Float64Array.from(values).sort();
  return {
    p10: quantileSorted(sorted, 0.1),
    p50: quantileSorted(sorted, 0.5),
    p90: quantileSorted(sorted, 0.9),
  };
}
