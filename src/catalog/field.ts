import * as z from 'zod';
import type { Code } from '../flow/said.ts';

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
  optional: Optional;
}

export type Field = QuantityField | TextField | FlagField | ChoiceField | WordsField | ListField;
export type Shape = { [name: string]: Field };

type ValueOf<F> = F extends QuantityField
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

export function maybeFlag(doc: string): FlagField<true> {
  return { kind: 'flag', doc, optional: true };
}

export function choice<const V extends string>(doc: string, values: readonly V[]): ChoiceField<V, false> {
  return { kind: 'choice', doc, values, optional: false };
}

export function maybeChoice<const V extends string>(doc: string, values: readonly V[]): ChoiceField<V, true> {
  return { kind: 'choice', doc, values, optional: true };
}

export function maybeWords(doc: string, values?: readonly string[]): WordsField<true> {
  return { kind: 'words', doc, values, optional: true };
}

export function maybeList<S extends Shape>(doc: string, item: S, maxItems = 1000): ListField<S, true> {
  return { kind: 'list', doc, item, maxItems, optional: true };
}

export const identifier = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'problem.identifier');

export const bases = ['stated', 'derived', 'estimate', 'assumption'] as const;
export type Basis = (typeof bases)[number];

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

function sourcedSchema(field: QuantityField): z.ZodType {
  const number = plainNumber(field);
  return z
    .strictObject({
      value: number,
      low: number.optional(),
      high: number.optional(),
      source: identifier.describe('key in catalog/sources.yaml'),
      where: z.string().min(1).max(600).describe('page, table or section; for an assumption: the reason'),
      basis: z.enum(bases),
      via: z.string().min(1).max(400).optional().describe('what was read instead of the primary document'),
      ...(field.money ? { priceYear: calendarYear, currency: z.enum(['USD', 'EUR']).default('USD') } : {}),
    })
    .superRefine((given, problem) => {
      if (given.low !== undefined && given.low > given.value)
        problem.addIssue({ code: 'custom', path: ['low'], ...rule('problem.low-above-value', given.value) });
      if (given.high !== undefined && given.high < given.value)
        problem.addIssue({ code: 'custom', path: ['high'], ...rule('problem.high-below-value', given.value) });
    });
}

/** A rule of a schema: the code of its sentence, and what goes into it. */
function rule(message: Code, value: number): { message: Code; params: { value: number } } {
  return { message, params: { value } };
}

export interface SourcedNumber {
  value: number;
  low?: number;
  high?: number;
  source: string;
  where: string;
  basis: Basis;
  via?: string;
  priceYear?: number;
  currency?: 'USD' | 'EUR';
}

/** Schema of an entry in the catalog: every number sourced. */
export function catalogSchema(shape: Shape): Record<string, z.ZodType> {
  return mapShape(shape, (field) => required(field, fieldSchema(field, sourced, catalogSchema)));
}

/** Schema of what a scenario may set: plain numbers or sourced ones, nothing required (the catalog fills the rest). */
export function overrideSchema(shape: Shape): Record<string, z.ZodType> {
  return mapShape(shape, (field) => fieldSchema(field, numberOrSourced, overrideSchema).optional().describe(field.doc));
}

function numberOrSourced(field: QuantityField): z.ZodType {
  return once(`either ${rangeKey(field)}`, () => z.union([plainNumber(field), sourced(field)]));
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
    case 'text':
      return z.string().min(1).max(2000);
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
