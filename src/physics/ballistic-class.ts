import { minimumEnergyArc } from './ballistic-arc.ts';
import { type ClassFault, notPositive } from './class-fault.ts';
import { EARTH_MEAN_RADIUS_KM } from './constants.ts';

/** What a class of ballistic missile can do: coarse figures of open literature. */
export interface BallisticClass {
  burnS: number;
  burnoutAltitudeKm: number;
  /** Ground distance from launch to the point below burnout, at full range. */
  burnoutDownrangeKm: number;
  maxRangeKm: number;
}

/** Burnout speed of a class at its full range: the least-energy arc over an Earth at rest. */
export function fullRangeSpeedKmS(missile: BallisticClass): number {
  const angleRad = (missile.maxRangeKm - missile.burnoutDownrangeKm) / EARTH_MEAN_RADIUS_KM;
  return minimumEnergyArc(EARTH_MEAN_RADIUS_KM + missile.burnoutAltitudeKm, EARTH_MEAN_RADIUS_KM, angleRad).speedKmS;
}

const POSITIVE = ['burnS', 'burnoutAltitudeKm', 'burnoutDownrangeKm', 'maxRangeKm'] as const;

/** What keeps numbers from being a class of ballistic missile; null where nothing does. */
export function ballisticFault(missile: BallisticClass): ClassFault | null {
  return notPositive(missile, POSITIVE);
}
