import type { Architecture } from '../flow/architecture.ts';
import type { Availability } from '../flow/availability.ts';
import type { ThreatFlight, World } from '../flow/world.ts';
import { gmstRad } from '../physics/time.ts';
import { copyTrajectory, rotateTrajectory } from '../physics/trajectory.ts';
import type { PlacedElements } from './elements.ts';
import type { SolvedFlight } from './flights.ts';

/**
 * The world of one trial: where the raid's paths lie when it starts at a given time, and what works.
 *
 * @param startS first launch, seconds after the epoch
 * @param reuse world of an earlier trial of the same flights and elements, whose arrays are written over
 */
export function worldAt(
  architecture: Architecture,
  elements: PlacedElements,
  flights: readonly SolvedFlight[],
  startS: number,
  availability: Availability,
  reuse?: World,
): World {
  const { epochUnixS } = architecture;
  return {
    architecture,
    startS,
    gmstRad: gmstRad(epochUnixS + startS),
    space: elements.space,
    ground: elements.ground,
    threats: flights.map((flight, i) => turnedFlight(flight, epochUnixS + startS, reuse?.threats[i])),
    availability,
  };
}

function turnedFlight(
  { id, key, planIndex, launchS, trajectory, glow, usefulS }: SolvedFlight,
  startUnixS: number,
  reuse?: ThreatFlight,
): ThreatFlight {
  const flight = reuse ?? { id, key, planIndex, launchS, trajectory: copyTrajectory(trajectory), glow, usefulS };
  rotateTrajectory(trajectory, gmstRad(startUnixS + launchS), flight.trajectory);
  return flight;
}
