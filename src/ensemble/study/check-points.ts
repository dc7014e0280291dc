import type { Catalog } from '../../catalog/entry.ts';
import { byPlace, type YamlDocument } from '../../catalog/yaml-document.ts';
import { InputError, type Problem } from '../../flow/problems.ts';
import type { StudyValue } from '../../flow/study.ts';
import { checkModels } from '../../read/check.ts';
import { parseScenario } from '../../read/parse.ts';
import { resolveScenario } from '../../read/resolve.ts';
import type { DesignMatrix } from '../design/design-matrix.ts';
import { PathError } from './input-path.ts';
import type { ParsedStudy } from './plan-study.ts';
import type { Axis } from './read-axes.ts';
import type { StudyJob } from './study-job.ts';
import { labelOf } from './value-label.ts';
import { blamedInput, type Fault, problemOfPoint, problemOfValue } from './value-problem.ts';
import { variantOf } from './variant.ts';

/** Points that are tried beforehand; of more, so many values of each input, those that stand out first. */
const MAX_TRIED = 200;
const MAX_PROBLEMS = 50;

/**
 * Tries design points against the scenario before anything is computed.
 *
 * The scenario by itself is known to be valid, so whatever is wrong with a variant comes from the study or its matrix and
 * is reported there, once for each line and rule.
 *
 * @throws InputError
 */
export function checkPoints(
  job: StudyJob,
  parsed: ParsedStudy,
  axes: readonly Axis[],
  catalog: Catalog,
  matrix?: DesignMatrix,
): void {
  const { document } = parseScenario(job.scenarioText, job.scenarioFile);
  const problems = new Map<string, Problem>();
  for (const index of triedPoints(job)) {
    if (problems.size >= MAX_PROBLEMS) break;
    const values = job.points[index];
    const faults = faultsOf(() => {
      checkModels(resolveScenario(variantOf(document, job.inputs, values, catalog), catalog, job.files));
    });
    for (const fault of faults) {
      const blamed = blamedInput(fault, job);
      const row = rowOf(index, job, axes, matrix);
      const problem =
        blamed < 0
          ? problemOfPoint(fault, values, axes, parsed)
          : problemOfValue(fault, values[blamed], axes[blamed], parsed, row);
      const key = `${problem.file}:${problem.line}:${fault.path}:${JSON.stringify(fault.said)}`;
      if (!problems.has(key)) problems.set(key, problem);
    }
  }
  if (problems.size > 0) throw new InputError([...problems.values()].sort(byPlace));
}

/**
 * Tries inputs one by one: where some of a study's inputs lead nowhere, what is wrong with the others is told all the same.
 *
 * @param axes inputs that lead somewhere
 */
export function checkAlone(
  axes: readonly Axis[],
  parsed: ParsedStudy,
  scenario: YamlDocument,
  catalog: Catalog,
): Problem[] {
  const problems = new Map<string, Problem>();
  for (const axis of axes)
    for (const value of axis.levels?.slice(0, MAX_TRIED) ?? []) {
      const inputs = [{ paths: axis.parts, ...(axis.isCase && { isCase: true as const }) }];
      for (const fault of faultsOf(() => void variantOf(scenario, inputs, [value], catalog))) {
        const problem = problemOfValue(fault, value, axis, parsed);
        const key = `${problem.line}:${JSON.stringify(fault.said)}`;
        if (!problems.has(key)) problems.set(key, problem);
      }
    }
  return [...problems.values()];
}

function faultsOf(action: () => void): readonly Fault[] {
  try {
    action();
    return [];
  } catch (error) {
    if (error instanceof PathError) return [{ code: 'unknown-input', path: '', said: error.said }];
    if (error instanceof InputError) return error.problems;
    throw error;
  }
}

/** The row of the matrix that a point is made from: rows change slowest. */
function rowOf(index: number, { points }: StudyJob, axes: readonly Axis[], matrix?: DesignMatrix) {
  if (!matrix || axes.every(({ column }) => column === undefined)) return undefined;
  return { matrix, index: Math.floor((index * matrix.rows.length) / points.length) };
}

/** All points, or one for each value of every input; of many values the extremes, words and fractions first. */
function triedPoints({ points, inputs }: StudyJob): Iterable<number> {
  if (points.length <= MAX_TRIED) return points.keys();
  const tried = new Set<number>();
  inputs.forEach((_, i) => {
    const firsts = new Map<string, { value: StudyValue; index: number }>();
    points.forEach((values: StudyValue[], index) => {
      const key = labelOf(values[i]);
      if (!firsts.has(key)) firsts.set(key, { value: values[i], index });
    });
    const sorted = [...firsts.values()].sort((a, b) => oddness(b.value) - oddness(a.value));
    const chosen = sorted.length > MAX_TRIED ? [...sorted.slice(0, MAX_TRIED - 2), ...extremes(sorted)] : sorted;
    for (const { index } of chosen) tried.add(index);
  });
  return tried;
}

/** What is no number stands out most, then what is infinite or a fraction. */
function oddness(value: StudyValue): number {
  if (typeof value !== 'number') return 3;
  if (!Number.isFinite(value)) return 2;
  return Number.isInteger(value) ? 0 : 1;
}

function extremes<T extends { value: StudyValue }>(all: readonly T[]): T[] {
  const numbers = all.filter(({ value }) => typeof value === 'number');
  const first = numbers[0];
  if (!first) return [];
  const end = (isBeyond: (a: number, b: number) => boolean) =>
    numbers.reduce((a, b) => (isBeyond(b.value as number, a.value as number) ? b : a), first);
  return [end((a, b) => a < b), end((a, b) => a > b)];
}
