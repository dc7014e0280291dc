import type { Basis } from '../catalog/field.ts';
import type { Said } from './said.ts';
/** One way to meet a part of one function. Amounts are shares of the function's demand. */
export interface Offer {
  id: string;
  functionId: string;
  /** Member of the book that makes it. */
  partner: string;
  name: string;
  /** Entry of the catalog or vehicle that it is; its function where no entry is named. */
  entry: string;
  /** Cost of the whole demand from this offer over the horizon. */
  unitMusd: number;
  /** Cost of taking it in at all. */
  fixedMusd: number;
  /** Largest share of the demand that it can meet. */
  capacityFraction: number;
  capacityPerYr: number;
  delayYr: number;
  /** By loss case: share of it that is left. */
  survivesFraction: number[];
  isCandidate: boolean;
  basis: Basis;
}

/** What is gone in one case. */
export interface LossCase {
  roots: string[];
  name: string;
}

/** A function and what it needs. */
export interface Demand {
  functionId: string;
  name: string;
  /** Units that make up the whole demand, and their name. */
  unitCount: number;
  unit: Said;
  /** Share needed with everybody in, and in each loss case. */
  baseFraction: number;
  lossFraction: number;
}

/** The mixed-integer programme in words. */
export interface SourcingModel {
  demands: Demand[];
  offers: Offer[];
  cases: LossCase[];
  /** No partner holds more than this of a function. */
  maxShareFraction?: number;
  /** Herfindahl-Hirschman index of every function at most this. */
  maxHerfindahlIndex?: number;
  /** Functions that need at least two makers with a tenth each. */
  twoFamilies: string[];
}

/** A requirement that no mix meets, and the most that can be had. */
export interface Relaxation {
  functionId: string;
  /** Loss case; absent: with everybody in, or a rule. */
  caseName?: string;
  rule: 'base' | 'loss' | 'max-share' | 'herfindahl' | 'two-families';
  neededFraction: number;
  possibleFraction: number;
}

/** The cheapest mix under one set of requirements. */
export interface SourcingMix {
  status: 'optimal' | 'relaxed' | 'infeasible';
  costMusd: number;
  /** Best bound on the cost that the search proved, and the gap to it. */
  boundMusd: number;
  gapRatio: number;
  /** By offer. */
  amountsFraction: number[];
  relaxations: Relaxation[];
}

/** A requirement that holds the cost up. */
export interface BindingRow {
  name: Said;
  /** Cost of one more percent of the demand; 0 where only the whole-or-nothing choices bind. */
  pricePerPercentMusd: number;
}

export interface FrontPoint {
  /** Share asked for in every loss case, as far as any mix can give it. */
  lossFraction: number;
  costMusd: number;
  gapRatio: number;
  /** Least share left of any function in any loss case. */
  worstFraction: number;
  /** Mean over functions of their least share left. */
  meanWorstFraction: number;
}

export interface ReplacementPlan {
  caseName: string;
  /** What falls, and what each survivor then adds. */
  lost: { functionId: string; lostFraction: number; leftFraction: number }[];
  added: { offer: string; functionId: string; name: string; fraction: number; delayYr: number; costMusd: number }[];
  /** Share of the demand that nobody makes good. */
  openFraction: Record<string, number>;
}

/** How much one assumption, changed within its range, changes the answer. */
export interface AssumptionWeight {
  offer: string;
  what: 'unit cost' | 'fixed cost' | 'capacity' | 'delay';
  value: number;
  low: number;
  high: number;
  /** Share of all demand that goes to somebody else, at the worse end. */
  mixChangeFraction: number;
  costAtLowMusd: number;
  costAtHighMusd: number;
  basis: Offer['basis'];
}

/** The partner search of a scenario. */
export interface SourcingResult {
  model: SourcingModel;
  /** Cheapest mix without any loss case. */
  cheapest: SourcingMix;
  /** Cheapest mix that survives. */
  robust: SourcingMix;
  /** Cost of the robust mix over that of the cheapest. */
  independenceMusd: number;
  binding: BindingRow[];
  front: FrontPoint[];
  plans: ReplacementPlan[];
  assumptions: AssumptionWeight[];
  /** Functions with one maker or none in the book: nothing to choose. */
  noChoice: { functionId: string; name: string; makers: string[] }[];
  notes: Said[];
}
