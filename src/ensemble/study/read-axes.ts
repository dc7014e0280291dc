import type { Catalog } from '../../catalog/entry.ts';
import { problemAt, suggestion, type YamlDocument } from '../../catalog/yaml-document.ts';
import type { Problem } from '../../flow/problems.ts';
import { type Said, said } from '../../flow/said.ts';
import type { StudyValue } from '../../flow/study.ts';
import type { ParsedScenario } from '../../read/parse.ts';
import type { DesignMatrix } from '../design/design-matrix.ts';
import { linearLevels, logLevels, type SampleRange } from '../design/levels.ts';
import { maxSobolDimensions } from '../design/sobol-sequence.ts';
import { fixedColumns } from '../results/point-columns.ts';
import { PathError, pathParts, readInput, sourcedAt } from './input-path.ts';
import type { ParsedStudy } from './plan-study.ts';
import type { StudyVary } from './study-schema.ts';

/** One input of a study, read: where it goes, and which values it takes. */
export interface Axis {
  name: string;
  /** Its number in the study's list. */
  varyIndex: number;
  /** Its values are cases: what each sets, by path. */
  isCase: boolean;
  paths: string[];
  parts: (string | number)[][];
  /** Values of list, range, logRange or cases. */
  levels?: StudyValue[];
  labels?: string[];
  /** Range to sample from. */
  range?: SampleRange;
  /** Index of the column of the design matrix. */
  column?: number;
  /** What the scenario itself has there, where that is one number. */
  baseValue?: number;
}

/** Reads the inputs of a study; what is wrong with them goes to `problems`. */
export function readAxes(
  { study, document }: ParsedStudy,
  scenario: ParsedScenario,
  catalog: Catalog,
  matrix: DesignMatrix | undefined,
  problems: Problem[],
): Axis[] {
  const axes: Axis[] = [];
  const used = new Map<string, string>();
  const names = new Set<string>();
  study.vary.forEach((vary, i) => {
    const complain: Complain = (key, code, sentence) =>
      void problems.push(problemAt(document, ['vary', i, key], code, sentence));
    // tools that read the tables take names without regard to case
    const name = vary.name.toLowerCase();
    if (names.has(name)) complain('name', 'duplicate-id', said('study.id-twice', { id: vary.name }));
    const column = fixedColumns.find((each) => each.toLowerCase() === name);
    if (column) complain('name', 'taken-name', said('study.taken-name', { id: vary.name, column }));
    names.add(name);
    const place = placeOf(vary, scenario, catalog, used, complain);
    if (!place) return;
    const { found, ...where } = place;
    const axis: Axis = {
      name: vary.name,
      varyIndex: i,
      isCase: vary.cases !== undefined,
      ...where,
      labels: vary.labels,
      baseValue: sourcedAt(found)?.value,
    };
    fillAxis(axis, vary, found, matrix, complain);
    axes.push(axis);
  });
  checkCompany({ study, document }, axes, matrix, problems);
  return axes;
}

type Complain = (key: string, code: string, sentence: Said) => void;

/** Where the values of an input go, and what stands at the first place now; undefined where a place does not exist. */
function placeOf(
  vary: StudyVary,
  scenario: ParsedScenario,
  catalog: Catalog,
  used: Map<string, string>,
  complain: Complain,
): { paths: string[]; parts: (string | number)[][]; found: unknown } | undefined {
  const paths = vary.cases ? [...new Set(vary.cases.flatMap(({ set }) => Object.keys(set)))] : [vary.input!].flat();
  const parts: (string | number)[][] = [];
  let found: unknown;
  let isWhole = true;
  for (const path of paths) {
    try {
      if (used.has(path)) throw new PathError(said('study.varied-twice', { name: used.get(path)! }));
      used.set(path, vary.name);
      parts.push(pathParts(path));
      const here = readInput(scenario.document.value, parts.at(-1)!, catalog);
      if (parts.length === 1) found = here;
    } catch (error) {
      if (!(error instanceof PathError)) throw error;
      isWhole = false;
      complain(vary.cases ? 'cases' : 'input', 'unknown-input', said('study.place', { path, fault: error.said }));
    }
  }
  return isWhole ? { paths, parts, found } : undefined;
}

function fillAxis(
  axis: Axis,
  vary: StudyVary,
  found: unknown,
  matrix: DesignMatrix | undefined,
  complain: Complain,
): void {
  const round = (values: number[]) => (vary.whole ? [...new Set(values.map(Math.round))] : values);
  if (vary.list) axis.levels = vary.list;
  else if (vary.cases) {
    axis.levels = vary.cases.map(({ set }) => set);
    axis.labels = vary.cases.map(({ label }) => label);
  } else if (vary.range) axis.levels = round(linearLevels(vary.range.from, vary.range.to, vary.range.steps));
  else if (vary.logRange) axis.levels = round(logLevels(vary.logRange.from, vary.logRange.to, vary.logRange.steps));
  else if (vary.column !== undefined) {
    const column = matrix?.columns.indexOf(vary.column) ?? -1;
    if (!matrix) complain('column', 'missing', said('study.needs-matrix'));
    else if (column < 0)
      complain(
        'column',
        'unknown-column',
        said('study.no-column', { column: vary.column, hint: suggestion(vary.column, matrix.columns) }),
      );
    axis.column = column;
  } else if (vary.between === 'catalog') {
    const sourced = sourcedAt(found);
    if (sourced?.low === undefined || sourced.high === undefined || sourced.low === sourced.high)
      complain('between', 'no-range', said('study.no-range', { example: '{ low: ..., high: ... }' }));
    else axis.range = { low: sourced.low, high: sourced.high, isLog: false, isWhole: vary.whole === true };
  } else if (vary.between) {
    const { low, high, scale } = vary.between;
    axis.range = { low, high, isLog: scale === 'log', isWhole: vary.whole === true };
  }
}

/** Inputs, sample and matrix must fit together. */
function checkCompany(
  { study, document }: { study: ParsedStudy['study']; document: YamlDocument },
  axes: readonly Axis[],
  matrix: DesignMatrix | undefined,
  problems: Problem[],
): void {
  const complain = (path: PropertyKey[], sentence: Said) =>
    void problems.push(problemAt(document, path, 'rule', sentence));
  const sampled = axes.filter(({ range }) => range);
  const method = study.sample?.method;
  const isMixed = study.vary.some(({ between }) => between !== undefined) && study.vary.some(({ between }) => !between);
  if (sampled.length > 0 && !study.sample)
    complain(['vary'], said('study.needs-sample', { example: '{ method: sobol, count: 64 }' }));
  if (study.sample && study.vary.every((vary) => vary.between === undefined))
    complain(['sample'], said('study.sample-needs'));
  if (matrix && axes.every(({ column }) => column === undefined) && study.vary.every(({ column }) => !column))
    complain(['matrix'], said('study.no-input-column'));
  if (method && method !== 'one-at-a-time' && study.sample?.count === undefined)
    complain(['sample'], said('study.needs-count', { method }));
  if (method && !['latin-hypercube', 'sobol'].includes(method) && isMixed)
    complain(['sample', 'method'], said('study.between-alone', { method }));
  const most = method === 'sobol' ? maxSobolDimensions : method === 'saltelli' ? maxSobolDimensions / 2 : Infinity;
  if (sampled.length > most) complain(['sample', 'method'], said('study.most-inputs', { method: method ?? '', most }));
  if (method === 'one-at-a-time')
    for (const axis of sampled.filter(({ baseValue }) => baseValue === undefined))
      complain(['vary', axis.varyIndex, 'input'], said('study.needs-number'));
}
