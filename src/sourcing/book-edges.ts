import type { Catalog } from '../catalog/entry.ts';
import { isSourced } from '../catalog/entry.ts';
import type { SourcedNumber } from '../catalog/field.ts';
import type { BookEdge } from '../dependence/supply-graph.ts';

/** An edge of the book with its numbers as the catalog has them: with ranges, price years, sources. */
export type SourcedEdge = Omit<BookEdge, NumberName> & { [K in NumberName]?: SourcedNumber };
type NumberName = 'shareFraction' | 'valueMusd' | 'unitsCount' | 'fixedMusd' | 'capacityPerYr' | 'delayYr';

/** Edges of a book of the catalog. */
export function bookEdges(catalog: Catalog, book: string | undefined): SourcedEdge[] {
  const entry = book === undefined ? undefined : catalog.entries.partners[book];
  return (entry?.fields.edges ?? []) as SourcedEdge[];
}

/** A number of an entry of the catalog with its range; undefined where the entry lacks it. */
export function sourcedField(catalog: Catalog, entryId: string, name: string): SourcedNumber | undefined {
  for (const byId of Object.values(catalog.entries)) {
    const value = byId[entryId]?.fields[name];
    if (isSourced(value)) return value;
  }
  return undefined;
}
