import type { Architecture } from '../flow/architecture.ts';
import type { LawComparison } from '../flow/certificate.ts';
import type { CostResult } from '../flow/cost.ts';
import type { PlanMix, PlanModel } from '../flow/partner-plan.ts';
import type { Programme } from '../flow/programme.ts';
import type { Result } from '../flow/result.ts';
import type { Code, Said } from '../flow/said.ts';
import type { Prepared } from '../run/prepare.ts';
import type { Simulation } from '../run/simulation.ts';

/** Laws that have a sentence: that of `law.ID`. */
export type LawId = Code extends infer Each ? (Each extends `law.${infer Id}` ? Id : never) : never;

/** Something that holds whatever the scenario: more never hurts, sums add up, names do not matter. */
export interface Law {
  /** What holds, say the words of `law.ID`. */
  id: LawId;
  test: 'exact' | 'chance';
  /** Why the law says nothing about a scenario; null where it does. */
  whyNot(bench: LawBench): Said | null;
  check(bench: LawBench): Promise<Finding>;
}

/** What a law found: exact breaks, and comparisons whose chance is judged once all laws are through. */
export interface Finding {
  cases: number;
  breaks: Said[];
  comparisons: LawComparison[];
  /** As in the certificate. */
  againstLeakers?: number[];
  note?: Said;
}

/** One programme as it is built and paid. */
export interface Built {
  /** With the numbers of the draw. */
  drawn: Architecture;
  draw: number;
  programme: Programme;
}

/** A mix of partners of a scenario, and what it costs to have less of a choice. */
export interface Searched {
  model: PlanModel;
  /** The cheapest, with everybody in. */
  mix: PlanMix;
  /** Cost of the cheapest where parts of partners can be taken in, and the fleet-years that are missing whatever the mix. */
  relaxedMusd: number;
  missingYr: number;
  /** The same without one of those who take part; what it costs is compared where no more is missing. */
  without: { partner: string; missingYr: number; costMusd?: number }[];
  /** The same where so much has to be left after the hardest loss, as far as that can be kept whole. */
  kept: { lossFraction: number; costMusd: number }[];
}

/** A scenario on the bench, with everything that laws ask of it; what is asked twice is made once. */
export interface LawBench {
  architecture: Architecture;
  trials: number;
  /** The scenario itself, compiled. */
  prepared(): Prepared;
  /** Raids of the scenario itself. */
  base(): Promise<Simulation>;
  /** Raids of a changed scenario, with the same seed. */
  raids(changed: Architecture, trials?: number): Promise<Simulation>;
  /** Everything that the scenario answers. */
  result(): Promise<Result>;
  /** Its cost; null where it has none. */
  cost(): CostResult | null;
  /** Its programme in the first draws. */
  programmes(): Built[];
  /** Searches for partners; null where there is nobody to choose, or nothing to search with. */
  searched(): Searched | null;
  /** The same raids on a number of threads; absent where there are none. */
  onThreads?(threadCount: number): Promise<Simulation>;
}
