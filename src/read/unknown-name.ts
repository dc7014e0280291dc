import type { Catalog } from '../catalog/entry.ts';
import type { Kind } from '../catalog/kinds.ts';
import { problemAt, suggestion, type YamlDocument } from '../catalog/yaml-document.ts';
import type { Problem } from '../flow/problems.ts';
import { said } from '../flow/said.ts';

/** A name that names no entry of its kind: what was meant, since when it is known, and the command that lists them. */
export function unknownEntry(
  kind: Kind,
  id: string,
  path: PropertyKey[],
  { catalog, document }: { catalog: Catalog; document: YamlDocument },
): Problem {
  const { entries, later, asOfDate } = catalog;
  if (later && Object.hasOwn(later, id)) {
    const sentence = said('problem.not-yet-known', { id, date: later[id], asOf: asOfDate ?? '' });
    return problemAt(document, path, 'not-yet-known', sentence);
  }
  const elsewhere = Object.entries(entries).find(([, byId]) => Object.hasOwn(byId, id))?.[0];
  const near = elsewhere ? said('problem.elsewhere', { kind: elsewhere }) : suggestion(id, Object.keys(entries[kind]));
  const words = { id, hint: near || said('problem.semicolon'), command: `cupola catalog list ${kind}` };
  if (kind === 'sites') return problemAt(document, path, 'unknown-site', said('problem.unknown-site-list', words));
  return problemAt(document, path, 'unknown-entry', said('problem.unknown-entry', { ...words, kind }));
}
