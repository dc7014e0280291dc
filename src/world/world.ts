import type { Architecture } from '../flow/architecture.ts';
import type { SpaceElement, ThreatFlight, World } from '../flow/world.ts';
import { gmstRad } from '../physics/time.ts';
import { copyTrajectory, rotateTrajectory } from '../physics/trajectory.ts';
import type { Elements } from './elements.ts';
import type { SolvedFlight } from './flights.ts';

/** Draws between 0 and 1, each by its place: asked for in any order they are the same. */
export interface Draws {
  uniformAt(place: number): number;
}

/** How the world of one trial is made where many follow each other. */
export interface BriefWorld {
  /** World of an earlier trial of the same flights and elements, whose arrays are written over. */
  reuse: World | undefined;
}

/**
 * The world of one trial: where the raid's paths lie when it starts at a given time, and which satellites are out.
 *
 * @param startS first launch, seconds after the epoch
 * @param drawsOf random stream of the outages of an element, by its id: what one element draws moves no other
 * @param brief interceptors are left to be drawn one by one: of thousands only few come near a threat
 */
export function worldAt(
  architecture: Architecture,
  elements: Elements,
  flights: readonly SolvedFlight[],
  startS: number,
  drawsOf: (elementId: string) => Draws,
  brief?: BriefWorld,
): World {
  const { epochUnixS } = architecture;
  const reuse = brief?.reuse;
  const isLate = ({ role }: SpaceElement) => brief !== undefined && role === 'interceptor';
  return {
    architecture,
    startS,
    gmstRad: gmstRad(epochUnixS + startS),
    space: elements.space,
    ground: elements.ground,
    threats: flights.map((flight, i) => turnedFlight(flight, epochUnixS + startS, reuse?.threats[i])),
    isOut: elements.space.map((element, i) => {
      const isOut = reuse?.isOut[i] ?? new Uint8Array(isLate(element) ? 0 : element.count);
      if (!isLate(element)) drawOutages(architecture, element, drawsOf, isOut);
      return isOut;
    }),
    lateOutage: brief && lateOutages(architecture, elements, drawsOf),
  };
}

/** Apart from {@link worldAt}, so that it holds nothing of the world before: worlds would hang on each other like a chain. */
function lateOutages(
  architecture: Architecture,
  { space }: Elements,
  drawsOf: (elementId: string) => Draws,
): World['lateOutage'] {
  return (elementIndex) => lateOutage(architecture, space[elementIndex]!, drawsOf);
}

function turnedFlight(
  { id, planIndex, launchS, trajectory }: SolvedFlight,
  startUnixS: number,
  reuse?: ThreatFlight,
): ThreatFlight {
  const flight = reuse ?? { id, planIndex, launchS, trajectory: copyTrajectory(trajectory) };
  rotateTrajectory(trajectory, gmstRad(startUnixS + launchS), flight.trajectory);
  return flight;
}

/** Sets 1 where a satellite is out in this trial. One draw a satellite whatever the chance, so that variants share draws. */
function drawOutages(
  architecture: Architecture,
  element: SpaceElement,
  drawsOf: (elementId: string) => Draws,
  outIsOut: Uint8Array,
): void {
  const works = worksProbability(architecture, element);
  outIsOut.fill(works > 0 ? 0 : 1);
  if (works > 0 && works < 1) {
    const draws = drawsOf(element.id);
    for (let i = 0; i < element.count; i++) if (draws.uniformAt(i) >= works) outIsOut[i] = 1;
  }
  if (element.role === 'network') markPlanesOut(architecture, element, outIsOut);
}

/** The same for single interceptors, by unit. */
function lateOutage(
  architecture: Architecture,
  element: SpaceElement,
  drawsOf: (elementId: string) => Draws,
): (unit: number) => boolean {
  const works = worksProbability(architecture, element);
  if (!(works > 0 && works < 1)) return () => works <= 0;
  const draws = drawsOf(element.id);
  return (unit) => draws.uniformAt(unit) >= works;
}

/** Chance that a satellite works; none where its partner is switched off. */
function worksProbability(architecture: Architecture, element: SpaceElement): number {
  const { satelliteOutProbability, partnersOff } = architecture.failures;
  const { partner, satelliteAvailabilityProbability = 1 } = planOf(architecture, element);
  if (partner && partnersOff.includes(partner)) return 0;
  return satelliteAvailabilityProbability * (element.role === 'network' ? 1 - satelliteOutProbability : 1);
}

function planOf(architecture: Architecture, { role, planIndex }: SpaceElement) {
  if (role === 'network') return architecture.networks[planIndex]!;
  return role === 'sensor' ? architecture.sensors[planIndex]! : architecture.interceptors[planIndex]!;
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
