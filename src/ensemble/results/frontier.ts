import type { Frontier, FrontierRow, PointResult, StudyInput } from '../../flow/study.ts';
import { labelOf } from '../study/value-label.ts';

export interface FrontierQuestion {
  output: string;
  atLeast: number;
  along: string;
}

/**
 * Where an output first reaches a level along one input of a grid, for every combination of the others, and what it costs
 * there.
 *
 * Straight lines between the levels; the band is where the ends of the output's 95 % interval reach the level.
 */
export function frontierOf(
  points: readonly PointResult[],
  inputs: readonly StudyInput[],
  { output, atLeast, along }: FrontierQuestion,
): Frontier {
  const axis = inputs.findIndex(({ name }) => name === along);
  const lines = new Map<string, PointResult[]>();
  for (const point of points) {
    const key = point.values.map((value, i) => (i === axis ? '' : labelOf(value))).join('|');
    lines.set(key, [...(lines.get(key) ?? []), point]);
  }
  const rows = [...lines.values()].map((line): FrontierRow => {
    const rising = line
      .filter(({ columns }) => Number.isFinite(columns[output]))
      .sort((a, b) => (a.values[axis] as number) - (b.values[axis] as number));
    const others = inputs.flatMap(({ name }, i) => (i === axis ? [] : [[name, line[0]!.values[i]] as const]));
    const at = rising.map(({ values }) => values[axis] as number);
    const cross = (column: string) =>
      firstCrossing(
        at,
        rising.map(({ columns }) => columns[column] ?? Number.NaN),
        atLeast,
      );
    const value = cross(output);
    return {
      inputs: Object.fromEntries(others),
      value,
      low: cross(`${output}.high`),
      high: cross(`${output}.low`),
      totalMusd: interpolate(
        at,
        rising.map(({ columns }) => columns.totalMusd ?? Number.NaN),
        value,
      ),
      reason: reasonOf(rising, output, atLeast, value),
    };
  });
  return { output, atLeast, along, rows };
}

function reasonOf(rising: PointResult[], output: string, atLeast: number, value: number): FrontierRow['reason'] {
  if (Number.isNaN(value)) return 'below-all';
  return rising[0]!.columns[output]! >= atLeast ? 'above-all' : 'reached';
}

/** Where a broken line first comes to a level from below; its first place where it starts above; NaN where it never does. */
function firstCrossing(at: readonly number[], values: readonly number[], level: number): number {
  for (let i = 0; i < at.length; i++) {
    if (!(values[i]! >= level)) continue;
    if (i === 0) return at[0]!;
    const share = (level - values[i - 1]!) / (values[i]! - values[i - 1]!);
    return at[i - 1]! + share * (at[i]! - at[i - 1]!);
  }
  return Number.NaN;
}

function interpolate(at: readonly number[], values: readonly number[], x: number): number {
  const i = at.findIndex((each) => each >= x);
  if (i <= 0) return i === 0 ? values[0]! : Number.NaN;
  const share = (x - at[i - 1]!) / (at[i]! - at[i - 1]!);
  return values[i - 1]! + share * (values[i]! - values[i - 1]!);
}
