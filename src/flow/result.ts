import type { ClaimAnswer } from './claim.ts';
import type { BudgetLayer, CostResult, CostUncertainty } from './cost.ts';
import type { DependenceResult } from './dependence.ts';
import type { EffectSummary } from './effect.ts';
import type { ElementHealth } from './element-health.ts';
import type { ExchangeAnswer, ShieldYield } from './exchange.ts';
import type { FieldingResult } from './fielding.ts';
import type { DateAnswer, Drawn, DrawsMade, JointAnswer, JointConfidence, JointHeadline } from './joint.ts';
import type { NetworkLoad } from './network-load.ts';
import type { NetworkReport } from './network-report.ts';
import type { TrialOutcome } from './outcomes.ts';
import type { Provenance } from './provenance.ts';
import type { RaidAnswer } from './raid-size.ts';
import type { Repeat } from './repeat.ts';
import type { RunRecord } from './run-record.ts';
import type { Said } from './said.ts';
import type { Story } from './story.ts';
import type { Timings } from './timings.ts';

/** Everything that a run answers. A part that the scenario gives no ground for is null, with a note that says why. */
export interface Result {
  /** Version of the program. */
  version: string;
  /** Name of the scenario; with partners gone or values set, followed by which. */
  name: string;
  description?: string;
  epochUtc: string;
  /** The scenario is taken as published, all of it standing. */
  programme?: 'complete';
  seed: number;
  /** Trials done; fewer than asked where the run was interrupted. */
  trials: number;
  trialsAsked: number;
  /** What the raid is: missiles by class. */
  raid: RaidPart[];
  /** Names of the interceptor layers by id. */
  interceptorNames: Record<string, string>;
  /**
   * The programme as it can be built: raids against what stands at each date, over draws of every number that has a range. Only where
   * draws were asked for. The parts below are of the force as if complete.
   */
  headline?: JointHeadline;
  byDate?: DateAnswer[];
  asIfComplete?: JointAnswer['asIfComplete'];
  draws?: DrawsMade;
  /** Cost and schedule held together, draw by draw; only where the programme has a price and some draw is complete. */
  jointConfidence?: JointConfidence;
  /** The draws themselves, for pairs with another result. */
  drawn?: Drawn;
  /** The claims of the scenario, held against the same draws. */
  claims?: ClaimAnswer[];
  effect: EffectSummary | null;
  /** One typical missile's story. */
  timeline: Story | null;
  coverage: LayerCoverage[];
  networks: NetworkReport | null;
  /** What its classes of messages ask of the networks; only where the scenario states some. */
  load?: NetworkLoad;
  /** What of the files of orbital elements flies; only where there are some. */
  elements?: ElementHealth[];
  cost: CostAnswer | null;
  /** Shots, interceptors and money for each one stopped; null without raids or without a cost. */
  yields: ShieldYield | null;
  fielding: FieldingResult | null;
  dependence: DependenceResult | null;
  /** Largest raid that the shield handles; only where it was asked for. */
  raidSize?: RaidAnswer;
  /** What a further missile costs the defender and the attacker; only where it was asked for. */
  exchange?: ExchangeAnswer;
  /** Largest space layers that the asked budgets buy. */
  budgets?: BudgetLayer[];
  provenance: Provenance;
  /** Where the time went; only where it was asked for. */
  timings?: Timings;
  notes: Said[];
  /** What was run, with the command that repeats it; absent where a program of its own ran it. */
  run?: RunRecord;
  /** All that it can be made again from, and its hash; absent where a program of its own ran it. */
  repeat?: Repeat;
}

export interface RaidPart {
  id: string;
  name: string;
  /** Missiles. */
  count: number;
  /** Warheads and decoys that each of them carries; only where it is more than one warhead. */
  warheadCount?: number;
  decoyCount?: number;
  from: string[];
  toward: string[];
  rangeKm: number;
  burnoutS: number;
  flightS: number;
  /** Last moment of its boosts, since launch, at which a hit lets the payload miss the defended area; absent: none is named. */
  usefulUntilS?: number;
}

export interface CostAnswer {
  result: CostResult;
  uncertainty: CostUncertainty;
}

/** How much of a space layer can reach the threat, as flown and in the ideal closed form. */
export interface LayerCoverage {
  id: string;
  satelliteCount: number;
  interceptorCount: number;
  /** Interceptors that reach the first threat in time: over the trials. */
  inReachMinCount: number;
  inReachMeanCount: number;
  /** Share of raids in which none does. */
  inReachNoneFraction: number;
  /** Burn less the median release: what the raid leaves to fly out in boost; NaN where missiles differ in their burn or the layer does not engage the boost alone. */
  timeLeftS: number;
  /** How many would be in reach with less of that time: a later track, a slower decision or a faster burn. Empty where it is not known. */
  withLessTime: LessTimeReach[];
  /** Constellation over the mean number in reach. */
  absenteeMeanRatio: number;
  /** The same if satellites were spread evenly over the sphere (closed form); NaN where there is no such form. */
  absenteeIdealRatio: number;
}

/** Interceptors in reach of the first threat, on average, when the raid leaves so much less time. */
export interface LessTimeReach {
  lessS: number;
  inReachMeanCount: number;
}

/** Results with the trials themselves, for tables and for the choice of a typical trial. */
export interface RunRows {
  result: Result;
  outcomes: TrialOutcome[];
}
