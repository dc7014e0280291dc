import type { PointResult, StudyInput, StudyValue } from '../../flow/study.ts';
import { labelOf } from '../study/value-label.ts';

/** Points that differ in one input only, with the values of the others by name. */
export interface PointGroup {
  others: Record<string, StudyValue>;
  members: PointResult[];
}

/** Points in groups that have all inputs but one in common, in the order in which they come up. */
export function groupByOthers(
  points: readonly PointResult[],
  inputs: readonly StudyInput[],
  name: string,
): PointGroup[] {
  const groups = new Map<string, PointGroup>();
  const kept = inputs.flatMap((input, i) => (input.name === name ? [] : [{ name: input.name, i }]));
  for (const point of points) {
    const key = JSON.stringify(kept.map(({ i }) => labelOf(point.values[i])));
    const group = groups.get(key);
    if (group) group.members.push(point);
    else {
      const others = Object.fromEntries(kept.map((input) => [input.name, point.values[input.i]]));
      groups.set(key, { others, members: [point] });
    }
  }
  return [...groups.values()];
}
