import type { Availability } from '../flow/availability.ts';
import type { LinkMap } from '../flow/links.ts';
import { availabilityAt } from '../force/availability.ts';
import { linksInUse, linksOfNetwork } from '../transport/link-map.ts';
import { outagesOf } from '../transport/outages.ts';
import type { Prepared } from './prepare.ts';

/** A moment, and what works in it. */
export interface LinkMoment {
  /** Seconds after the epoch. */
  atS: number;
  /** As in this trial; where left out, all that the scenario does not state as out works. */
  trial?: number;
}

/**
 * Links of one network at a moment, or, where none is named, those on the quickest ways of all sensors and interceptors in space to the
 * command centre.
 *
 * @returns undefined where the architecture has no networks
 */
export function linkMapAt(prepared: Prepared, { atS, trial }: LinkMoment, network?: string): LinkMap | undefined {
  const { force, architecture } = prepared;
  return linkMapWith(
    prepared,
    trial === undefined ? force.stated : availabilityAt(force, architecture, trial),
    atS,
    network,
  );
}

/** As {@link linkMapAt}, with what works given. */
export function linkMapWith(
  { transports: [transport] }: Prepared,
  availability: Availability,
  atS: number,
  network?: string,
): LinkMap | undefined {
  if (!transport) return undefined;
  const outages = outagesOf(transport, availability);
  return network
    ? linksOfNetwork(transport, network, atS, outages)
    : linksInUse(transport, atS, outages, availability.space);
}
