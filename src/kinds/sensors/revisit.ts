import type { SensorPlan } from '../../flow/architecture.ts';

/** Looks are this far apart where a sensor stares and names no revisit time. */
const STARING_REVISIT_S = 1;

/** Time between the looks of a unit at one place. */
export function revisitTimeS({ revisitS }: Pick<SensorPlan, 'revisitS'>): number {
  return revisitS ?? STARING_REVISIT_S;
}
