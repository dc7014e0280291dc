import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minNodeCut } from './flow-cut.ts';
import { shortestPaths } from './shortest-path.ts';
import { addLink, emptyLinks, type Graph, graphOf } from './shortest-path-graph.ts';

const anyCase = fc
  .record({
    nodeCount: fc.integer({ min: 2, max: 9 }),
    links: fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 24 }),
    costs: fc.array(fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constant(Infinity)), { minLength: 9, maxLength: 9 }),
  })
  .map(({ nodeCount, links, costs }) => {
    const list = emptyLinks();
    for (const [a, b] of links) if (a % nodeCount !== b % nodeCount) addLink(list, a % nodeCount, b % nodeCount, 1);
    return { graph: graphOf(nodeCount, list), costs };
  });

function isConnectedWithout(graph: Graph, removed: (node: number) => boolean, target: number): boolean {
  const { linkCount, from, to } = graph.links;
  const left = emptyLinks();
  for (let k = 0; k < linkCount; k++) if (!removed(from[k]) && !removed(to[k])) addLink(left, from[k], to[k], 1);
  return shortestPaths(graphOf(graph.nodeCount, left), 0).distance[target] < Infinity;
}

test('the cut costs as much as the cheapest of all sets, and parts the two', () => {
  fc.assert(
    fc.property(anyCase, ({ graph, costs }) => {
      const target = graph.nodeCount - 1;
      let cheapest = Infinity;
      for (let set = 0; set < 2 ** graph.nodeCount; set += 2) {
        if ((set >> target) & 1) continue;
        let cost = 0;
        for (let v = 1; v < target; v++) if ((set >> v) & 1) cost += costs[v];
        if (cost < cheapest && !isConnectedWithout(graph, (v) => ((set >> v) & 1) === 1, target)) cheapest = cost;
      }
      const { value, nodes } = minNodeCut(graph, 0, target, costs);
      expect(value).toBe(cheapest);
      if (value < Infinity) {
        expect(nodes.reduce((sum, v) => sum + costs[v], 0)).toBe(value);
        expect(isConnectedWithout(graph, (v) => nodes.includes(v), target)).toBe(false);
      }
    }),
  );
});

test('a node cannot be parted from itself', () => {
  expect(minNodeCut(graphOf(1, emptyLinks()), 0, 0, [1]).value).toBe(Infinity);
});
