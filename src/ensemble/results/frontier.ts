import type { Frontier, FrontierRow, PointResult, StudyInput } from '../../flow/study.ts';
import { isotonicFit } from '../../num/isotonic.ts';
import type { Goal } from '../study/study-job.ts';
import { isReached, type Standing } from './goal.ts';
import { groupByOthers } from './group-points.ts';

/**
 * How far one input of a grid may go so that an output is at a level or better, for every combination of the others, and what
 * it costs there.
 *
 * Where more of the input is better for the output, that is the smallest value that will do; where less is better, the
 * largest. The value is where the most likely curve that only rises (or only falls) reaches the level, straight between the points;
 * whole where the points are. The band goes from the last point that is surely short of the level to the first that surely meets it: it
 * holds what the number of trials leaves open and what lies between the points, and asks of the curve only that it does not turn back.
 *
 * @param standings where each point stands, by its index
 * @source ayer-1955, the monotone estimate
 */
export function frontierOf(
  points: readonly PointResult[],
  inputs: readonly StudyInput[],
  goal: Goal,
  along: string,
  standings: ReadonlyMap<number, Standing>,
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
  const isWhole = points.every((point) => Number.isInteger(at(point)));
  const rows = lines.map(({ others, line }): FrontierRow => {
    const hardFirst = end === 'smallest' ? line : line.toReversed();
    const places = hardFirst.map(at);
    const { value, reason } = crossing(places, risingFit(hardFirst, goal), goal);
    const rounded = isWhole ? wholeToward(value, end) : value;
    const [hard, easy] = bandOf(
      places,
      hardFirst.map(({ index }) => standings.get(index) ?? 'open'),
    );
    return {
      inputs: others,
      value: rounded,
      low: end === 'smallest' ? hard : easy,
      high: end === 'smallest' ? easy : hard,
      totalMusd: interpolate(line.map(at), valuesOf(line, 'totalMusd'), rounded),
      reason,
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
    return sum + line.at(-1)!.columns[output] - line[0].columns[output];
  }, 0);
  return isAtMost ? rise <= 0 : rise >= 0;
}

/** The output along a line, hardest place first, as the nearest curve that never gets worse; each point weighs as its trials. */
function risingFit(hardFirst: readonly PointResult[], { output, isAtMost }: Goal): number[] {
  const sign = isAtMost ? -1 : 1;
  const fit = isotonicFit(
    valuesOf(hardFirst, output).map((value) => sign * value),
    hardFirst.map(({ trials }) => trials),
  );
  return fit.map((value) => sign * value);
}

/** The next whole number that still will do. */
function wholeToward(value: number, end: Frontier['end']): number {
  return end === 'smallest' ? Math.ceil(value - 1e-9) : Math.floor(value + 1e-9);
}

/** Where a line first reaches a goal; its first place where it starts there; NaN where it never does. */
function crossing(
  at: readonly number[],
  values: readonly number[],
  goal: Goal,
): { value: number; reason: FrontierRow['reason'] } {
  const i = values.findIndex((value) => isReached(goal, value));
  if (i < 0) return { value: Number.NaN, reason: 'never' };
  if (i === 0) return { value: at[0], reason: 'always' };
  const share = (goal.level - values[i - 1]) / (values[i] - values[i - 1]);
  return { value: at[i - 1] + share * (at[i] - at[i - 1]), reason: 'reached' };
}

/**
 * The last place that is surely short, and the first that surely meets the goal; NaN where there is none. Where they contradict each other,
 * the band holds both.
 */
function bandOf(at: readonly number[], standings: readonly Standing[]): [hard: number, easy: number] {
  const firstMet = standings.indexOf('met');
  const lastShort = standings.lastIndexOf('short');
  const hard = standings.slice(0, firstMet < 0 ? undefined : firstMet).lastIndexOf('short');
  const easy = standings.indexOf('met', lastShort + 1);
  return [at[hard] ?? Number.NaN, at[easy] ?? Number.NaN];
}

/** Value of a broken line with rising places; NaN before its first and after its last. */
function interpolate(at: readonly number[], values: readonly number[], x: number): number {
  const i = at.findIndex((each) => each >= x);
  if (i <= 0) return i === 0 ? values[0] : Number.NaN;
  const share = (x - at[i - 1]) / (at[i] - at[i - 1]);
  return values[i - 1] + share * (values[i] - values[i - 1]);
}
