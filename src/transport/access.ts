import type { Route } from '../flow/links.ts';
import type { Access } from './lateness.ts';
import type { Transport } from './transport.ts';

/** Round trip with what access takes at ends that are users: at the low end of the entries, at their value, at the high end. */
export interface RoundTripWithAccess {
  lowS: number;
  medianS: number;
  highS: number;
}

/**
 * Access of the ends of a route that are users of a network. Sites with a gateway of that network, satellites of layers and sites on the
 * fibre are none.
 *
 * @returns null where a network at a user's end states no access
 */
export function userEnds({ networks, architecture }: Transport, { path }: Route): Access[] | null {
  const found: Access[] = [];
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
    found.push({
      plan: network.plan,
      lowS: (used?.low ?? accessDelayMs) / 1000,
      modeS: accessDelayMs / 1000,
      highS: (used?.high ?? accessDelayMs) / 1000,
    });
  }
  return found;
}

/**
 * The round trip of a route as users measure it: the way, and scheduling and medium access each time that a message goes up from or down to a user terminal
 * (`accessDelayMs` of the network, with its range).
 *
 * @returns null where a network at a user's end states no access
 */
export function withAccess(transport: Transport, route: Route): RoundTripWithAccess | null {
  const ends = userEnds(transport, route);
  if (!ends) return null;
  const twice = (key: 'lowS' | 'modeS' | 'highS') => ends.reduce((sum, end) => sum + 2 * end[key], 2 * route.oneWayS);
  return { lowS: twice('lowS'), medianS: twice('modeS'), highS: twice('highS') };
}
