import type { Problem } from '../flow/problems.ts';
import { type Said, said } from '../flow/said.ts';
import type { SupplyGraph } from './supply-graph.ts';

/**
 * Faults of a supply graph, each by name: ends of edges that are nowhere defined, partners and parts that nothing uses,
 * chains that come back to where they started, groups whose shares exceed one.
 */
export function supplyProblems(graph: SupplyGraph): Problem[] {
  return [...unknownEnds(graph), ...cycles(graph), ...overfull(graph)];
}

/** Partners and parts that take part in no edge of the scenario, by name. */
export function orphans({ nodes, edges }: SupplyGraph): string[] {
  const used = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return [...nodes.values()]
    .filter(({ key, kind }) => (kind === 'partner' || kind === 'part') && !used.has(key))
    .map(({ name }) => name);
}

function problem(code: string, sentence: Said): Problem {
  return { code, path: 'partners', said: sentence };
}

function unknownEnds({ nodes, edges, elements }: SupplyGraph): Problem[] {
  const entries = new Set(elements.map(({ entry }) => entry));
  const missing = new Map<string, Said>();
  for (const { from, kind, to } of edges) {
    if (!nodes.has(from) && kind !== 'uses')
      missing.set(`${from} ${kind} ${to}`, said('supply.unknown-node', { from, kind, to }));
  }
  return [...missing].filter(([id]) => !entries.has(id)).map(([, sentence]) => problem('unknown-node', sentence));
}

function cycles({ into, nodes }: SupplyGraph): Problem[] {
  const state = new Map<string, 'open' | 'done'>();
  const problems: Problem[] = [];
  const visit = (key: string, way: string[]) => {
    if (state.get(key) === 'done') return;
    if (state.get(key) === 'open') {
      const loop = [...way.slice(way.indexOf(key)), key].map((each) => nodes.get(each)?.name ?? each);
      problems.push(problem('cycle', said('supply.cycle', { loop: loop.join(' <- ') })));
      return;
    }
    state.set(key, 'open');
    for (const { from } of into.get(key) ?? []) visit(from, [...way, key]);
    state.set(key, 'done');
  };
  for (const key of into.keys()) visit(key, []);
  return problems;
}

function overfull({ into, nodes }: SupplyGraph): Problem[] {
  const problems: Problem[] = [];
  for (const [key, edges] of into) {
    const sums = new Map<string, number>();
    for (const { group, kind, shareFraction } of edges)
      sums.set(group ?? kind, (sums.get(group ?? kind) ?? 0) + (shareFraction ?? 0));
    for (const [group, sum] of sums)
      if (sum > 1.02)
        problems.push(
          problem('overfull-group', said('supply.overfull', { group, name: nodes.get(key)?.name ?? key, sum })),
        );
  }
  return problems;
}
