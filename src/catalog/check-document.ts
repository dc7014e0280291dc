import type * as z from 'zod';
import { InputError, type Problem } from '../flow/problems.ts';
import { type Said, said } from '../flow/said.ts';
import { suggestion } from './suggestion.ts';
import { byPlace, pathText, problemAt, type YamlDocument } from './yaml-document.ts';

/** More violations of the schema than these are not told; each takes a walk through the file to its line. */
const MAX_SCHEMA_PROBLEMS = 200;

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
  const before = text.split('\n')[line - 1].slice(0, column - 1);
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
