import type { Architecture, Place } from '../flow/architecture.ts';
import { objectCountOf } from '../flow/objects.ts';
import type { RaidPart } from '../flow/result.ts';
import type { Trajectory } from '../physics/trajectory.ts';

/** What the raid is, group by group, with the flight of its first missile. */
export function raidParts(
  { threats }: Architecture,
  flights: readonly { planIndex: number; trajectory: Trajectory; usefulS?: readonly (readonly [number, number])[] }[],
): RaidPart[] {
  const names = (places: Place[]) => [...new Set(places.map(({ name }) => name))];
  return threats.map((plan, planIndex) => {
    const own = flights.filter((flight) => flight.planIndex === planIndex);
    const path = own[0]?.trajectory;
    const last = own.flatMap(({ usefulS }) => usefulS?.map(([, toS]) => toS) ?? []);
    return {
      id: plan.id,
      name: plan.name,
      count: plan.count,
      ...(objectCountOf(plan) > 1 && {
        warheadCount: plan.warheadCount ?? 1,
        decoyCount: plan.decoys,
      }),
      from: names(plan.from),
      toward: names(plan.toward),
      rangeKm: path?.rangeKm ?? Number.NaN,
      burnoutS: path?.burnoutS ?? Number.NaN,
      flightS: path?.impactS ?? Number.NaN,
      ...(own[0]?.usefulS && { usefulUntilS: Math.max(0, ...last) }),
    };
  });
}
