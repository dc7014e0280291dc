import type { BookEdge } from './supply-graph.ts';

/** Function that the book says an entry of the catalog serves; undefined where it says none. */
export function functionOf(entry: string, edges: readonly BookEdge[]): string | undefined {
  const makes = edges.find(
    ({ to, kind, forFunction }) =>
      to === entry && forFunction !== undefined && (kind === 'builds' || kind === 'provides'),
  );
  return makes?.forFunction;
}
