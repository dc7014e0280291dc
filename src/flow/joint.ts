import type { Basis } from '../catalog/field.ts';

/** 10th, 50th and 90th percentile over the draws. */
export interface Band {
  p10: number;
  p50: number;
  p90: number;
}

/** One input of the draws, and what it was in each; index 0 of `values` is draw 1. */
export interface JointInput {
  /** Element and path, such as `sbi.killProbability`. */
  path: string;
  element: string;
  value: number;
  low: number;
  high: number;
  basis: Basis;
  source: string;
  values: ArrayLike<number>;
}

/** What raids against one force came to: one draw at one date. */
export interface JointCell {
  raids: number;
  noLeakerCount: number;
  /** Sum and sum of squares over the raids. */
  leakerCount: number;
  leakerSquares: number;
  /** Paid until the date; for the complete force the total of its own reckoning. NaN where nothing is priced. */
  spentMusd: number;
  /** Units in service, by element of `JointTable.elements`. */
  standingCounts: number[];
}

/**
 * Draws x dates x raids: the one table that every answer is read from. Draw 0 is the best estimate, in which every number has its
 * value; the others are a sample of what nobody knows.
 */
export interface JointTable {
  seed: number;
  draws: number;
  /** Raids a draw and date. */
  raids: number;
  /** Such as 2035-01-01. */
  dates: string[];
  elements: { id: string; name: string; targetCount: number; isInterceptor: boolean }[];
  missilesCount: number;
  inputs: JointInput[];
  /** [draw][date], draw 0 first; undefined where it was not flown. */
  cells: (JointCell | undefined)[][];
  /** [draw] the force as if complete. */
  complete: (JointCell | undefined)[];
}

/** A share of the spread over the draws that one input alone explains. */
export interface Cause {
  path: string;
  share: number;
  basis: Basis;
  source: string;
  value: number;
  low: number;
  high: number;
}

export interface DateAnswer {
  date: string;
  noLeaker: Band;
  /** Draw 0. */
  noLeakerBest: number;
  expectedLeakers: Band;
  spentMusd: Band | null;
  stock: Record<string, Band & { target: number }>;
}

/** What the joint table says, date by date, and of the headline's date. */
export interface JointAnswer {
  seed: number;
  draws: number;
  raids: number;
  inputCount: number;
  missilesCount: number;
  /** Half-width of a 95 % interval of the chance in one draw: what dice alone add. */
  diceHalfWidth: number;
  headline: {
    date: string;
    noLeaker: Band;
    spentMusd: Band | null;
    causes: Cause[];
    /** Below this a share may be chance with so few draws. */
    causeFloor: number;
  };
  costCauses: Cause[];
  byDate: DateAnswer[];
  asIfComplete: { noLeaker: Band; totalMusd: Band | null };
}
