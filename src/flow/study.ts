import type { Said } from './said.ts';

/** A value that an input of a study may take: anything that a scenario file may hold. */
export type StudyValue = unknown;

/** What a study varies. */
export interface StudyInput {
  name: string;
  /** Name for people, with the unit. */
  label?: string;
  /** Places in the scenario that take the value, as written in the study. */
  paths: string[];
  kind: 'levels' | 'range';
  /** A range that is sampled evenly in its logarithm. */
  isLog?: true;
  /** For `levels`: how the values are shown, in their order. */
  labels?: string[];
}

/** One design point and what came of it. */
export interface PointResult {
  index: number;
  /** By input. */
  values: StudyValue[];
  state: 'complete' | 'partial' | 'failed';
  trials: number;
  /** By name of the column, such as `noLeaker`, `noLeaker.low`, `totalMusd`; NaN where there is no answer. */
  columns: Record<string, number>;
  notes: Said[];
}

/** A part of a study that failed again and again. */
export interface ShardFailure {
  shard: string;
  pointIndex: number;
  inputs: Record<string, StudyValue>;
  error: string;
}

/** Variance-based indices of one input for one output, with intervals of 95 % from runs of the sequence. */
export interface SobolRow {
  output: string;
  input: string;
  firstIndex: number;
  firstLowIndex: number;
  firstHighIndex: number;
  totalIndex: number;
  totalLowIndex: number;
  totalHighIndex: number;
}

/** Elementary effects of one input on one output, in units of the output over the whole range of the input. */
export interface MorrisRow {
  output: string;
  input: string;
  mean: number;
  meanAbsolute: number;
  deviation: number;
}

/** How much of the spread of an output over a sample one input alone explains. */
export interface ShareRow {
  output: string;
  input: string;
  /** First-order index, at most 1. */
  shareFraction: number;
  /** The share that an input which does nothing may be given by chance. */
  floorFraction: number;
}

/** How far an output moves when one input goes through its range. */
export interface SwingRow {
  output: string;
  input: string;
  lowLabel: string;
  highLabel: string;
  atLow: number;
  atHigh: number;
  swing: number;
  /** The output with nothing moved: the scenario as it is, or the mean of all design points. */
  middle: number;
  /** What stands behind the row, in words. */
  basis: string;
}

/** An output along one input: at each level, or in each tenth of a range, the mean and the band of the points there. */
export interface StudyCurve {
  output: string;
  input: string;
  points: {
    label: string;
    value: number;
    mean: number;
    low: number;
    high: number;
    pointCount: number;
  }[];
  /** What the band is, in words. */
  band: string;
  /** Along the logarithm of the input. */
  isLog?: true;
}

/** How far one input may go so that an output is at a level or better, for each combination of the others. */
export interface Frontier {
  output: string;
  level: number;
  /** Whether less of the output is better: at most the level. */
  isAtMost: boolean;
  along: string;
  /** Which end is looked for: the smallest value that will do, or the largest. */
  end: 'smallest' | 'largest';
  rows: FrontierRow[];
}

export interface FrontierRow {
  /** Values of the other inputs, by name. */
  inputs: Record<string, StudyValue>;
  /** Value of the input at which the output reaches the level, whole where all points are; NaN where it does not within the study. */
  value: number;
  /** Points around it that surely are short of the level and meet it, in rising order; NaN where the study has none on that side. */
  low: number;
  high: number;
  /** Cost there, interpolated; NaN where unknown. */
  totalMusd: number;
  /** `always`: at every level of the study; `never`: at none. */
  reason: 'reached' | 'never' | 'always';
}

/** The worst that one input can do to an output, for each combination of the others. */
export interface WorstCase {
  output: string;
  level: number;
  /** Whether less of the output is better: at most the level. */
  isAtMost: boolean;
  over: string;
  rows: WorstCaseRow[];
}

export interface WorstCaseRow {
  /** Values of the other inputs, by name. */
  inputs: Record<string, StudyValue>;
  /** Value of the input at which the output is worst. */
  at: StudyValue;
  /** The output at the first value of the input. */
  first: number;
  /** The output at its worst, with the 95 % interval of the worst; NaN where a point is unknown. */
  value: number;
  low: number;
  high: number;
  /** Whether the output is at the level or better even at its worst; `open` where an interval still holds the level. */
  holds: 'yes' | 'no' | 'open';
  /** Cost of the combination; NaN where unknown. */
  totalMusd: number;
}

/** Everything that a study answers. */
export interface StudyResult {
  version: string;
  name: string;
  description?: string;
  scenario: string;
  /** Names the work: scenario, inputs, points, trials, seed, version and catalog. */
  studyHash: string;
  /** Names the counts that came out: equal for equal studies, however they were computed. */
  resultHash: string;
  catalogHash: string;
  confidenceRatio: number;
  inputs: StudyInput[];
  points: PointResult[];
  failures: ShardFailure[];
  sobol: SobolRow[];
  morris: MorrisRow[];
  tornado: SwingRow[];
  /** Of a sample: inputs that explain more than chance would, by output, the largest first. */
  shares: ShareRow[];
  curves: StudyCurve[];
  frontier: Frontier | null;
  worstCase: WorstCase | null;
  notes: Said[];
}

export const recordGroups = ['cost', 'layers', 'times', 'trials'] as const;
export type RecordGroup = (typeof recordGroups)[number];
export const spreadParts = ['p10S', 'medianS', 'p90S'] as const;
