import type { Frontier, FrontierRow, PointResult, StudyInput } from '../../flow/study.ts';
import { type Goal, intervalEnds, isReached } from './goal.ts';
import { groupByOthers } from './group-points.ts';

/**
 * How far one input of a grid may go so that an output is at a level or better, for every combination of the others, and what
 * it costs there.
 *
 * Where more of the input is better for the output, that is the smallest value that will do; where less is better, the
 * largest. Straight lines between the levels; the band is where the ends of the output's 95 % interval reach the level.
 */
export function frontierOf(
  points: readonly PointResult[],
  inputs: readonly StudyInput[],
  goal: Goal,
  along: string,
): Frontier {
  const axis = inputs.findIndex(({ name }) => name === along);
  const at = (point: PointResult) => point.values[axis] as number;
  const lines = groupByOthers(points, inputs, along).map(({ others, members }) => ({
    others,
    line: members.filter(({ columns }) => Number.isFinite(columns[goal.output])).sort((a, b) => at(a) - at(b)),
  }));
  const end = isMoreBetter(
    lines.map(({ line }) => line),
    goal,
  )
    ? 'smallest'
    : 'largest';
  const rows = lines.map(({ others, line }): FrontierRow => {
    const hardFirst = end === 'smallest' ? line : line.toReversed();
    const cross = (column: string) => firstReached(hardFirst.map(at), valuesOf(hardFirst, column), goal);
    const ends = intervalEnds(goal);
    const [easy, hard] = [cross(ends.better), cross(ends.worse)];
    const value = cross(goal.output);
    return {
      inputs: others,
      value,
      low: end === 'smallest' ? easy : hard,
      high: end === 'smallest' ? hard : easy,
      totalMusd: interpolate(line.map(at), valuesOf(line, 'totalMusd'), value),
      reason: reasonOf(hardFirst, goal, value),
    };
  });
  return { ...goal, along, end, rows };
}

const valuesOf = (line: readonly PointResult[], column: string) =>
  line.map(({ columns }) => columns[column] ?? Number.NaN);

/** Whether the output is better at the high ends of the lines than at their low ends, all in all. */
function isMoreBetter(lines: readonly PointResult[][], { output, isAtMost }: Goal): boolean {
  const rise = lines.reduce((sum, line) => {
    if (line.length < 2) return sum;
    return sum + line.at(-1)!.columns[output]! - line[0]!.columns[output]!;
  }, 0);
  return isAtMost ? rise <= 0 : rise >= 0;
}

function reasonOf(hardFirst: readonly PointResult[], goal: Goal, value: number): FrontierRow['reason'] {
  if (Number.isNaN(value)) return 'never';
  return isReached(goal, hardFirst[0]!.columns[goal.output]!) ? 'always' : 'reached';
}

/** Where a broken line first reaches a goal; its first place where it starts there; NaN where it never does. */
function firstReached(at: readonly number[], values: readonly number[], goal: Goal): number {
  const i = values.findIndex((value) => isReached(goal, value));
  if (i <= 0) return i === 0 ? at[0]! : Number.NaN;
  const share = (goal.level - values[i - 1]!) / (values[i]! - values[i - 1]!);
  return at[i - 1]! + share * (at[i]! - at[i - 1]!);
}

/** Value of a broken line with rising places; NaN before its first and after its last. */
function interpolate(at: readonly number[], values: readonly number[], x: number): number {
  const i = at.findIndex((each) => each >= x);
  if (i <= 0) return i === 0 ? values[0]! : Number.NaN;
  const share = (x - at[i - 1]!) / (at[i]! - at[i - 1]!);
  return values[i - 1]! + share * (values[i]! - values[i - 1]!);
}
