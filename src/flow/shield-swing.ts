import type { PairedDifference } from '../num/paired.ts';

/** One assumption of the shield at its low and at its high: missiles that get through, over the same raids as the base case. */
export interface ShieldSwing {
  /** Element of the scenario; `sensors` or `networks` where the number of every one of them moves together. */
  element: string;
  /** Such as `killProbability`. */
  path: string;
  /** Value in the run; NaN where the elements differ. */
  value: number;
  low: number;
  high: number;
  atLow: PairedDifference;
  atHigh: PairedDifference;
}

/** An input by its element and path. */
export interface InputName {
  element: string;
  path: string;
}

/** What moves the answer of the shield, widest first. */
export interface ShieldSwings {
  /** Raids of each case. */
  trials: number;
  baseLeakersCount: number;
  swings: ShieldSwing[];
  /** Inputs that were tried and moved nothing. */
  without: InputName[];
  /** Inputs whose low or high no missile of the class can fly. */
  notFlown: InputName[];
}
