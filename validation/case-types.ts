/**
 * How far a case can be trusted: a published figure, another code's answer, only agreement with ourselves; or a back-test: what
 * happened beside what would have been predicted, which may miss.
 */
export type Level = 'published' | 'independent' | 'self-consistent' | 'back-test';

/** One figure beside the value computed here. */
export interface ValidationRow {
  /** What is compared, in words. */
  what: string;
  /** The figure as the source gives it. */
  published: number;
  /** The same figure computed here. */
  computed: number;
  /** Greatest difference allowed: in `unit`, or a fraction of the published value when `relative`. */
  tolerance: number;
  relative?: boolean;
  unit: string;
  /** Middle 80 % of the prediction, in `unit`, where the computed value is one: the figure must lie in it, ends included. */
  band?: { low: number; high: number };
  /** The computed value is the chance of an event, the figure 1 where it came and 0 where not. */
  isChance?: boolean;
  /** Why the tolerance is what it is. */
  why: string;
  /** Why the figure is known to lie outside, in words that can follow "because". Only back-tests have it, and it must be true. */
  misses?: string;
}

/** A case of published or independent figures and how to compute them. */
export interface ValidationCase {
  id: string;
  title: string;
  level: Level;
  /** Where the figures come from, in a line. */
  source: string;
  /** rows of reference.csv as string records */
  run(reference: Record<string, string>[]): ValidationRow[];
}
