import { InputError, type Problem } from '../flow/problems.ts';
import { type Catalog, type CatalogEntry, eachNumber, entrySchema, type Source, sourcesSchema } from './entry.ts';
import { hashText } from './hash.ts';
import { type Kind, kinds } from './kinds.ts';
import { checkDocument, parseYaml, problemAt, suggestion, type YamlDocument } from './yaml-document.ts';

/** A catalog file by its path below the catalog folder, such as `networks/oneweb.yaml`. */
export interface CatalogFile {
  path: string;
  text: string;
}

/**
 * Reads the catalog from the texts of its files: `sources.yaml` and one folder a kind. A file holds one entry, or a list.
 *
 * @throws InputError every problem of every file: syntax, unknown fields, numbers out of range or without a known
 *   source, identifiers used twice, references to sites that do not exist
 */
export function loadCatalog(files: readonly CatalogFile[]): Catalog {
  const problems: Problem[] = [];
  const attempt = <T>(action: () => T): T | undefined => {
    try {
      return action();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
      return undefined;
    }
  };
  const ordered = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const sources = readSources(ordered, attempt);
  const entries = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, {}])) as Catalog['entries'];
  for (const { path, text } of ordered) {
    if (path === 'sources.yaml') continue;
    const kind = path.split('/')[0] as Kind;
    if (!(kind in kinds)) {
      problems.push({
        code: 'unknown-kind',
        file: path,
        path: '',
        message: `unknown folder${suggestion(kind, Object.keys(kinds))}`,
      });
      continue;
    }
    const document = attempt(() => parseYaml(text, path));
    if (document) readEntries(document, kind, sources, entries, problems, attempt);
  }
  checkReferences(entries, problems);
  if (problems.length > 0) throw new InputError(problems);
  return { entries, sources, hash: hashText(ordered.map(({ path, text }) => `${path}\n${text}`).join('\n')) };
}

type Attempt = <T>(action: () => T) => T | undefined;

function readSources(files: readonly CatalogFile[], attempt: Attempt): Record<string, Source> {
  const file = files.find(({ path }) => path === 'sources.yaml');
  if (!file) throw new InputError([{ code: 'no-file', file: 'sources.yaml', path: '', message: 'is missing' }]);
  return attempt(() => checkDocument(parseYaml(file.text, file.path), sourcesSchema)) ?? {};
}

function readEntries(
  document: YamlDocument,
  kind: Kind,
  sources: Record<string, Source>,
  entries: Catalog['entries'],
  problems: Problem[],
  attempt: Attempt,
): void {
  const schema = entrySchema(kind);
  const isList = Array.isArray(document.value);
  const checked = attempt(() => (isList ? checkDocument(document, schema.array()) : [checkDocument(document, schema)]));
  checked?.forEach((raw, i) => {
    const at = isList ? [i] : [];
    const { id, name, asOfDate, note, partner, ...fields } = raw as Record<string, unknown> & CatalogEntry;
    const entry: CatalogEntry = { id, kind, name, asOfDate, note, partner, file: document.file, fields };
    const twin = Object.values(entries).find((byId) => id in byId)?.[id];
    if (twin)
      problems.push(problemAt(document, [...at, 'id'], 'duplicate-id', `"${id}" is already used in ${twin.file}`));
    entries[kind][id] = entry;
    eachNumber(fields, (path, number) => {
      if (number.source in sources) return;
      const where = [...at, ...path.replaceAll('[', '.').replaceAll(']', '').split('.').map(asIndex), 'source'];
      const hint = suggestion(number.source, Object.keys(sources));
      problems.push(problemAt(document, where, 'unknown-source', `"${number.source}" is not in sources.yaml${hint}`));
    });
  });
}

function asIndex(part: string): string | number {
  return /^\d+$/.test(part) ? Number(part) : part;
}

function checkReferences(entries: Catalog['entries'], problems: Problem[]): void {
  for (const entry of [
    ...Object.values(entries.networks),
    ...Object.values(entries.sensors),
    ...Object.values(entries.interceptors),
  ]) {
    for (const list of ['gateways', 'sites'] as const) {
      for (const site of (entry.fields[list] as string[] | undefined) ?? []) {
        if (site in entries.sites) continue;
        const message = `"${site}" is no site of the catalog${suggestion(site, Object.keys(entries.sites))}`;
        problems.push({ code: 'unknown-site', file: entry.file, path: `${entry.id}.${list}`, message });
      }
    }
  }
}
