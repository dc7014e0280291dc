/** What the sum of shares looks at of an edge. */
interface SharedEdge {
  from: string;
  to: string;
  group?: string;
  role?: string;
  fromDate?: string;
  untilDate?: string;
  shareFraction?: { value: number };
}

/** Edges of one consumer in one group, whose shares are more than the whole. */
export interface OverfullGroup {
  to: string;
  group?: string;
  from: string[];
  /** To two places, as people read it. */
  sum: number;
  edges: SharedEdge[];
}

/** Shares are given to two or three places: their sum may be off by as much. */
const SLACK = 0.01;

/** Groups whose shares add up to more than one; edges that have ended and candidates take no part. */
export function overfullGroups(edges: readonly SharedEdge[]): OverfullGroup[] {
  return shareGroups(edges).filter(({ sum }) => sum > 1 + SLACK);
}

/** Edges by consumer and group with the sum of their shares. */
export function shareGroups(edges: readonly SharedEdge[]): OverfullGroup[] {
  const groups = new Map<string, OverfullGroup>();
  for (const edge of edges) {
    if (edge.untilDate !== undefined || edge.role === 'candidate') continue;
    const { to, group } = edge;
    const key = JSON.stringify([to, group]);
    const found = groups.get(key) ?? { to, group, from: [], sum: 0, edges: [] };
    found.from.push(edge.from);
    found.edges.push(edge);
    found.sum += edge.shareFraction?.value ?? 0;
    groups.set(key, found);
  }
  return [...groups.values()].map((group) => ({ ...group, sum: Number(group.sum.toFixed(3)) }));
}
