import type { Route } from '../flow/links.ts';
import type { Transport } from './transport.ts';

/** Round trip with what access takes at ends that are users: at the low end of the entries, at their value, at the high end. */
export interface RoundTripWithAccess {
  lowS: number;
  medianS: number;
  highS: number;
}

/**
 * The round trip of a route as users measure it: the way, and scheduling and medium access each time that a message goes up from or down to a user terminal
 * (`accessDelayMs` of the network, with its range). Sites with a gateway of
 * that network, satellites of layers and sites on the fibre have none.
 *
 * @returns null where a network at a user's end states no access
 */
export function withAccess(transport: Transport, { oneWayS, path }: Route): RoundTripWithAccess | null {
  const { networks, architecture } = transport;
  const found = { lowS: 2 * oneWayS, medianS: 2 * oneWayS, highS: 2 * oneWayS };
  const ends = [
    { place: path[0], next: path[1] },
    { place: path.at(-1), next: path.at(-2) },
  ];
  for (const { place = '', next } of ends) {
    const network = networks.find(({ plan }) => next?.startsWith(`${plan.id}:`));
    const isSatellite = place.includes('/') && !place.includes(',');
    if (!network || isSatellite || network.plan.gateways?.includes(place)) continue;
    const { id, accessDelayMs } = network.plan;
    if (accessDelayMs === undefined) return null;
    const used = architecture.uses.find(({ element, path: key }) => element === id && key === 'accessDelayMs');
    found.lowS += (2 * (used?.low ?? accessDelayMs)) / 1000;
    found.medianS += (2 * accessDelayMs) / 1000;
    found.highS += (2 * (used?.high ?? accessDelayMs)) / 1000;
  }
  return found;
}
