import type { Architecture } from '../flow/architecture.ts';
import type { ServedShares } from '../flow/served-shares.ts';
import { prepareForce } from '../force/availability.ts';
import { outagesOf } from '../transport/outages.ts';
import { servedShares } from '../transport/served-shares.ts';
import { prepareTransport } from '../transport/transport.ts';
import { buildElements } from '../world/elements.ts';

/** Who can be told to fire at once, by terminals on each relay; undefined where there is nobody to tell it or no network. */
export function servedOf(architecture: Architecture): ServedShares | undefined {
  if (architecture.networks.length === 0 || architecture.command.length === 0) return undefined;
  const elements = buildElements(architecture);
  const transport = prepareTransport(architecture, elements);
  return servedShares(transport, outagesOf(transport, prepareForce(architecture, elements).stated));
}
