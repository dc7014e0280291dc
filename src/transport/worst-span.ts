import { isRoute } from './route.ts';
import type { RouteSample } from './route-series.ts';

/** The part of a series in which messages fare worst. */
export interface WorstSpan {
  /** First and last sample of it, seconds after the epoch. */
  fromS: number;
  untilS: number;
  /** Share of its samples without a way. */
  partedFraction: number;
  /** Mean one-way time of the others; NaN where there is none. */
  meanS: number;
  /** Its sample without a way, else the slowest. */
  worst: RouteSample;
}

/**
 * The span of a length in which most samples have no way, and of those the one in which the others take longest; the first of equals.
 *
 * @param samples in order of time, evenly spread
 * @returns null where the series is shorter than the span
 */
export function worstSpan(samples: readonly RouteSample[], spanS: number): WorstSpan | null {
  const stepS = samples.length > 1 ? samples[1].tS - samples[0].tS : Infinity;
  const count = Math.floor(spanS / stepS + 1e-9) + 1;
  if (!(count >= 1) || samples.length < count || samples.length < 2) return null;
  const timeOf = ({ route }: RouteSample) => (isRoute(route) ? route.oneWayS : Number.NaN);
  let best: WorstSpan | null = null;
  for (let first = 0; first + count <= samples.length; first++) {
    const within = samples.slice(first, first + count);
    const times = within.map(timeOf).filter(Number.isFinite);
    const partedFraction = 1 - times.length / count;
    const meanS = times.length > 0 ? times.reduce((sum, s) => sum + s, 0) / times.length : Number.NaN;
    const isWorse =
      best === null ||
      partedFraction > best.partedFraction ||
      (partedFraction === best.partedFraction && meanS > best.meanS * (1 + 1e-12));
    if (!isWorse) continue;
    const worst = within.reduce((a, b) => (slowness(b) > slowness(a) ? b : a));
    best = { fromS: within[0].tS, untilS: within[count - 1].tS, partedFraction, meanS, worst };
  }
  return best;
}

function slowness({ route }: RouteSample): number {
  return isRoute(route) ? route.oneWayS : Infinity;
}
