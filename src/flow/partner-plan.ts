import type { Basis } from '../catalog/field.ts';
import type { LauncherPlan } from './architecture.ts';
import type { LossCase } from './sourcing.ts';

/** Satellites of one entry that do one work together: what makers share and vehicles lift. */
export interface PlanFleet {
  id: string;
  functionId: string;
  name: string;
  entry: string;
  /** Elements of the scenario that are parts of it. */
  elements: string[];
  /** Units of the whole fleet, the measure of every share below. */
  unitCount: number;
  lifeYr: number;
  /** Whether vehicles of the scenario lift it; where it lists none, launches are no limit. */
  isLifted: boolean;
  /** Share that flies at the start. */
  existingFraction: number;
  /** Share that the scenario's own programme has in service at the end of each period. */
  standingFraction: number[];
  /** By loss case: whether a service of the same function, which the scenario has beside it, goes on. */
  sparedIn: boolean[];
  /** Most of the fleet that all makers together finish in a year; Infinity: no limit is known. */
  outputPerYr: number;
  /** Price ratio at each doubling of quantity, where the entry has one. */
  learningRatio?: number;
}

/** Who can make a fleet, or a part of it. */
export interface PlanMaker {
  id: string;
  /** Position of its fleet. */
  fleet: number;
  partner: string;
  name: string;
  /** Price of the whole fleet from this maker, launches apart. */
  fleetMusd: number;
  /** Qualification of this maker beside another; paid once where it is taken in. */
  fixedMusd: number;
  /** Years after the start at which its first unit is ready when it is taken in at the start. */
  fromYr: number;
  /** Years from an award to the first unit. */
  delayYr: number;
  rampYr: number;
  /** Share of the fleet that it makes in a year once ramped. */
  perYr: number;
  /** By period: share of that rate which goes on; all of it where absent. */
  goesOnFraction?: number[];
  /** Share of the fleet that the scenario gives it today. */
  todayFraction: number;
  isCandidate: boolean;
  /** By loss case: share of its output that goes on. */
  leftFraction: number[];
  basis: Basis;
}

/** A launch vehicle with what it has left for this programme. */
export interface PlanVehicle {
  id: string;
  name: string;
  partner: string;
  /** Price of a launch that arrives: those that fail are paid as well. */
  launchMusd: number;
  /** Launches that arrive, by period, as the campaigns of the programme fly them when loads are always ready. */
  launches: number[];
  /** By fleet: units a launch carries; 0: cannot. */
  perLaunch: number[];
  /** Share of the launches that are lost with their load; 0 where none arrives at all. */
  lostFraction: number;
  /** Whether the scenario lists it. */
  isListed: boolean;
  /** Of a vehicle that the book adds: what it has for this programme. */
  candidate?: Pick<
    LauncherPlan,
    'status' | 'firstFlightDate' | 'cadencePerYr' | 'cadenceMaxPerYr' | 'otherCustomersFraction'
  >;
  fixedMusd: number;
  /** Years from an award to the first launch, where it is not taken in at the start. */
  delayYr: number;
  leftFraction: number[];
  basis: Basis;
}

/** The programme of partners that the search chooses: makers, vehicles, periods, losses. */
export interface PlanModel {
  startYear: number;
  stepYr: number;
  periodCount: number;
  fleets: PlanFleet[];
  makers: PlanMaker[];
  vehicles: PlanVehicle[];
  cases: LossCase[];
  /** First period after the loss. */
  lossPeriod: number;
  /** Share of what would stand that every loss case must leave of each fleet. */
  lossFraction: number;
  /** Least rate at which a partner that is taken in works, as a share of its capacity: a line or a pad that is kept warm. */
  warmFraction: number;
  /** By period: most money a year for units, launches and qualification, millions of dollars; absent: no limit. */
  yearlyMusd?: number[];
}

/** What a mix takes in and when. */
export interface PlanMix {
  status: 'optimal' | 'infeasible';
  /** Units, launches, qualification over the horizon. */
  costMusd: number;
  boundMusd: number;
  gapRatio: number;
  /** By maker: share of everything built of its fleet; and whether it is taken in. */
  makerFraction: number[];
  takenMakers: boolean[];
  /** By vehicle: launches over the horizon that arrive; and whether it is taken in. */
  launchCounts: number[];
  takenVehicles: boolean[];
  /** [fleet] [period] share in service. */
  standing: number[][];
  /** By maker and by period: share of the fleet built. */
  built: number[][];
  /** [vehicle] [fleet] [period] launches that arrive. */
  launched: number[][][];
  makerMusd: number[];
  vehicleMusd: number[];
}

/** What a mix keeps after a loss. */
export interface PlanLoss {
  case: number;
  /** [fleet] [period after the loss] share in service over what stands without the loss, at most 1. */
  keptFraction: number[][];
  /** Fleet-years below what was asked for. */
  shortYr: number;
  /** Those of them that are missing for want of money in a year; where money has a limit. */
  moneyShortYr?: number;
}

/** How much of a function a partner has in all mixes that cost little more than the least. */
export interface PlanAlternative {
  /** Function, the fleet where a function has several, or `launch`. */
  functionId: string;
  name: string;
  partner: string;
  partnerName: string;
  minFraction: number;
  maxFraction: number;
  role: 'essential' | 'possible' | 'never';
}

/** One number that, changed alone, would leave enough after a loss. */
export interface WouldBeTrue {
  what: 'launches' | 'all-launches' | 'mass' | 'life';
  /** Vehicle or fleet. */
  id: string;
  name: string;
  /** Times as much; of a mass, as little. */
  ratio: number;
  /** Launches a year, shares of today's mass, years. */
  nowValue: number;
  neededValue: number;
}

/** What keeping one more launcher warm costs, and when it is worth that. */
export interface WarmSource {
  vehicle: string;
  name: string;
  partner: string;
  /** Cost a year over that of the cheapest mix without it; below 0: it is cheaper with it. */
  premiumMusdYr: number;
  /** Value of the years of fleets that it saves after one loss, each at what that year of the fleet costs. */
  savedMusd: number;
  /** Losses a year from which the premium is worth it; absent where it saves nothing. */
  breakEvenPerYr?: number;
}

/** What a price buys until a day. */
export interface BudgetAnswer {
  budgetMusd: number;
  /** Years after the start. */
  untilYr: number;
  /** Position of the fleet whose size is free. */
  layer: number;
  /** Share of the layer that the scenario states which stands on the day. */
  standingFraction: number;
  paidMusd: number;
  /** Part of it that goes to what is no fleet, and to the other fleets. */
  otherMusd: number;
  restMusd: number;
  /** Absent where the rest alone costs more. */
  mix?: PlanMix;
  /** Chance that nothing gets through, by the response to the share that stands. */
  noLeaker?: number;
}

/** A change that a future makes of a number of the scenario. */
export interface FutureChange {
  /** Entry or element with the path of an input, a vehicle, or a partner. */
  path: string;
  /** Of an input, in its unit. */
  nowValue?: number;
  /** The same; of a vehicle on the ground years, of a partner who leaves the year; absent: for good. */
  thenValue?: number;
  basis: Basis;
  source: string;
}

/** What a mix pays in one future for units, launches and qualification, and what is missing with it beyond what is with the best. */
export interface FutureCost {
  paidMusd: number;
  shortYr: number;
  /** At what a year of each fleet costs in the best mix. */
  shortMusd: number;
}

export type MixName = 'today' | 'cheapest' | 'robust';

/** What a mix costs with what is missing after the losses. */
export interface ShortfallCost {
  /** Units, launches and qualification. */
  paidMusd: number;
  /** Fleet-years below what a loss must leave, of all losses together, each by its chance. */
  shortYr: number;
  shortMusd: number;
  /** By loss case: fleet-years that are missing if it comes. */
  caseShortYr: number[];
}

/** The mix of the least money where what is missing after losses has a price, beside the others. */
export interface PricedShortfall {
  /** What a year of a whole fleet counts that is missing of what a loss must leave, millions of dollars. */
  musdYr: number;
  /** Chance a year of each loss, and that it comes within the horizon. */
  lossPerYr: number;
  chanceFraction: number;
  /** Where the chance is from: stated with the question, the ledger of the book, or assumed where it has none. */
  chanceFrom: 'stated' | 'record' | 'assumption';
  mix: PlanMix;
  /** Loss cases that decide it. */
  held: number[];
  /** No mix costs less with what is missing counted. */
  boundMusd: number;
  costs: Record<MixName | 'priced', ShortfallCost>;
}

/** What each mix costs over the best mix of each of a few futures. */
export interface RegretTable {
  futures: {
    id: string;
    changes: FutureChange[];
    /** Cost of the best mix, which knows this future from the start. */
    bestMusd: number;
    /** Fleet-years that are missing with it. */
    leastShortYr: number;
    /** With the cost over that of the best, what is missing counted. */
    mixes: Record<MixName, FutureCost & { regretMusd: number }>;
  }[];
  /** By mix: the most it costs over the best of any future, and which. */
  worst: Record<MixName, { regretMusd: number; future: string }>;
  /** The mix whose most is least. */
  minimax: MixName;
  /** Another is where a missing year counts so many times what a year of the fleet costs, up to five times. */
  turns?: { ratio: number; minimax: MixName };
}
