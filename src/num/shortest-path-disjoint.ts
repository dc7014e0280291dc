import { NodeHeap } from './heap.ts';
import type { Graph } from './shortest-path-graph.ts';

/** Paths between two nodes of which no two share a link. */
export interface DisjointPaths {
  /** [path] nodes from source to target, the shortest first. */
  paths: number[][];
  /** [path] */
  lengths: number[];
}

/**
 * Up to `maxCount` link-disjoint paths of least total length, exactly.
 *
 * Successive shortest paths with potentials (Suurballe's algorithm, extended to k as a flow of least cost). The shortest
 * path of all need not be among them: it may block the others.
 *
 * @source suurballe-1984, section 3
 */
export function disjointPaths(graph: Graph, source: number, target: number, maxCount: number): DisjointPaths {
  const { nodeCount, links } = graph;
  const residual: Residual = {
    flow: new Int8Array(links.linkCount),
    potential: new Float64Array(nodeCount),
    distance: new Float64Array(nodeCount),
    parentLink: new Int32Array(nodeCount),
    heap: new NodeHeap(nodeCount),
  };
  const { flow, potential, distance, parentLink } = residual;
  let count = 0;
  while (source !== target && count < maxCount) {
    searchResidual(graph, source, target, residual);
    if (!(distance[target] < Infinity)) break;
    for (let v = 0; v < nodeCount; v++) potential[v] += Math.min(distance[v], distance[target]);
    for (let v = target; v !== source; ) {
      const k = parentLink[v];
      const goesForward = links.to[k] === v;
      flow[k] += goesForward ? 1 : -1;
      v = goesForward ? links.from[k] : links.to[k];
    }
    count++;
  }
  return followFlow(graph, source, target, flow, count);
}

/** What the paths found so far leave, and the search in it. */
interface Residual {
  /** [link] 1: used from -> to, -1: to -> from. */
  flow: Int8Array;
  /** [node] */
  potential: Float64Array;
  distance: Float64Array;
  parentLink: Int32Array;
  heap: NodeHeap;
}

/** Dijkstra on reduced lengths: an unused link costs its length either way, a used one gives it back against its direction. */
function searchResidual(
  graph: Graph,
  source: number,
  target: number,
  { flow, potential, distance, parentLink, heap }: Residual,
): void {
  const { start, neighbour, neighbourWeight, neighbourLink, links } = graph;
  distance.fill(Infinity);
  parentLink.fill(-1);
  heap.clear();
  distance[source] = 0;
  heap.push(source, 0);
  for (let v = heap.pop(); v >= 0 && v !== target; v = heap.pop()) {
    const end = start[v + 1];
    for (let i = start[v]; i < end; i++) {
      const k = neighbourLink[i];
      const to = neighbour[i];
      const direction = links.from[k] === v ? 1 : -1;
      if (flow[k] === direction || to === v) continue;
      const weight = flow[k] === 0 ? neighbourWeight[i] : -neighbourWeight[i];
      const reduced = Math.max(0, weight + potential[v] - potential[to]);
      const candidate = distance[v] + reduced;
      if (candidate < distance[to]) {
        distance[to] = candidate;
        parentLink[to] = k;
        heap.push(to, candidate);
      }
    }
  }
}

/** Takes the flow apart into paths; loops that carry nothing are cut out. */
function followFlow(graph: Graph, source: number, target: number, flow: Int8Array, count: number): DisjointPaths {
  const { start, neighbour, neighbourWeight, neighbourLink, links } = graph;
  const found: { path: number[]; length: number }[] = [];
  for (let p = 0; p < count; p++) {
    const path = [source];
    const along = [0]; // length up to each node of the path
    while (path.at(-1) !== target) {
      const v = path.at(-1)!;
      for (let i = start[v]; i < start[v + 1]; i++) {
        const k = neighbourLink[i];
        if (flow[k] !== (links.from[k] === v ? 1 : -1)) continue;
        flow[k] = 0;
        const seen = path.indexOf(neighbour[i]);
        if (seen >= 0) {
          path.length = seen + 1;
          along.length = seen + 1;
        } else {
          path.push(neighbour[i]);
          along.push(along.at(-1)! + neighbourWeight[i]);
        }
        break;
      }
    }
    found.push({ path, length: along.at(-1)! });
  }
  found.sort((a, b) => a.length - b.length);
  return { paths: found.map(({ path }) => path), lengths: found.map(({ length }) => length) };
}
