import { firstDay, lastDay } from '../num/dates.ts';
import { catalogAsOf } from './as-of.ts';
import type { Before, Catalog, CatalogEntry } from './entry.ts';
import { isSourced } from './entry.ts';
import type { SourcedNumber } from './field.ts';
import type { Kind } from './kinds.ts';

/** A value of an entry, an edge or a record: a number with its source, or words. */
export type DiffValue = SourcedNumber | string | boolean | number | undefined;

/** One value that reads otherwise. */
export interface ValueChange {
  kind: Kind;
  entry: string;
  /** `productionPerYr`, or `edges[builds spacex > falcon-9].shareFraction`. */
  path: string;
  /** Absent: it was not there. */
  before?: DiffValue;
  /** Absent: it is not there any more. */
  after?: DiffValue;
  /** Change of the world, or correction of the catalog; where the entry tells. */
  why?: Before['why'];
  note?: string;
}

export interface EntryName {
  kind: Kind;
  id: string;
  name: string;
}

/** How the catalog of one date differs from that of another. */
export interface CatalogDiff {
  from: string;
  to: string;
  added: EntryName[];
  removed: EntryName[];
  /** Values of entries that stand in both. */
  values: ValueChange[];
}

/**
 * What changed in the catalog between two dates: entries and values added, removed and changed.
 *
 * Of the partner books the latest of each date are compared as one, whatever their names.
 */
export function diffCatalog(catalog: Catalog, from: string, to: string): CatalogDiff {
  const [before, after] = [catalogAsOf(catalog, from), catalogAsOf(catalog, to)];
  const diff: CatalogDiff = { from, to, added: [], removed: [], values: [] };
  for (const kind of Object.keys(catalog.entries) as Kind[]) {
    const [was, is] = [byName(kind, before), byName(kind, after)];
    for (const [name, entry] of Object.entries(is)) if (!was[name]) diff.added.push(nameOf(entry));
    for (const [name, entry] of Object.entries(was)) if (!is[name]) diff.removed.push(nameOf(entry));
    for (const [name, entry] of Object.entries(is)) {
      const earlier = was[name];
      if (earlier) diff.values.push(...changesOf(earlier, entry, from, to));
    }
  }
  return diff;
}

const nameOf = ({ kind, id, name }: CatalogEntry): EntryName => ({ kind, id, name });

/** Entries by identifier; of the books only the latest, under one name. */
function byName(kind: Kind, { entries }: Catalog): Record<string, CatalogEntry> {
  if (kind !== 'partners') return entries[kind];
  const books = Object.values(entries.partners).filter(({ fields }) => Array.isArray(fields.edges));
  const latest = books.sort((a, b) => ((a.asOfDate ?? '') < (b.asOfDate ?? '') ? 1 : -1))[0];
  return latest ? { book: latest } : {};
}

function changesOf(before: CatalogEntry, after: CatalogEntry, from: string, to: string): ValueChange[] {
  const [was, is] = [valuesOf(before), valuesOf(after)];
  const paths = [...new Set([...was.keys(), ...is.keys()])];
  return paths
    .filter((path) => JSON.stringify(plain(was.get(path))) !== JSON.stringify(plain(is.get(path))))
    .map((path) => ({
      kind: after.kind,
      entry: after.id,
      path,
      before: was.get(path),
      after: is.get(path),
      ...reasonOf(after, path, from, to),
    }));
}

/** Of a number only what it says and where it was read: not how the words about it stand. */
function plain(value: DiffValue): unknown {
  if (typeof value !== 'object') return value;
  const { value: number, low, high, source, basis, priceYear, currency } = value;
  return [number, low, high, source, basis, priceYear, currency];
}

function reasonOf({ before = [] }: CatalogEntry, path: string, from: string, to: string) {
  const top = path.split(/[.[]/)[0];
  const block = before.find(
    ({ date, fields, without }) =>
      firstDay(date) > lastDay(from) && firstDay(date) <= lastDay(to) && (top in fields || without?.includes(top)),
  );
  return block ? { why: block.why, note: block.note } : {};
}

/** Every value of an entry by a path that stays when others are added before it. */
export function valuesOf({ name, asOfDate, partner, fields }: CatalogEntry): Map<string, DiffValue> {
  const found = new Map<string, DiffValue>();
  const walk = (value: unknown, path: string): void => {
    if (value === undefined) return;
    if (Array.isArray(value)) walkList(value, path);
    else if (typeof value !== 'object' || isSourced(value)) found.set(path, value as DiffValue);
    else for (const [key, inner] of Object.entries(value as object)) walk(inner, path ? `${path}.${key}` : key);
  };
  const walkList = (list: readonly unknown[], path: string): void => {
    if (list.every((item) => typeof item === 'string')) found.set(path, list.join(', '));
    else {
      const seen = new Map<string, number>();
      list.forEach((item, i) => {
        const key = keyOf(item as Record<string, unknown>) ?? String(i);
        const times = (seen.get(key) ?? 0) + 1;
        seen.set(key, times);
        walk(item, `${path}[${times > 1 ? `${key}, ${times}` : key}]`);
      });
    }
  };
  walk({ name, asOfDate, partner, ...fields }, '');
  return found;
}

/** What an edge, a record or a shell is known by. */
function keyOf(item: Record<string, unknown>): string | undefined {
  const { id, kind, from, to, forFunction, date, partner, title, market, year } = item;
  if (from !== undefined && to !== undefined)
    return [kind, from, '>', to, forFunction === to ? undefined : forFunction]
      .filter((part) => part !== undefined)
      .join(' '); // prettier-ignore
  if (title !== undefined) return [date, partner, title].join(' ');
  if (market !== undefined) return `${market} ${year}`;
  return id === undefined ? undefined : String(id);
}
