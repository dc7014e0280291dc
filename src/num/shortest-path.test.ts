import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathTo, shortestPaths, shortestPathsByHeap } from './shortest-path.ts';
import { disjointPaths } from './shortest-path-disjoint.ts';
import { addLink, emptyLinks, type Graph, graphOf } from './shortest-path-graph.ts';
import { connectedParts } from './shortest-path-parts.ts';

/** A graph of up to 12 nodes whose weights span six orders of magnitude, zero among them. */
const anyGraph = fc
  .record({
    nodeCount: fc.integer({ min: 2, max: 12 }),
    links: fc.array(
      fc.tuple(fc.nat(11), fc.nat(11), fc.oneof(fc.constant(0), fc.double({ min: 1e-4, max: 100, noNaN: true }))),
      { maxLength: 40 },
    ),
  })
  .map(({ nodeCount, links }) => {
    const list = emptyLinks(1);
    for (const [a, b, w] of links) if (a % nodeCount !== b % nodeCount) addLink(list, a % nodeCount, b % nodeCount, w);
    return graphOf(nodeCount, list);
  });

/** All pairs by Floyd and Warshall. */
function allPairs(graph: Graph): number[][] {
  const n = graph.nodeCount;
  const d = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => (i === j ? 0 : Infinity)));
  const { linkCount, from, to, weight } = graph.links;
  for (let k = 0; k < linkCount; k++) {
    d[from[k]][to[k]] = Math.min(d[from[k]][to[k]], weight[k]);
    d[to[k]][from[k]] = d[from[k]][to[k]];
  }
  for (let k = 0; k < n; k++)
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) d[i][j] = Math.min(d[i][j], d[i][k] + d[k][j]);
  return d;
}

const same = (a: number, b: number) => a === b || Math.abs(a - b) <= 1e-9 * (1 + Math.abs(b));

test('distances equal those of all pairs by brute force, by buckets and by heap', () => {
  fc.assert(
    fc.property(anyGraph, (graph) => {
      const truth = allPairs(graph);
      for (let s = 0; s < graph.nodeCount; s++) {
        const tree = shortestPaths(graph, s);
        const heap = shortestPathsByHeap(graph, s);
        for (let v = 0; v < graph.nodeCount; v++) {
          expect(same(tree.distance[v], truth[s][v])).toBe(true);
          expect(heap.distance[v]).toBe(tree.distance[v]);
        }
      }
    }),
  );
});

test('a path exists of links whose lengths sum to the distance', () => {
  fc.assert(
    fc.property(anyGraph, (graph) => {
      const tree = shortestPaths(graph, 0);
      for (let v = 0; v < graph.nodeCount; v++) {
        const path = pathTo(tree, v);
        expect(path.length > 0).toBe(tree.distance[v] < Infinity);
        if (path.length > 0) expect(path[0]).toBe(0);
        let sum = 0;
        for (const node of path.slice(1)) sum += graph.links.weight[tree.parentLink[node]];
        if (path.length > 0) expect(same(sum, tree.distance[v])).toBe(true);
      }
    }),
  );
});

test('several sources with a start give the least over the sources', () => {
  fc.assert(
    fc.property(anyGraph, fc.double({ min: 0, max: 200, noNaN: true }), (graph, late) => {
      const both = shortestPaths(graph, [0, 1], undefined, [0, late]);
      const one = shortestPaths(graph, 0);
      const two = shortestPaths(graph, 1);
      for (let v = 0; v < graph.nodeCount; v++)
        expect(same(both.distance[v], Math.min(one.distance[v], late + two.distance[v]))).toBe(true);
    }),
  );
});

test('a search that ends at wanted nodes has their distances right', () => {
  fc.assert(
    fc.property(anyGraph, fc.uniqueArray(fc.nat(11), { minLength: 1, maxLength: 3 }), (graph, chosen) => {
      const nodes = [...new Set(chosen.map((v) => v % graph.nodeCount))];
      const isWanted = new Uint8Array(graph.nodeCount);
      for (const v of nodes) isWanted[v] = 1;
      const whole = shortestPaths(graph, 0);
      const early = shortestPaths(graph, 0, undefined, undefined, { isWanted, count: nodes.length });
      for (const v of nodes) expect(early.distance[v]).toBe(whole.distance[v]);
      const single = shortestPaths(graph, 0, undefined, undefined, nodes[0]);
      expect(single.distance[nodes[0]]).toBe(whole.distance[nodes[0]]);
    }),
  );
});

test('disjoint paths share no link, the first two are of least total, and one alone is the shortest', () => {
  fc.assert(
    fc.property(anyGraph, (graph) => {
      const target = graph.nodeCount - 1;
      const shortest = shortestPaths(graph, 0).distance[target];
      const one = disjointPaths(graph, 0, target, 1);
      expect(one.paths.length).toBe(shortest < Infinity ? 1 : 0);
      if (shortest < Infinity) expect(same(one.lengths[0], shortest)).toBe(true);
      const many = disjointPaths(graph, 0, target, 5);
      const free = freeLinks(graph);
      for (const [p, path] of many.paths.entries()) {
        expect([path[0], path.at(-1)]).toEqual([0, target]);
        // as many links between the two nodes are taken at most as there are
        for (let i = 1; i < path.length; i++) expect(take(free, path[i - 1], path[i])).toBe(true);
        expect(many.lengths[p]).toBeGreaterThanOrEqual(shortest - 1e-9);
      }
      const two = disjointPaths(graph, 0, target, 2);
      if (two.paths.length === 2) expect(same(two.lengths[0] + two.lengths[1], leastPair(graph, 0, target))).toBe(true);
    }),
  );
});

function freeLinks({ links }: Graph): Map<string, number> {
  const free = new Map<string, number>();
  for (let k = 0; k < links.linkCount; k++) {
    const key = [links.from[k], links.to[k]].sort((a, b) => a - b).join('-');
    free.set(key, (free.get(key) ?? 0) + 1);
  }
  return free;
}

function take(free: Map<string, number>, a: number, b: number): boolean {
  const key = [a, b].sort((x, y) => x - y).join('-');
  const left = free.get(key) ?? 0;
  free.set(key, left - 1);
  return left > 0;
}

/** Least total of two link-disjoint paths: every simple path, then the shortest in what is left. */
function leastPair(graph: Graph, source: number, target: number): number {
  const { links } = graph;
  let best = Infinity;
  let budget = 400;
  const used = new Set<number>();
  const visit = (v: number, seen: Set<number>, length: number): void => {
    if (length >= best || budget-- < 0) return;
    if (v === target) {
      const rest = emptyLinks();
      for (let k = 0; k < links.linkCount; k++)
        if (!used.has(k)) addLink(rest, links.from[k], links.to[k], links.weight[k]);
      best = Math.min(best, length + shortestPaths(graphOf(graph.nodeCount, rest), source).distance[target]);
      return;
    }
    for (let i = graph.start[v]; i < graph.start[v + 1]; i++) {
      const to = graph.neighbour[i];
      if (seen.has(to)) continue;
      used.add(graph.neighbourLink[i]);
      visit(to, new Set([...seen, to]), length + graph.neighbourWeight[i]);
      used.delete(graph.neighbourLink[i]);
    }
  };
  visit(source, new Set([source]), 0);
  return budget < 0 ? disjointPaths(graph, source, target, 2).lengths.reduce((sum, x) => sum + x, 0) : best;
}

test('two nodes are in one part exactly when there is a path', () => {
  fc.assert(
    fc.property(anyGraph, (graph) => {
      const { part, partCount } = connectedParts(graph);
      const tree = shortestPaths(graph, 0);
      for (let v = 0; v < graph.nodeCount; v++) expect(part[v] === part[0]).toBe(tree.distance[v] < Infinity);
      expect(new Set(part).size).toBe(partCount);
    }),
  );
});

test('weights that are negative or no number, and links to nowhere, are refused', () => {
  const bad = (a: number, b: number, w: number) => () => {
    const links = emptyLinks();
    addLink(links, a, b, w);
    return graphOf(2, links);
  };
  expect(bad(0, 1, -1)).toThrow(RangeError);
  expect(bad(0, 1, Number.NaN)).toThrow(RangeError);
  expect(bad(0, 2, 1)).toThrow(RangeError);
});
