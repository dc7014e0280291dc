import type { SensorPlan, ThreatPlan } from '../../flow/architecture.ts';

/** Range on the reference target; Infinity where a class names none. */
export function rangeLimitKm({ maxRangeKm }: Pick<SensorPlan, 'maxRangeKm'>): number {
  return maxRangeKm ?? Infinity;
}

/**
 * Range of a radar on a target over its range on the reference target, on the ground and in space alike: the fourth root of the cross
 * sections. 1 where either has none.
 *
 * @source skolnik-2008, section 1.2
 */
export function rangeRatio({ referenceRcsM2 }: SensorPlan, { rcsM2 }: ThreatPlan): number {
  return rcsM2 === undefined || referenceRcsM2 === undefined ? 1 : (rcsM2 / referenceRcsM2) ** 0.25;
}
