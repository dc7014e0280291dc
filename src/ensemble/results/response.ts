import type { PointResult, StudyCurve, StudyInput } from '../../flow/study.ts';
import { quantileSorted } from '../../num/statistics.ts';
import { labelOf, rangeLabel } from '../study/value-label.ts';

const BINS = 10;

/**
 * An output along one input: at every level, or in tenths of a sampled range, the mean over the points there and the band of
 * the middle 80 % of them.
 *
 * With a single input the band is the 95 % interval of the output itself.
 */
export function studyCurve(
  points: readonly PointResult[],
  inputs: readonly StudyInput[],
  inputIndex: number,
  output: string,
): StudyCurve | undefined {
  const isSound = ({ columns }: PointResult) => Number.isFinite(columns[output]);
  // Grouped before the unsound points go: labels belong to the order in which the study's values come up
  const groups = groupsOf(points, inputs[inputIndex], inputIndex)
    .map((group) => ({ ...group, members: group.members.filter(isSound) }))
    .filter(({ members }) => members.length > 0);
  if (groups.length < 2) return undefined;
  const isAlone = groups.every(({ members }) => members.length === 1);
  const curve = groups.map(({ label, value, members }) => {
    const values = Float64Array.from(members, ({ columns }) => columns[output]).sort();
    const only = members[0].columns;
    return {
      label,
      value,
      mean: values.reduce((sum, x) => sum + x, 0) / values.length,
      low: isAlone ? (only[`${output}.low`] ?? values[0]) : quantileSorted(values, 0.1),
      high: isAlone ? (only[`${output}.high`] ?? values[0]) : quantileSorted(values, 0.9),
      pointCount: members.length,
    };
  });
  const band = isAlone ? '95 % interval from the number of trials' : 'middle 80 % of the design points';
  const { name, isLog } = inputs[inputIndex];
  return { output, input: name, points: curve, band, ...(isLog && { isLog }) };
}

interface Group {
  label: string;
  value: number;
  members: PointResult[];
}

function groupsOf(points: readonly PointResult[], input: StudyInput, inputIndex: number): Group[] {
  if (input.kind === 'range') return binsOf(points, inputIndex, input.isLog === true);
  const groups = levelsOf(points, inputIndex);
  if (input.labels && groups.length === input.labels.length)
    groups.forEach((group, i) => {
      group.label = input.labels![i];
    });
  return areNumbers(points, inputIndex) ? groups.sort((a, b) => a.value - b.value) : groups;
}

const areNumbers = (points: readonly PointResult[], inputIndex: number) =>
  points.every(({ values }) => typeof values[inputIndex] === 'number');

/** Points by their value, in the order in which the values come up. */
function levelsOf(points: readonly PointResult[], inputIndex: number): Group[] {
  const groups = new Map<string, Group>();
  for (const point of points) {
    const value = point.values[inputIndex];
    const label = labelOf(value);
    const group = groups.get(label) ?? { label, value: typeof value === 'number' ? value : groups.size, members: [] };
    groups.set(label, group);
    group.members.push(point);
  }
  return [...groups.values()];
}

/** Points of a sampled input: by value where there are few, as of whole numbers; else in tenths of the range, or of its logarithm. */
function binsOf(points: readonly PointResult[], inputIndex: number, isLog: boolean): Group[] {
  const levels = levelsOf(points, inputIndex).sort((a, b) => a.value - b.value);
  if (levels.length <= BINS) return levels.map((group) => ({ ...group, label: rangeLabel(group.value) }));
  const scale = isLog ? Math.log : (value: number) => value;
  const unscale = isLog ? Math.exp : (place: number) => place;
  const low = scale(levels[0].value);
  const width = (scale(levels.at(-1)!.value) - low) / BINS;
  const bins = new Map<number, Group>();
  for (const { value, members } of levels) {
    const bin = Math.min(BINS - 1, Math.floor((scale(value) - low) / width));
    const middle = unscale(low + (bin + 0.5) * width);
    const group = bins.get(bin) ?? { label: rangeLabel(middle), value: middle, members: [] };
    bins.set(bin, group);
    group.members.push(...members);
  }
  return [...bins.values()];
}
