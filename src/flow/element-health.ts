/** Why a set of elements is not flown. */
export const fates = ['duplicate', 'debris', 'decayed', 'lost', 'stale'] as const;
export type Fate = (typeof fates)[number];

/** What of a file of orbital elements flies at the epoch of a scenario, and what does not. */
export interface ElementHealth {
  /** Element of the scenario that flies them. */
  id: string;
  /** Its name, without its folder. */
  file: string;
  /** Sets of elements in the file. */
  heldCount: number;
  /** Satellites that fly: all else here counts and draws these alone. */
  flyingCount: number;
  /** Age of the elements of those that fly, least and greatest; negative: elements later than the epoch. NaN where none flies. */
  youngestDays: number;
  oldestDays: number;
  /** Sets farther from the epoch than this do not fly. */
  maxAgeDays: number;
  /** Sets of an object of which another lies nearer the epoch. */
  duplicateCount: number;
  /** Debris and rocket bodies, by the word of the file. */
  debrisCount: number;
  /** Gone by the word of the file, by SGP4, or too low to stay up. */
  decayedCount: number;
  /** SGP4 gives no orbit, or one far off the elements. */
  lostCount: number;
  /** Farther from the epoch than `maxAgeDays`. */
  staleCount: number;
  /** Faults of sets that were left out; 0 unless that was asked for. */
  faultCount: number;
  /** Of those that fly: in a shell with others; outside of one and rising or sinking by their own rate. */
  inShellCount: number;
  raisingCount: number;
  loweringCount: number;
}
