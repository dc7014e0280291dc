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

export const shotResults = ['killed', 'missed', 'failed', 'not-tracked', 'already-dead', 'falls-inside'] as const;

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

/** Where the time goes for the missiles of one group of the raid. */
export interface GroupTimes {
  /** Name of the group. */
  id: string;
  times: Record<EffectTime, TimeSpread>;
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

/** Where the payloads of missiles come down that were hit in boost. Shares are of all such payloads, over all raids. */
export interface FallSummary {
  /** Missiles hit in boost, per raid. */
  perRaid: number;
  seaFraction: number;
  landFraction: number;
  /** On the defended area, although the missile was hit in time by the mean fall of its class: these count as through. */
  defendedFraction: number;
  /** On the countries that the scenario names as allies; absent where it names none. */
  alliesFraction?: number;
  /** Only where the scenario names no defended area: on land of other countries than those of the launches. They count as stopped. */
  otherLandFraction?: number;
  /** On land by country, the largest share first. */
  countries: { id: string; name: string; fraction: number }[];
  /** On a grid of one degree, by the middle of each cell. */
  cells: { latDeg: number; lonDeg: number; count: number }[];
}

/** What became of the warheads and decoys of a raid whose missiles carry more than one warhead each. */
export interface WarheadEffect {
  warheadsPerRaid: number;
  decoysPerRaid: number;
  /** Mean number of warheads that get through, with its interval. */
  expectedWarheads: Bounds & { mean: number };
  /** By number of warheads that get through: share of trials. */
  warheadShares: number[];
  /** Warheads over all trials. */
  warheadsByReason: Record<LeakReason, number>;
  layers: WarheadLayer[];
}

/** What one layer did to them, per raid. A hit on a missile that still carries them stops all. */
export interface WarheadLayer {
  id: string;
  warheadsStoppedPerRaid: number;
  decoysStoppedPerRaid: number;
  /** Interceptors spent on decoys that had parted from their missile. */
  shotsAtDecoysPerRaid: number;
}

/** Looks left out for want of a place at the sensor. */
export interface RefusedLooks {
  looksPerRaid: number;
  /** Share of the missiles at which at least one was left out. */
  missilesFraction: number;
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
  /** The same by group of the raid, over the raids that are kept one by one; only where missiles of several classes fly. */
  timesByGroup?: GroupTimes[];
  /** Looks that sensors did not make, as their places were taken by other targets. */
  refused: RefusedLooks;
  /** Null where nothing was hit in boost. */
  falls: FallSummary | null;
  /** Only where a missile carries several warheads, or decoys. What stands above counts missiles: one gets through with any of its warheads. */
  warheads?: WarheadEffect;
}
