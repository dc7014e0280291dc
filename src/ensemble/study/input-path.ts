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
  if (!/^[A-Za-z][\w-]*(\.[A-Za-z0-9][\w-]*|\[\d{1,6}\])*$/.test(path)) throw new PathError(said('study.not-a-path'));
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

interface Place {
  box: Box;
  key: string | number;
  /** Path with numbers in place of identifiers. */
  path: (string | number)[];
}

/**
 * Finds a place in a scenario, taking in from the catalog what the scenario leaves to it.
 *
 * An item of a list is named by its number or by its `id`.
 *
 * @param scenario plain values of the scenario file; entries of the catalog on the way are copied into it
 * @throws PathError with what is there instead
 */
function locate(scenario: unknown, parts: readonly (string | number)[], catalog: Catalog): Place {
  let box = scenario as Box;
  const path: (string | number)[] = [];
  for (const [i, part] of parts.entries()) {
    const key = Array.isArray(box) ? itemIndex(box, part) : part;
    if (!Array.isArray(box) && !Object.hasOwn(box, key)) fillIn(box, key, path, catalog);
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

function itemIndex(list: unknown[], part: string | number): number {
  if (typeof part === 'number') {
    if (part < list.length) return part;
    throw new PathError(said('study.no-item', { item: part, count: list.length }));
  }
  const ids = list.map((item) => (item as { id?: unknown } | null)?.id);
  const index = ids.indexOf(part);
  if (index >= 0) return index;
  const known = ids.filter((id) => typeof id === 'string');
  const hint = suggestion(part, known) || (known.length > 0 ? said('study.scenario-has', { known }) : '');
  throw new PathError(said('study.no-item-id', { id: part, hint }));
}

/** Copies a field of the catalog's entry into an element of the scenario that leaves it to `use:`. */
function fillIn(box: Box, key: string | number, path: (string | number)[], catalog: Catalog): void {
  const kind = path.length === 2 ? KIND_OF_LIST[String(path[0])] : undefined;
  if (!kind || typeof box.use !== 'string') return;
  const entry = catalog.entries[kind][box.use];
  if (entry && Object.hasOwn(entry.fields, key)) box[key] = structuredClone(entry.fields[key]);
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
