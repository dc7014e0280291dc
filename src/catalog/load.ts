import { InputError, type Problem } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { type Catalog, type CatalogEntry, eachNumber, entrySchema, type Source, sourcesSchema } from './entry.ts';
import { hashText } from './hash.ts';
import { type Kind, kinds } from './kinds.ts';
import { checkPartners } from './partner-references.ts';
import { checkDocument, parseYaml, problemAt, suggestion, type YamlDocument } from './yaml-document.ts';

/** A catalog file by its path below the catalog folder, such as `networks/oneweb.yaml`. */
export interface CatalogFile {
  path: string;
  text: string;
}

/** An entry with the document that it was read from, to name the line of a mistake. */
export interface ReadEntry {
  entry: CatalogEntry;
  document: YamlDocument;
  /** Path of the entry in its document: empty, or its place in the list. */
  at: PropertyKey[];
}

/**
 * Reads the catalog from the texts of its files: `sources.yaml` and one folder a kind. A file holds one entry, or a list.
 *
 * @throws InputError every problem of every file: syntax, unknown fields, numbers out of range or without a known
 *   source, identifiers used twice, references to sites and partners that do not exist
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
  const read: ReadEntry[] = [];
  for (const { path, text } of ordered) {
    if (path === 'sources.yaml') continue;
    const kind = path.split('/')[0]!;
    if (isKind(kind)) {
      const document = attempt(() => parseYaml(text, path));
      if (document) read.push(...(attempt(() => readEntries(document, kind)) ?? []));
    } else {
      const hint = suggestion(kind, Object.keys(kinds));
      problems.push({ code: 'unknown-kind', file: path, path: '', said: said('problem.unknown-folder', { hint }) });
    }
  }
  const entries = byKind(read, problems);
  checkSources(read, sources, problems);
  checkSites(read, entries, problems);
  checkPartners(read, entries, sources, problems);
  if (problems.length > 0) throw new InputError(problems);
  return { entries, sources, hash: hashText(ordered.map(({ path, text }) => `${path}\n${text}`).join('\n')) };
}

type Attempt = <T>(action: () => T) => T | undefined;

function isKind(word: string): word is Kind {
  return Object.hasOwn(kinds, word);
}

function readSources(files: readonly CatalogFile[], attempt: Attempt): Record<string, Source> {
  const file = files.find(({ path }) => path === 'sources.yaml');
  if (!file)
    throw new InputError([{ code: 'no-file', file: 'sources.yaml', path: '', said: said('problem.is-missing') }]);
  return attempt(() => checkDocument(parseYaml(file.text, file.path), sourcesSchema)) ?? {};
}

function readEntries(document: YamlDocument, kind: Kind): ReadEntry[] {
  const schema = entrySchema(kind);
  const isList = Array.isArray(document.value);
  const checked = isList ? checkDocument(document, schema.array()) : [checkDocument(document, schema)];
  return checked.map((raw, i) => {
    const { id, name, asOfDate, note, partner, ...fields } = raw as Record<string, unknown> & CatalogEntry;
    const entry: CatalogEntry = { id, kind, name, asOfDate, note, partner, file: document.file, fields };
    return { entry, document, at: isList ? [i] : [] };
  });
}

/** Entries by kind and identifier; an identifier belongs to one entry of the whole catalog. */
function byKind(read: readonly ReadEntry[], problems: Problem[]): Catalog['entries'] {
  const entries = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, {}])) as Catalog['entries'];
  const seen = new Map<string, CatalogEntry>();
  for (const { entry, document, at } of read) {
    const twin = seen.get(entry.id);
    if (twin) {
      const used = said('problem.used-in', { id: entry.id, file: twin.file });
      problems.push(problemAt(document, [...at, 'id'], 'duplicate-id', used));
      continue;
    }
    seen.set(entry.id, entry);
    entries[entry.kind][entry.id] = entry;
  }
  return entries;
}

function checkSources(read: readonly ReadEntry[], sources: Record<string, Source>, problems: Problem[]): void {
  for (const { entry, document, at } of read) {
    eachNumber(entry.fields, (path, number) => {
      if (Object.hasOwn(sources, number.source)) return;
      const hint = suggestion(number.source, Object.keys(sources));
      const unknown = said('problem.no-source', { id: number.source, hint });
      problems.push(problemAt(document, [...at, ...pathParts(path), 'source'], 'unknown-source', unknown));
    });
  }
}

/** `['shells', 0, 'planes']` for `shells[0].planes`. */
function pathParts(path: string): PropertyKey[] {
  const parts = path.replaceAll('[', '.').replaceAll(']', '').split('.');
  return parts.map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

function checkSites(read: readonly ReadEntry[], entries: Catalog['entries'], problems: Problem[]): void {
  for (const { entry, document, at } of read) {
    for (const list of ['gateways', 'sites']) {
      const named = entry.fields[list];
      if (!Array.isArray(named)) continue;
      named.forEach((site: string, i) => {
        if (Object.hasOwn(entries.sites, site)) return;
        const hint = suggestion(site, Object.keys(entries.sites));
        problems.push(
          problemAt(document, [...at, list, i], 'unknown-site', said('problem.unknown-site', { id: site, hint })),
        );
      });
    }
  }
}
