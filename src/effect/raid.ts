import type { Architecture, Place } from '../flow/architecture.ts';
import type { RaidPart } from '../flow/result.ts';
import type { Trajectory } from '../physics/trajectory.ts';

/** What the raid is, group by group, with the flight of its first missile. */
export function raidParts(
  { threats }: Architecture,
  flights: readonly { planIndex: number; trajectory: Trajectory }[],
): RaidPart[] {
  const names = (places: Place[]) => [...new Set(places.map(({ name }) => name))];
  return threats.map((plan, planIndex) => {
    const path = flights.find((flight) => flight.planIndex === planIndex)?.trajectory;
    return {
      id: plan.id,
      name: plan.name,
      count: plan.count,
      ...((plan.warheadCount ?? 1) + plan.decoys > 1 && {
        warheadCount: plan.warheadCount ?? 1,
        decoyCount: plan.decoys,
      }),
      from: names(plan.from),
      toward: names(plan.toward),
      rangeKm: path?.rangeKm ?? Number.NaN,
      burnoutS: path?.burnoutS ?? Number.NaN,
      flightS: path?.impactS ?? Number.NaN,
    };
  });
}
