import type { Source } from '../catalog/entry.ts';
import type { Basis } from '../catalog/field.ts';

/** A number of a scenario by its weight on the headline. */
export interface AuditLine {
  /** Element and path, such as `sbi.killProbability`. */
  path: string;
  value: number;
  low: number;
  high: number;
  basis: Basis;
  source: string;
  sourceKind?: Source['kind'];
  seen?: Source['seen'];
  /** Share of the spread of the chance, and of the money, that it explains alone; what is not above chance is 0. */
  noLeakerFraction: number;
  spentFraction: number;
}

/** How much of a spread rests on what. */
export interface AuditSplit {
  /** Shares of single numbers above chance, added up by basis. */
  byBasis: Record<Basis, number>;
  /** All of them together; what is missing to 1 is interplay, and numbers too small to tell from chance. */
  explainedFraction: number;
  /** Under this share a number may have it by chance. */
  floorFraction: number;
}

/** The numbers of a scenario by their weight, with what they rest on. */
export interface Audit {
  date: string;
  drawsCount: number;
  raidsCount: number;
  noLeaker: AuditSplit;
  spent: AuditSplit;
  /** Those with a weight above chance, the heaviest first. */
  lines: AuditLine[];
  /** Numbers that were drawn and are too light to tell from chance. */
  lightCount: number;
  /** Numbers without a range: nothing can be said of their weight; of which assumptions. */
  fixedCount: number;
  fixedAssumptionCount: number;
}
