import { problemAt } from '../../catalog/yaml-document.ts';
import { InputError } from '../../flow/problems.ts';
import { said } from '../../flow/said.ts';
import type { StudyValue } from '../../flow/study.ts';
import { levelsBetween } from '../design/levels.ts';
import { goalOf } from '../results/goal.ts';
import { MAX_POINTS } from './design-points.ts';
import type { ParsedStudy } from './plan-study.ts';
import type { Axis } from './read-axes.ts';
import type { StudyJob } from './study-job.ts';
import { labelOf } from './value-label.ts';

/**
 * The points that a search may need between the levels of its input, after those of the grid.
 *
 * @param grid design points of the study, values by input
 * @returns undefined for a study that searches nothing, or on its grid alone
 * @throws InputError where there would be too many
 */
export function searchPoints(
  { study, document }: ParsedStudy,
  axes: readonly Axis[],
  grid: readonly StudyValue[][],
): { search: NonNullable<StudyJob['search']>; points: StudyValue[][] } | undefined {
  const { find } = study;
  if (find?.within === undefined) return undefined;
  const axis = axes.findIndex(({ name }) => name === find.along);
  const lines = new Map<string, { first: StudyValue[]; levels: number[] }>();
  for (const values of grid) {
    const key = JSON.stringify(values.map((value, i) => (i === axis ? '' : labelOf(value))));
    const line = lines.get(key) ?? { first: values, levels: [] };
    lines.set(key, line);
    line.levels.push(values[axis] as number);
  }
  const isWhole = grid.every((values) => Number.isInteger(values[axis]));
  const rising = [...lines.values()].map(({ first, levels }) => ({
    first,
    levels: [...new Set(levels)].sort((a, b) => a - b),
  }));
  // told before any of them is made: a small step has no end of points
  const count = rising.reduce((sum, { levels }) => sum + mostBetween(levels, find.within!, isWhole), grid.length);
  if (count > MAX_POINTS) {
    const tooMany = said('study.too-many-points', { count, limit: MAX_POINTS });
    throw new InputError([problemAt(document, ['find', 'within'], 'too-many-points', tooMany)]);
  }
  const points = rising.flatMap(({ first, levels }) =>
    levelsBetween(levels, find.within!, isWhole).map((level) => first.map((value, i) => (i === axis ? level : value))),
  );
  return { search: { goal: goalOf(find), axis, gridCount: grid.length }, points };
}

/** How many numbers halving puts between neighbours, at most. */
function mostBetween(levels: readonly number[], within: number, isWhole: boolean): number {
  return levels.slice(1).reduce((sum, high, i) => {
    const gap = high - levels[i];
    const halvings = Math.max(0, Math.ceil(Math.log2(gap / within)));
    return sum + Math.min(2 ** halvings - 1, isWhole ? gap - 1 : Number.POSITIVE_INFINITY);
  }, 0);
}
