import type { Spread } from './cost.ts';
import type { Said } from './said.ts';

/** Why the campaign did not go faster. */
export const bindingConstraints = ['none', 'production', 'launch', 'pads', 'grounding', 'money'] as const;
export type BindingConstraint = (typeof bindingConstraints)[number];

/** When the architecture stands: units by month over many trials of the campaign. */
export interface FieldingResult {
  startYear: number;
  monthCount: number;
  trials: number;
  /** Rules and assumptions of the campaign, in sentences. */
  notes: Said[];
  /** All elements together: capability is the mean of the elements' fractions. */
  capabilityFraction: SpreadOverTime;
  /** Years after the start; the share of trials that got there in time beside it. */
  firstCapability: ReachedDate;
  fullCapability: ReachedDate;
  elements: ElementFielding[];
  vehicles: VehicleFielding[];
  /** Binding constraint by half-year: the one that held most often, and how often each held. */
  constraints: ConstraintPeriod[];
  /** Launches a year that keep the architecture complete. */
  steadyLaunchesPerYr: number;
}

/** One value a month; month m is the state at its end. */
export interface SpreadOverTime {
  p10: number[];
  p50: number[];
  p90: number[];
}

export interface ReachedDate {
  /** Fraction of the units that counts as reached. */
  fraction: number;
  /** Share of the trials that reached it within the horizon. */
  reachedProbability: number;
  /** Such as 2031-04; absent where that share of the trials did not get there. */
  p10Date?: string;
  p50Date?: string;
  p90Date?: string;
}

export interface ElementFielding {
  id: string;
  name: string;
  targetCount: number;
  /** Satellites on orbit, or units in service on the ground. */
  unitCount: SpreadOverTime;
  capabilityFraction: SpreadOverTime;
  firstCapability: ReachedDate;
  fullCapability: ReachedDate;
  /** Satellites on one launch of each vehicle that can carry them; absent: not launched. */
  perLaunchCount: Record<string, number>;
  /** Replacement launches a year once complete, on the vehicles' mean load. */
  steadyLaunchesPerYr: number;
}

export interface VehicleFielding {
  id: string;
  name: string;
  launchCount: Spread;
  failureCount: Spread;
  /** Mean launches in each year of the horizon. */
  meanLaunchCounts: number[];
  /** Mean share of the horizon in which it did not fly. */
  groundedFraction: number;
}

export interface ConstraintPeriod {
  /** Such as 2028 H1. */
  period: string;
  binding: BindingConstraint;
  shareFraction: Record<BindingConstraint, number>;
}
