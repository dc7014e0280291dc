import type { Catalog } from '../../catalog/entry.ts';
import { isSourced } from '../../catalog/entry.ts';
import type { SourcedNumber } from '../../catalog/field.ts';
import type { Kind } from '../../catalog/kinds.ts';
import { suggestion } from '../../catalog/yaml-document.ts';
import { type Said, said } from '../../flow/said.ts';
import type { StudyValue } from '../../flow/study.ts';

/** Lists of a scenario whose items take an entry of the catalog. */
const KIND_OF_LIST: Record<string, Kind> = {
  networks: 'networks',
  sensors: 'sensors',
  interceptors: 'interceptors',
  systems: 'systems',
  threat: 'threats',
};
/** Parts that a scenario may leave out as a whole. */
const OPTIONAL_PARTS = ['failures', 'analysis', 'fibre', 'launch', 'partners', 'economy'];

/** A path that leads nowhere, or an input that cannot be varied. */
export class PathError extends Error {
  readonly said: Said;

  constructor(sentence: Said) {
    super(sentence.code);
    this.said = sentence;
  }
}

/**
 * Parts of a path: `interceptors.sbi.shells[0].planes` has five.
 *
 * @throws PathError when it is not a path
 */
export function pathParts(path: string): (string | number)[] {
  if (!/^[A-Za-z][\w-]*(\.[A-Za-z0-9][\w:-]*|\[\d{1,6}\])*$/.test(path)) throw new PathError(said('study.not-a-path'));
  const parts = path
    .replaceAll('[', '.#')
    .replaceAll(']', '')
    .split('.')
    .map((part) => (part.startsWith('#') ? Number(part.slice(1)) : part));
  if (parts.some((part) => part === '__proto__' || part === 'constructor' || part === 'prototype'))
    throw new PathError(said('study.no-place'));
  return parts;
}

type Box = Record<string | number, unknown>;
type Fields = Readonly<Box>;

interface Place {
  box: Box;
  key: string | number;
  /** Path with numbers in place of identifiers. */
  path: (string | number)[];
}

/**
 * Finds a place in a scenario, taking in from the catalog what the scenario leaves to it.
 *
 * An item of a list is named by its number or by its `id`; an entry of the catalog is `catalog.KIND.ID`, an edge of the book of
 * partners `partners.edges.FROM:TO`, or `KIND:FROM:TO` where several join the two.
 *
 * @param scenario plain values of the scenario file; entries of the catalog on the way are copied into it
 * @throws PathError with what is there instead
 */
function locate(scenario: unknown, parts: readonly (string | number)[], catalog: Catalog): Place {
  let box = scenario as Box;
  takeIn(box, parts, catalog);
  const path: (string | number)[] = [];
  for (const [i, part] of parts.entries()) {
    const key = Array.isArray(box) ? itemIndex(box, part) : part;
    if (!Array.isArray(box) && !Object.hasOwn(box, key))
      fillIn(box, key, { root: scenario as Box, path, parts }, catalog);
    path.push(key);
    if (i === parts.length - 1) return { box, key, path };
    const inside = Object.hasOwn(box, key) ? box[key] : undefined;
    if (typeof inside !== 'object' || inside === null) {
      if (inside === undefined && path.length === 1 && OPTIONAL_PARTS.includes(String(key))) box[key] = {};
      else throw new PathError(nothingThere(key, box, path));
    }
    box = box[key] as Box;
  }
  throw new PathError(said('study.empty-path'));
}

function nothingThere(key: string | number, box: Box, path: (string | number)[]): Said {
  const hint = suggestion(String(key), Object.keys(box));
  if (path.length <= 1) return said('study.scenario-has-no', { key, hint });
  return said('study.has-no', { where: path.slice(0, -1).join('.'), key, hint });
}

/** Gives a scenario the entry or edge that a path names, so that it can change a field of it. */
function takeIn(scenario: Box, parts: readonly (string | number)[], catalog: Catalog): void {
  const [room, list, name] = parts;
  if (typeof name !== 'string') return;
  if (room === 'partners' && list === 'edges') takeInEdge(scenario, name, catalog);
  if (room !== 'catalog') return;
  const kinds = Object.keys(catalog.entries);
  if (!kinds.includes(String(list))) {
    const hint = suggestion(String(list), kinds) || said('command.known', { known: kinds });
    throw new PathError(said('study.has-no', { where: 'catalog', key: String(list), hint }));
  }
  const entries = catalog.entries[list as Kind];
  if (!Object.hasOwn(entries, name)) {
    const hint = suggestion(name, Object.keys(entries));
    throw new PathError(said('study.has-no', { where: `catalog.${list}`, key: name, hint }));
  }
  scenario.catalog ??= {};
  const own = scenario.catalog as Partial<Record<Kind, { id: string }[]>>;
  const entriesOfKind = own[list as Kind] ?? [];
  if (!entriesOfKind.some(({ id }) => id === name)) entriesOfKind.push({ id: name });
  own[list as Kind] = entriesOfKind;
}

interface Edge {
  kind: string;
  from: string;
  to: string;
}

interface OwnBook {
  use?: string;
  edges?: Edge[];
}

function takeInEdge(scenario: Box, name: string, catalog: Catalog): void {
  const partners = scenario.partners as OwnBook | undefined;
  if (!partners?.use) throw new PathError(said('study.scenario-has-no', { key: 'partners', hint: '' }));
  const found = bookEdges(partners.use, name, catalog);
  if (found.length === 1) {
    const { kind, from, to } = found[0];
    partners.edges ??= [];
    if (ownEdgeIndex(partners.edges, name) < 0) partners.edges.push({ kind, from, to });
    return;
  }
  const known = found.length > 1 ? found.map(({ kind }) => `${kind}:${name}`) : undefined;
  const names = bookEdges(partners.use, undefined, catalog).map(({ from, to }) => `${from}:${to}`);
  const hint = known ? said('command.known', { known }) : suggestion(name, names);
  throw new PathError(said('study.has-no', { where: 'partners.edges', key: name, hint }));
}

function bookEdges(book: string, name: string | undefined, { entries }: Catalog): Edge[] {
  const edges = (Object.hasOwn(entries.partners, book) ? entries.partners[book].fields.edges : []) as Edge[];
  return name === undefined ? edges : edges.filter((edge) => isNamed(edge, name));
}

function isNamed({ kind, from, to }: Edge, name: string): boolean {
  return name === `${from}:${to}` || name === `${kind}:${from}:${to}`;
}

function ownEdgeIndex(edges: readonly Edge[], name: string): number {
  return edges.findIndex((edge) => isNamed(edge, name));
}

function itemIndex(list: unknown[], part: string | number): number {
  if (typeof part === 'number') {
    if (part < list.length) return part;
    throw new PathError(said('study.no-item', { item: part, count: list.length }));
  }
  const ids = list.map((item) => (item as { id?: unknown } | null)?.id);
  const index = ids.indexOf(part);
  if (index >= 0) return index;
  const edge = part.includes(':') ? ownEdgeIndex(list as Edge[], part) : -1;
  if (edge >= 0) return edge;
  const known = ids.filter((id) => typeof id === 'string');
  const hint = suggestion(part, known) || (known.length > 0 ? said('study.scenario-has', { known }) : '');
  throw new PathError(said('study.no-item-id', { id: part, hint }));
}

interface Walked {
  root: Box;
  /** Where the walk is, items by number. */
  path: readonly (string | number)[];
  /** The whole path as written. */
  parts: readonly (string | number)[];
}

/** Copies a field of the catalog's entry into what a scenario leaves to it: an element, an entry, an edge. */
function fillIn(box: Box, key: string | number, walked: Walked, catalog: Catalog): void {
  const fields = fieldsBehind(box, walked, catalog);
  if (fields && Object.hasOwn(fields, key)) box[key] = asWritten(fields[key]);
}

/** A field as a scenario writes it: without the mark of numbers of its own. */
function asWritten(field: unknown): unknown {
  return JSON.parse(JSON.stringify(field, (name, value) => (name === 'overridden' ? undefined : value)));
}

function fieldsBehind(box: Box, { root, path, parts }: Walked, catalog: Catalog): Fields | undefined {
  const [room, list, name] = parts;
  if (path.length === 2 && typeof box.use === 'string' && Object.hasOwn(KIND_OF_LIST, String(room)))
    return catalog.entries[KIND_OF_LIST[String(room)]][box.use]?.fields;
  if (path.length !== 3) return undefined;
  if (room === 'catalog') return catalog.entries[list as Kind][String(name)]?.fields;
  const book = room === 'partners' && list === 'edges' ? (root.partners as OwnBook | undefined)?.use : undefined;
  if (book === undefined) return undefined;
  return bookEdges(book, `${box.kind}:${box.from}:${box.to}`, catalog)[0] as unknown as Fields;
}

/**
 * Sets one input in a scenario.
 *
 * @param scenario changed in place
 * @returns the path in numbers, as problems of the scenario name it
 * @throws PathError
 */
export function setInput(
  scenario: unknown,
  parts: readonly (string | number)[],
  value: StudyValue,
  catalog: Catalog,
): (string | number)[] {
  const { box, key, path } = locate(scenario, parts, catalog);
  if (parts.includes('elements')) throw new PathError(said('study.no-elements'));
  if (parts[0] === 'analysis' && parts[1] === 'trials') throw new PathError(said('study.no-trials'));
  box[key] = structuredClone(value);
  return path;
}

/** What stands at a place of a scenario or of the catalog behind it; undefined where nothing does. @throws PathError */
export function readInput(scenario: unknown, parts: readonly (string | number)[], catalog: Catalog): unknown {
  const { box, key } = locate(structuredClone(scenario), parts, catalog);
  return box[key];
}

/** Value, low and high of a number as the catalog gives them. */
export function sourcedAt(found: unknown): Pick<SourcedNumber, 'value' | 'low' | 'high'> | undefined {
  if (isSourced(found)) return found;
  return typeof found === 'number' ? { value: found } : undefined;
}
