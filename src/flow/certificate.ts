import type { Said } from './said.ts';

/** What became of one law on one scenario. */
export interface LawResult {
  id: string;
  /** The law, in a sentence. */
  sentence: Said;
  verdict: 'held' | 'broken' | 'silent';
  /** Of a silent law: why it says nothing about the scenario. */
  why?: Said;
  /** How it was tried: exact comparison, or raid by raid against chance. */
  test: 'exact' | 'chance';
  /** Comparisons made: raids, sums, shares. */
  cases: number;
  /** Of a law that was tried against chance: the comparison that looks most like a break. */
  closest?: LawComparison;
  /**
   * Of a law that was tried against chance: missiles that got through against it, less those along it, over all its raids; both ways of a change that should
   * change nothing. Sums of many scenarios show what the raids of one cannot.
   */
  againstLeakers?: number[];
  /** What was compared and the numbers, one entry a break. */
  breaks: Said[];
  /** Such as `the same bits`. */
  note?: Said;
}

/** Two cases over the same raids, and how likely so much harm is by chance. */
export interface LawComparison {
  /** What was changed, such as `without thaad`. */
  changed: Said;
  /** Missiles that get through in a raid, mean. */
  baseLeakers: number;
  changedLeakers: number;
  raids: number;
  /** Raids in which the change goes against the law, and with it. */
  againstCount: number;
  withCount: number;
  /** Chance of so much against the law if the change did nothing. */
  chance: number;
}

/** Laws that a scenario was held against. */
export interface Certificate {
  version: string;
  name: string;
  scenarioHash: string;
  catalogHash: string;
  seed: number;
  trials: number;
  held: number;
  broken: number;
  silent: number;
  /** How often a model that keeps every law is refused by chance. */
  falseAlarmRatio: number;
  /** The same for one comparison: the ratio above over their number. */
  levelRatio: number;
  comparisons: number;
  laws: LawResult[];
}
