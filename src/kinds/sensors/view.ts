import type { ThreatFlight } from '../../flow/world.ts';
import type { Ephemeris } from './ephemeris.ts';

/** What one sensor can see of a flight from one of its units; each kind of sensor has its own. */
export interface SensorView {
  /** Position of the unit at the last call of `rangeKm`, inertial axes. */
  readonly sensorEciKm: Float64Array;
  /** Where its units are over time, where they move. */
  readonly ephemeris?: Ephemeris;
  /** Turns to another flight; call before `aimUnit`. */
  aimFlight(flight: ThreatFlight): void;
  aimUnit(unit: number): void;
  /** Earliest time from `tS` on at which a sight is not ruled out by a coarse check; Infinity if there is none. */
  nextPossibleS(tS: number): number;
  /** Distance to the target at a time after the first launch; NaN where the unit does not see it. */
  rangeKm(tS: number): number;
}
