import type { Architecture } from '../flow/architecture.ts';
import type { TrialOutcome } from '../flow/outcomes.ts';
import type { VariantEffect } from '../flow/withdrawal.ts';
import { isInOrbit } from '../kinds/place.ts';
import { pairedDifference } from '../num/paired.ts';
import { type Memory, newMemory, runTrial } from '../run/drive.ts';
import { type Prepared, prepare } from '../run/prepare.ts';
import { thinnedOut } from './variant.ts';

/** Numbers of one trial, in this order. */
export const trialMetrics = [
  'noLeaker',
  'leakers',
  'detectedS',
  'warningS',
  'deliveryS',
  'engaged',
  'reachable',
  'firstLayer',
] as const;
export type TrialMetric = (typeof trialMetrics)[number];

/** A base case and its variants, ready to run the same trials. */
export interface VariantSet {
  base: Prepared;
  /** Of all trials of the set: variants have the same elements. */
  memory: Memory;
  /** By threat: seconds from launch to impact. */
  flightS: number[];
  /** By layer: whether it is of the outermost kind: those in space, else the first one. */
  isOuter: boolean[];
}

/** @throws InputError as `prepare` */
export function prepareVariants(base: Architecture): VariantSet {
  const prepared = prepare(base);
  const inSpace = base.interceptors.map(isInOrbit);
  const isOuter = inSpace.includes(true) ? inSpace : inSpace.map((_, i) => i === 0);
  return {
    base: prepared,
    memory: newMemory(),
    flightS: prepared.flights.map(({ trajectory }) => trajectory.impactS),
    isOuter,
  };
}

/** Ready to run trials of all variants of an architecture; `variants` as `planWithdrawals` gives them. */
export function variantTrials(
  architecture: Architecture,
  variants: readonly (readonly [element: string, share: number][])[],
): (trial: number) => Float64Array[] {
  const set = prepareVariants(thinnedOut(architecture, new Map()));
  const all = variants.map((remaining) => thinnedOut(architecture, new Map(remaining)));
  return (trial) => all.map((variant) => variantTrial(set, variant, trial));
}

/**
 * One trial of a variant that differs from the base case in availabilities alone: orbits, flights and networks are shared.
 *
 * @returns by {@link trialMetrics}; NaN where there was nothing to time
 */
export function variantTrial(set: VariantSet, variant: Architecture, trial: number): Float64Array {
  const { base, memory } = set;
  const layers = base.layers.map((layer) => ({ ...layer, plan: variant.interceptors[layer.index] }));
  return metricsOf(runTrial({ ...base, architecture: variant, layers }, trial, memory), set);
}

function metricsOf(
  { leakReasonIndex, stoppedByLayer, detectedS, decidedS, releasedS, shots, inReachCount }: TrialOutcome,
  { flightS, isOuter }: VariantSet,
): Float64Array {
  const count = leakReasonIndex.length;
  let leakers = 0;
  let first = 0;
  for (let i = 0; i < count; i++) {
    if (leakReasonIndex[i] >= 0) leakers++;
    if (isOuter[stoppedByLayer[i]]) first++;
  }
  const engaged = new Set(shots.map(({ threatIndex }) => threatIndex)).size;
  const warning = detectedS.map((atS, i) => flightS[i] - atS);
  const delivery = releasedS.map((atS, i) => atS - decidedS[i]);
  const isReached = inReachCount.some((units) => units > 0) ? 1 : 0;
  return Float64Array.of(
    leakers === 0 ? 1 : 0,
    leakers,
    meanOf(detectedS),
    meanOf(warning),
    meanOf(delivery),
    engaged / Math.max(1, count),
    isReached,
    first / Math.max(1, count),
  );
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  let n = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    sum += value;
    n++;
  }
  return sum / n;
}

/** Effect of a variant from the metrics of its trials and of the same trials of the base case. */
export function effectOf(base: readonly Float64Array[], variant: readonly Float64Array[]): VariantEffect {
  const paired = (metric: TrialMetric) => {
    const column = trialMetrics.indexOf(metric);
    const take = (rows: readonly Float64Array[]) => Float64Array.from(rows, (row) => row[column]);
    return pairedDifference(take(base), take(variant));
  };
  return {
    trials: variant.length,
    noLeakerProbability: paired('noLeaker'),
    leakersCount: paired('leakers'),
    detectedS: paired('detectedS'),
    warningS: paired('warningS'),
    deliveryS: paired('deliveryS'),
    engagedFraction: paired('engaged'),
    reachableFraction: paired('reachable'),
    firstLayerFraction: paired('firstLayer'),
  };
}
