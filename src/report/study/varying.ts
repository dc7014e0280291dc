import type { StudyResult } from '../../flow/study.ts';

/** Indices of the inputs that take more than one value in a study: those that a table needs a column for. */
export function varyingInputs({ inputs, points }: Pick<StudyResult, 'inputs' | 'points'>): number[] {
  return [...inputs.keys()].filter(
    (index) => new Set(points.map(({ values }) => JSON.stringify(values[index]))).size > 1,
  );
}
