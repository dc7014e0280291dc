import type { Graph } from './shortest-path-graph.ts';

/** [node] number of its connected part, parts numbered from 0 in the order of their first node. */
export function connectedParts(graph: Graph): { part: Int32Array; partCount: number } {
  const { nodeCount, start, neighbour } = graph;
  const part = new Int32Array(nodeCount).fill(-1);
  const stack = new Int32Array(nodeCount);
  let partCount = 0;
  for (let root = 0; root < nodeCount; root++) {
    if (part[root] >= 0) continue;
    part[root] = partCount;
    stack[0] = root;
    for (let size = 1; size > 0; ) {
      const v = stack[--size];
      for (let i = start[v]; i < start[v + 1]; i++) {
        if (part[neighbour[i]] >= 0) continue;
        part[neighbour[i]] = partCount;
        stack[size++] = neighbour[i];
      }
    }
    partCount++;
  }
  return { part, partCount };
}
