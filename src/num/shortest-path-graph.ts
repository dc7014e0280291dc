/** Undirected links with their lengths, in the order in which they were added; arrays may be longer than `linkCount`. */
export interface LinkList {
  linkCount: number;
  from: Int32Array;
  to: Int32Array;
  weight: Float64Array;
}

/** The links of each node in compressed rows: those of node v stand at `start[v]` up to `start[v + 1]`. */
export interface Graph {
  nodeCount: number;
  links: LinkList;
  start: Int32Array;
  neighbour: Int32Array;
  neighbourWeight: Float64Array;
  /** Number of the link in `links`. */
  neighbourLink: Int32Array;
  /** Shortest weight above zero; Infinity where there is none. */
  shortest: number;
  /** Longest weight; 0 where there is no link. */
  longest: number;
}

export function emptyLinks(capacity = 1024): LinkList {
  return {
    linkCount: 0,
    from: new Int32Array(capacity),
    to: new Int32Array(capacity),
    weight: new Float64Array(capacity),
  };
}

export function addLink(links: LinkList, from: number, to: number, weight: number): void {
  if (links.linkCount === links.from.length) grow(links);
  const k = links.linkCount++;
  links.from[k] = from;
  links.to[k] = to;
  links.weight[k] = weight;
}

/** Undirected graph of a list of links. */
export function graphOf(nodeCount: number, links: LinkList): Graph {
  const graph: Graph = {
    nodeCount: 0,
    links,
    start: new Int32Array(0),
    neighbour: new Int32Array(0),
    neighbourWeight: new Float64Array(0),
    neighbourLink: new Int32Array(0),
    shortest: Infinity,
    longest: 0,
  };
  fillGraph(graph, nodeCount);
  return graph;
}

/**
 * Sorts the links into rows by node, again after `graph.links` has changed; arrays are kept where they are long enough.
 *
 * @throws RangeError where a link ends at no node or its weight is negative or NaN
 */
export function fillGraph(graph: Graph, nodeCount: number): void {
  const { linkCount, from, to, weight } = graph.links;
  if (graph.start.length < nodeCount + 1) graph.start = new Int32Array(nodeCount + 1);
  if (graph.neighbour.length < 2 * linkCount) {
    const length = 2 * graph.links.from.length;
    graph.neighbour = new Int32Array(length);
    graph.neighbourWeight = new Float64Array(length);
    graph.neighbourLink = new Int32Array(length);
  }
  graph.nodeCount = nodeCount;
  const { start, neighbour, neighbourWeight, neighbourLink } = graph;
  start.fill(0);
  let shortest = Infinity;
  let longest = 0;
  for (let k = 0; k < linkCount; k++) {
    const a = from[k];
    const b = to[k];
    if (a < 0 || b < 0 || a >= nodeCount || b >= nodeCount)
      throw new RangeError(`link ${k} ends at no node: ${a}-${b}`);
    start[a]++;
    start[b]++;
    const w = weight[k];
    if (!(w >= 0)) throw new RangeError(`link weight must not be negative: ${w}`);
    if (w < shortest && w > 0) shortest = w;
    if (w > longest) longest = w;
  }
  graph.shortest = shortest;
  graph.longest = longest;
  let sum = 0;
  for (let v = 0; v <= nodeCount; v++) {
    sum += v < nodeCount ? start[v] : 0;
    start[v] = sum; // end of row v; falls to its beginning below
  }
  for (let k = linkCount - 1; k >= 0; k--) {
    const a = from[k];
    const b = to[k];
    const i = --start[a];
    neighbour[i] = b;
    neighbourWeight[i] = weight[k];
    neighbourLink[i] = k;
    const j = --start[b];
    neighbour[j] = a;
    neighbourWeight[j] = weight[k];
    neighbourLink[j] = k;
  }
}

function grow(links: LinkList): void {
  const length = Math.max(16, 2 * links.from.length);
  const from = new Int32Array(length);
  const to = new Int32Array(length);
  const weight = new Float64Array(length);
  from.set(links.from);
  to.set(links.to);
  weight.set(links.weight);
  links.from = from;
  links.to = to;
  links.weight = weight;
}
