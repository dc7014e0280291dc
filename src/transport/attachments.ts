import { shortestPaths } from '../num/shortest-path.ts';
import { addEndLinks, endNode, type RouteEnd } from './ends.ts';
import type { Outages } from './outages.ts';
import type { Transport } from './transport.ts';

/** The first links of an end of a route, kept apart from the graph so that many ends can share it. */
export interface Attachments {
  node: Int32Array;
  timeS: Float64Array;
}

/** First links of an end at the moment for which the satellites stand. @param isIn see `addEndLinks` */
export function attachmentsOf(
  transport: Transport,
  end: RouteEnd,
  atS: number,
  outages: Outages,
  isIn: (satellite: number) => boolean,
): Attachments {
  const { links } = transport;
  const before = links.linkCount;
  const node = endNode(transport, end, 0);
  if (node < transport.firstEnd) {
    // the end is itself a node of the graph
    addEndLinks(transport, end, node, atS, outages, isIn);
    const count = links.linkCount - before;
    const found = { node: new Int32Array(count + 1), timeS: new Float64Array(count + 1) };
    found.node[0] = node;
    found.node.set(links.to.subarray(before, before + count), 1);
    found.timeS.set(links.weight.subarray(before, before + count), 1);
    links.linkCount = before;
    return found;
  }
  addEndLinks(transport, end, node, atS, outages, isIn);
  const found = {
    node: links.to.slice(before, links.linkCount),
    timeS: links.weight.slice(before, links.linkCount),
  };
  links.linkCount = before;
  return found;
}

/** Fills the tree of the transport from an end. @returns false where the end sees nothing */
export function treeFrom(transport: Transport, from: Attachments): boolean {
  if (from.node.length === 0) return false;
  shortestPaths(transport.graph, from.node, transport.tree, from.timeS);
  return true;
}

/** One-way time from the root of the tree to an end. @returns Infinity where there is no way */
export function timeTo({ tree }: Transport, to: Attachments): number {
  let best = Infinity;
  for (let i = 0; i < to.node.length; i++) {
    const s = tree.distance[to.node[i]] + to.timeS[i];
    if (s < best) best = s;
  }
  return best;
}
