import type { Basis } from '../catalog/field.ts';
import type { Band, DrawsMade } from './joint.ts';

/** What a claim may be about: money, units that stand, raids of which nothing gets through. */
export type ClaimMeasure = 'musd' | 'standing' | 'noLeaker';

/** A claim about a programme, each part of it with its limit. */
export interface ClaimPlan {
  id: string;
  name: string;
  /** First day of the date that the claim names, such as 2029-01-01; absent: the whole programme, as if complete. */
  byDate?: string;
  /** Most that is spent. */
  musd?: number;
  /** Least share of the units that stand: of one element, or of every element that is counted in units. */
  standing?: { element?: string; fraction: number }[];
  /** Least chance that nothing of the raid gets through. */
  noLeaker?: number;
  /** Key of the source; absent: whoever asks. */
  source?: string;
  where?: string;
  basis?: Basis;
  /** How words that give no number were read, by the key that they became. Such a part is an assumption. */
  readings?: Partial<Record<ClaimMeasure | 'byDate', string>>;
}

/** One part of a claim. */
export interface ClaimPart {
  what: ClaimMeasure;
  /** Of `standing`: the element; absent: every element. */
  element?: string;
  limit: number;
  byDate?: string;
  /** Share of the draws in which it holds. */
  chance: number;
  /** Whether its number is how somebody read the words. */
  isReading: boolean;
  /** First of the dates looked at, up to that of the claim, at which more than half of the draws break it; absent: they keep it. */
  failsFromDate?: string;
  /** Of `standing` of every element: the one that is furthest behind in most of the draws that break it. */
  lastElement?: string;
}

/** Where a limit would have to be for a part to hold in half of the draws, the other parts aside. */
export interface ClaimLimit {
  what: ClaimMeasure;
  element?: string;
  limit: number;
  /** The limit that half of the draws keep, at the date of the claim. */
  halfLimit: number;
  byDate?: string;
  /** First of the dates looked at by which half of the draws keep the limit of the claim; null: none within the horizon. */
  halfByDate?: string | null;
}

/** An input that has other values in the draws in which a claim holds than in the others. */
export interface ClaimInput {
  path: string;
  value: number;
  low: number;
  high: number;
  basis: Basis;
  source: string;
  /** In the draws in which all of the claim holds, and in the others. */
  holds: Band;
  fails: Band;
  /** Greatest distance between the two distributions, 0 to 1. */
  distance: number;
}

/** Which numbers would have to be where for a claim to hold. */
export interface WouldHaveToBe {
  /** Of every part that holds in less than half of the draws. */
  limits: ClaimLimit[];
  /** The inputs that part the draws in which all holds from the others, the sharpest first; none where the draws cannot tell. */
  inputs: ClaimInput[];
}

/** What a claim is worth: shares of the draws. */
export interface ClaimAnswer {
  id: string;
  name: string;
  source?: ClaimSource;
  where?: string;
  basis?: Basis;
  readings?: ClaimPlan['readings'];
  parts: ClaimPart[];
  /** Share of the draws in which all parts hold at once. */
  allTogether: number;
  /** The part that holds in the fewest draws; of equals the one that is broken first. Null: all hold in all draws. */
  firstToFail: ClaimPart | null;
  /** The part that more than half of the draws break first; null: none is broken by half of them. */
  firstInTime: ClaimPart | null;
  wouldHaveToBe: WouldHaveToBe;
}

export interface ClaimSource {
  key: string;
  title: string;
  producer: string;
  date: string;
  url?: string;
}

/** How many draws and raids the shares rest on. */
export type DrawsFlown = Omit<DrawsMade, 'causeFloorFraction'>;
