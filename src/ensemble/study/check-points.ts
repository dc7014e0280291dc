import type { Catalog } from '../../catalog/entry.ts';
import { problemAt, type YamlDocument } from '../../catalog/yaml-document.ts';
import { InputError, type Problem } from '../../flow/problems.ts';
import { parseScenario } from '../../scenario/parse.ts';
import { resolveScenario } from '../../scenario/resolve.ts';
import { PathError } from './input-path.ts';
import type { ParsedStudy } from './plan-study.ts';
import type { StudyJob } from './study-job.ts';
import { labelOf } from './value-label.ts';
import { variantOf } from './variant.ts';

/** Points that are tried beforehand; beyond these, the first and last of each value. */
const MAX_TRIED = 200;
const MAX_PROBLEMS = 50;

/**
 * Tries design points against the scenario before anything is computed.
 *
 * The scenario by itself is known to be valid, so whatever is wrong with a variant comes from the study and is
 * reported there, once for each line and rule.
 *
 * @throws InputError
 */
export function checkPoints(job: StudyJob, parsed: ParsedStudy, catalog: Catalog): void {
  const { document } = parseScenario(job.scenarioText, job.scenarioFile);
  const problems = new Map<string, Problem>();
  for (const index of triedPoints(job)) {
    if (problems.size >= MAX_PROBLEMS) break;
    try {
      resolveScenario(variantOf(document, job.inputs, job.points[index]!, catalog).parsed, catalog, job.files);
    } catch (error) {
      const faults = error instanceof PathError ? [{ code: 'unknown-input', path: '', message: error.message }] : [];
      if (faults.length === 0 && !(error instanceof InputError)) throw error;
      for (const fault of error instanceof InputError ? error.problems : faults) {
        const problem = inStudy(fault, job, index, parsed);
        const key = `${problem.line}:${fault.path}:${fault.message}`;
        if (!problems.has(key)) problems.set(key, problem);
      }
    }
  }
  if (problems.size > 0) throw new InputError([...problems.values()]);
}

/**
 * Tries inputs one by one: where some of a study's inputs lead nowhere, what is wrong with the others is told all the same.
 *
 * @param axes inputs that lead somewhere
 */
export function checkAlone(
  axes: readonly { name: string; parts: (string | number)[][]; levels?: unknown[] }[],
  { study, document }: ParsedStudy,
  scenario: YamlDocument,
  catalog: Catalog,
): Problem[] {
  const problems = new Map<string, Problem>();
  for (const { name, parts, levels = [] } of axes)
    for (const [i, value] of levels.slice(0, MAX_TRIED).entries()) {
      const faults = faultsOf(() => variantOf(scenario, [{ paths: parts }], [value], catalog));
      const at = study.vary.findIndex((vary) => vary.name === name);
      const path = study.vary[at]?.list ? ['vary', at, 'list', i] : ['vary', at, 'input'];
      for (const { code, message } of faults) {
        const problem = problemAt(document, path, code, `with ${name} = ${labelOf(value)}: ${message}`);
        const key = `${problem.line}:${message}`;
        if (!problems.has(key)) problems.set(key, problem);
      }
    }
  return [...problems.values()];
}

function faultsOf(action: () => unknown): Pick<Problem, 'code' | 'message'>[] {
  try {
    action();
    return [];
  } catch (error) {
    if (error instanceof PathError) return [{ code: 'unknown-input', message: error.message }];
    if (error instanceof InputError) return [...error.problems];
    throw error;
  }
}

/** All points, or so many that every value of every input comes up. */
function triedPoints({ points, inputs }: StudyJob): Iterable<number> {
  if (points.length <= MAX_TRIED) return points.keys();
  const tried = new Set<number>();
  inputs.forEach((_, i) => {
    const seen = new Set<string>();
    points.forEach((values, index) => {
      const key = labelOf(values[i]);
      if (seen.size < MAX_TRIED && !seen.has(key)) {
        seen.add(key);
        tried.add(index);
      }
    });
  });
  return tried;
}

/** A problem of a variant, at the line of the input that it comes from. */
function inStudy(fault: Problem, job: StudyJob, index: number, { study, document }: ParsedStudy): Problem {
  const blamed = blamedInput(fault, job);
  const values = job.points[index]!;
  const shown = job.inputs
    .map(({ name }, i) => `${name} = ${labelOf(values[i])}`)
    .filter((_, i) => blamed < 0 || i === blamed);
  const vary = study.vary[blamed];
  const key = vary && ['list', 'range', 'logRange', 'between', 'column'].find((name) => name in vary);
  const path = blamed < 0 ? ['vary'] : ['vary', blamed, key!, ...listIndex(vary?.list, values[blamed])];
  const rest = fault.path && blamed < 0 ? `${fault.path}: ` : '';
  return problemAt(document, path, fault.code, `with ${shown.join(', ')}: ${rest}${fault.message}`);
}

function listIndex(list: unknown[] | undefined, value: unknown): number[] {
  const at = list?.indexOf(value) ?? -1;
  return at < 0 ? [] : [at];
}

/** The input whose place is the one of the problem, or lies in it or around it; -1 for none or several. */
function blamedInput({ path }: Problem, { inputs }: StudyJob): number {
  const words = path.replaceAll('[', '.').replaceAll(']', '').split('.').filter(Boolean);
  const matches = inputs.flatMap(({ paths }, i) =>
    paths.some((parts) => parts.every((part, k) => words[k] === undefined || agrees(part, words[k]!))) ? [i] : [],
  );
  if (path === '' && inputs.length > 1) return -1;
  return matches.length === 1 ? matches[0]! : inputs.length === 1 ? 0 : -1;
}

/** A part of a path against the same part in numbers: an identifier stands for some number. */
function agrees(part: string | number, word: string): boolean {
  return String(part) === word || (typeof part === 'string' && /^\d+$/.test(word));
}
