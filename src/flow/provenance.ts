import type { Source } from '../catalog/entry.ts';
import type { Basis } from '../catalog/field.ts';

/** What the numbers of a run rest on. */
export interface Provenance {
  numberCount: number;
  basisCount: Record<Basis, number>;
  /** Share of the numbers that are assumptions. */
  assumptionFraction: number;
  overriddenCount: number;
  /** Sources used, most used first, coordinates of sites apart. */
  sources: UsedSource[];
  /** Version of the catalog and of the scenario text. */
  catalogHash: string;
  /** Day, month or year for which the catalog was resolved; absent: all that it holds. */
  asOfDate?: string;
  scenarioHash: string;
}

export interface UsedSource extends Source {
  key: string;
  numberCount: number;
  /** Of these, stated in a primary document, or in a publication of record that quotes one. */
  statedCount: number;
  /** Of these, by way of an aggregator, a copy, a forum or a dated public file. */
  secondHandCount: number;
}
