import type { Bounds, Share } from './effect.ts';
import type { LeakReason } from './outcomes.ts';

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
  /** The largest raid that is stopped whole in at least half of the trials. */
  stoppedInHalf: RaidSize;
  /** Every size tried, rising: where the curve bends, the shield is full. */
  curve: RaidPoint[];
}

/** What became of raids of one size. */
export interface RaidPoint {
  threatCount: number;
  trials: number;
  engaged: Share;
  stopped: Share;
  /** Mean number stopped. */
  stoppedMeanCount: number;
  /** Of the missiles that this size has more than the one before: the share that is stopped; falls at the bend. */
  stoppedOfFurtherFraction: number;
  /** Why most of those that get through do; null where none does. */
  mainReason: LeakReason | null;
}
