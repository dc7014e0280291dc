import { problemAt } from '../../catalog/yaml-document.ts';
import type { Problem } from '../../flow/problems.ts';
import { type Said, said } from '../../flow/said.ts';
import type { StudyValue } from '../../flow/study.ts';
import type { DesignMatrix } from '../design/design-matrix.ts';
import type { ParsedStudy } from './plan-study.ts';
import type { Axis } from './read-axes.ts';
import type { StudyJob } from './study-job.ts';
import { valueKeys } from './study-schema.ts';
import { labelOf } from './value-label.ts';

/** What is wrong with a variant of a scenario, at its path there. */
export type Fault = Pick<Problem, 'code' | 'path' | 'said'>;

/** A line of the design matrix. */
export interface MatrixRow {
  matrix: DesignMatrix;
  index: number;
}

/** A fault of a variant that one input is to blame for: at the place of its value in the study or the matrix. */
export function problemOfValue(
  fault: Fault,
  value: StudyValue,
  axis: Axis,
  { study, document }: ParsedStudy,
  row?: MatrixRow,
): Problem {
  const vary = study.vary[axis.varyIndex];
  const { code } = fault;
  if (code === 'unknown-key' && !axis.isCase) {
    const nowhere = said('study.nowhere', { paths: axis.paths, fault: fault.said });
    return problemAt(document, ['vary', axis.varyIndex, 'input'], code, nowhere);
  }
  const at = axis.levels?.indexOf(value) ?? -1;
  const shown = axis.isCase ? (axis.labels?.[at] ?? '') : labelOf(value);
  const values = said('study.value', { name: axis.name, value: shown });
  const sentence = said('study.with', { values, fault: axis.isCase ? atPath(fault) : fault.said });
  if (row && axis.column !== undefined)
    return { code, file: row.matrix.file, line: row.matrix.lines[row.index], column: 1, path: '', said: sentence };
  const key = valueKeys.find((name) => name in vary)!;
  const isListed = at >= 0 && (key === 'list' || key === 'cases');
  return problemAt(document, ['vary', axis.varyIndex, key, ...(isListed ? [at] : [])], code, sentence);
}

function atPath({ path, said: problem }: Fault): Said {
  return path ? said('problem.at', { path, problem }) : problem;
}

/** A fault that no single input is to blame for: at the list of inputs, with all the values of the point. */
export function problemOfPoint(
  fault: Fault,
  values: readonly StudyValue[],
  axes: readonly Axis[],
  { document }: ParsedStudy,
): Problem {
  const shown = axes.map(({ name, levels, labels }, i) => {
    const label = labels?.[levels?.indexOf(values[i]) ?? -1];
    return said('study.value', { name, value: label ?? labelOf(values[i]) });
  });
  return problemAt(document, ['vary'], fault.code, said('study.with', { values: shown, fault: atPath(fault) }));
}

/** The input whose place is the one of the problem, or lies in it or around it; -1 for none or several. */
export function blamedInput({ path }: Fault, { inputs }: StudyJob): number {
  const words = path.replaceAll('[', '.').replaceAll(']', '').split('.').filter(Boolean);
  const matches = inputs.flatMap(({ paths }, i) =>
    paths.some((parts) => parts.every((part, k) => words[k] === undefined || agrees(part, words[k]))) ? [i] : [],
  );
  if (path === '' && inputs.length > 1) return -1;
  return matches.length === 1 ? matches[0] : inputs.length === 1 ? 0 : -1;
}

/** A part of a path against the same part in numbers: an identifier stands for some number. */
function agrees(part: string | number, word: string): boolean {
  return String(part) === word || (typeof part === 'string' && /^\d+$/.test(word));
}
