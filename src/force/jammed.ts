import type { FailurePlan } from '../flow/architecture.ts';
import { DEG_RAD } from '../physics/constants.ts';
import { greatCircleKm } from '../physics/great-circle.ts';

/** Whether a place on the ground lies in a jammed region. */
export function isJammed(place: { latRad: number; lonRad: number }, jammed: FailurePlan['jammed']): boolean {
  return jammed.some(
    ({ latDeg, lonDeg, radiusKm }) =>
      greatCircleKm(place.latRad, place.lonRad, latDeg * DEG_RAD, lonDeg * DEG_RAD) <= radiusKm,
  );
}
