import { type Layer, prepareLayers } from '../engage/layer.ts';
import type { Architecture } from '../flow/architecture.ts';
import { type Force, prepareForce } from '../force/availability.ts';
import { forAnotherMoment, prepareTransport, type Transport } from '../transport/transport.ts';
import { buildElements, type Elements } from '../world/elements.ts';
import { type SolvedFlight, solveFlights } from '../world/flights.ts';
import { worldAt } from '../world/world.ts';

/** What all raids of a run share: compiled orbits, solved paths, networks, layers. Made once a thread. */
export interface Prepared {
  architecture: Architecture;
  elements: Elements;
  flights: SolvedFlight[];
  /** One for each of {@link LINK_TIMES_S}, each with room for the routes of its moment; none without networks. */
  transports: Transport[];
  /** What the scenario states as out; chance comes on top, raid by raid. */
  force: Force;
  layers: Layer[];
}

/** Moments of a raid, seconds after its first launch, at which the networks are computed. */
export const LINK_TIMES_S = [60, 900];

/**
 * Compiles an architecture once for all its raids.
 *
 * @throws InputError for faulty element files and flights that no missile of the class can make
 */
export function prepare(architecture: Architecture): Prepared {
  const elements = buildElements(architecture);
  const flights = solveFlights(architecture);
  const transports = architecture.networks.length > 0 ? transportsOf(architecture, elements) : [];
  const force = prepareForce(architecture, elements);
  const world = worldAt(architecture, elements, flights, 0, force.stated);
  const paths = flights.map(({ trajectory }) => trajectory);
  return { architecture, elements, flights, transports, force, layers: prepareLayers(world, paths) };
}

function transportsOf(architecture: Architecture, elements: Elements): Transport[] {
  const first = prepareTransport(architecture, elements);
  return LINK_TIMES_S.map((_, i) => (i === 0 ? first : forAnotherMoment(first)));
}

/** Whether an architecture has a raid to simulate: missiles, someone who decides, and something to shoot. */
export function canSimulate({ threats, command, interceptors }: Architecture): boolean {
  return threats.length > 0 && command.length > 0 && interceptors.length > 0;
}
