import { ALL_LEFT } from '../../dependence/departure.ts';
import { BUYER, rootNodes } from '../../dependence/dependence.ts';
import type { SupplyGraph } from '../../dependence/supply-graph.ts';
import { type HealthOf, healthWithout } from '../../dependence/supply-health.ts';
import { UNNAMED } from '../../flow/dependence-history.ts';
import type { LossCase } from '../../flow/sourcing.ts';

/** Somebody who makes or lifts, and what a health of the supply graph leaves of it. */
export interface Supplier {
  partner: string;
  leftWhere: (healthOf: HealthOf) => number;
}

/**
 * Cases in which some supplier loses something: each partner and shared part alone, and pairs of suppliers where they are asked for.
 *
 * Losses with the same effect on every supplier stand together under the name of the first.
 *
 * @returns cases, and what each leaves of every supplier: [case] [supplier]
 */
export function partnerCases(
  graph: SupplyGraph,
  suppliers: readonly Supplier[],
  withPairs: boolean,
): { cases: LossCase[]; left: number[][] } {
  const roots = rootNodes(graph).filter(({ key }) => !isGovernmentControl(graph, key));
  const makers = [...new Set(suppliers.map(({ partner }) => partner))].filter((each) => each !== UNNAMED);
  const single = [...new Set([...roots.map(({ key }) => key), ...makers])].map((key) => [key]);
  const pairs = withPairs ? makers.flatMap((a, i) => makers.slice(i + 1).map((b) => [a, b])) : [];
  const nameOf = (key: string) => graph.nodes.get(key)?.name ?? key;
  const known = new Set<string>();
  const cases: LossCase[] = [];
  const left: number[][] = [];
  for (const each of [...single, ...pairs]) {
    const healthOf = healthWithout(graph, new Set(each));
    const share = suppliers.map(({ partner, leftWhere }) =>
      each.includes(partner) ? 0 : Math.max(0, Math.min(1, leftWhere(healthOf))),
    );
    const effect = share.map((one) => one.toFixed(4)).join();
    if (share.every((one) => one > ALL_LEFT) || known.has(effect)) continue;
    known.add(effect);
    cases.push({ roots: each, name: each.map(nameOf).join(' + ') });
    left.push(share);
  }
  return { cases, left };
}

/** Operations centres that the buyer owns: their loss is no partner's. */
function isGovernmentControl({ into, edges }: SupplyGraph, key: string): boolean {
  const isControl = edges.some(({ from, group }) => from === key && group === 'control');
  return isControl && (into.get(key)?.some(({ from, kind }) => kind === 'owns' && from === BUYER) ?? false);
}
