import type { LeakReason } from './outcomes.ts';

/** Moments of a threat's story, each counted from its own launch, and the times spent between them. */
export const effectTimes = [
  'detected',
  'committed',
  'decided',
  'released',
  'stopped',
  'detecting',
  'tracking',
  'deciding',
  'delivering',
  'engaging',
] as const;
export type EffectTime = (typeof effectTimes)[number];

export const shotResults = ['killed', 'missed', 'failed', 'not-tracked', 'already-dead'] as const;

/** Ends of a confidence interval. */
export interface Bounds {
  low: number;
  high: number;
}

/** A share of trials with its confidence interval. */
export interface Share extends Bounds {
  probability: number;
}

/** Seconds: tenth, fiftieth and ninetieth percentile of those threats that came that far, and how many did. */
export interface TimeSpread {
  p10S: number;
  medianS: number;
  p90S: number;
  threatCount: number;
}

/** What one layer did, per raid. */
export interface LayerEffect {
  id: string;
  shotsPerRaid: number;
  killsPerRaid: number;
  /** By result: shots per raid. */
  shotResults: Record<(typeof shotResults)[number], number>;
  inReachMinCount: number;
  inReachMeanCount: number;
  /** Share of raids in which none could reach the first threat that it engages. */
  inReachNoneFraction: number;
}

/** How well the shield does against the raid. */
export interface EffectSummary {
  trials: number;
  confidence: number;
  noLeaker: Share;
  allEngaged: Share;
  /** Mean number of leakers with its interval. */
  expectedLeakers: Bounds & { mean: number };
  leakersByReason: Record<LeakReason, number>;
  /** By number of leakers: share of trials. */
  leakerShares: number[];
  layers: LayerEffect[];
  times: Record<EffectTime, TimeSpread>;
}
