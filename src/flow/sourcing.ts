import type { HazardRecord } from './hazards.ts';
import type {
  BudgetAnswer,
  MixName,
  PlanAlternative,
  PlanLoss,
  PlanMix,
  PlanModel,
  PricedShortfall,
  RegretTable,
  WarmSource,
  WouldBeTrue,
} from './partner-plan.ts';
import type { Said } from './said.ts';

/** What is gone in one case. */
export interface LossCase {
  roots: string[];
  name: string;
}

/** The cheapest mix for one share that every loss must leave. */
export interface FrontPoint {
  /** Share asked for in every loss case, as far as any mix can give it. */
  lossFraction: number;
  costMusd: number;
  gapRatio: number;
  /** Least share of any fleet that is left at any time in any case that a mix can meet. */
  worstFraction: number;
  /** Case and fleet of it. */
  worstCase?: number;
  worstFleet?: number;
}

/** A loss case that no mix of the book meets, and the least that is missing. */
export interface UnmetCase {
  case: number;
  /** Fleet-years below what is asked for. */
  shortYr: number;
  /** Fleets that are short, with what is left of what would stand in the worst period. */
  fleets: { fleet: number; leastFraction: number }[];
}

/** Chance that nothing gets through by what stands of the interceptors in space. */
export interface ResponseCurve {
  /** Shares of the whole layer. */
  shareFraction: number[];
  noLeaker: number[];
  raids: number;
  /** Largest half-width of the 95 % interval of its points. */
  errorFraction: number;
}

/** A chance that nothing gets through, from a time on, and the share of the interceptors in space that gives it. */
export interface AskedChance {
  noLeaker: number;
  /** Years after the start. */
  byYr: number;
  shareFraction: number;
}

/** A mix as the programme and raids have it, with everybody in and after each loss. */
export interface FlownMix {
  which: MixName;
  /** Paid by the end of the horizon, over the draws. */
  spentMusd: { p10: number; p50: number; p90: number };
  /** Years after the loss at which raids were flown. */
  afterYr: number[];
  /** At these dates with everybody in. */
  base: { p10: number; p50: number; p90: number }[];
  cases: {
    case: number;
    noLeaker: { p10: number; p50: number; p90: number }[];
    /** Change of the mean over draws, with its 95 % interval, against everybody in. */
    difference: { mean: number; low: number; high: number }[];
  }[];
  draws: number;
  raids: number;
}

/** The price of independence over draws of the inputs: its band, and what it hangs on. */
export interface PriceBand {
  /** Robust over cheapest. */
  overCheapestMusd: { p10: number; p50: number; p90: number };
  /** Robust over today's. */
  overTodayMusd: { p10: number; p50: number; p90: number };
  draws: number;
  /** The input that explains most of the spread of the first, above what chance may give; absent where none does. */
  cause?: {
    path: string;
    share: number;
    value: number;
    low: number;
    high: number;
    lowestMusd: number;
    highestMusd: number;
  };
}

/** The prices with a learning curve of makers who have none on record: sharing an order out costs what neither learns. */
export interface LearningSwing {
  learningRatio: number;
  /** Fleets that get it: those without one that cost most. */
  fleetIds: string[];
  independenceMusd: number;
  overTodayMusd: number;
  /** Shares of the first of these fleets in the chosen mix, by maker, largest first. */
  shares: { partner: string; shareFraction: number }[];
}

/** The partner search of a scenario. */
export interface SourcingResult {
  model: PlanModel;
  /** The scenario as it is: its own makers and vehicles. */
  today: PlanMix;
  /** Cheapest mix without any loss case. */
  cheapest: PlanMix;
  /** Cheapest mix that keeps what is asked for after every loss, or as much as any can. */
  robust: PlanMix;
  /** Loss cases that decide the robust mix. */
  held: number[];
  /** Cost of the robust mix over that of the cheapest, and over that of today's. */
  independenceMusd: number;
  overTodayMusd: number;
  /** By loss case, in the order of the model. */
  losses: Record<'today' | 'cheapest' | 'robust', PlanLoss[]>;
  /** The price of independence at other least rates of a launcher, with the same losses: none, and half of what it has left. */
  warmSwings?: { warmFraction: number; independenceMusd: number }[];
  /** What a learning curve does where none is on record. */
  learning?: LearningSwing;
  unmet: UnmetCase[];
  front: FrontPoint[];
  alternatives: PlanAlternative[];
  /** Cost over the least within which the alternatives lie, as a ratio. */
  alternativesRatio: number;
  wouldBeTrue: { case: number; changes: WouldBeTrue[] }[];
  /** Of the hardest case. */
  warm: { case: number; sources: WarmSource[] };
  /** What the book has on record of interruptions; absent where it has no ledger. */
  hazards?: HazardRecord;
  response?: ResponseCurve;
  asked?: AskedChance;
  budget?: BudgetAnswer;
  flown?: FlownMix[];
  band?: PriceBand;
  /** Where it was asked for. */
  regret?: RegretTable;
  /** Where what is missing after losses has a price. */
  priced?: PricedShortfall;
  /** Functions with one maker or none in the book: nothing to choose. */
  noChoice: { functionId: string; name: string; makers: string[] }[];
  notes: Said[];
}
