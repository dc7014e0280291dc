import type { Problem } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import type { Catalog, EntryValues, Source } from './entry.ts';
import type { ReadEntry } from './load.ts';
import { problemAt, suggestion } from './yaml-document.ts';

type Edge = NonNullable<EntryValues<'partners'>['edges']>[number];

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
  const books = read.filter(({ entry }) => entry.kind === 'partners');
  const inCatalog = Object.values(entries).flatMap((byId) => Object.keys(byId));
  for (const book of books) {
    checkNames(book, inCatalog, problems);
    checkEdges(book, inCatalog, Object.keys(sources), problems);
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

type EdgeFault = 'no-node' | 'edge-loop' | 'no-function' | 'no-source';

function checkEdges(
  book: ReadEntry,
  inCatalog: readonly string[],
  sourceKeys: readonly string[],
  problems: Problem[],
): void {
  const functions = idsOf(book, 'functions');
  const nodes = new Set([...LISTS.flatMap((list) => idsOf(book, list)), ...inCatalog]);
  const edges = (book.entry.fields.edges ?? []) as Edge[];
  edges.forEach((edge, i) => {
    const report = (key: keyof Edge, code: string, what: EdgeFault, known: Iterable<string>) => {
      const id = String(edge[key]);
      const sentence = said(`problem.${what}`, { id, hint: suggestion(id, known) });
      problems.push(problemAt(book.document, [...book.at, 'edges', i, key], code, sentence));
    };
    for (const end of ['from', 'to'] as const) {
      if (!nodes.has(edge[end])) report(end, 'unknown-node', 'no-node', nodes);
    }
    if (edge.from === edge.to) report('to', 'loop', 'edge-loop', []);
    if (edge.forFunction !== undefined && !functions.includes(edge.forFunction))
      report('forFunction', 'unknown-function', 'no-function', functions);
    if (!sourceKeys.includes(edge.source)) report('source', 'unknown-source', 'no-source', sourceKeys);
  });
}

function idsOf(book: ReadEntry, list: List): string[] {
  return ((book.entry.fields[list] ?? []) as { id: string }[]).map(({ id }) => id);
}
