import type { ServedShares } from '../flow/served-shares.ts';
import { linksAt } from './links.ts';
import { type Outages, withoutNetworks } from './outages.ts';
import type { Transport } from './transport.ts';

/** Terminals on each relay that are tried. */
const PER_RELAY = [1, 2, 4, 8, 16, 32];

/**
 * Share of the interceptors of each space layer that hold a link to the command centre at once, as planned and with each partner's
 * networks gone, by the terminals on each relay: all clients compete, by a greatest matching at one moment.
 *
 * @param atS seconds after the epoch
 * @param stated what is out by statement
 */
export function servedShares(transport: Transport, stated: Outages, atS = 0): ServedShares {
  const { architecture, networks } = transport;
  const layers = transport.clients.filter(
    ({ role, planIndex }) => role === 'interceptor' && architecture.interceptors[planIndex].terminals.length > 0,
  );
  const partners = [...new Set(networks.flatMap(({ providers }) => providers))];
  const cases = [null, ...partners].map((without) => {
    const gone = networks.filter(({ providers }) => without !== null && providers.includes(without));
    const outages = withoutNetworks(
      transport,
      stated,
      gone.map(({ plan }) => plan.id),
    );
    const sharesWith = (perRelay?: number): number[] => {
      const { interceptorOneWayS } = linksAt(withTerminals(transport, perRelay), { startS: atS, tS: 0 }, outages);
      return layers.map(({ planIndex, count }) => {
        const times = interceptorOneWayS[planIndex];
        return times.filter((s) => s < Infinity).length / count;
      });
    };
    return { without, asStated: sharesWith(), counted: PER_RELAY.map(sharesWith) };
  });
  return {
    perRelayCount: PER_RELAY,
    layers: layers.map(({ id }, k) => ({
      id,
      rows: cases.map(({ without, asStated, counted }) => ({
        without,
        asStatedFraction: asStated[k],
        servedFraction: counted.map((shares) => shares[k]),
      })),
    })),
  };
}

/** The same networks with another number of terminals wherever a relay has some. */
function withTerminals(transport: Transport, perRelay: number | undefined): Transport {
  if (perRelay === undefined) return transport;
  const networks = transport.networks.map((network) => {
    const { laser, radio } = network.clients;
    const count = (stated: number) => (stated > 0 ? perRelay : 0);
    return {
      ...network,
      clients: { laser: { ...laser, count: count(laser.count) }, radio: { ...radio, count: count(radio.count) } },
    };
  });
  return { ...transport, networks };
}
