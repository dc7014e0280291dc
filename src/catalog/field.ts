import * as z from 'zod';
import { type Said, said } from '../flow/said.ts';
import { isDate } from '../num/dates.ts';

/**
 * Fields of a catalog entry. One table per kind of entry drives the catalog's check, what a scenario may override, the
 * type of the resolved record, the JSON Schema and the reference in the docs.
 */
export interface QuantityField<Optional extends boolean = boolean> {
  kind: 'quantity';
  doc: string;
  min: number;
  max: number;
  integer: boolean;
  /** Money: the catalog must state the price year. */
  money: boolean;
  optional: Optional;
}

export interface TextField<Optional extends boolean = boolean> {
  kind: 'text';
  doc: string;
  /** ISO 8601 date; absent: any text. */
  isDate?: boolean;
  optional: Optional;
}

/** A calendar or fiscal year: a plain number that needs no source of its own. */
export interface YearField<Optional extends boolean = boolean> {
  kind: 'year';
  doc: string;
  optional: Optional;
}

export interface FlagField<Optional extends boolean = boolean> {
  kind: 'flag';
  doc: string;
  optional: Optional;
}

export interface ChoiceField<Value extends string = string, Optional extends boolean = boolean> {
  kind: 'choice';
  doc: string;
  values: readonly Value[];
  optional: Optional;
}

/** A list of words, such as identifiers of sites. */
export interface WordsField<Optional extends boolean = boolean> {
  kind: 'words';
  doc: string;
  values?: readonly string[];
  optional: Optional;
}

export interface ListField<Item extends Shape = Shape, Optional extends boolean = boolean> {
  kind: 'list';
  doc: string;
  item: Item;
  maxItems: number;
  /** Kept for readers and for checks: no run computes with its numbers, so they do not count among those that went in. */
  isRecord?: boolean;
  optional: Optional;
}

export type Field = QuantityField | YearField | TextField | FlagField | ChoiceField | WordsField | ListField;
export type Shape = { [name: string]: Field };

type ValueOf<F> = F extends QuantityField | YearField
  ? number
  : F extends ChoiceField<infer V>
    ? V
    : F extends TextField
      ? string
      : F extends FlagField
        ? boolean
        : F extends WordsField
          ? string[]
          : F extends ListField<infer S>
            ? Resolved<S>[]
            : never;

type RequiredNames<S extends Shape> = {
  [K in keyof S]: S[K]['optional'] extends true ? never : K;
}[keyof S];

/** Plain values of an entry of this shape: numbers without their sources. */
export type Resolved<S extends Shape> = { [K in RequiredNames<S>]: ValueOf<S[K]> } & {
  [K in Exclude<keyof S, RequiredNames<S>>]?: ValueOf<S[K]>;
};

interface Range {
  min?: number;
  max?: number;
  integer?: boolean;
  money?: boolean;
}

/** A required number with its allowed range, ends included. */
export function quantity(doc: string, range: Range = {}): QuantityField<false> {
  return { ...numberField(doc, range), optional: false };
}

/** As {@link quantity}, but an entry may leave it out. */
export function maybeQuantity(doc: string, range: Range = {}): QuantityField<true> {
  return { ...numberField(doc, range), optional: true };
}

export function text(doc: string): TextField<false> {
  return { kind: 'text', doc, optional: false };
}

export function maybeText(doc: string): TextField<true> {
  return { kind: 'text', doc, optional: true };
}

export function dateText(doc: string): TextField<false> {
  return { kind: 'text', doc, isDate: true, optional: false };
}

export function maybeDate(doc: string): TextField<true> {
  return { kind: 'text', doc, isDate: true, optional: true };
}

export function year(doc: string): YearField<false> {
  return { kind: 'year', doc, optional: false };
}

export function maybeYear(doc: string): YearField<true> {
  return { kind: 'year', doc, optional: true };
}

export function maybeFlag(doc: string): FlagField<true> {
  return { kind: 'flag', doc, optional: true };
}

export function choice<const V extends string>(doc: string, values: readonly V[]): ChoiceField<V, false> {
  return { kind: 'choice', doc, values, optional: false };
}

export function maybeChoice<const V extends string>(doc: string, values: readonly V[]): ChoiceField<V, true> {
  return { kind: 'choice', doc, values, optional: true };
}

export function words(doc: string, values?: readonly string[]): WordsField<false> {
  return { kind: 'words', doc, values, optional: false };
}

export function maybeWords(doc: string, values?: readonly string[]): WordsField<true> {
  return { kind: 'words', doc, values, optional: true };
}

export function maybeList<S extends Shape>(doc: string, item: S, maxItems = 1000): ListField<S, true> {
  return { kind: 'list', doc, item, maxItems, optional: true };
}

/** As {@link maybeList}, of what no run computes with: kept for readers, for checks and for the history. */
export function maybeRecords<S extends Shape>(doc: string, item: S, maxItems = 1000): ListField<S, true> {
  return { ...maybeList(doc, item, maxItems), isRecord: true };
}

export const identifier = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'problem.identifier');

export const isoDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'problem.date')
  .refine(isDate, 'problem.no-date');

/**
 * How far to trust a number, best first. Stated: in a primary document, or in a publication of record that quotes one.
 * Second-hand: by an aggregator, a copy, a forum or a dated public file.
 */
export const bases = ['stated', 'second-hand', 'derived', 'estimate', 'assumption'] as const;
export type Basis = (typeof bases)[number];

export const rangeKinds = ['bounds', 'band80'] as const;
export const distributions = ['triangular', 'lognormal'] as const;

const calendarYear = z.number().int().min(1950).max(2100);

/** A number that can be traced: where it was read, and how far to trust it. */
export function sourced(field: QuantityField): z.ZodType<SourcedNumber, SourcedNumber> {
  return once(`sourced ${rangeKey(field)}`, () => sourcedSchema(field)) as z.ZodType<SourcedNumber, SourcedNumber>;
}

/** One schema object for all fields of one range: the JSON Schema then holds it once. */
function once(key: string, make: () => z.ZodType): z.ZodType {
  const known = schemas.get(key) ?? make();
  schemas.set(key, known);
  return known;
}

const schemas = new Map<string, z.ZodType>();

function rangeKey({ min, max, integer, money }: QuantityField): string {
  return `${min} ${max} ${integer} ${money}`;
}

/** @param isOwn a scenario may leave out what it rests on: all of source, where and basis, or none */
function sourcedSchema(field: QuantityField, isOwn = false): z.ZodType {
  const number = plainNumber(field);
  const must = <T extends z.ZodType>(schema: T) => (isOwn ? schema.optional() : schema) as T;
  const base = z.strictObject({
    value: number,
    low: number.optional(),
    high: number.optional(),
    source: must(identifier.describe('key in catalog/sources.yaml')),
    where: must(z.string().min(1).max(600).describe('page, table or section; for an assumption: the reason')),
    basis: must(z.enum(bases)),
    via: z.string().min(1).max(400).optional().describe('what was read instead of the primary document'),
    quotedBy: identifier.optional().describe('key of the source that was read, where it only quotes the first'),
    rangeKind: z
      .enum(rangeKinds)
      .optional()
      .describe('bounds: low and high are the ends (default); band80: the 10th and 90th percentile'),
    distribution: z.enum(distributions).optional().describe('how it spreads between them; default triangular'),
    fact: identifier.optional().describe('name of a fact: all numbers of the catalog under one name must agree'),
    ...(field.money ? { priceYear: must(calendarYear), currency: z.enum(['USD', 'EUR']).default('USD') } : {}),
  });
  return base.superRefine((given, problem) => {
    const report: Report = (key, { code, args }) =>
      problem.addIssue({ code: 'custom', path: [key], message: code, ...(args && { params: args }) });
    checkRange(given, report);
    if (isOwn) checkOwnSource(given as Partial<SourcedNumber>, field.money, report);
  });
}

type Report = (key: string, rule: Said) => void;

/** A scenario's number has all that it rests on, or nothing of it. */
function checkOwnSource(given: Partial<SourcedNumber>, isMoney: boolean, report: Report): void {
  const keys = ['source', 'where', 'basis', ...(isMoney ? ['priceYear'] : [])] as (keyof SourcedNumber)[];
  if (!keys.slice(0, 3).some((key) => given[key] !== undefined)) return;
  for (const key of keys) if (given[key] === undefined) report(key, said('problem.number-needs', { keys }));
}

function checkRange(
  {
    value,
    low,
    high,
    rangeKind,
    distribution,
  }: Pick<SourcedNumber, 'value' | 'low' | 'high' | 'rangeKind' | 'distribution'>, // prettier-ignore
  report: Report,
): void {
  if (low !== undefined && low > value) report('low', said('problem.low-above-value', { value }));
  if (high !== undefined && high < value) report('high', said('problem.high-below-value', { value }));
  const isRange = low !== undefined && high !== undefined;
  if (rangeKind !== undefined && !isRange) report('rangeKind', said('problem.range-kind'));
  if (distribution !== undefined && !isRange) report('distribution', said('problem.distribution'));
  if (distribution === 'lognormal' && isRange && !(low > 0)) report('low', said('problem.lognormal-low'));
}

export interface SourcedNumber {
  value: number;
  low?: number;
  high?: number;
  source: string;
  where: string;
  basis: Basis;
  via?: string;
  /** Key of the source that was read, where it only quotes `source`. */
  quotedBy?: string;
  rangeKind?: (typeof rangeKinds)[number];
  distribution?: (typeof distributions)[number];
  /** All numbers of the catalog under one name must agree. */
  fact?: string;
  priceYear?: number;
  currency?: 'USD' | 'EUR';
}

/** Schema of an entry in the catalog: every number sourced. */
export function catalogSchema(shape: Shape): Record<string, z.ZodType> {
  return mapShape(shape, (field) => required(field, fieldSchema(field, sourced, catalogSchema)));
}

/** As {@link catalogSchema}, but every field of the entry itself may be left out. */
export function partialSchema(shape: Shape): Record<string, z.ZodType> {
  return mapShape(shape, (field) => fieldSchema(field, sourced, catalogSchema).optional());
}

/** Schema of what a scenario may set: plain numbers or sourced ones, nothing required (the catalog fills the rest). */
export function overrideSchema(shape: Shape): Record<string, z.ZodType> {
  return mapShape(shape, (field) => fieldSchema(field, numberOrSourced, overrideSchema).optional().describe(field.doc));
}

function numberOrSourced(field: QuantityField): z.ZodType {
  return once(`either ${rangeKey(field)}`, () =>
    z.union([plainNumber(field), once(`sourced own ${rangeKey(field)}`, () => sourcedSchema(field, true))]),
  );
}

function numberField(doc: string, range: Range): Omit<QuantityField, 'optional'> {
  const { min = 0, max = 1e12, integer = false, money = false } = range;
  return { kind: 'quantity', doc, min, max, integer, money };
}

function plainNumber(field: QuantityField): z.ZodNumber {
  const number = field.integer ? z.number().int() : z.number();
  return number.min(field.min).max(field.max);
}

function mapShape(shape: Shape, schemaOf: (field: Field) => z.ZodType): Record<string, z.ZodType> {
  return Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, schemaOf(field)]));
}

function required(field: Field, schema: z.ZodType): z.ZodType {
  return (field.optional ? schema.optional() : schema).describe(field.doc);
}

function fieldSchema(
  field: Field,
  numberSchema: (field: QuantityField) => z.ZodType,
  itemSchema: (shape: Shape) => Record<string, z.ZodType>,
): z.ZodType {
  switch (field.kind) {
    case 'quantity':
      return numberSchema(field);
    case 'year':
      return calendarYear;
    case 'text':
      return field.isDate ? isoDate : z.string().min(1).max(2000);
    case 'flag':
      return z.boolean();
    case 'choice':
      return z.enum(field.values as [string, ...string[]]);
    case 'words':
      return z.array(field.values ? z.enum(field.values as [string, ...string[]]) : identifier).max(2000);
    case 'list':
      return z.array(z.strictObject(itemSchema(field.item))).max(field.maxItems);
  }
}
