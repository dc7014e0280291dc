import type { Bounds } from './effect.ts';

/** Trials of a raid of one size, and those in which the shield did what is asked. */
export interface RaidTrials {
  successes: number;
  trials: number;
}

/** The largest raid that the shield handles at the stated confidence. */
export interface RaidSize {
  /** 0 where it does not handle a single threat; the limit of the search where it handles that many. */
  threatCount: number;
  /** Whether the search ended at its limit: the true size may be larger. */
  isAtLimit: boolean;
  /** Every size tried, rising. */
  tried: (RaidTrials & Bounds & { threatCount: number; probability: number })[];
}

/** How large a raid the shield handles: every missile shot at, and every missile stopped. */
export interface RaidAnswer {
  confidence: number;
  engaged: RaidSize;
  stopped: RaidSize;
}
