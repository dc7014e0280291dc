/** How far a case can be trusted: a published figure, another code's answer, or only agreement with ourselves. */
export type Level = 'published' | 'independent' | 'self-consistent';

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
  /** Why the tolerance is what it is. */
  why: string;
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
