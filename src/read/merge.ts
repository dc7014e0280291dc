import type { Catalog, CatalogEntry } from '../catalog/entry.ts';
import type { Field, Shape } from '../catalog/field.ts';
import { type Kind, kinds } from '../catalog/kinds.ts';
import { checkNumberSource } from '../catalog/number-sources.ts';
import { problemAt, type YamlDocument } from '../catalog/yaml-document.ts';
import type { UsedNumber } from '../flow/architecture.ts';
import type { Problem } from '../flow/problems.ts';
import { type Said, said } from '../flow/said.ts';
import { type GivenNumber, ownNumber } from './own-number.ts';
import { unknownEntry } from './unknown-name.ts';

/** An element as written in the scenario: `use`, and fields that replace those of the entry. */
export type Written = { id: string; use?: string; name?: string; partner?: string } & Record<string, unknown>;

export interface MergeContext {
  catalog: Catalog;
  document: YamlDocument;
  problems: Problem[];
  uses: UsedNumber[];
  /** Elements whose entry was not found, or that leave out what they must say: nothing more is said about what they lack. */
  unresolved: Set<string>;
  /** What is worth a word in the answer. */
  notes: Said[];
}

/** Adds a problem at its place in the document. */
export function addProblemAt(context: MergeContext, path: PropertyKey[], code: string, sentence: Said): void {
  context.problems.push(problemAt(context.document, path, code, sentence));
}

/**
 * Plain values of an element: the catalog's entry with the scenario's fields on top. Every number is noted in `uses`;
 * what is missing or unknown becomes a problem.
 *
 * @param path where the element stands in the scenario
 */
export function mergeElement(kind: Kind, written: Written, path: PropertyKey[], context: MergeContext): Written {
  const entry = findEntry(kind, written, path, context);
  const values: Written = {
    id: written.id,
    name: written.name ?? entry?.name ?? written.id,
    partner: written.partner ?? entry?.partner,
    asOfDate: entry?.asOfDate,
    entry: entry?.id,
  };
  for (const [name, field] of Object.entries(kinds[kind] as Shape)) {
    const isOverridden = written[name] !== undefined;
    const given = isOverridden ? written[name] : entry?.fields[name];
    if (given === undefined) {
      if (!field.optional) context.unresolved.add(written.id);
      if (!field.optional && (entry || !written.use))
        context.problems.push(
          problemAt(
            context.document,
            path,
            'missing',
            said('problem.needs-or-use', { id: written.id, name, doc: field.doc }),
          ),
        );
      continue;
    }
    const origin: Origin = {
      kind,
      element: written.id,
      entry: isOverridden ? undefined : entry,
      path: [...path, name],
      isOverridden: isOverridden && entry !== undefined,
    };
    values[name] = plainValue(field, given, name, origin, context);
    if (origin.isOverridden) checkPrice(values[name], entry!, name, origin, context);
  }
  return values;
}

/** Further than this from the catalog's, a price is taken for one in another unit. */
const FAR = 500;
const UNIT = 1000;

/** A price of the scenario's own that is hundreds of times that of the entry, or as small a part of it, is asked about. */
function checkPrice(own: unknown, entry: CatalogEntry, name: string, { path }: Origin, context: MergeContext): void {
  if (!/Musd(Yr)?$/.test(name) || typeof own !== 'number' || !(own > 0)) return;
  const known = (entry.fields[name] as { value?: unknown } | undefined)?.value;
  if (typeof known !== 'number' || !(known > 0)) return;
  const ratio = own / known;
  if (ratio < FAR && ratio > 1 / FAR) return;
  const words = { entry: entry.id, known, found: own };
  const question =
    ratio >= FAR
      ? said('problem.price-far', { ...words, times: ratio, meant: own / UNIT })
      : said('problem.price-far-below', { ...words, times: 1 / ratio, meant: own * UNIT });
  context.problems.push(problemAt(context.document, path, 'wrong-unit', question));
}

interface Origin {
  kind: Kind;
  element: string;
  entry?: CatalogEntry;
  path: PropertyKey[];
  isOverridden: boolean;
}

function findEntry(kind: Kind, written: Written, path: PropertyKey[], context: MergeContext): CatalogEntry | undefined {
  if (!written.use) return undefined;
  const { entries } = context.catalog;
  const { use } = written;
  if (Object.hasOwn(entries[kind], use)) return entries[kind][use];
  context.unresolved.add(written.id);
  context.problems.push(unknownEntry(kind, use, [...path, 'use'], context));
  return undefined;
}

function plainValue(field: Field, given: unknown, name: string, origin: Origin, context: MergeContext): unknown {
  if (field.kind === 'quantity') {
    const used = usedNumber(given as GivenNumber, name, origin, context);
    context.uses.push(used);
    return used.value;
  }
  if (field.kind !== 'list') return given;
  if (field.isRecord) context = { ...context, uses: [] };
  return (given as Record<string, unknown>[]).map((item, i) =>
    plainItem(field.item, item, `${name}[${i}]`, { ...origin, path: [...origin.path, i] }, context),
  );
}

function plainItem(
  shape: Shape,
  item: Record<string, unknown>,
  name: string,
  origin: Origin,
  context: MergeContext,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(shape)) {
    const given = item[key];
    if (given === undefined) {
      if (!field.optional)
        context.problems.push(
          problemAt(
            context.document,
            origin.path,
            'missing',
            said('problem.needs', { id: name, name: key, doc: field.doc }),
          ),
        );
      continue;
    }
    values[key] = plainValue(field, given, `${name}.${key}`, { ...origin, path: [...origin.path, key] }, context);
  }
  return values;
}

function usedNumber(given: GivenNumber, path: string, origin: Origin, context: MergeContext): UsedNumber {
  const number = ownNumber(given, context.document, origin.path);
  const { document, problems } = context;
  if (origin.entry === undefined)
    checkNumberSource(number, origin.path, { document, sources: context.catalog.sources, problems });
  return { element: origin.element, entry: origin.entry?.id, path, overridden: origin.isOverridden, ...number };
}
