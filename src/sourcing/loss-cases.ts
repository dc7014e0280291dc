import { BUYER, rootNodes } from '../dependence/dependence.ts';
import type { SupplyGraph } from '../dependence/supply-graph.ts';
import { type HealthOf, healthWithout } from '../dependence/supply-health.ts';
import type { LossCase, Offer } from '../flow/sourcing.ts';

/** An offer before its loss cases are known, and how much of it a health of the supply graph leaves. */
export type BareOffer = Omit<Offer, 'survivesFraction'> & { survivesWhere: (healthOf: HealthOf) => number };

/** Cases in which some offer loses something; roots with the same effect stand together. */
export function lossCases(graph: SupplyGraph, offers: readonly BareOffer[], pairs: boolean): LossCase[] {
  const roots = rootNodes(graph).filter(({ key }) => !isGovernmentControl(graph, key));
  const partners = [...new Set([...roots.map(({ key }) => key), ...offers.map(({ partner }) => partner)])];
  const nameOf = (key: string) => graph.nodes.get(key)?.name ?? key;
  const sets = partners.map((key) => [key]);
  if (pairs) {
    const makers = [...new Set(offers.map(({ partner }) => partner))];
    makers.forEach((a, i) => {
      for (const b of makers.slice(i + 1)) sets.push([a, b]);
    });
  }
  const byEffect = new Map<string, LossCase>();
  for (const each of sets) {
    const healthOf = healthWithout(graph, new Set(each));
    const left = offers.map((offer) => survival(offer, each, healthOf));
    if (left.every((share) => share > 0.999)) continue;
    const key = left.map((share) => share.toFixed(4)).join();
    const known = byEffect.get(key);
    const name = each.map(nameOf).join(' + ');
    if (!known) byEffect.set(key, { roots: each, name });
  }
  return [...byEffect.values()];
}

/** Operations centres that the buyer owns: their loss is no partner's. */
function isGovernmentControl({ into, edges }: SupplyGraph, key: string): boolean {
  const isControl = edges.some(({ from, group }) => from === key && group === 'control');
  return isControl && (into.get(key)?.some(({ from, kind }) => kind === 'owns' && from === BUYER) ?? false);
}

function survival({ partner, survivesWhere }: BareOffer, roots: readonly string[], healthOf: HealthOf): number {
  return roots.includes(partner) ? 0 : Math.max(0, Math.min(1, survivesWhere(healthOf)));
}

/** Offers with what each loss case leaves of them. */
export function withCases(graph: SupplyGraph, offers: readonly BareOffer[], cases: readonly LossCase[]): Offer[] {
  const health = cases.map(({ roots }) => healthWithout(graph, new Set(roots)));
  return offers.map((offer) => {
    const { survivesWhere: _, ...rest } = offer;
    return { ...rest, survivesFraction: cases.map(({ roots }, c) => survival(offer, roots, health[c])) };
  });
}
