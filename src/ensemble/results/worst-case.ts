import type { PointResult, StudyInput, WorstCase, WorstCaseRow } from '../../flow/study.ts';
import { labelOf } from '../study/value-label.ts';
import { type Goal, isReached } from './goal.ts';
import { groupByOthers } from './group-points.ts';

/**
 * The worst that one input can do to an output, for every combination of the others: which combinations stay at a level
 * whatever the input is, and what each costs.
 *
 * @param over the input whose worst value counts; its first value is what the others are compared with
 */
export function worstCaseOf(
  points: readonly PointResult[],
  inputs: readonly StudyInput[],
  goal: Goal,
  over: string,
): WorstCase {
  const axis = inputs.findIndex(({ name }) => name === over);
  const { output, isAtMost } = goal;
  const firstLabel = points.length > 0 ? labelOf(points[0]!.values[axis]) : '';
  const of = (point: PointResult, column = output) => point.columns[column] ?? Number.NaN;
  const rows = groupByOthers(points, inputs, over).map(({ others, members }): WorstCaseRow => {
    const worst = members.reduce((a, b) => ((isAtMost ? of(b) > of(a) : of(b) < of(a)) ? b : a));
    const isKnown = members.every((point) => Number.isFinite(of(point)));
    const first = members.find(({ values }) => labelOf(values[axis]) === firstLabel);
    const costs = members.map((point) => of(point, 'totalMusd')).filter(Number.isFinite);
    return {
      inputs: others,
      at: worst.values[axis],
      first: first ? of(first) : Number.NaN,
      value: isKnown ? of(worst) : Number.NaN,
      low: isKnown ? of(worst, `${output}.low`) : Number.NaN,
      high: isKnown ? of(worst, `${output}.high`) : Number.NaN,
      holds: isKnown && isReached(goal, of(worst)),
      totalMusd: costs.length > 0 ? Math.max(...costs) : Number.NaN,
    };
  });
  return { ...goal, over, rows };
}
