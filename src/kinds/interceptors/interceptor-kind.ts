import type { InterceptorPlan } from '../../flow/architecture.ts';
import type { UnitPlace } from '../place.ts';
import type { OrbitCounts } from '../satellite-count.ts';

/** What of a layer says how many units it has. */
export type CountedInterceptors = OrbitCounts & {
  deployedCount?: number;
  sites?: string[];
  perSiteCount?: number;
  perUnitCount?: number;
};

/** All that the models ask a kind of interceptors, which a plan names by `basing`; how each finds its shots is in `engage/opportunities.ts`. */
export interface InterceptorKind {
  /** For the reference: where they stand, in a few words. */
  about: string;
  place: UnitPlace;
  /** Numbers without which it reaches nothing. */
  reachNumbers: readonly (keyof InterceptorPlan & string)[];
  /** Numbers that a plan of it must have, those included. */
  needs: readonly (keyof InterceptorPlan & string)[];
  /** Whether its interceptors can be told in flight where the target will be (`updateRangeKm`). */
  isToldInFlight: boolean;
  /** Interceptors that one satellite or site starts a raid with. */
  perPlaceCount(plan: InterceptorPlan): number;
  /** Units bought when complete: satellites, interceptors, or batteries where a unit holds several. */
  unitCount(plan: CountedInterceptors): number;
  /** What they are counted by beside others of their function: those interceptors where units are whole batteries, else units. */
  weight(plan: CountedInterceptors): number;
  /** Whether a unit at a site is a battery, which holds several interceptors and is bought as one. */
  isBattery(plan: Pick<InterceptorPlan, 'perUnitCount'>): boolean;
  /** Function of the partner book that it serves where the book does not say. */
  functionId: string;
}
