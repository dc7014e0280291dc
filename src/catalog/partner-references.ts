import type { Problem } from '../flow/problems.ts';
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
    const message = `"${entry.partner}" is in no partner book${suggestion(entry.partner, members)}`;
    problems.push(problemAt(document, [...at, 'partner'], 'unknown-partner', message));
  }
}

/** Members, functions and parts: each name once; members and parts apart from the entries of the catalog. */
function checkNames(book: ReadEntry, inCatalog: readonly string[], problems: Problem[]): void {
  const seen = new Set<string>();
  for (const list of LISTS) {
    idsOf(book, list).forEach((id, i) => {
      const path = [...book.at, list, i, 'id'];
      if (seen.has(id)) problems.push(problemAt(book.document, path, 'duplicate-id', `"${id}" is used twice`));
      seen.add(id);
      if (list === 'functions' || !inCatalog.includes(id)) return;
      problems.push(problemAt(book.document, path, 'duplicate-id', `"${id}" is also an entry of the catalog`));
    });
  }
}

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
    const report = (key: keyof Edge, code: string, what: string, known: Iterable<string>) => {
      const message = `"${edge[key]}" is ${what}${suggestion(String(edge[key]), known)}`;
      problems.push(problemAt(book.document, [...book.at, 'edges', i, key], code, message));
    };
    for (const end of ['from', 'to'] as const) {
      if (!nodes.has(edge[end])) report(end, 'unknown-node', 'no partner, part, function or entry', nodes);
    }
    if (edge.from === edge.to) report('to', 'loop', 'both ends of the edge', []);
    if (edge.forFunction !== undefined && !functions.includes(edge.forFunction))
      report('forFunction', 'unknown-function', 'no function of the book', functions);
    if (!sourceKeys.includes(edge.source)) report('source', 'unknown-source', 'not in sources.yaml', sourceKeys);
  });
}

function idsOf(book: ReadEntry, list: List): string[] {
  return ((book.entry.fields[list] ?? []) as { id: string }[]).map(({ id }) => id);
}
