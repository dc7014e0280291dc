import type { PointResult, StudyInput, WorstCase, WorstCaseRow } from '../../flow/study.ts';
import type { Goal } from '../study/study-job.ts';
import { labelOf } from '../study/value-label.ts';
import type { Standing } from './goal.ts';
import { groupByOthers } from './group-points.ts';

/**
 * The worst that one input can do to an output, for every combination of the others: which combinations stay at a level
 * whatever the input is, and what each costs.
 *
 * The interval is that of the worst value, whichever point it is at: the worst of the low ends to the worst of the high ends. A
 * combination holds where every point surely meets the level, and fails where one is surely short of it.
 *
 * @param over the input whose worst value counts; its first value is what the others are compared with
 * @param standings where each point stands, by its index
 */
export function worstCaseOf(
  points: readonly PointResult[],
  inputs: readonly StudyInput[],
  goal: Goal,
  over: string,
  standings: ReadonlyMap<number, Standing>,
): WorstCase {
  const axis = inputs.findIndex(({ name }) => name === over);
  const { output, isAtMost } = goal;
  const firstLabel = points.length > 0 ? labelOf(points[0].values[axis]) : '';
  const of = (point: PointResult, column: string = output) => point.columns[column] ?? Number.NaN;
  const rows = groupByOthers(points, inputs, over).map(({ others, members }): WorstCaseRow => {
    const worst = members.reduce((a, b) => ((isAtMost ? of(b) > of(a) : of(b) < of(a)) ? b : a));
    const worstEnd = (end: 'low' | 'high') => {
      const ends = members.map((point) => of(point, `${output}.${end}`));
      return isAtMost ? Math.max(...ends) : Math.min(...ends);
    };
    const stands = new Set(members.map(({ index }) => standings.get(index) ?? 'open'));
    const isKnown = members.every((point) => Number.isFinite(of(point)));
    const first = members.find(({ values }) => labelOf(values[axis]) === firstLabel);
    const costs = members.map((point) => of(point, 'totalMusd')).filter(Number.isFinite);
    return {
      inputs: others,
      at: worst.values[axis],
      first: first ? of(first) : Number.NaN,
      value: isKnown ? of(worst) : Number.NaN,
      low: isKnown ? worstEnd('low') : Number.NaN,
      high: isKnown ? worstEnd('high') : Number.NaN,
      holds: stands.has('short') ? 'no' : stands.has('open') || !isKnown ? 'open' : 'yes',
      totalMusd: costs.length > 0 ? Math.max(...costs) : Number.NaN,
    };
  });
  return { ...goal, over, rows };
}
