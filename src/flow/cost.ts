import type { Said } from './said.ts';

/** What money is spent on. */
export const costCategories = [
  'development',
  'procurement',
  'launch',
  'replacement',
  'replacement-launch',
  'operations',
  'sites',
  'service',
  'terminals',
  'residual',
] as const;
export type CostCategory = (typeof costCategories)[number];

/** Cost by element, partner and fiscal year, in millions of dollars of `priceYear`. Index 0 of a list is `startYear`. */
export interface CostResult {
  startYear: number;
  years: number;
  priceYear: number;
  totalMusd: number;
  yearMusd: number[];
  categoryMusd: Record<CostCategory, number>;
  elements: ElementCost[];
  partners: PartnerCost[];
  launches: VehicleLaunches[];
  /** Rules that were applied, and what could not be priced. */
  notes: Said[];
}

/** Whether anything has a price: without one, a total of 0 is no amount. */
export function isPriced({ totalMusd }: Pick<CostResult, 'totalMusd'>): boolean {
  return totalMusd > 0;
}

export type CostRole = 'network' | 'sensor' | 'interceptor' | 'system';

export interface ElementCost {
  id: string;
  name: string;
  role: CostRole;
  partner?: string;
  /** Units in service when complete. */
  unitCount: number;
  /** Units bought over the horizon: first set, spares, replacements. */
  boughtCount: number;
  /** Mean price of a unit of the first set; 0 where none is bought. */
  meanUnitMusd: number;
  totalMusd: number;
  yearMusd: number[];
  categoryMusd: Record<CostCategory, number>;
  /** Units bought in each year, and those in service at its end. */
  boughtCounts: number[];
  inServiceCounts: number[];
}

export interface PartnerCost {
  /** Partner; `unassigned` for elements without one, `launch` for vehicles without one. */
  partner: string;
  totalMusd: number;
  yearMusd: number[];
}

export interface VehicleLaunches {
  vehicle: string;
  partner?: string;
  launchCount: number;
  launchCounts: number[];
  totalMusd: number;
}

/** A total and its spread over trials. */
export interface Spread {
  p10: number;
  p50: number;
  p90: number;
  mean: number;
}

/** The cost as a distribution, from inputs with a range and from the growth of programmes. */
export interface CostUncertainty {
  trials: number;
  /** How ranges became distributions, in a sentence. */
  method: Said;
  /** How many inputs were drawn. */
  inputCount: number;
  totalMusd: Spread;
  /** Cumulative probability at each cost, rising: the S-curve. */
  sCurve: { costMusd: number; probability: number }[];
  yearMusd: Spread[];
  elements: { id: string; totalMusd: Spread }[];
  tornado: TornadoRow[];
  announced: AnnouncedLine[];
}

/** One input at its low and at its high, all others at their value. */
export interface TornadoRow {
  element: string;
  path: string;
  value: number;
  low: number;
  high: number;
  totalAtLowMusd: number;
  totalAtHighMusd: number;
  swingMusd: number;
}

/** An announced budget beside the architecture. */
export interface AnnouncedLine {
  name: Said;
  budgetMusd: number;
  /** Last year that it is meant to pay for, and that is compared; the last of the horizon where that was not said. */
  untilYear: number;
  /** What is spent by the end of that year, without ranges. */
  dueMusd: number;
  /** Median of the same over the draws. */
  dueMedianMusd: number;
  /** Budget over what is spent until then, without ranges; over 1: it is enough. */
  shareRatio: number;
  /** Probability that what is spent until then stays at or under the budget, with its 95 % interval from the number of trials. */
  underProbability: number;
  underLowProbability: number;
  underHighProbability: number;
  /** First fiscal year at whose end the money is spent; absent: it lasts the horizon. */
  spentYear?: number;
}

/** The largest space-interceptor layer that a budget buys with the rest of the architecture in place. */
export interface BudgetLayer {
  budgetMusd: number;
  /** Cost of everything but the layer. */
  restMusd: number;
  /** Whether the budget buys any layer at all. */
  affordable: boolean;
  /** Satellites over those of the scenario. */
  scaleRatio: number;
  satelliteCount: number;
  totalMusd: number;
  shells: { element: string; shell: number; planes: number; satellitesPerPlane: number }[];
  /** Raid that the layer engages, where the caller asked for it. */
  raidCount?: number;
}
