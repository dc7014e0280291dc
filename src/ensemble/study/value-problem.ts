import { problemAt } from '../../catalog/yaml-document.ts';
import type { Problem } from '../../flow/problems.ts';
import type { StudyValue } from '../../flow/study.ts';
import type { DesignMatrix } from '../design/design-matrix.ts';
import type { ParsedStudy } from './plan-study.ts';
import type { Axis } from './read-axes.ts';
import type { StudyJob } from './study-job.ts';
import { valueKeys } from './study-schema.ts';
import { labelOf } from './value-label.ts';

/** What is wrong with a variant of a scenario, at its path there. */
export type Fault = Pick<Problem, 'code' | 'path' | 'message'>;

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
  const vary = study.vary[axis.varyIndex]!;
  const { code } = fault;
  if (code === 'unknown-key' && !axis.isCase) {
    const message = `"${axis.paths.join(', ')}" leads nowhere: ${fault.message}`;
    return problemAt(document, ['vary', axis.varyIndex, 'input'], code, message);
  }
  const at = axis.levels?.indexOf(value) ?? -1;
  const shown = axis.isCase ? (axis.labels?.[at] ?? '') : labelOf(value);
  const where = axis.isCase && fault.path ? `${fault.path}: ` : '';
  const message = `with ${axis.name} = ${shown}: ${where}${fault.message}`;
  if (row && axis.column !== undefined)
    return { code, file: row.matrix.file, line: row.matrix.lines[row.index]!, column: 1, path: '', message };
  const key = valueKeys.find((name) => name in vary)!;
  const isListed = at >= 0 && (key === 'list' || key === 'cases');
  return problemAt(document, ['vary', axis.varyIndex, key, ...(isListed ? [at] : [])], code, message);
}

/** A fault that no single input is to blame for: at the list of inputs, with all the values of the point. */
export function problemOfPoint(
  { code, path, message }: Fault,
  values: readonly StudyValue[],
  axes: readonly Axis[],
  { document }: ParsedStudy,
): Problem {
  const shown = axes.map(({ name, levels, labels }, i) => {
    const label = labels?.[levels?.indexOf(values[i]) ?? -1];
    return `${name} = ${label ?? labelOf(values[i])}`;
  });
  return problemAt(document, ['vary'], code, `with ${shown.join(', ')}: ${path && `${path}: `}${message}`);
}

/** The input whose place is the one of the problem, or lies in it or around it; -1 for none or several. */
export function blamedInput({ path }: Fault, { inputs }: StudyJob): number {
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
