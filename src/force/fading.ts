import type { Architecture, FadingPlan, NetworkPlan } from '../flow/architecture.ts';
import { stateCode } from '../flow/availability.ts';

/** Whether a statement of rain or jamming is about the gateways of a network. */
export function isFadedBy({ networks, band }: FadingPlan, network: NetworkPlan): boolean {
  return (networks?.includes(network.id) ?? true) && (band === undefined || band === network.gatewayBand);
}

/** By what a pair of a site and a network is known in `Availability.faded`. */
export const fadedKey = (site: string, network: string) => `${site} ${network}`;

/**
 * Links between satellites of a network and one of its gateways that rain or jamming takes, by site and network, with their state.
 *
 * @param uniform draw of a cause at a site, the same for all its bands: what is less available is out whenever the rest is
 */
export function fadedLinks(
  { networks, failures }: Pick<Architecture, 'networks' | 'failures'>,
  uniform: (site: string, cause: FadingPlan['cause']) => number,
): Record<string, number> {
  const faded: Record<string, number> = {};
  for (const plan of failures.fading ?? []) {
    if (plan.availabilityFraction === 1) continue;
    for (const site of plan.sites) {
      if (uniform(site, plan.cause) < plan.availabilityFraction) continue;
      for (const network of networks)
        if (network.gateways?.includes(site) && isFadedBy(plan, network))
          faded[fadedKey(site, network.id)] = stateCode(plan.cause === 'jamming' ? 'jammed' : 'failed');
    }
  }
  return faded;
}

/** Share of its rate that a link between a network and one of its gateways has left in rain or under jamming, while it works. */
export function rateLeft({ failures }: Pick<Architecture, 'failures'>, network: NetworkPlan, site: string): number {
  return (failures.fading ?? [])
    .filter((plan) => plan.sites.includes(site) && isFadedBy(plan, network))
    .reduce((left, { rateFraction }) => left * rateFraction, 1);
}
