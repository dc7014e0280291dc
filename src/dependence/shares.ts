import type { CostResult } from '../flow/cost.ts';
import type { Concentration } from '../flow/dependence.ts';
import { UNNAMED } from '../flow/dependence-history.ts';
import { concentrationOf } from './concentration.ts';
import type { SupplyGraph } from './supply-graph.ts';
import { supplyGroups } from './supply-health.ts';

/** The maker behind a provider: a vehicle's maker, else the provider itself. */
export function makerOf(graph: SupplyGraph, key: string): string {
  const node = graph.nodes.get(key);
  if (node?.kind !== 'vehicle') return key;
  return graph.into.get(key)?.find(({ kind }) => kind === 'builds')?.from ?? key;
}

/** Share of an element by maker: those who build or provide it, or its function where nobody is named for it. */
export function makersOf(graph: SupplyGraph, elementKey: string): Map<string, number> {
  const own = makersInto(graph, elementKey);
  const functionId = graph.elements.find(({ key }) => key === elementKey)?.functionId;
  return own.has(UNNAMED) && own.size === 1 ? makersInto(graph, `function:${functionId}`) : own;
}

function makersInto(graph: SupplyGraph, key: string): Map<string, number> {
  const groups = supplyGroups(graph, key).filter(({ edges }) =>
    edges.some(({ kind }) => kind === 'builds' || kind === 'provides'),
  );
  const [group] = groups.sort((a, b) => Number(b.edges[0].kind === 'builds') - Number(a.edges[0].kind === 'builds'));
  const made = new Map<string, number>();
  group?.edges.forEach(({ from }, i) => {
    const share = Number.isNaN(group.shares[i]) ? 1 / group.edges.length : group.shares[i];
    made.set(from, (made.get(from) ?? 0) + share);
  });
  const total = [...made.values()].reduce((sum, share) => sum + share, 0);
  if (total < 0.999) made.set(UNNAMED, 1 - total);
  return made;
}

export function nameIn(graph: SupplyGraph): (key: string) => string {
  return (key) => (key === UNNAMED ? 'not named' : (graph.nodes.get(key)?.name ?? key));
}

/** Contracts in force for a function, by value. */
export function contractShares(graph: SupplyGraph, functionId: string): Concentration | undefined {
  const amounts = new Map<string, number>();
  for (const edge of graph.edges) {
    const isInForce = edge.untilDate === undefined || edge.untilDate > graph.asOfDate;
    if (edge.forFunction !== functionId || edge.role !== 'contract' || !edge.valueMusd || !isInForce) continue;
    const maker = makerOf(graph, edge.from);
    amounts.set(maker, (amounts.get(maker) ?? 0) + edge.valueMusd);
  }
  return concentrationOf(amounts, nameIn(graph));
}

/** Satellites, interceptors and sites of the scenario by maker; launches by maker of the vehicle. */
export function unitShares(graph: SupplyGraph, functionId: string): Concentration | undefined {
  const elements = graph.elements.filter((element) => element.functionId === functionId);
  const amounts = new Map<string, number>();
  const add = (maker: string, amount: number) => amounts.set(maker, (amounts.get(maker) ?? 0) + amount);
  for (const { key, weight } of elements) for (const [maker, share] of makersOf(graph, key)) add(maker, share * weight);
  if (elements.length === 0) {
    for (const { edges, shares } of supplyGroups(graph, `function:${functionId}`))
      edges.forEach(({ from }, i) => {
        if (shares[i] > 0) add(makerOf(graph, from), shares[i]);
      });
  }
  return concentrationOf(amounts, nameIn(graph));
}

/** Cost of a function's elements by maker, launches apart. */
export function moneyShares(graph: SupplyGraph, functionId: string, cost: CostResult): Concentration | undefined {
  const amounts = new Map<string, number>();
  for (const element of graph.elements.filter((each) => each.functionId === functionId)) {
    const priced = cost.elements.find(({ id }) => id === element.id);
    if (!priced) continue;
    const { launch, 'replacement-launch': relaunch } = priced.categoryMusd;
    const musd = priced.totalMusd - launch - relaunch;
    for (const [maker, share] of makersOf(graph, element.key))
      amounts.set(maker, (amounts.get(maker) ?? 0) + share * musd);
  }
  return concentrationOf(amounts, nameIn(graph));
}

/** All money of the scenario by partner: elements to their makers, launches to the makers of the vehicles. */
export function allMoney(graph: SupplyGraph, cost: CostResult): Map<string, number> {
  const amounts = new Map<string, number>();
  const add = (maker: string, musd: number) => amounts.set(maker, (amounts.get(maker) ?? 0) + musd);
  let launchMusd = 0;
  for (const { id, totalMusd, categoryMusd } of cost.elements) {
    const launch = categoryMusd.launch + categoryMusd['replacement-launch'];
    const element = graph.elements.find((each) => each.id === id);
    const makers = element ? makersOf(graph, element.key) : new Map([[UNNAMED, 1]]);
    launchMusd += launch;
    for (const [maker, share] of makers) add(maker, share * (totalMusd - launch));
  }
  for (const { vehicle, partner, totalMusd } of cost.launches) {
    add(partner ?? makerOf(graph, vehicle), totalMusd);
    launchMusd -= totalMusd;
  }
  if (launchMusd > 0.5) add(UNNAMED, launchMusd);
  return amounts;
}
