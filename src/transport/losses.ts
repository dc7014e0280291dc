import type { Route } from '../flow/links.ts';
import { networkLimits } from '../kinds/networks/network-limits.ts';
import type { RouteEnd } from './ends.ts';
import { type Outages, withoutNetworks } from './outages.ts';
import { isRoute, type NoRoute, routeAt } from './route.ts';
import type { Transport } from './transport.ts';

/** Something that is lost at a moment, and when routing has found ways without it. */
export interface RouteLoss {
  /** Seconds after the epoch. */
  atS: number;
  /** Time after which routing knows of it. */
  convergenceS: number;
  /** Networks and gateways by site that are lost. */
  networks: readonly string[];
  gateways: readonly string[];
}

/**
 * A loss of networks or gateways. Routing converges after the longest `convergenceS` of the networks that it is about: those lost, or those with a
 * gateway at a lost site.
 *
 * @param convergenceS in place of theirs
 */
export function routeLossOf(
  { networks: all }: Transport,
  atS: number,
  { networks, gateways }: Pick<RouteLoss, 'networks' | 'gateways'>,
  convergenceS?: number,
): RouteLoss {
  const concerned = all.filter(
    ({ plan }) => networks.includes(plan.id) || plan.gateways?.some((site) => gateways.includes(site)),
  );
  const own = Math.max(0, ...concerned.map(({ plan }) => networkLimits(plan).convergenceS));
  return { atS, convergenceS: convergenceS ?? own, networks, gateways };
}

/**
 * The way of a message while routing may not yet know what was lost: until it does, messages go on by the way that would be the quickest with it, and are
 * lost where that way needs it; other ways carry them as before.
 *
 * @param standing what is out beside
 */
export function routeThroughLosses(
  transport: Transport,
  ends: { from: RouteEnd; to: RouteEnd },
  tS: number,
  standing: Outages,
  losses: readonly RouteLoss[],
): Route | NoRoute {
  const known = losses.filter(({ atS, convergenceS }) => tS >= atS + convergenceS);
  const unknown = losses.filter((loss) => tS >= loss.atS && !known.includes(loss));
  const route = routeAt(transport, ends.from, ends.to, tS, without(transport, standing, known));
  const needs = ({ networks, gateways }: RouteLoss) =>
    isRoute(route) &&
    (route.networks.some((id) => networks.includes(id)) || route.gateways.some((site) => gateways.includes(site)));
  return unknown.some(needs) ? { kind: 'none', reason: 'converging' } : route;
}

function without(transport: Transport, standing: Outages, losses: readonly RouteLoss[]): Outages {
  if (losses.length === 0) return standing;
  const networks = losses.flatMap((loss) => loss.networks);
  const sites = losses.flatMap(({ gateways }) => gateways);
  const gatewayOut = standing.gatewayOut.slice();
  transport.gateways.forEach(({ site }, g) => {
    if (sites.includes(site)) gatewayOut[g] = 1;
  });
  return { ...withoutNetworks(transport, standing, networks), gatewayOut };
}
