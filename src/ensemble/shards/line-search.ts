import type { Standing } from '../results/goal.ts';
import type { StudyJob } from '../study/study-job.ts';
import { labelOf } from '../study/value-label.ts';

/** Points of a search that differ along one input only, by rising value. */
export type SearchLine = readonly { pointIndex: number; value: number }[];

/** Lines of a search, each under every one of its points. */
export function searchLines({ points, search }: Pick<StudyJob, 'points' | 'search'>): SearchLine[] {
  if (!search) return [];
  const lines = new Map<string, { pointIndex: number; value: number }[]>();
  points.forEach((values, pointIndex) => {
    const key = JSON.stringify(values.map((value, i) => (i === search.axis ? '' : labelOf(value))));
    const line = lines.get(key) ?? [];
    lines.set(key, line);
    line.push({ pointIndex, value: values[search.axis] as number });
  });
  const sorted = [...lines.values()].map((line) => line.sort((a, b) => a.value - b.value));
  const byPoint: SearchLine[] = [];
  for (const line of sorted) for (const { pointIndex } of line) byPoint[pointIndex] = line;
  return byPoint;
}

/**
 * The points of a line to compute next: the middle of every gap that the level may lie in, by bisection.
 *
 * A gap between neighbours that were computed may hold the level unless both are short of it or both meet it; where both are open,
 * another point between them would be open too.
 *
 * @param standings of the points of the line; undefined for one that was not computed
 */
export function pointsToOpen(line: SearchLine, standings: readonly (Standing | undefined)[]): number[] {
  const computed = line.flatMap((_, i) => (standings[i] === undefined ? [] : [i]));
  return computed.slice(1).flatMap((right, k) => {
    const left = computed[k];
    if (standings[left] === standings[right] || right - left < 2) return [];
    const middle = (line[left].value + line[right].value) / 2;
    const between = line.slice(left + 1, right);
    const off = ({ value }: SearchLine[number]) => Math.abs(value - middle);
    return between.reduce((a, b) => (off(b) < off(a) ? b : a)).pointIndex;
  });
}
