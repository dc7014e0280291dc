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
import type * as z from 'zod';
import { InputError, type Problem } from '../flow/problems.ts';
import { type Said, said } from '../flow/said.ts';
import { suggestion } from './suggestion.ts';
import { checkTokens } from './yaml-tokens.ts';

export { suggestion };

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
/** More violations of the schema than these are not told; each takes a walk through the file to its line. */
const MAX_SCHEMA_PROBLEMS = 200;

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
  const lines = new LineCounter();
  // the parser's own check of keys and its pretty messages take quadratic time on hostile files
  const document = parseDocument(text, {
    lineCounter: lines,
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
        const text = fault.message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '');
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

/**
 * Checks a document against a schema.
 *
 * @throws InputError every violation, with line, column, what was expected and, for an unknown key, the nearest known one
 */
export function checkDocument<T>(document: YamlDocument, schema: z.ZodType<T>): T {
  const checked = schema.safeParse(document.value, { reportInput: true });
  if (checked.success) return checked.data;
  const problems = checked.error.issues
    .slice(0, MAX_SCHEMA_PROBLEMS)
    .flatMap((issue) => issueProblems(issue as Issue, [], document, schema));
  // a number beyond the whole ones fails as such and by its bound, in the same words
  const each = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  throw new InputError([...each.values()].sort(byPlace));
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

interface Issue {
  code: string;
  path: PropertyKey[];
  message: string;
  input?: unknown;
  keys?: string[];
  errors?: Issue[][];
  expected?: string;
  values?: unknown[];
  minimum?: number;
  maximum?: number;
  inclusive?: boolean;
  origin?: string;
  params?: Said['args'];
}

function issueProblems(issue: Issue, above: PropertyKey[], document: YamlDocument, schema: z.ZodType): Problem[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).slice(0, MAX_SCHEMA_PROBLEMS).map((key) => ({
      code: 'unknown-key',
      file: document.file,
      ...document.place(path, key),
      path: pathText([...path, key]),
      said: unknownKey(key, path, document, schema),
    }));
  }
  if (issue.code === 'invalid_union' && issue.errors) {
    const branch = bestBranch(issue.errors, valueAt(document.value, path));
    return branch.flatMap((inner) => issueProblems(inner, path, document, schema));
  }
  const value = valueAt(document.value, path);
  const shown = isRounded(value) ? (document.written(path) ?? String(value)) : shortValue(value);
  return [problemAt(document, path, codeOf(issue), sentence(issue, value, shown))];
}

/** A whole number that has lost digits on the way. */
function isRounded(value: unknown): value is number {
  return Number.isInteger(value) && !Number.isSafeInteger(value);
}

function unknownKey(key: string, path: readonly PropertyKey[], document: YamlDocument, schema: z.ZodType): Said {
  const comma = /^\d+$/.test(key) ? decimalComma(key, document.place(path, key), document) : undefined;
  return comma ?? said('problem.unknown-key', { hint: suggestion(key, knownKeys(schema, path)) });
}

/** `{ trackS: 60,5 }` holds an entry `5` of nothing. */
function decimalComma(
  fraction: string,
  { line, column }: { line: number; column: number },
  { text }: YamlDocument,
): Said | undefined {
  const before = text.split('\n')[line - 1]!.slice(0, column - 1);
  const [, key, whole] = /(\w+)\s*:\s*(-?\d+),$/.exec(before) ?? [];
  return key === undefined ? undefined : said('problem.decimal-comma', { key, number: `${whole}.${fraction}` });
}

/** The branch that got furthest into the value: what its author most likely meant. */
function bestBranch(branches: Issue[][], value: unknown): Issue[] {
  const score = (branch: Issue[]) => {
    const wrongType = branch.some((issue) => issue.path.length === 0 && issue.code === 'invalid_type');
    const wantsObject = branch.some((issue) => issue.path.length === 0 && issue.expected === 'object');
    return (wrongType ? 0 : 10) + (typeof value === 'object' && !wantsObject ? 1 : 0) - branch.length / 100;
  };
  return branches.reduce((best, branch) => (score(branch) > score(best) ? branch : best));
}

function codeOf(issue: Issue): string {
  const isMissing = issue.input === undefined;
  if (issue.code === 'invalid_type') return isMissing ? 'missing' : 'wrong-type';
  if (issue.code === 'invalid_value' && isMissing) return 'missing';
  if (issue.code === 'too_small' || issue.code === 'too_big') return 'out-of-range';
  if (issue.code === 'invalid_value') return 'not-one-of';
  return issue.code === 'custom' ? 'rule' : issue.code.replaceAll('_', '-');
}

function sentence(issue: Issue, value: unknown, shown: Said | string): Said {
  switch (issue.code) {
    case 'invalid_type': {
      const what = typeWords(issue.expected);
      if (value === undefined) return said('problem.missing', { what });
      const share = shareOfPercent(value);
      return issue.expected === 'number' && share !== undefined
        ? said('problem.percent', { what, shown, share })
        : said('problem.wrong-type', { what, shown });
    }
    case 'invalid_value': {
      const values = (issue.values ?? []).map(String);
      if (value === undefined)
        return said(values.length > 1 ? 'problem.missing-one-of' : 'problem.missing-the-one', { values });
      const hint = typeof value === 'string' ? suggestion(value, values) : '';
      return said(values.length > 1 ? 'problem.not-one-of' : 'problem.not-the-one', { values, shown, hint });
    }
    case 'too_small':
      return said(limitCode(issue, 'too-few', issue.inclusive === false ? 'not-above' : 'too-small'), {
        limit: issue.minimum ?? 0,
        shown,
      });
    case 'too_big':
      if (isPercentForShare(issue, value))
        return said(issue.inclusive === false ? 'problem.percent-not-below' : 'problem.percent-too-big', {
          shown,
          share: value / 100,
        });
      return said(limitCode(issue, 'too-many', issue.inclusive === false ? 'not-below' : 'too-big'), {
        limit: issue.maximum ?? 0,
        shown,
      });
    case 'custom':
      return ruleWords(issue);
    default:
      if (value === undefined)
        return said('problem.missing-rule', { rule: isCode(issue.message) ? ruleWords(issue) : issue.message });
      return isCode(issue.message)
        ? said('problem.invalid', { rule: ruleWords(issue), shown })
        : said('problem.invalid-input', { text: issue.message, shown });
  }
}

/** A whole per cent, such as 80, where a share from 0 to 1 is meant. */
function isPercentForShare({ origin, maximum, inclusive }: Issue, value: unknown): value is number {
  const most = inclusive === false ? 99.9 : 100;
  return origin === 'number' && maximum === 1 && typeof value === 'number' && value >= 2 && value <= most;
}

/** 0.8 for "80 %". */
function shareOfPercent(value: unknown): number | undefined {
  const [, percent] = (typeof value === 'string' && /^\s*(\d+(?:\.\d+)?)\s*%\s*$/.exec(value)) || [];
  return percent === undefined ? undefined : Number((Number(percent) / 100).toPrecision(12));
}

/** A rule of a schema gives the code of its sentence as its message. */
function ruleWords({ message, params }: Issue): Said {
  return { code: message, ...(params && { args: params }) };
}

function isCode(message: string): boolean {
  return /^[a-z]+\.[a-z-]+$/.test(message);
}

function limitCode<Size extends string, Value extends string>(
  { origin }: Issue,
  size: Size,
  value: Value,
): `problem.${Size}-entries` | `problem.${Size}-characters` | `problem.${Value}` {
  if (origin === 'array') return `problem.${size}-entries`;
  return origin === 'string' ? `problem.${size}-characters` : `problem.${value}`;
}

const TYPES = ['object', 'array', 'string', 'int', 'number', 'boolean', 'record', 'tuple', 'value'] as const;

function typeWords(expected = 'value'): Said {
  const known = TYPES.find((type) => type === expected);
  return known ? said(`type.${known}`) : said('type.other', { type: expected });
}

function shortValue(value: unknown): Said | string {
  if (Array.isArray(value)) return said('shown.list', { count: value.length });
  if (typeof value === 'object' && value !== null) return said('shown.mapping');
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const part of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[part];
  return value;
}

interface SchemaInside {
  def: {
    type: string;
    shape?: Record<string, z.ZodType>;
    element?: z.ZodType;
    innerType?: z.ZodType;
    options?: z.ZodType[];
  };
}

/** Keys that the schema knows at a path, for suggestions. */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const def = (schema as unknown as SchemaInside).def;
  if (def.innerType) return knownKeys(def.innerType, path);
  if (def.options) return def.options.flatMap((option) => knownKeys(option, path));
  if (path.length === 0) return def.shape ? Object.keys(def.shape) : [];
  const [head, ...rest] = path;
  const inner = def.shape?.[String(head)] ?? def.element;
  return inner ? knownKeys(inner, rest) : [];
}

/** Order of problems: by line, then column. */
export function byPlace(a: Problem, b: Problem): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
