import type { Catalog } from '../catalog/entry.ts';
import type { Kind } from '../catalog/kinds.ts';
import { problemAt, suggestion, type YamlDocument } from '../catalog/yaml-document.ts';
import type { Problem } from '../flow/problems.ts';

/** A name that names no entry of its kind: what was meant, since when it is known, and the command that lists them. */
export function unknownEntry(
  kind: Kind,
  id: string,
  path: PropertyKey[],
  { catalog, document }: { catalog: Catalog; document: YamlDocument },
): Problem {
  const { entries, later, asOfDate } = catalog;
  if (later && Object.hasOwn(later, id)) {
    const message = `"${id}" is known from ${later[id]} on; the catalog is that of ${asOfDate}`;
    return problemAt(document, path, 'not-yet-known', message);
  }
  const what = kind === 'sites' ? 'no site of the catalog' : `no entry of catalog/${kind}`;
  const elsewhere = Object.entries(entries).find(([, byId]) => Object.hasOwn(byId, id))?.[0];
  const hint = elsewhere ? `; it is in catalog/${elsewhere}` : suggestion(id, Object.keys(entries[kind]));
  const message = `"${id}" is ${what}${hint}${hint.endsWith('?') ? '' : ';'} \`cupola catalog list ${kind}\` lists them`;
  return problemAt(document, path, kind === 'sites' ? 'unknown-site' : 'unknown-entry', message);
}
