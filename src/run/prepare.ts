import { type Layer, prepareLayers } from '../engage/layer.ts';
import type { Architecture } from '../flow/architecture.ts';
import { areLayersParted, orderingCentre, placeOfCentre } from '../flow/centres.ts';
import { type Force, prepareForce } from '../force/availability.ts';
import { forAnotherMoment, prepareTransport, type Transport } from '../transport/transport.ts';
import { buildElements, type PlacedElements } from '../world/elements.ts';
import { type SolvedFlight, solveFlights } from '../world/flights.ts';
import { worldAt } from '../world/world.ts';

/** What all raids of a run share: compiled orbits, solved paths, networks, layers. Made once a thread. */
export interface Prepared {
  architecture: Architecture;
  elements: PlacedElements;
  flights: SolvedFlight[];
  /** One for each of {@link LINK_TIMES_S}, each with room for the routes of its moment; none without networks. */
  transports: Transport[];
  /** Further places from which centres order layers of their own; none where they all stand at that of the first. */
  seats: Seat[];
  /** What the scenario states as out; chance comes on top, raid by raid. */
  force: Force;
  layers: Layer[];
}

/** A place from which layers are ordered, other than that of the first centre. */
export interface Seat {
  /** The first centre of the scenario that stands there. */
  centre: number;
  /** Positions of all centres that work there, and of the layers that are ordered from there. */
  centres: number[];
  layers: number[];
  /** As those of {@link Prepared}: each holds the routes from here. */
  transports: Transport[];
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
  const seats = seatsOf(architecture, transports);
  const force = prepareForce(architecture, elements);
  const world = worldAt(architecture, elements, flights, 0, force.stated);
  const paths = flights.map(({ trajectory }) => trajectory);
  return { architecture, elements, flights, transports, seats, force, layers: prepareLayers(world, paths) };
}

function transportsOf(architecture: Architecture, elements: PlacedElements): Transport[] {
  const first = prepareTransport(architecture, elements);
  return LINK_TIMES_S.map((_, i) => (i === 0 ? first : forAnotherMoment(first)));
}

function seatsOf({ command, interceptors }: Architecture, transports: readonly Transport[]): Seat[] {
  const seats = new Map<string, Seat>();
  if (!areLayersParted(command)) return [];
  const seatOf = (centre: number): Seat | undefined => {
    const { site } = command[centre];
    if (site === command[0].site || transports.length === 0) return undefined;
    const seat = seats.get(site) ?? { centre, centres: [], layers: [], transports: transports.map(forAnotherMoment) };
    seats.set(site, seat);
    return seat;
  };
  command.forEach((_, i) => {
    seatOf(placeOfCentre(command, i))?.centres.push(i);
  });
  interceptors.forEach(({ id }, i) => {
    seatOf(placeOfCentre(command, orderingCentre(command, id)))?.layers.push(i);
  });
  return [...seats.values()];
}

/** Whether an architecture has a raid to simulate: missiles, someone who decides, and something to shoot. */
export function canSimulate({ threats, command, interceptors }: Architecture): boolean {
  return threats.length > 0 && command.length > 0 && interceptors.length > 0;
}
