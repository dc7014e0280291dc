import { rateLeft } from '../force/fading.ts';
import { shortestPaths } from '../num/shortest-path.ts';
import { networkOfSatellite, satelliteName } from './names.ts';
import type { Outages } from './outages.ts';
import { networkAt } from './snapshot.ts';
import type { Transport } from './transport.ts';

/** A link that stands at a moment, by the names of its ends: satellites, and sites for their gateways and fibre. */
export interface NetworkLink {
  from: string;
  to: string;
  kind: 'crosslink' | 'gateway' | 'terminal' | 'fibre';
  /** With the delays at its ends, half of each. */
  oneWayS: number;
  /** What it carries each way, as its network states, with rain and jamming; absent: not stated, or fibre. */
  rateMbps?: number;
}

/**
 * Every link of the networks and the fibre at a moment. A gateway and the fibre of its site are one place here; satellites of sensor and interceptor layers,
 * and users, have none.
 *
 * @param atS seconds after the epoch
 */
export function networkLinks(transport: Transport, atS: number, outages: Outages): NetworkLink[] {
  networkAt(transport, atS, outages);
  const { links, firstGateway, firstFibre } = transport;
  const names = nodeNames(transport);
  const found: NetworkLink[] = [];
  for (let k = 0; k < links.linkCount; k++) {
    const [a, b] = [links.from[k], links.to[k]];
    if (names[a] === names[b]) continue;
    const isFibre = a >= firstGateway && b >= firstGateway;
    const ground = Math.max(a, b);
    const kind = isFibre ? 'fibre' : ground < firstGateway ? 'crosslink' : ground < firstFibre ? 'gateway' : 'terminal';
    const rateMbps = kind === 'fibre' ? undefined : rateOf(transport, Math.min(a, b), ground, kind);
    found.push({ from: names[a], to: names[b], kind, oneWayS: links.weight[k], ...(rateMbps && { rateMbps }) });
  }
  return found;
}

/** Rate of a link of a satellite; of one between two networks the lesser. */
function rateOf(
  transport: Transport,
  satellite: number,
  other: number,
  kind: 'crosslink' | 'gateway' | 'terminal',
): number | undefined {
  const { plan } = networkOfSatellite(transport, satellite);
  if (kind === 'terminal') return plan.userLinkMbps;
  if (kind === 'gateway') {
    const { site } = transport.gateways[other - transport.firstGateway];
    return plan.gatewayLinkMbps && plan.gatewayLinkMbps * rateLeft(transport.architecture, plan, site);
  }
  const rates = [plan, networkOfSatellite(transport, other).plan].flatMap(({ crosslinkMbps }) => crosslinkMbps ?? []);
  return rates.length > 0 ? Math.min(...rates) : undefined;
}

/** Names of the nodes up to the ends of routes. */
function nodeNames(transport: Transport): string[] {
  const { satelliteCount, gateways, fibreSites } = transport;
  const satellites = Array.from({ length: satelliteCount }, (_, s) => satelliteName(transport, s));
  return [...satellites, ...gateways.map(({ site }) => site), ...fibreSites];
}

/** One-way time between two sites at a moment. */
export interface SiteDelay {
  from: string;
  to: string;
  /** Infinity where there is no way. */
  oneWayS: number;
}

/** Least one-way times between every two sites with a gateway or on the fibre, over all networks; landings are left out. @param atS seconds after the epoch */
export function siteDelays(transport: Transport, atS: number, outages: Outages): SiteDelay[] {
  networkAt(transport, atS, outages);
  const { firstFibre, fibreSites, stationCount, tree, graph } = transport;
  const sites = fibreSites.slice(0, stationCount);
  return sites.flatMap((from, i) => {
    shortestPaths(graph, firstFibre + i, tree);
    return sites.slice(i + 1).map((to, k) => ({ from, to, oneWayS: tree.distance[firstFibre + i + 1 + k] }));
  });
}

/** A link while it stands without a break, by looks a step apart. */
export interface Contact extends NetworkLink {
  /** First look at which it stands, seconds after the epoch. */
  fromS: number;
  /** First look at which it stands no more, or the end of the span. */
  untilS: number;
}

/**
 * The contacts of a span of time: what comes and goes between two looks is not seen. The time over a link is the longest of its looks.
 *
 * @param span stepS above 0
 */
export function contactPlan(
  transport: Transport,
  { fromS, durationS, stepS }: { fromS: number; durationS: number; stepS: number },
  outages: Outages,
): Contact[] {
  const open = new Map<string, Contact>();
  const done: Contact[] = [];
  const endS = fromS + durationS;
  for (let k = 0; fromS + k * stepS < endS; k++) {
    const atS = fromS + k * stepS;
    const standing = new Set<string>();
    for (const link of networkLinks(transport, atS, outages)) {
      const key = `${link.from} ${link.to}`;
      standing.add(key);
      const contact = open.get(key);
      if (contact) contact.oneWayS = Math.max(contact.oneWayS, link.oneWayS);
      else open.set(key, { ...link, fromS: atS, untilS: endS });
    }
    for (const [key, contact] of open) {
      if (standing.has(key)) continue;
      open.delete(key);
      done.push({ ...contact, untilS: atS });
    }
  }
  return [...done, ...open.values()].sort((a, b) => a.fromS - b.fromS);
}
