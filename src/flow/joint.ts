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
  /** Warheads that got through, where missiles carry one warhead and nothing else the missiles: sum and sum of squares over the raids. */
  leakerCount: number;
  leakerSquares: number;
  /** By raid, for pairs with another force. */
  leakersByRaid: number[];
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
  /** Draws that are left out: with their numbers some missile of the raid does not come to its aim. */
  leftOutCount: number;
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
  /** Warheads that get through in a raid. */
  expectedLeakers: Band;
  spentMusd: Band | null;
  stock: Record<string, Band & { target: number }>;
}

/** The answer at one date: the one asked for, else that at which the median chance is highest. */
export interface JointHeadline {
  date: string;
  noLeaker: Band;
  spentMusd: Band | null;
  /** Of the spread of the chance, the largest first; none where so few draws cannot tell. */
  causes: Cause[];
  /** Of the spread of the money. */
  costCauses: Cause[];
  /** The answer in the language of the run. */
  sentence: string;
}

/** How many draws and raids the bands rest on. */
export interface DrawsMade {
  drawsCount: number;
  /** Raids a draw and date. */
  raidsCount: number;
  /** Further draws, left out: with their numbers some missile of the raid does not come to its aim. */
  leftOutCount: number;
  /** Numbers with a range, drawn together. */
  inputCount: number;
  /** Below this share a cause may be chance with so few draws. */
  causeFloorFraction: number;
}

/** What the joint table says, date by date, and of the headline's date. */
export interface JointAnswer {
  headline: Omit<JointHeadline, 'sentence'>;
  byDate: DateAnswer[];
  asIfComplete: { noLeaker: Band; totalMusd: Band | null };
  draws: DrawsMade;
}
