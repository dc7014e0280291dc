import type { Architecture } from '../flow/architecture.ts';
import type { SpaceElement, ThreatFlight, World } from '../flow/world.ts';
import { gmstRad } from '../physics/time.ts';
import { copyTrajectory, rotateTrajectory } from '../physics/trajectory.ts';
import type { Elements } from './elements.ts';
import type { SolvedFlight } from './flights.ts';

/** A draw between 0 and 1. */
export interface Uniform {
  uniform(): number;
}

/**
 * The world of one trial: where the raid's paths lie when it starts at a given time, and which satellites are out.
 *
 * @param startS first launch, seconds after the epoch
 * @param drawsOf random stream of the outages of an element, by its id: what one element draws moves no other
 */
export function worldAt(
  architecture: Architecture,
  elements: Elements,
  flights: readonly SolvedFlight[],
  startS: number,
  drawsOf: (elementId: string) => Uniform,
): World {
  return {
    architecture,
    startS,
    gmstRad: gmstRad(architecture.epochUnixS + startS),
    space: elements.space,
    ground: elements.ground,
    threats: flights.map((flight) => turnedFlight(flight, architecture.epochUnixS + startS)),
    isOut: elements.space.map((element) => outages(architecture, element, drawsOf(element.id))),
  };
}

function turnedFlight({ id, planIndex, launchS, trajectory }: SolvedFlight, startUnixS: number): ThreatFlight {
  const turned = copyTrajectory(trajectory);
  rotateTrajectory(trajectory, gmstRad(startUnixS + launchS), turned);
  return { id, planIndex, launchS, trajectory: turned };
}

/** 1 where a satellite is out in this trial. One draw a satellite whatever the chance, so that variants share draws. */
function outages(architecture: Architecture, element: SpaceElement, draws: Uniform): Uint8Array {
  const isOut = new Uint8Array(element.count);
  const available = availability(architecture, element);
  const { satelliteOutProbability, partnersOff } = architecture.failures;
  const works = available * (element.role === 'network' ? 1 - satelliteOutProbability : 1);
  const plan = planOf(architecture, element);
  if (plan.partner && partnersOff.includes(plan.partner)) isOut.fill(1);
  if (works < 1) for (let i = 0; i < element.count; i++) if (draws.uniform() >= works) isOut[i] = 1;
  if (element.role === 'network') markPlanesOut(architecture, element, isOut);
  return isOut;
}

function planOf(architecture: Architecture, { role, planIndex }: SpaceElement) {
  if (role === 'network') return architecture.networks[planIndex]!;
  return role === 'sensor' ? architecture.sensors[planIndex]! : architecture.interceptors[planIndex]!;
}

function availability(architecture: Architecture, element: SpaceElement): number {
  return planOf(architecture, element).satelliteAvailabilityProbability ?? 1;
}

function markPlanesOut(architecture: Architecture, element: SpaceElement, isOut: Uint8Array): void {
  for (const { network, shell, plane } of architecture.failures.planesOut) {
    if (network !== element.id) continue;
    let first = 0;
    element.parts.forEach((part, i) => {
      if (i === shell && part.kind === 'walker' && plane < part.planes) {
        const from = first + plane * part.satellitesPerPlane;
        isOut.fill(1, from, from + part.satellitesPerPlane);
      }
      first += part.count;
    });
  }
}
