import * as z from 'zod';
import { exceptionShape } from './book-kinds.ts';
import {
  type Basis,
  catalogSchema,
  identifier,
  isoDate,
  partialSchema,
  type Resolved,
  type SourcedNumber,
} from './field.ts';
import { type Kind, kinds } from './kinds.ts';

/** What a source is: from the document itself down to hearsay. */
export const sourceKinds = ['primary', 'record', 'aggregator', 'mirror', 'forum', 'file', 'own'] as const;

/** Where a number was read. Each source stands once, in catalog/sources.yaml. */
export interface Source {
  title: string;
  producer: string;
  /** ISO 8601 date, or year, or year and month. */
  date: string;
  url?: string;
  /** How far the source itself was seen: read in the original, quoted by another, or recalled. */
  seen: 'primary' | 'secondary' | 'not-seen';
  /**
   * Primary: document of who decides, sells or measures. Record: publication of record that quotes one. Second hand:
   * aggregator, mirror of another's page, forum, or dated public file that cites the page. Own: of this catalog.
   */
  kind?: (typeof sourceKinds)[number];
  /** Where it stands: page, volume, docket. */
  place?: string;
  /** Key of the source that was read, where this one was seen only as quoted. */
  quotedBy?: string;
}

/** What an entry said before a date. */
export interface Before {
  /** From this date on the entry reads as it does now. */
  date: string;
  /** Change: the world or the published figure changed. Correction: the catalog was wrong. */
  why: 'change' | 'correction';
  note?: string;
  /** Fields that read otherwise, those of every entry (`name`, `note`, `asOfDate`, `partner`) included. */
  fields: Record<string, unknown>;
  /** Fields that were not there. */
  without?: string[];
}

/** A rule of the catalog's check that does not hold for an entry, and why. */
export type Exception = Resolved<typeof exceptionShape>;

/** One published system, before its numbers are reduced to plain values. */
export interface CatalogEntry {
  id: string;
  kind: Kind;
  name: string;
  /** Date of the picture, ISO 8601. */
  asOfDate?: string;
  note?: string;
  /** Partner who provides it, where one does. */
  partner?: string;
  /** Since when it is known, ISO 8601; absent: since the first of its sources. */
  knownFrom?: string;
  before?: Before[];
  exceptions?: Exception[];
  file: string;
  /** Fields by the table of the kind: numbers as {@link SourcedNumber}. */
  fields: Record<string, unknown>;
}

/** Everything that is known, and from where. */
export interface Catalog {
  entries: { [K in Kind]: Record<string, CatalogEntry> };
  sources: Record<string, Source>;
  /** Changes when any entry or source changes, and with {@link Catalog.asOfDate}. */
  hash: string;
  /** As known at the end of this day, month or year; absent: all that it holds. */
  asOfDate?: string;
  /** Entries that were not known then, by id: since when they are. */
  later?: Record<string, string>;
}

/** Plain values of an entry of a kind. */
export type EntryValues<K extends Kind> = Resolved<(typeof kinds)[K]> & {
  id: string;
  name: string;
  partner?: string;
  asOfDate?: string;
  /** Entry of the catalog that it was made from. */
  entry?: string;
};

export const sourcesSchema = z.record(
  identifier,
  z.strictObject({
    title: z.string().min(1),
    producer: z.string().min(1),
    date: isoDate,
    url: z.string().url().optional(),
    seen: z.enum(['primary', 'secondary', 'not-seen']),
    kind: z.enum(sourceKinds).optional(),
    place: z.string().min(1).max(400).optional(),
    quotedBy: identifier.optional(),
  }),
);

/** Fields that every entry has beside those of its kind and that may have read otherwise before. */
const datedHeadShape = {
  name: z.string().min(1).max(200),
  asOfDate: isoDate.optional(),
  note: z.string().max(2000).optional(),
  partner: identifier.optional(),
};

/** Schema of one file of a kind: one entry, or a list of them. */
export function entrySchema(kind: Kind): z.ZodType<Record<string, unknown>> {
  const names = [...Object.keys(kinds[kind]), ...Object.keys(datedHeadShape)] as [string, ...string[]];
  return z.strictObject({
    id: identifier,
    ...datedHeadShape,
    knownFrom: isoDate.optional(),
    before: z
      .array(
        z.strictObject({
          date: isoDate,
          why: z.enum(['change', 'correction']),
          note: z.string().min(1).max(2000).optional(),
          fields: z.strictObject({
            ...datedHeadShape,
            name: datedHeadShape.name.optional(),
            ...partialSchema(kinds[kind]),
          }),
          without: z.array(z.enum(names)).max(100).optional(),
        }),
      )
      .max(100)
      .optional(),
    exceptions: z
      .array(z.strictObject(catalogSchema(exceptionShape)))
      .max(200)
      .optional(),
    ...catalogSchema(kinds[kind]),
  }) as unknown as z.ZodType<Record<string, unknown>>;
}

/** Whether a value of an entry is a number with its source. */
export function isSourced(value: unknown): value is SourcedNumber {
  return typeof value === 'object' && value !== null && 'value' in value && 'basis' in value;
}

/** Calls back for every sourced number of an entry, with its path such as `shells[0].altitudeKm`. */
export function eachNumber(
  fields: Record<string, unknown>,
  visit: (path: string, number: SourcedNumber) => void,
): void {
  const walk = (value: unknown, path: string): void => {
    if (isSourced(value)) visit(path, value);
    else if (Array.isArray(value)) for (const [i, item] of value.entries()) walk(item, `${path}[${i}]`);
    else if (typeof value === 'object' && value !== null)
      for (const [name, inner] of Object.entries(value)) walk(inner, path ? `${path}.${name}` : name);
  };
  walk(fields, '');
}

/** How many numbers of an entry rest on each basis. */
export function basisCounts(fields: Record<string, unknown>): Record<Basis, number> {
  const counts: Record<Basis, number> = { stated: 0, 'second-hand': 0, derived: 0, estimate: 0, assumption: 0 };
  eachNumber(fields, (_path, number) => {
    counts[number.basis]++;
  });
  return counts;
}
