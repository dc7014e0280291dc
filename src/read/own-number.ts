import { isSourced } from '../catalog/entry.ts';
import type { Field, Shape, SourcedNumber } from '../catalog/field.ts';
import type { YamlDocument } from '../catalog/yaml-document.ts';

/** A number as a scenario may write it: bare, as a range without a source, or with all that it rests on. */
export type GivenNumber = number | Pick<SourcedNumber, 'value' | 'low' | 'high'>;

/** A number of the scenario with its provenance: one without a source is an assumption of the scenario, at its line. */
export function ownNumber(given: GivenNumber, document: YamlDocument, path: readonly PropertyKey[]): SourcedNumber {
  if (isSourced(given)) return given;
  const number = typeof given === 'number' ? { value: given } : given;
  return { ...number, source: 'scenario', where: lineOf(document, path), basis: 'assumption' };
}

/** `file, line 12`: where a scenario says something. */
export function lineOf(document: YamlDocument, path: readonly PropertyKey[]): string {
  return `${document.file}, line ${document.place(path).line}`;
}

/** A field of an entry of the scenario's own: every number within it with its provenance, marked as the scenario's. */
export function ownField(field: Field, given: unknown, document: YamlDocument, path: readonly PropertyKey[]): unknown {
  if (field.kind === 'quantity') return { ...ownNumber(given as GivenNumber, document, path), overridden: true };
  if (field.kind !== 'list') return given;
  return (given as Record<string, unknown>[]).map((item, i) => ownFields(field.item, item, document, [...path, i]));
}

export function ownFields(
  shape: Shape,
  given: Record<string, unknown>,
  document: YamlDocument,
  path: readonly PropertyKey[],
): Record<string, unknown> {
  const named = Object.entries(shape).filter(([name]) => given[name] !== undefined);
  return Object.fromEntries(
    named.map(([name, field]) => [name, ownField(field, given[name], document, [...path, name])]),
  );
}
