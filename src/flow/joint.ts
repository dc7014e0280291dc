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
  /** The same by who is paid, `unassigned` where no maker is chosen; empty for the complete force and where nothing is priced. */
  paidMusd: Record<string, number>;
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
  /** Draws that are left out: some missile of the raid does not come to its aim. */
  leftOutCount: number;
  /** Of the draws, those in which the numbers of some missile were drawn again, until it comes to its aim. */
  redrawnCount: number;
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
  /** [draw] when the programme is complete, by the shares of `completionFractions` and in their order. */
  completions?: (Completion[] | undefined)[];
  /** Numbers of the draws of the sample, from 1; those that are left out are missing. */
  drawNumbers: number[];
}

/** Shares of the units of every element, the first as `field` counts full capability. */
export const completionFractions = [0.95, 0.75, 0.5, 0.25] as const;

/** When so large a share of every element that is counted stands for the first time, and what is paid by then. */
export interface Completion {
  /** First day after the month; null where it does not come within the horizon. */
  date: string | null;
  /** Paid by then, else by the end of the horizon; NaN where nothing is priced. */
  spentMusd: number;
}

/** Cost and schedule held together, over the draws. */
export interface JointConfidence {
  /** Share of the units of every element that counts as complete: the largest that at least half of the draws reach, else the smallest. */
  fraction: number;
  endDate: string;
  draws: Completion[];
  /** Share of the draws that get there within the horizon. */
  completeFraction: number;
  marks: ConfidenceMark[];
  /** Lines on which cost and date are both kept with one chance; none where no cost and date of the horizon have it. */
  contours: { probability: number; points: { date: string; musd: number }[] }[];
}

/** A cost and a date, and how many of the draws keep each and both. */
export interface ConfidenceMark {
  /** Claim of the scenario; absent: the best estimate, every number at its value. */
  claim?: string;
  name: string;
  /** Null where the best estimate is never complete: nothing keeps it. */
  date: string | null;
  musd: number;
  costProbability: number;
  scheduleProbability: number;
  jointProbability: number;
}

/** The sample behind the bands, draw by draw, so that two results of one seed can be held against each other. */
export interface Drawn {
  dates: string[];
  draws: {
    /** From 1. */
    number: number;
    /** By date: share of the raids in which nothing gets through. */
    noLeakerFraction: number[];
    /** By date; null where nothing is priced. */
    spentMusd: number[];
  }[];
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

/** What a partner takes of the money spent by a date. */
export interface PaidShare {
  /** Its id; `unassigned` where no maker is chosen, `launch` where no vehicle is. */
  partner: string;
  shareFraction: Band;
}

/** The answer at one date: the one asked for, else that at which the median chance is highest. */
export interface JointHeadline {
  date: string;
  noLeaker: Band;
  spentMusd: Band | null;
  /** Who takes most of what is spent by then, the largest first. */
  partners: PaidShare[];
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
  /** Further draws, left out: some missile of the raid does not come to its aim. */
  leftOutCount: number;
  /** Of the draws, those in which the numbers of some missile were drawn again, until it comes to its aim. */
  redrawnCount: number;
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
