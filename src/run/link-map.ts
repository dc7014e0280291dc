import type { LinkMap } from '../flow/links.ts';
import { linksInUse, linksOfNetwork } from '../transport/link-map.ts';
import { trialOutages } from '../transport/outages.ts';
import type { Prepared } from './prepare.ts';

/** A moment of a trial: what is out in it. */
export interface LinkMoment {
  /** Seconds after the epoch. */
  atS: number;
  trial: number;
  /** By element of the space, [unit] 1: out; nothing where left out. */
  isOut?: readonly Uint8Array[];
}

/**
 * Links of one network at a moment, or, where none is named, those on the quickest ways of all sensors and interceptors in space to the
 * command centre.
 *
 * @returns undefined where the architecture has no networks
 */
export function linkMapAt(
  prepared: Prepared,
  { atS, trial, isOut }: LinkMoment,
  network?: string,
): LinkMap | undefined {
  const { standing, architecture, elements } = prepared;
  const [transport] = prepared.transports;
  if (!transport || !standing) return undefined;
  const out = isOut ?? elements.space.map(({ count }) => new Uint8Array(count));
  const outages = trialOutages(transport, standing, out, { seed: architecture.analysis.seed, trial });
  return network ? linksOfNetwork(transport, network, atS, outages) : linksInUse(transport, atS, outages, out);
}
