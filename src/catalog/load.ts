import { InputError, type Problem } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { checkDocument } from './check-document.ts';
import { type Catalog, type CatalogEntry, entrySchema, type Source, sourcesSchema } from './entry.ts';
import { checkEstimate } from './estimate-references.ts';
import { hashText } from './hash.ts';
import { type Kind, kinds } from './kinds.ts';
import { checkNumberSources } from './number-sources.ts';
import { checkPartners } from './partner-references.ts';
import { checkRaids } from './raid-references.ts';
import { parseYaml, problemAt, suggestion, type YamlDocument } from './yaml-document.ts';

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
  return readCatalog(files).catalog;
}

/** A catalog with the documents that it was read from, to name the lines of what a further check finds. */
export interface ReadCatalog {
  catalog: Catalog;
  read: ReadEntry[];
  /** sources.yaml. */
  sources: YamlDocument;
}

/** As {@link loadCatalog}, with the documents. @throws InputError every problem of every file */
export function readCatalog(files: readonly CatalogFile[]): ReadCatalog {
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
  const sourcesDocument = readSourcesFile(ordered, attempt);
  const sources = (sourcesDocument && attempt(() => readSources(sourcesDocument))) ?? {};
  const read: ReadEntry[] = [];
  for (const { path, text } of ordered) {
    if (path === 'sources.yaml') continue;
    const kind = path.split('/')[0];
    if (isKind(kind)) {
      const document = attempt(() => parseYaml(text, path));
      if (document) read.push(...(attempt(() => readEntries(document, kind)) ?? []));
    } else {
      const hint = suggestion(kind, Object.keys(kinds));
      problems.push({ code: 'unknown-kind', file: path, path: '', said: said('problem.unknown-folder', { hint }) });
    }
  }
  const entries = byKind(read, problems);
  const views = [...read, ...read.flatMap(earlierViews)];
  checkSources(views, sources, problems);
  checkSites(views, entries, problems);
  checkPartners(views, entries, sources, problems);
  for (const { entry, document, at } of views)
    if (entry.kind === 'raids') checkRaids(entry, at, { entries, document, problems });
    else if (entry.kind === 'estimates') checkEstimate(entry, at, { document, problems });
  checkBefore(read, problems);
  if (problems.length > 0) throw new InputError(problems);
  const hash = hashText(ordered.map(({ path, text }) => `${path}\n${text}`).join('\n'));
  return { catalog: { entries, sources, hash }, read, sources: sourcesDocument! };
}

type Attempt = <T>(action: () => T) => T | undefined;

function isKind(word: string): word is Kind {
  return Object.hasOwn(kinds, word);
}

function readSourcesFile(files: readonly CatalogFile[], attempt: Attempt): YamlDocument | undefined {
  const file = files.find(({ path }) => path === 'sources.yaml');
  if (!file)
    throw new InputError([{ code: 'no-file', file: 'sources.yaml', path: '', said: said('problem.is-missing') }]);
  return attempt(() => parseYaml(file.text, file.path));
}

function readSources(document: YamlDocument): Record<string, Source> {
  const sources = checkDocument(document, sourcesSchema);
  const problems = Object.entries(sources).flatMap(([key, { quotedBy }]) => {
    if (quotedBy === undefined || Object.hasOwn(sources, quotedBy)) return [];
    const hint = suggestion(quotedBy, Object.keys(sources));
    const unknown = said('problem.no-source', { id: quotedBy, hint });
    return [problemAt(document, [key, 'quotedBy'], 'unknown-source', unknown)];
  });
  if (problems.length > 0) throw new InputError(problems);
  return sources;
}

function readEntries(document: YamlDocument, kind: Kind): ReadEntry[] {
  const schema = entrySchema(kind);
  const isList = Array.isArray(document.value);
  const checked = isList ? checkDocument(document, schema.array()) : [checkDocument(document, schema)];
  return checked.map((raw, i) => {
    const { id, name, asOfDate, note, partner, knownFrom, before, exceptions, ...fields } = raw as CatalogEntry &
      Record<string, unknown>;
    const head = { id, kind, name, asOfDate, note, partner, knownFrom, before, exceptions };
    return { entry: { ...head, file: document.file, fields }, document, at: isList ? [i] : [] };
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

/** What an entry said before each date, at the place where it says so. */
function earlierViews({ entry, document, at }: ReadEntry): ReadEntry[] {
  return (entry.before ?? []).map(({ fields }, i) => ({
    entry: { ...entry, partner: fields.partner as string | undefined, fields },
    document,
    at: [...at, 'before', i, 'fields'],
  }));
}

function checkBefore(read: readonly ReadEntry[], problems: Problem[]): void {
  for (const { entry, document, at } of read) {
    const dates = (entry.before ?? []).map(({ date }) => date);
    dates.forEach((date, i) => {
      if (dates.indexOf(date) < i)
        problems.push(
          problemAt(document, [...at, 'before', i, 'date'], 'duplicate-date', said('problem.date-twice', { date })),
        );
    });
    if (entry.kind === 'partners' && dates.length > 0)
      problems.push(problemAt(document, [...at, 'before'], 'rule', said('problem.book-dates')));
  }
}

function checkSources(read: readonly ReadEntry[], sources: Record<string, Source>, problems: Problem[]): void {
  for (const { entry, document, at } of read) checkNumberSources(entry.fields, at, { document, sources, problems });
}

function checkSites(read: readonly ReadEntry[], entries: Catalog['entries'], problems: Problem[]): void {
  for (const { entry, document, at } of read) {
    for (const list of ['gateways', 'sites', 'landings']) {
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
