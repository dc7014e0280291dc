import type { Graph } from './shortest-path-graph.ts';

/** The cheapest set of nodes whose loss parts two others. */
export interface NodeCut {
  /** Sum of the costs; Infinity where no allowed set parts them. */
  value: number;
  /** The nodes of one cheapest set; empty where there is none, and where the two are apart already. */
  nodes: number[];
}

/**
 * Cheapest set of nodes whose removal leaves no path between two nodes: greatest flow through split nodes (Dinic).
 *
 * @param cost [node] price of removing it; Infinity: it cannot be removed. Source and target never are.
 * @source dinic-1970
 */
export function minNodeCut(graph: Graph, source: number, target: number, cost: ArrayLike<number>): NodeCut {
  if (source === target) return { value: Infinity, nodes: [] };
  const net = splitNodes(graph, source, target, cost);
  let value = 0;
  while (layer(net, 2 * source + 1, 2 * target)) {
    net.cursor.set(net.first);
    for (;;) {
      const pushed = augment(net, 2 * source + 1, 2 * target);
      if (pushed === 0) break;
      value += pushed;
      if (value === Infinity) return { value, nodes: [] };
    }
  }
  const nodes: number[] = [];
  for (let v = 0; v < graph.nodeCount; v++) if (net.level[2 * v] >= 0 && net.level[2 * v + 1] < 0) nodes.push(v);
  return { value, nodes };
}

/** Arcs in pairs: arc a ^ 1 goes back. Node v enters at 2v and leaves at 2v + 1. */
interface FlowNet {
  first: Int32Array;
  next: Int32Array;
  head: Int32Array;
  room: Float64Array;
  level: Int32Array;
  cursor: Int32Array;
  queue: Int32Array;
  /** Arcs of the path that is being followed. */
  trail: Int32Array;
}

function splitNodes(graph: Graph, source: number, target: number, cost: ArrayLike<number>): FlowNet {
  const { nodeCount, links } = graph;
  const arcCount = 2 * (nodeCount + 2 * links.linkCount);
  const net: FlowNet = {
    first: new Int32Array(2 * nodeCount).fill(-1),
    next: new Int32Array(arcCount),
    head: new Int32Array(arcCount),
    room: new Float64Array(arcCount),
    level: new Int32Array(2 * nodeCount),
    cursor: new Int32Array(2 * nodeCount),
    queue: new Int32Array(2 * nodeCount),
    trail: new Int32Array(2 * nodeCount),
  };
  let arc = 0;
  const half = (from: number, to: number, room: number) => {
    net.head[arc] = to;
    net.room[arc] = room;
    net.next[arc] = net.first[from];
    net.first[from] = arc++;
  };
  const add = (from: number, to: number, room: number) => {
    half(from, to, room);
    half(to, from, 0);
  };
  for (let v = 0; v < nodeCount; v++) {
    const room = v === source || v === target ? Infinity : cost[v];
    if (!(room >= 0)) throw new RangeError(`cost must not be negative: ${room}`);
    add(2 * v, 2 * v + 1, room);
  }
  for (let k = 0; k < links.linkCount; k++) {
    add(2 * links.from[k] + 1, 2 * links.to[k], Infinity);
    add(2 * links.to[k] + 1, 2 * links.from[k], Infinity);
  }
  return net;
}

/** Distance in arcs from the source; whether the target is reached. */
function layer({ first, next, head, room, level, queue }: FlowNet, source: number, target: number): boolean {
  level.fill(-1);
  level[source] = 0;
  queue[0] = source;
  for (let read = 0, written = 1; read < written; read++) {
    const v = queue[read];
    for (let a = first[v]; a >= 0; a = next[a]) {
      if (!(room[a] > 0) || level[head[a]] >= 0) continue;
      level[head[a]] = level[v] + 1;
      queue[written++] = head[a];
    }
  }
  return level[target] >= 0;
}

/** Pushes what one path of the layers can carry. @returns 0 where there is no path left */
function augment({ next, head, room, level, cursor, trail }: FlowNet, source: number, target: number): number {
  let depth = 0;
  let v = source;
  while (v !== target) {
    const a = cursor[v];
    if (a < 0) {
      if (v === source) return 0;
      level[v] = -1; // a dead end
      v = head[trail[--depth] ^ 1];
      cursor[v] = next[cursor[v]];
    } else if (room[a] > 0 && level[head[a]] === level[v] + 1) {
      trail[depth++] = a;
      v = head[a];
    } else cursor[v] = next[a];
  }
  let least = Infinity;
  for (let i = 0; i < depth; i++) if (room[trail[i]] < least) least = room[trail[i]];
  for (let i = 0; i < depth && least < Infinity; i++) {
    room[trail[i]] -= least;
    room[trail[i] ^ 1] += least;
  }
  return least;
}
