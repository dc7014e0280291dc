import type { Architecture } from '../flow/architecture.ts';
import type { CostResult } from '../flow/cost.ts';
import type { AssumedShare } from '../flow/dependence.ts';
import { makersOf } from './shares.ts';
import { type SuppliedElement, type SupplyGraph, supplyGraph } from './supply-graph.ts';

/** Shares of makers where nobody has chosen one, by the place of the edge in the book. */
type Ranges = ReadonlyMap<number, { low: number; high: number }>;

/**
 * By partner: how much of the money that it gets hangs on a split that the book makes up, as no maker is chosen, and what it would get of the
 * whole at the ends of the ranges of these shares, the others sharing what is left.
 *
 * Partners without such money are left out.
 */
export function assumedMoney(
  architecture: Architecture,
  cost: CostResult,
  moneyOf: ReadonlyMap<string, number>,
): Map<string, AssumedShare> {
  const graph = supplyGraph(architecture);
  const ranges = rangesOf(architecture);
  const total = Math.max(cost.totalMusd, 1e-9);
  const sums = new Map<string, { musd: number; lowMusd: number; highMusd: number }>();
  for (const { id, totalMusd, categoryMusd } of cost.elements) {
    const element = graph.elements.find((each) => each.id === id);
    if (!element) continue;
    const ownMusd = totalMusd - categoryMusd.launch - categoryMusd['replacement-launch'];
    for (const [maker, { share, low, high }] of splitOf(architecture, graph, element, ranges)) {
      const sum = sums.get(maker) ?? { musd: 0, lowMusd: 0, highMusd: 0 };
      sum.musd += share * ownMusd;
      sum.lowMusd += low * ownMusd;
      sum.highMusd += high * ownMusd;
      sums.set(maker, sum);
    }
  }
  return new Map(
    [...sums].map(([maker, { musd, lowMusd, highMusd }]) => {
      const allMusd = moneyOf.get(maker) ?? musd;
      const at = (other: number) => (allMusd - musd + other) / total;
      return [
        maker,
        { ofItFraction: musd / Math.max(allMusd, 1e-9), lowFraction: at(lowMusd), highFraction: at(highMusd) },
      ];
    }),
  );
}

/** Makers of an element by a split that is made up, with their share and its range; none where a maker is chosen. */
function splitOf(
  { partners }: Architecture,
  graph: SupplyGraph,
  { key, entry, functionId }: SuppliedElement,
  ranges: Ranges,
): Map<string, { share: number; low: number; high: number }> {
  const into = [key, `function:${functionId}`].map((each) => graph.into.get(each) ?? []);
  const makers = into
    .map((edges) => edges.filter(({ kind }) => kind === 'builds' || kind === 'provides'))
    .find((edges) => edges.length > 0);
  const split = new Map<string, { share: number; low: number; high: number }>();
  const shares = makersOf(graph, key);
  for (const edge of makers ?? []) {
    if (!edge.splitAssumed) continue;
    const share = shares.get(edge.from) ?? 0;
    const isIt = (each: { kind: string; from: string; to: string }) =>
      each.kind === edge.kind && each.from === edge.from && (each.to === entry || each.to === functionId);
    const range = ranges.get(partners?.edges?.findIndex(isIt) ?? -1);
    split.set(edge.from, { share, low: range?.low ?? share, high: range?.high ?? share });
  }
  return split;
}

const EDGE_SHARE = /^edges\[(\d+)\]\.shareFraction$/;

function rangesOf({ uses }: Architecture): Ranges {
  const ranges = new Map<number, { low: number; high: number }>();
  for (const { path, low, high } of uses) {
    const index = EDGE_SHARE.exec(path)?.[1];
    if (index !== undefined && low !== undefined && high !== undefined) ranges.set(Number(index), { low, high });
  }
  return ranges;
}
