import { firstDay, lastDay } from '../num/dates.ts';
import type { Catalog, CatalogEntry, Source } from './entry.ts';
import { eachNumber } from './entry.ts';
import type { Shape } from './field.ts';
import { hashText } from './hash.ts';
import { type Kind, kinds } from './kinds.ts';

type Item = Record<string, unknown> & { knownFrom?: string; date?: string; fromDate?: string; untilDate?: string };

/**
 * The catalog as it was known at the end of a day, a month or a year: entries, edges and records of a later date are
 * absent, and fields read as they did then.
 *
 * A number keeps its value of today where its entry tells no earlier one.
 */
export function catalogAsOf(catalog: Catalog, date: string): Catalog {
  const day = lastDay(date);
  const later: Record<string, string> = {};
  const isKnown = (id: string) => !Object.hasOwn(later, id);
  const entries = mapEntries(catalog, (entry) => {
    if (entry.knownFrom === undefined || firstDay(entry.knownFrom) <= day) return entryAsOf(entry, day);
    later[entry.id] = entry.knownFrom;
    return undefined;
  });
  const known = (kind: Kind, entry: CatalogEntry) =>
    withFields(entry, knownItems(kinds[kind], entry.fields, day, catalog.sources, isKnown));
  const hash = hashText(`${catalog.hash}@${date}`);
  return {
    ...catalog,
    entries: mapEntries({ entries }, (entry) => known(entry.kind, entry)),
    asOfDate: date,
    later,
    hash,
  };
}

function mapEntries(
  { entries }: Pick<Catalog, 'entries'>,
  change: (entry: CatalogEntry) => CatalogEntry | undefined,
): Catalog['entries'] {
  const changed = Object.entries(entries).map(([kind, byId]) => {
    const kept = Object.values(byId).map(change);
    return [kind, Object.fromEntries(kept.flatMap((entry) => (entry ? [[entry.id, entry]] : [])))];
  });
  return Object.fromEntries(changed) as Catalog['entries'];
}

/** The entry with what it said before, the block of the earliest date after the day on top. */
function entryAsOf(entry: CatalogEntry, day: string): CatalogEntry {
  const blocks = (entry.before ?? [])
    .filter(({ date }) => firstDay(date) > day)
    .sort((a, b) => (firstDay(a.date) < firstDay(b.date) ? 1 : -1));
  let then = entry;
  for (const { fields, without } of blocks) {
    const { name, asOfDate, note, partner, ...own } = fields as Partial<CatalogEntry> & Record<string, unknown>;
    const head = Object.fromEntries(
      Object.entries({ name, asOfDate, note, partner }).filter(([, value]) => value !== undefined),
    );
    const merged = { ...then, ...head, fields: { ...then.fields, ...own } };
    for (const key of without ?? []) {
      delete merged.fields[key];
      if (key === 'asOfDate' || key === 'note' || key === 'partner') delete merged[key];
    }
    then = merged;
  }
  return then;
}

function withFields(entry: CatalogEntry, fields: Record<string, unknown>): CatalogEntry {
  return fields === entry.fields ? entry : { ...entry, fields };
}

/** Fields without the edges and records that were not known. */
function knownItems(
  shape: Shape,
  fields: Record<string, unknown>,
  day: string,
  sources: Record<string, Source>,
  isKnown: (id: string) => boolean,
): Record<string, unknown> {
  let kept = fields;
  for (const [name, field] of Object.entries(shape)) {
    const items = fields[name];
    if (field.kind !== 'list' || !Array.isArray(items)) continue;
    const isEdges = name === 'edges';
    if (!isEdges && !field.isRecord) continue;
    const since = (item: Item) =>
      item.knownFrom ?? item.date ?? (isEdges ? item.fromDate : firstSourceDate(item, sources));
    const left = (items as Item[]).filter((item) => {
      const date = since(item);
      if (date !== undefined && firstDay(date) > day) return false;
      return !isEdges || (isKnown(String(item.from)) && isKnown(String(item.to)));
    });
    // an end that lies after the day had not come yet
    const isOver = ({ untilDate }: Item) => untilDate === undefined || firstDay(untilDate) <= day;
    const dated = isEdges ? left.map((item) => (isOver(item) ? item : withoutEnd(item))) : left;
    if (dated.some((item, i) => item !== items[i]) || dated.length < items.length) kept = { ...kept, [name]: dated };
  }
  return kept;
}

function withoutEnd({ untilDate, ...edge }: Item): Item {
  return edge;
}

/** Date of the earliest source of the numbers of a record, the catalog's own assumptions apart. */
function firstSourceDate(item: Item, sources: Record<string, Source>): string | undefined {
  let first: string | undefined;
  eachNumber(item, (_path, { source }) => {
    const found = sources[source];
    if (found && found.kind !== 'own' && (first === undefined || firstDay(found.date) < firstDay(first)))
      first = found.date;
  });
  return first;
}
