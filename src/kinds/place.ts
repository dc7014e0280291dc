import { type Basing, interceptorKinds } from './interceptors/interceptor-kinds.ts';
import { type Platform, sensorKinds } from './sensors/sensor-kinds.ts';

/** Where the units of an element are: on orbits, or at the sites that its plan names. */
export type UnitPlace = 'orbit' | 'site';

/** Where the units of an element are, by its kind; satellites where an element is of no kind, as networks are. */
export function placeOf({ platform, basing }: { platform?: Platform; basing?: Basing }): UnitPlace {
  if (platform) return sensorKinds[platform].place;
  return basing ? interceptorKinds[basing].place : 'orbit';
}

/** Whether the units of an element are satellites. */
export function isInOrbit(plan: { platform?: Platform; basing?: Basing }): boolean {
  return placeOf(plan) === 'orbit';
}
