import { type Buckets, emptyBuckets, growEntries, resetBuckets } from './bucket-queue.ts';
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
  buckets: Buckets;
  heap: NodeHeap | null;
}

/** Nodes whose distance a caller wants. */
export interface Wanted {
  /** [node] above 0: wanted. */
  isWanted: ArrayLike<number>;
  count: number;
}

export function emptyTree(nodeCount: number): PathTree {
  return {
    distance: new Float64Array(nodeCount).fill(Infinity),
    parent: new Int32Array(nodeCount).fill(-1),
    parentLink: new Int32Array(nodeCount).fill(-1),
    scanned: new Float64Array(nodeCount),
    buckets: emptyBuckets(),
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
 * @param until the search ends once these are settled; nodes beyond may be unset
 * @param tree receives the result; must be as long as the graph has nodes
 */
export function shortestPaths(
  graph: Graph,
  sources: number | ArrayLike<number>,
  tree: PathTree = emptyTree(graph.nodeCount),
  startDistance?: ArrayLike<number>,
  until?: number | Wanted,
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
  if (Number.isNaN(width)) searchByHeap(graph, list, tree, typeof until === 'number' ? until : -1);
  else searchByBuckets(graph, list, tree, until, width, span);
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
  if (!(most < Infinity && most > 1e-290)) return Number.NaN;
  const width = Math.max(Math.min(shortest, most), most / 2048);
  return (most + span) / width < MAX_BUCKETS ? width : Number.NaN;
}

/**
 * Takes nodes bucket by bucket. Within a bucket the order is free: a node that is lowered after it was taken is put in again,
 * which never happens where the width is under the shortest link, so the result is exact for every width.
 */
function searchByBuckets(
  graph: Graph,
  sources: ArrayLike<number>,
  tree: PathTree,
  until: number | Wanted | undefined,
  width: number,
  span: number,
): void {
  const { start, neighbour, neighbourWeight, neighbourLink } = graph;
  const { distance, parent, parentLink, scanned, buckets } = tree;
  resetBuckets(buckets, width, graph.longest + span + width);
  const { head } = buckets;
  const mask = buckets.bucketCount - 1;
  let { entryNode, entryNext } = buckets;
  const perWidth = 1 / width;
  let used = 0;
  let free = -1;
  let held = 0;
  scanned.fill(Infinity, 0, graph.nodeCount);
  for (let i = 0; i < sources.length; i++) {
    const node = sources[i];
    if (!(distance[node] < Infinity)) continue;
    if (used === entryNode.length) {
      growEntries(buckets);
      ({ entryNode, entryNext } = buckets);
    }
    const bucket = Math.floor(distance[node] * perWidth) & mask;
    entryNode[used] = node;
    entryNext[used] = head[bucket];
    head[bucket] = used++;
    held++;
  }
  let round = 0; // distance of the current bucket in widths
  let bucket = 0;
  const target = typeof until === 'number' ? until : -1;
  const wanted = typeof until === 'object' ? until : null;
  let missing = wanted ? wanted.count : -1;
  let lastRound = -1; // in which the last of the wanted nodes was taken
  while (held > 0) {
    while (head[bucket] < 0) {
      round++;
      bucket = (bucket + 1) & mask;
    }
    if (target >= 0 && distance[target] * perWidth < round) return;
    if (missing === 0 && round > lastRound) return;
    const entry = head[bucket];
    head[bucket] = entryNext[entry];
    entryNext[entry] = free;
    free = entry;
    held--;
    const v = entryNode[entry];
    const d = distance[v];
    if (scanned[v] === d) continue; // an older entry of a node that is done
    if (wanted !== null && scanned[v] === Infinity && wanted.isWanted[v] > 0) {
      missing--;
      lastRound = round;
    }
    scanned[v] = d;
    const end = start[v + 1];
    for (let i = start[v]; i < end; i++) {
      const to = neighbour[i];
      const candidate = d + neighbourWeight[i];
      if (!(candidate < distance[to])) continue;
      distance[to] = candidate;
      parent[to] = v;
      parentLink[to] = neighbourLink[i];
      let spare = free;
      if (spare >= 0) free = entryNext[spare];
      else {
        spare = used++;
        if (spare === entryNode.length) {
          growEntries(buckets);
          ({ entryNode, entryNext } = buckets);
        }
      }
      const into = Math.floor(candidate * perWidth) & mask;
      entryNode[spare] = to;
      entryNext[spare] = head[into];
      head[into] = spare;
      held++;
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
