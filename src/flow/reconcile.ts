import type { Said } from './said.ts';

/** Assumptions that two totals may differ in, in the order in which a walk changes them. */
export const assumptionCodes = [
  'price-year',
  'years',
  'raid',
  'shots',
  'speed',
  'delay',
  'orbit',
  'per-missile',
  'interceptors',
  'units',
  'mass',
  'unit-cost',
  'launch-price',
  'life',
  'buying',
  'development',
  'operations',
  'counts',
  'rest',
  'scope',
] as const;
export type AssumptionCode = (typeof assumptionCodes)[number];

/** Assumptions that every study could state, of which it is told whether it does. */
export const wantedCodes = [
  'scope',
  'years',
  'price-year',
  'interceptors',
  'raid',
  'shots',
  'speed',
  'delay',
  'life',
  'unit-cost',
  'launch-price',
] as const satisfies readonly AssumptionCode[];

/** One changed assumption of a walk, and what it does to the total; money in millions of dollars. */
export interface WalkStep {
  code: AssumptionCode;
  /** Layer or element that comes or goes, where the step is one of scope. */
  subject?: string;
  /** What it is at the start of the walk, and at its end. */
  before: Said;
  after: Said;
  /** What the step adds at its place in the walk. */
  effectMusd: number;
  /** Mean over all orders of the steps (Shapley value). */
  meanMusd: number;
  /** Least and most over all orders. */
  lowMusd: number;
  highMusd: number;
  /** Total after the step, as computed. */
  totalMusd: number;
}

/** One end of a walk: what was published, what the engine makes of what is stated. */
export interface WalkEnd {
  id: string;
  name: string;
  /** Absent for a scenario: nobody published it. */
  publishedMusd?: number;
  /** Ends of the published range, where there is one. */
  lowMusd?: number;
  highMusd?: number;
  priceYear: number;
  engineMusd: number;
  /** Published less computed: the part of the total that what is stated does not explain. 0 for a scenario. */
  missMusd: number;
  /** Half of the last digit that was printed. */
  roundingMusd: number;
  /** Why the two differ by more than that; absent where they do not. */
  why?: Said;
  /** Of the assumptions that it could state: those that it does not. */
  silent: AssumptionCode[];
}

/** An assumption that only one end states, and that is therefore the same at both. */
export interface HeldAssumption {
  code: AssumptionCode;
  /** End or study that states it. */
  by: string;
  value: Said;
}

/** The way from one total to another. */
export interface Walk {
  from: WalkEnd;
  to: WalkEnd;
  /** Total of the end less that of the start, each in its own dollars. */
  differenceMusd: number;
  steps: WalkStep[];
  /** What the steps explain together, and what is left: the misses of both ends. */
  explainedMusd: number;
  residualMusd: number;
  held: HeldAssumption[];
}

/** One estimate beside the others. */
export interface EstimateLine extends Omit<WalkEnd, 'engineMusd' | 'missMusd' | 'roundingMusd' | 'why' | 'priceYear'> {
  by: string;
  date: string;
  priceYear?: number;
  /** In dollars of the last estimate's year; absent where it states no total. */
  todayMusd?: number;
  horizonYr?: number;
  /** Space interceptors of all layers. */
  interceptorCount?: number;
  /** Total of its largest layer over its interceptors, in millions for the whole period. */
  perSlotMusd?: number;
  /** Interceptors for each missile of the raid that the largest layer is sized for. */
  perMissileCount?: number;
  /** Total of the largest layer over the missiles of that raid. */
  furtherMissileMusd?: number;
  engineMusd?: number;
  missMusd?: number;
  roundingMusd?: number;
  why?: Said;
}

/** What a walk between two estimates would explain. */
export interface EstimatePair {
  from: string;
  to: string;
  differenceMusd: number;
  explainedMusd: number;
  residualMusd: number;
}

/** Every estimate, and every pair of those with a total. */
export interface EstimateMatrix {
  priceYear: number;
  estimates: EstimateLine[];
  pairs: EstimatePair[];
}
