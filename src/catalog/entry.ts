import * as z from 'zod';
import { type Basis, catalogSchema, identifier, type Resolved, type SourcedNumber } from './field.ts';
import { type Kind, kinds } from './kinds.ts';

/** Where a number was read. Each source stands once, in catalog/sources.yaml. */
export interface Source {
  title: string;
  producer: string;
  /** ISO 8601 date, or year, or year and month. */
  date: string;
  url?: string;
  /** How far the source itself was seen: read in the original, quoted by another, or recalled. */
  seen: 'primary' | 'secondary' | 'not-seen';
}

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
  file: string;
  /** Fields by the table of the kind: numbers as {@link SourcedNumber}. */
  fields: Record<string, unknown>;
}

/** Everything that is known, and from where. */
export interface Catalog {
  entries: { [K in Kind]: Record<string, CatalogEntry> };
  sources: Record<string, Source>;
  /** Changes when any entry or source changes. */
  hash: string;
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

const date = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'expected a date such as 2026-05-12, 2026-05 or 2026');

export const sourcesSchema = z.record(
  identifier,
  z.strictObject({
    title: z.string().min(1),
    producer: z.string().min(1),
    date,
    url: z.string().url().optional(),
    seen: z.enum(['primary', 'secondary', 'not-seen']),
  }),
);

/** Fields that every entry has beside those of its kind. */
export const headShape = {
  id: identifier,
  name: z.string().min(1).max(200),
  asOfDate: date.optional(),
  note: z.string().max(2000).optional(),
  partner: identifier.optional(),
};

/** Schema of one file of a kind: one entry, or a list of them. */
export function entrySchema(kind: Kind): z.ZodType<Record<string, unknown>> {
  return z.strictObject({ ...headShape, ...catalogSchema(kinds[kind]) }) as unknown as z.ZodType<
    Record<string, unknown>
  >;
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
  const counts: Record<Basis, number> = { stated: 0, derived: 0, estimate: 0, assumption: 0 };
  eachNumber(fields, (_path, number) => {
    counts[number.basis]++;
  });
  return counts;
}
