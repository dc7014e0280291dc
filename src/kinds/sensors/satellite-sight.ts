import type { SensorPlan } from '../../flow/architecture.ts';
import { DEG_RAD } from '../../physics/constants.ts';

/** What bounds the sight of a satellite. */
export interface SatelliteSight {
  /** Lowest height that a line of sight may pass over the Earth. */
  grazingKm: number;
  /** Height under which clouds hide a target; 0: nothing does. */
  cloudBreakKm: number;
  /** Half angle from the nadir within which it looks. */
  fieldOfRegardRad: number;
}

/** The bounds of a class, and what they are where it names none: the Earth itself, no clouds, every direction. */
export function satelliteSight({
  grazingKm = 0,
  cloudBreakKm = 0,
  fieldOfRegardDeg = 180,
}: Pick<SensorPlan, 'grazingKm' | 'cloudBreakKm' | 'fieldOfRegardDeg'>): SatelliteSight {
  return { grazingKm, cloudBreakKm, fieldOfRegardRad: fieldOfRegardDeg * DEG_RAD };
}
