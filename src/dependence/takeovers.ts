import type { Takeover } from '../flow/withdrawal.ts';
import type { Loss } from './losses.ts';
import { makerOf } from './shares.ts';
import type { SupplyGraph } from './supply-graph.ts';
import { healthWithout, supplyGroups } from './supply-health.ts';

/** Who can make what is lost, beyond what they make now. */
export interface TakeoverSource {
  name: string;
  capacityPerYr: number;
  fromYr: number;
  unitMusd?: number;
  basis: Takeover['basis'];
}

/** Price of a unit by what a contract pays. */
export function priceOf({ valueMusd, unitsCount }: { valueMusd?: number; unitsCount?: number }): number | undefined {
  return valueMusd !== undefined && unitsCount ? valueMusd / unitsCount : undefined;
}

/** Whether makers and launches go on as before: nobody has to take over. */
export function isWhole({ productionFraction, launchFraction }: Loss): boolean {
  return productionFraction > 0.999 && launchFraction > 0.999;
}

/** Candidates for the function and spare capacity of the makers that are left. */
export function sourcesFor(
  graph: SupplyGraph,
  loss: Loss,
  all: readonly Loss[],
  roots: ReadonlySet<string>,
): TakeoverSource[] {
  const { element, lifeYr } = loss;
  const health = healthWithout(graph, roots);
  const entries = new Set(graph.elements.map(({ entry }) => entry));
  const needPerYr = element.unitCount / lifeYr;
  const nameOf = (key: string) => graph.nodes.get(makerOf(graph, key))?.name ?? key;
  const makers = supplyGroups(graph, element.key).flatMap(({ edges, shares }) =>
    edges.flatMap((edge, i) => {
      const isMaker = (edge.kind === 'builds' || edge.kind === 'provides') && edge.capacityPerYr !== undefined;
      if (!isMaker || roots.has(edge.from)) return [];
      const spare = edge.capacityPerYr! * health(edge.from) - (shares[i] || 0) * needPerYr;
      return spare > 0
        ? [
            {
              name: nameOf(edge.from),
              capacityPerYr: spare,
              fromYr: edge.delayYr ?? 0,
              unitMusd: priceOf(edge),
              basis: edge.basis,
            },
          ]
        : [];
    }),
  );
  // elements of one function share its candidates by what they lost
  const lostPerYr = (each: Loss) => ((1 - each.productionFraction) * each.element.unitCount) / each.lifeYr;
  const together = all
    .filter((each) => each.element.functionId === element.functionId)
    .reduce((sum, each) => sum + lostPerYr(each), 0);
  const share = together > 0 ? lostPerYr(loss) / together : 0;
  const candidates = graph.edges.flatMap((edge) => {
    const isMaker = edge.kind === 'provides' && edge.role === 'candidate' && edge.capacityPerYr !== undefined;
    const serves = edge.forFunction === element.functionId && !entries.has(edge.to) && !edge.to.startsWith('element:');
    if (!isMaker || !serves || roots.has(edge.from) || health(edge.from) < 0.5) return [];
    const current = supplyGroups(graph, element.key).some(({ edges }) => edges.some(({ from }) => from === edge.from));
    const capacityPerYr = share * Math.max(0, edge.capacityPerYr! - (current ? needPerYr / 3 : 0));
    return [
      { name: nameOf(edge.from), capacityPerYr, fromYr: edge.delayYr ?? 0, unitMusd: priceOf(edge), basis: edge.basis },
    ];
  });
  return [...makers, ...candidates].filter(({ capacityPerYr }) => capacityPerYr > 0);
}
