import { BucketQueue } from './bucket-queue.ts';
import { NodeHeap } from './heap.ts';
import type { Graph } from './shortest-path-graph.ts';

const MAX_BUCKETS = 1 << 16;

/** Shortest paths from one or more sources: distance of every node and the link over which it is reached. */
export interface PathTree {
  /** [node]; Infinity where there is no path. */
  distance: Float64Array;
  /** [node] the node before it; -1 at a source and where there is no path. */
  parent: Int32Array;
  /** [node] the link to that node; -1 likewise. */
  parentLink: Int32Array;
  /** Scratch of the search. */
  scanned: Float64Array;
  buckets: BucketQueue;
  heap: NodeHeap | null;
}

export function emptyTree(nodeCount: number): PathTree {
  return {
    distance: new Float64Array(nodeCount).fill(Infinity),
    parent: new Int32Array(nodeCount).fill(-1),
    parentLink: new Int32Array(nodeCount).fill(-1),
    scanned: new Float64Array(nodeCount),
    buckets: new BucketQueue(),
    heap: null,
  };
}

/**
 * Least-distance tree from a source, or from several with their own starting distances.
 *
 * Dijkstra's algorithm on a bucket queue; where link lengths differ by more than 65,536 times, on a binary heap. Weights
 * must not be negative.
 *
 * @param sources nodes; a number stands for one node at distance 0
 * @param startDistance [source]; all zero where left out
 * @param target the search ends once this node is settled; nodes beyond it may be unset
 * @param tree receives the result; must be as long as the graph has nodes
 */
export function shortestPaths(
  graph: Graph,
  sources: number | ArrayLike<number>,
  tree: PathTree = emptyTree(graph.nodeCount),
  startDistance?: ArrayLike<number>,
  target = -1,
): PathTree {
  const list = typeof sources === 'number' ? [sources] : sources;
  if (tree.distance.length < graph.nodeCount)
    throw new RangeError(`tree must have a place for every node: ${tree.distance.length} for ${graph.nodeCount}`);
  tree.distance.fill(Infinity);
  tree.parent.fill(-1);
  tree.parentLink.fill(-1);
  let span = 0;
  for (let i = 0; i < list.length; i++) {
    const start = startDistance?.[i] ?? 0;
    if (!(start >= 0)) throw new RangeError(`startDistance must not be negative: ${start}`);
    if (start < tree.distance[list[i]]) tree.distance[list[i]] = start;
    if (start > span && start < Infinity) span = start;
  }
  const width = bucketWidth(graph, span);
  if (Number.isNaN(width)) searchByHeap(graph, list, tree, target);
  else searchByBuckets(graph, list, tree, target, width, span);
  return tree;
}

/** The same by a binary heap: slower, whatever the lengths. */
export function shortestPathsByHeap(
  graph: Graph,
  source: number,
  tree: PathTree = emptyTree(graph.nodeCount),
): PathTree {
  tree.distance.fill(Infinity);
  tree.parent.fill(-1);
  tree.parentLink.fill(-1);
  tree.distance[source] = 0;
  searchByHeap(graph, [source], tree, -1);
  return tree;
}

/** Nodes from the source of the tree to a node; empty where there is no path. */
export function pathTo(tree: PathTree, node: number): number[] {
  if (!(tree.distance[node] < Infinity)) return [];
  const path = [node];
  for (let v = tree.parent[node]; v >= 0; v = tree.parent[v]) path.push(v);
  return path.reverse();
}

/** Bucket width near the shortest link; NaN where too many buckets would be needed. */
function bucketWidth({ shortest, longest }: Graph, span: number): number {
  const most = Math.max(longest, span);
  if (most === 0) return 1;
  if (!(most < Infinity)) return Number.NaN;
  const width = Math.max(Math.min(shortest, most), most / 2048);
  return (most + span) / width < MAX_BUCKETS ? width : Number.NaN;
}

function searchByBuckets(
  graph: Graph,
  sources: ArrayLike<number>,
  tree: PathTree,
  target: number,
  width: number,
  span: number,
): void {
  const { start, neighbour, neighbourWeight, neighbourLink } = graph;
  const { distance, parent, parentLink, scanned, buckets: queue } = tree;
  queue.reset(width, graph.longest + span + width);
  scanned.fill(Infinity);
  for (let i = 0; i < sources.length; i++) {
    if (distance[sources[i]] < Infinity) queue.push(sources[i], distance[sources[i]]);
  }
  for (let v = queue.pop(); v >= 0; v = queue.pop()) {
    const d = distance[v];
    if (scanned[v] === d) continue; // an older entry of a node that is done
    scanned[v] = d;
    if (target >= 0 && queue.floor() > distance[target]) return;
    const end = start[v + 1];
    for (let i = start[v]; i < end; i++) {
      const to = neighbour[i];
      const candidate = d + neighbourWeight[i];
      if (candidate < distance[to]) {
        distance[to] = candidate;
        parent[to] = v;
        parentLink[to] = neighbourLink[i];
        queue.push(to, candidate);
      }
    }
  }
}

function searchByHeap(graph: Graph, sources: ArrayLike<number>, tree: PathTree, target: number): void {
  const { start, neighbour, neighbourWeight, neighbourLink } = graph;
  const { distance, parent, parentLink } = tree;
  tree.heap ??= new NodeHeap(distance.length);
  const heap = tree.heap;
  heap.clear();
  for (let i = 0; i < sources.length; i++) heap.push(sources[i], distance[sources[i]]);
  for (let v = heap.pop(); v >= 0; v = heap.pop()) {
    if (v === target) return;
    const d = distance[v];
    const end = start[v + 1];
    for (let i = start[v]; i < end; i++) {
      const to = neighbour[i];
      const candidate = d + neighbourWeight[i];
      if (candidate < distance[to]) {
        distance[to] = candidate;
        parent[to] = v;
        parentLink[to] = neighbourLink[i];
        heap.push(to, candidate);
      }
    }
  }
}
