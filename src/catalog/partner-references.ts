import type { Problem } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import type { Catalog, EntryValues, Source } from './entry.ts';
import type { ReadEntry } from './load.ts';
import { problemAt, suggestion, type YamlDocument } from './yaml-document.ts';

type Edge = NonNullable<EntryValues<'partners'>['edges']>[number];

type LedgerRecord = NonNullable<EntryValues<'partners'>['ledger']>[number];

type TrendClaim = NonNullable<EntryValues<'partners'>['trendClaims']>[number];

const LISTS = ['members', 'functions', 'parts'] as const;
type List = (typeof LISTS)[number];

/**
 * Reports every reference of the partner books that leads nowhere: ends of an edge, functions, sources, and the partner
 * that an entry of the catalog names. Entries may name any partner as long as the catalog holds no book.
 */
export function checkPartners(
  read: readonly ReadEntry[],
  entries: Catalog['entries'],
  sources: Record<string, Source>,
  problems: Problem[],
): void {
  const books = read.filter(({ entry, at }) => entry.kind === 'partners' && !at.includes('before'));
  const inCatalog = Object.values(entries).flatMap((byId) => Object.keys(byId));
  for (const book of books) {
    checkNames(book, inCatalog, problems);
    checkEdges(book, inCatalog, Object.keys(sources), problems);
    checkLedger(book, inCatalog, Object.keys(sources), problems);
    checkTrendClaims(book, Object.keys(sources), problems);
  }
  if (books.length === 0) return;
  const members = books.flatMap((book) => idsOf(book, 'members'));
  for (const { entry, document, at } of read) {
    if (entry.partner === undefined || members.includes(entry.partner)) continue;
    const unknown = said('problem.in-no-book', { id: entry.partner, hint: suggestion(entry.partner, members) });
    problems.push(problemAt(document, [...at, 'partner'], 'unknown-partner', unknown));
  }
}

/** Members, functions and parts: each name once; members and parts apart from the entries of the catalog. */
function checkNames(book: ReadEntry, inCatalog: readonly string[], problems: Problem[]): void {
  const seen = new Set<string>();
  for (const list of LISTS) {
    idsOf(book, list).forEach((id, i) => {
      const path = [...book.at, list, i, 'id'];
      if (seen.has(id))
        problems.push(problemAt(book.document, path, 'duplicate-id', said('problem.used-twice', { id })));
      seen.add(id);
      if (list === 'functions' || !inCatalog.includes(id)) return;
      problems.push(problemAt(book.document, path, 'duplicate-id', said('problem.also-entry', { id })));
    });
  }
}

/** What an edge of a book may name. */
export interface BookNodes {
  functions: readonly string[];
  nodes: ReadonlySet<string>;
  sourceKeys: readonly string[];
}

/** Names of a book that its edges may lead to, beside those of the catalog. */
export function bookNodes(
  fields: Record<string, unknown>,
  inCatalog: readonly string[],
): Pick<BookNodes, 'functions' | 'nodes'> {
  const named = (list: List) => ((fields[list] ?? []) as { id: string }[]).map(({ id }) => id);
  return { functions: named('functions'), nodes: new Set([...LISTS.flatMap(named), ...inCatalog]) };
}

function checkEdges(
  book: ReadEntry,
  inCatalog: readonly string[],
  sourceKeys: readonly string[],
  problems: Problem[],
): void {
  const known = { ...bookNodes(book.entry.fields, inCatalog), sourceKeys };
  const edges = (book.entry.fields.edges ?? []) as Edge[];
  edges.forEach((edge, i) => {
    checkEdge(edge, known, reporter(edge, [...book.at, 'edges', i], book.document, problems));
  });
}

/** Both ends, function and source of an edge. */
export function checkEdge(edge: Edge, { functions, nodes, sourceKeys }: BookNodes, report: Report): void {
  for (const end of ['from', 'to'] as const) {
    if (!nodes.has(edge[end])) report(end, 'unknown-node', 'no-node', nodes);
  }
  if (edge.from === edge.to) report('to', 'loop', 'edge-loop', []);
  if (edge.forFunction !== undefined && !functions.includes(edge.forFunction))
    report('forFunction', 'unknown-function', 'no-function', functions);
  checkRecordSource(edge, report, sourceKeys);
}

type Report = (key: string, code: string, what: Fault, known: Iterable<string>) => void;
type Fault = 'no-node' | 'edge-loop' | 'no-function' | 'no-source' | 'no-member';

/** Reports a key of an item at its place in the document. */
export function reporter(item: object, at: PropertyKey[], document: YamlDocument, problems: Problem[]): Report {
  return (key, code, what, known) => {
    const word = String((item as Record<string, unknown>)[key]);
    const sentence = said(`problem.${what}`, { id: word, hint: suggestion(word, known) });
    problems.push(problemAt(document, [...at, key], code, sentence));
  };
}

function checkRecordSource(
  item: { source: string; quotedBy?: string },
  report: Report,
  sourceKeys: readonly string[],
): void {
  for (const key of ['source', 'quotedBy'] as const)
    if (item[key] !== undefined && !sourceKeys.includes(item[key]))
      report(key, 'unknown-source', 'no-source', sourceKeys);
}

function checkLedger(
  book: ReadEntry,
  inCatalog: readonly string[],
  sourceKeys: readonly string[],
  problems: Problem[],
): void {
  const { functions, nodes } = bookNodes(book.entry.fields, inCatalog);
  const members = idsOf(book, 'members');
  ((book.entry.fields.ledger ?? []) as LedgerRecord[]).forEach((record, i) => {
    const report = reporter(record, [...book.at, 'ledger', i], book.document, problems);
    if (!members.includes(record.partner)) report('partner', 'unknown-partner', 'no-member', members);
    if (record.forFunction !== undefined && !functions.includes(record.forFunction))
      report('forFunction', 'unknown-function', 'no-function', functions);
    if (record.entry !== undefined && !nodes.has(record.entry)) report('entry', 'unknown-node', 'no-node', nodes);
    record.partners?.forEach((partner, k) => {
      if (members.includes(partner)) return;
      const unknown = said('problem.no-member', { id: partner, hint: suggestion(partner, members) });
      const path = [...book.at, 'ledger', i, 'partners', k];
      problems.push(problemAt(book.document, path, 'unknown-partner', unknown));
    });
    checkRecordSource(record, report, sourceKeys);
  });
}

function checkTrendClaims(book: ReadEntry, sourceKeys: readonly string[], problems: Problem[]): void {
  const members = idsOf(book, 'members');
  ((book.entry.fields.trendClaims ?? []) as TrendClaim[]).forEach((claim, i) => {
    const report = reporter(claim, [...book.at, 'trendClaims', i], book.document, problems);
    if (!members.includes(claim.partner)) report('partner', 'unknown-partner', 'no-member', members);
    checkRecordSource(claim, report, sourceKeys);
  });
}

function idsOf(book: ReadEntry, list: List): string[] {
  return ((book.entry.fields[list] ?? []) as { id: string }[]).map(({ id }) => id);
}
