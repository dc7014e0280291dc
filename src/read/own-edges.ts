import type { CatalogEntry } from '../catalog/entry.ts';
import type { ListField, Shape } from '../catalog/field.ts';
import { kinds } from '../catalog/kinds.ts';
import { checkNumberSources } from '../catalog/number-sources.ts';
import { bookNodes, checkEdge, reporter } from '../catalog/partner-references.ts';
import { overfullGroups } from '../catalog/shares.ts';
import { problemAt } from '../catalog/yaml-document.ts';
import { said } from '../flow/said.ts';
import type { OwnContext } from './own-entries.ts';
import { lineOf, ownFields } from './own-number.ts';
import type { Scenario } from './schema.ts';

type OwnBook = NonNullable<Scenario['partners']>;
type OwnEdge = NonNullable<OwnBook['edges']>[number];
type Edge = Record<string, unknown> & { from: string; to: string };

const LISTS = ['members', 'functions', 'parts'] as const;
/** What says which edge of the book is meant; of these the scenario gives as many as it needs. */
const IDENTITY = ['kind', 'from', 'to', 'group', 'forFunction', 'fromDate'] as const;

/** Adds members, functions, parts and edges of a scenario to its book; an edge that the book has is changed, or removed. */
export function addOwnEdges(own: OwnBook, context: OwnContext): void {
  const books = context.catalog.entries.partners;
  const book = Object.hasOwn(books, own.use) ? books[own.use] : undefined;
  if (!book) return; // told where the book is looked up
  const fields: Record<string, unknown> = { ...book.fields };
  for (const list of LISTS) {
    const known = (fields[list] ?? []) as { id: string }[];
    own[list]?.forEach(({ id }, i) => {
      if (!known.some((each) => each.id === id)) return;
      const twice = said('problem.already-of', { id, list, book: own.use });
      context.problems.push(problemAt(context.document, ['partners', list, i, 'id'], 'duplicate-id', twice));
    });
    fields[list] = [...known, ...(own[list] ?? [])];
  }
  const changed: CatalogEntry = { ...book, fields };
  books[own.use] = changed;
  const edges = [...((fields.edges ?? []) as Edge[])];
  own.edges?.forEach((edge, i) => {
    applyEdge(edge, ['partners', 'edges', i], edges, context);
  });
  fields.edges = edges.filter((edge) => edge !== REMOVED);
  own.edges?.forEach((edge, i) => {
    checkOwnEdge(edge, i, changed, context);
  });
}

/** Stands where an edge was, so that the others keep their places. */
const REMOVED: Edge = { from: '', to: '' };

function applyEdge(own: OwnEdge, path: PropertyKey[], edges: Edge[], context: OwnContext): void {
  const { document, problems } = context;
  const { remove, ...given } = own as OwnEdge & Record<string, unknown>;
  const matches = edges.flatMap((edge, i) => (isMeant(given, edge) ? [i] : []));
  if (matches.length > 1) {
    const many = said('problem.many-edges', { count: matches.length });
    problems.push(problemAt(document, path, 'ambiguous-edge', many));
    return;
  }
  const [at] = matches;
  if (remove) {
    if (at === undefined) problems.push(problemAt(document, path, 'unknown-edge', said('problem.no-edge')));
    else edges[at] = REMOVED;
    return;
  }
  const made = ownFields(edgeShape, given, document, path) as Edge;
  checkNumberSources(made, path, { document, sources: context.catalog.sources, problems });
  if (at !== undefined) edges[at] = { ...edges[at], ...made };
  else edges.push({ ...assumed(context, path), ...made });
}

/** What an edge that is new and says no more rests on. */
function assumed({ document }: OwnContext, path: PropertyKey[]) {
  return { role: 'assumption', source: 'scenario', where: lineOf(document, path), basis: 'assumption' };
}

function isMeant(given: Record<string, unknown>, edge: Edge): boolean {
  return IDENTITY.every((key) => given[key] === undefined || given[key] === edge[key]);
}

const edgeShape = (kinds.partners.edges as ListField).item as Shape;

/** Kinds of edges by which one thing rests on another. */
const RESTS_ON = ['supplies', 'launches'];

/** The way by which the source of an edge rests on its own target, from the target back to it; undefined where there is none. */
function loopOf({ from, to }: OwnEdge, edges: readonly Edge[]): string[] | undefined {
  const resting = edges.filter(({ kind }) => RESTS_ON.includes(kind as string));
  const came = new Map<string, string>([[to, '']]);
  const open = [to];
  for (let id = open.shift(); id !== undefined && !came.has(from); id = open.shift())
    for (const edge of resting) {
      if (edge.from !== id || came.has(edge.to)) continue;
      came.set(edge.to, id);
      open.push(edge.to);
    }
  if (from === to || !came.has(from)) return undefined; // both ends the same: told by `checkEdge`
  const way: string[] = [];
  for (let id = from; id !== ''; id = came.get(id)!) way.unshift(id);
  return way;
}

function checkOwnEdge(own: OwnEdge, i: number, book: CatalogEntry, { catalog, document, problems }: OwnContext): void {
  const path = ['partners', 'edges', i];
  const inCatalog = Object.values(catalog.entries).flatMap((byId) => Object.keys(byId));
  const known = { ...bookNodes(book.fields, inCatalog), sourceKeys: [...Object.keys(catalog.sources), 'scenario'] };
  const edge = { source: 'scenario', ...own } as Parameters<typeof checkEdge>[0];
  checkEdge(edge, known, reporter(edge, path, document, problems));
  const isResting = !own.remove && RESTS_ON.includes((own as { kind?: string }).kind ?? '');
  const loop = isResting ? loopOf(own, (book.fields.edges ?? []) as Edge[]) : undefined;
  if (loop)
    problems.push(
      problemAt(document, path, 'loop', said('problem.rests-on-itself', { way: [own.from, ...loop].join(' > ') })),
    );
  const full = overfullGroups((book.fields.edges ?? []) as Edge[]).find(
    (group) => group.to === own.to && group.from.includes(own.from),
  ); // prettier-ignore
  if (full && (own as { shareFraction?: unknown }).shareFraction !== undefined && !own.remove) {
    const { group, to, sum } = full;
    const over = group
      ? said('problem.shares-of-group', { group, id: to, sum })
      : said('problem.shares-of', { id: to, sum });
    problems.push(problemAt(document, [...path, 'shareFraction'], 'shares', over));
  }
}
