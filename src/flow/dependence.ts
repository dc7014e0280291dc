import type { Basis } from '../catalog/field.ts';
import type { Problem } from './problems.ts';
import type { Said } from './said.ts';

/** How concentrated a market is. Shares are fractions of the measure, largest first. */
export interface Concentration {
  shares: PartnerShare[];
  /** Herfindahl-Hirschman index, 0 to 10,000: sum of the squared shares in percent. */
  herfindahlIndex: number;
  /** 10,000 over the index: as many equal suppliers would give the same index. */
  effectiveCount: number;
  /** By the thresholds of 2010: 1,500 and 2,500. */
  level2010: ConcentrationLevel;
  /** By the thresholds given for 2023, 1,000 and 1,800; their wording was not checked against the document. */
  level2023: ConcentrationLevel;
}

export type ConcentrationLevel = 'low' | 'moderate' | 'high';

export interface PartnerShare {
  /** Member of the book; `unassigned` where nobody is named. */
  partner: string;
  name: string;
  shareFraction: number;
  /** Of the money of the whole: what of it hangs on a split that the book makes up, as no maker is chosen. */
  assumed?: AssumedShare;
}

/** A share that hangs on a split that nobody has chosen. */
export interface AssumedShare {
  /** Of what the partner gets. */
  ofItFraction: number;
  /** Its share of the whole at the ends of the range of the split. */
  lowFraction: number;
  highFraction: number;
}

/** Whom one function of the shield depends on. A measure is absent where nothing is known of it. */
export interface FunctionDependence {
  id: string;
  name: string;
  /** Elements of the scenario that do it. */
  elements: string[];
  unitCount: number;
  /** By value of the contracts in force; the whole public record, whatever the scenario uses of it. */
  contracts?: Concentration;
  /** By cost in the scenario over its horizon, launches apart. */
  money?: Concentration;
  /** By satellites, interceptors or launches of the scenario. */
  units?: Concentration;
  /** By partner and part: what falls with it, largest first. */
  falls: FunctionFall[];
}

/** What falls of a function when one partner or part is gone. */
export interface FunctionFall {
  root: string;
  name: string;
  /** Share of the units that the root itself provides or builds. */
  directFraction: number;
  /** Share that falls when launches, engines, terminals and control planes are counted too. */
  totalFraction: number;
  /** From the root to the function, by name. */
  path: string[];
  /** First day and, where the contract ends, last day of the dependence. */
  fromDate?: string;
  untilDate?: string;
}

/** One root whose loss takes a whole function. */
export interface SinglePoint {
  root: string;
  name: string;
  kind: 'partner' | 'part';
  functionId: string;
  functionName: string;
  lostFraction: number;
  path: string[];
  /** Weakest evidence on the path. */
  basis: Basis;
}

/** A partner or shared part and everything that rests on it. */
export interface RootDependence {
  id: string;
  name: string;
  kind: 'partner' | 'part';
  /** Share of the whole cost that goes to it; parts have none. */
  moneyFraction?: number;
  moneyMusd?: number;
  /** By function of the scenario: share that falls. */
  fallsFraction: Record<string, number>;
}

/** Whom an architecture depends on. */
export interface DependenceResult {
  /** Day for which contracts count as in force. */
  asOfDate: string;
  functions: FunctionDependence[];
  /** Partners and parts, the one that takes most functions first. */
  roots: RootDependence[];
  singlePoints: SinglePoint[];
  /** All money of the scenario by partner. */
  money: Concentration;
  /** Faults of the supply graph: cycles, orphans, unknown names. */
  problems: Problem[];
  notes: Said[];
}
