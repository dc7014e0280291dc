import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  visit,
  type YAMLMap,
} from 'yaml';
import { InputError, type Problem } from '../flow/problems.ts';
import { type Said, said } from '../flow/said.ts';
import { checkTokens } from './yaml-tokens.ts';

export { suggestion } from './suggestion.ts';

/** Bounds that keep a hostile file from costing more than a moment. */
export interface YamlLimits {
  maxCharacters: number;
  maxDepth: number;
  maxNodes: number;
  maxAliases: number;
}

export const defaultLimits: YamlLimits = { maxCharacters: 2_000_000, maxDepth: 24, maxNodes: 200_000, maxAliases: 50 };

/** More mistakes of syntax than these are consequences of the first ones. */
const MAX_SYNTAX_PROBLEMS = 100;

/** A parsed YAML text that can tell the line of each of its parts. */
export interface YamlDocument {
  file: string;
  text: string;
  value: unknown;
  /** Line and column, both from 1, of the value at a path; of the nearest parent where the path leads nowhere. */
  place(path: readonly PropertyKey[], ofKey?: string): { line: number; column: number };
  /** A number, word or date as it is written; undefined for what holds others. */
  written(path: readonly PropertyKey[]): string | undefined;
}

/**
 * Parses YAML 1.2 into plain values, refusing whatever is malformed, ambiguous or too large.
 *
 * @throws InputError every syntax problem with line and column
 */
export function parseYaml(text: string, file: string, limits: YamlLimits = defaultLimits): YamlDocument {
  if (text.length > limits.maxCharacters)
    throw oneProblem(file, 'too-large', said('problem.too-long', { count: text.length, limit: limits.maxCharacters }));
  if (text.includes('\r') && !text.includes('\n')) throw oneProblem(file, 'yaml', said('problem.old-line-ends'));
  if (/^\uFEFF?%YAML\s+1\.[01]\b/.test(text)) throw oneProblem(file, 'yaml', said('problem.old-yaml'));
  checkTokens(text, file, limits);
  const lines = linesOf(text);
  // the parser's own check of keys and its pretty messages take quadratic time on hostile files
  const document = parseDocument(text, {
    uniqueKeys: false,
    prettyErrors: false,
    strict: true,
    merge: false,
  });
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) {
    throw new InputError(
      faults.slice(0, MAX_SYNTAX_PROBLEMS).map((fault) => {
        const { line, col } = lines.linePos(fault.pos[0]);
        const text = fault.message.split('\n')[0].replace(/ at line \d+, column \d+:?$/, '');
        return { code: 'yaml', file, line, column: col, path: '', said: said(`yaml.${fault.code}`, { text }) };
      }),
    );
  }
  checkLimits(document, file, limits, lines);
  const value = document.toJS({ maxAliasCount: limits.maxAliases });
  const written = (path: readonly PropertyKey[]) => {
    const node = document.getIn(path, true);
    return isScalar(node) ? node.source : undefined;
  };
  return { file, text, value, written, place: (path, ofKey) => placeOf(document.contents, lines, path, ofKey) };
}

/** Where the lines of a text begin. The parser's own count misses those of a block of text before a mistake. */
function linesOf(text: string): LineCounter {
  const lines = new LineCounter();
  for (let start = 0; ; start = text.indexOf('\n', start) + 1) {
    lines.addNewLine(start);
    if (!text.includes('\n', start)) return lines;
  }
}

/** A problem at a path of a document that a schema cannot see, such as an unknown reference. */
export function problemAt(document: YamlDocument, path: readonly PropertyKey[], code: string, sentence: Said): Problem {
  return { code, file: document.file, ...document.place(path), path: pathText(path), said: sentence };
}

/** Runs an action and adds file, line and column to the problems that it finds by path alone. */
export function withPlaces<T>(document: YamlDocument, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(
      error.problems.map((problem) =>
        problem.line === undefined && problem.path !== '' && problem.file === undefined
          ? { ...problem, file: document.file, ...document.place(pathOf(problem.path)) }
          : problem,
      ),
    );
  }
}

/** ['networks', 0, 'use'] for `networks[0].use`. */
function pathOf(text: string): PropertyKey[] {
  return [...text.matchAll(/[^.[\]]+/g)].map(([part]) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** `networks[0].use` for ['networks', 0, 'use']. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.map((part, i) => (typeof part === 'number' ? `[${part}]` : (i > 0 ? '.' : '') + String(part))).join('');
}

function oneProblem(file: string, code: string, sentence: Said): InputError {
  return new InputError([{ code, file, path: '', said: sentence }]);
}

function checkLimits(document: Document, file: string, limits: YamlLimits, lines: LineCounter): void {
  let nodes = 0;
  let aliases = 0;
  const fail = (node: unknown, code: string, sentence: Said) => {
    const start = (node as { range?: [number, number, number] | null }).range?.[0] ?? 0;
    const { line, col } = lines.linePos(start);
    throw new InputError([{ code, file, line, column: col, path: '', said: sentence }]);
  };
  if (!document.contents) throw oneProblem(file, 'empty', said('problem.empty-document'));
  visit(document.contents as Node, (_key, node, ancestors) => {
    nodes++;
    if (isAlias(node)) {
      aliases++;
      const target = node.resolve(document);
      if (!target) fail(node, 'unknown-alias', said('problem.no-anchor', { name: node.source }));
      if (ancestors.some((ancestor) => ancestor === target))
        fail(node, 'alias-loop', said('problem.alias-loop', { name: node.source }));
    }
    if (isMap(node)) {
      const odd = node.items.find(({ key }) => isCollection(key));
      if (odd) fail(odd.key, 'yaml', said('problem.odd-key'));
      const merge = node.items.find(({ key }) => isScalar(key) && key.value === '<<');
      if (merge) fail(merge.key, 'yaml', said('problem.merge-key'));
      const blank = node.items.find(({ key }) => isScalar(key) && ODD_BLANK.test(String(key.value)));
      if (blank) fail(blank.key, 'yaml', said('problem.odd-blank', { code: oddBlank(blank.key) }));
      const twin = repeatedKey(node);
      if (twin) fail(twin, 'yaml', said('problem.key-twice', { key: String(twin.value) }));
    }
    if (nodes > limits.maxNodes)
      fail(node, 'too-many-nodes', said('problem.too-many-nodes', { limit: limits.maxNodes }));
    if (aliases > limits.maxAliases)
      fail(node, 'too-many-aliases', said('problem.too-many-aliases', { limit: limits.maxAliases }));
    const depth = ancestors.filter((ancestor) => isCollection(ancestor)).length;
    if (depth > limits.maxDepth) fail(node, 'too-deep', said('problem.too-deep', { limit: limits.maxDepth }));
  });
}

/** Blanks that look like a space and are none. */
const ODD_BLANK = /[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]/;

function oddBlank(key: unknown): string {
  const [found] = ODD_BLANK.exec(String((key as Scalar).value)) ?? [' '];
  return `U+${found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** First key that a mapping holds before; the parser's own check compares every pair of keys. */
function repeatedKey(map: YAMLMap): Scalar | undefined {
  const seen = new Set<string>();
  for (const { key } of map.items) {
    if (!isScalar(key)) continue;
    if (seen.has(String(key.value))) return key;
    seen.add(String(key.value));
  }
  return undefined;
}

function placeOf(
  root: Node | null,
  lines: LineCounter,
  path: readonly PropertyKey[],
  ofKey?: string,
): { line: number; column: number } {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const part of ofKey === undefined ? path : [...path, ofKey]) {
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(part));
      next = pair?.value ?? null;
      const keyStart = isPair(pair) && isScalar(pair.key) ? pair.key.range?.[0] : undefined;
      if (keyStart !== undefined) offset = keyStart;
    } else if (isCollection(node) && typeof part === 'number') {
      next = node.items[part];
    }
    if (!next) break;
    const start = (next as Node).range?.[0];
    if (start !== undefined && ofKey === undefined) offset = start;
    node = next;
  }
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

/** Order of problems: by line, then column. */
export function byPlace(a: Problem, b: Problem): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
