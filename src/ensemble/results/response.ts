import type { PointResult, ResponseCurve, StudyInput, SwingRow } from '../../flow/study.ts';
import { quantileSorted } from '../../num/statistics.ts';
import { labelOf } from '../study/value-label.ts';

const BINS = 10;

/**
 * An output along one input: at every level, or in tenths of a sampled range, the mean over the points there and the band of
 * the middle 80 % of them.
 *
 * With a single input the band is the 95 % interval of the output itself.
 */
export function responseCurve(
  points: readonly PointResult[],
  inputs: readonly StudyInput[],
  inputIndex: number,
  output: string,
): ResponseCurve | undefined {
  const sound = points.filter(({ columns }) => Number.isFinite(columns[output]));
  const groups = groupsOf(sound, inputs[inputIndex]!, inputIndex);
  if (groups.length < 2) return undefined;
  const isAlone = groups.every(({ members }) => members.length === 1);
  const curve = groups.map(({ label, value, members }) => {
    const values = Float64Array.from(members, ({ columns }) => columns[output]!).sort();
    const only = members[0]!.columns;
    return {
      label,
      value,
      mean: values.reduce((sum, x) => sum + x, 0) / values.length,
      low: isAlone ? (only[`${output}.low`] ?? values[0]!) : quantileSorted(values, 0.1),
      high: isAlone ? (only[`${output}.high`] ?? values[0]!) : quantileSorted(values, 0.9),
      pointCount: members.length,
    };
  });
  const band = isAlone ? '95 % interval from the number of trials' : 'middle 80 % of the design points';
  return { output, input: inputs[inputIndex]!.name, points: curve, band };
}

interface Group {
  label: string;
  value: number;
  members: PointResult[];
}

function groupsOf(points: readonly PointResult[], input: StudyInput, inputIndex: number): Group[] {
  const groups = new Map<string, Group>();
  const put = (label: string, value: number, point: PointResult) => {
    const group = groups.get(label) ?? { label, value, members: [] };
    groups.set(label, group);
    group.members.push(point);
  };
  if (input.kind === 'range') {
    const numbers = points.map(({ values }) => values[inputIndex] as number);
    const low = Math.min(...numbers);
    const width = (Math.max(...numbers) - low) / BINS;
    if (!(width > 0)) return [];
    points.forEach((point, i) => {
      const bin = Math.min(BINS - 1, Math.floor((numbers[i]! - low) / width));
      const middle = low + (bin + 0.5) * width;
      put(String(Number(middle.toPrecision(3))), middle, point);
    });
    return [...groups.values()].sort((a, b) => a.value - b.value);
  }
  const order = new Map<string, number>();
  for (const point of points) {
    const value = point.values[inputIndex];
    const key = labelOf(value);
    if (!order.has(key)) order.set(key, order.size);
    put(key, typeof value === 'number' ? value : order.get(key)!, point);
  }
  const all = [...groups.values()];
  if (input.labels && all.length === input.labels.length) {
    all.forEach((group, i) => {
      group.label = input.labels![i]!;
    });
  }
  return points.every(({ values }) => typeof values[inputIndex] === 'number')
    ? all.sort((a, b) => a.value - b.value)
    : all;
}

/** Tornado from a one-at-a-time design: each input at its ends, all others as the scenario has them. */
export function tornadoOf(points: readonly PointResult[], inputs: readonly StudyInput[], output: string): SwingRow[] {
  const rows = inputs.map(({ name }, i) => {
    const [low, high] = [points[1 + 2 * i]!, points[2 + 2 * i]!];
    return swingRow(
      output,
      name,
      labelOf(low.values[i]),
      labelOf(high.values[i]),
      low.columns[output]!,
      high.columns[output]!,
    );
  });
  return rows.sort((a, b) => b.swing - a.swing);
}

/** Tornado from response curves: the means at both ends of each input; without an order, the lowest and the highest mean. */
export function tornadoOfCurves(curves: readonly ResponseCurve[]): SwingRow[] {
  const rows = curves.map(({ output, input, points }) => {
    const isOrdered = points.every(({ label }) => Number.isFinite(Number(label)));
    const of = (mean: number) => points.find((point) => point.mean === mean)!;
    const means = points.map(({ mean }) => mean);
    const low = isOrdered ? points[0]! : of(Math.min(...means));
    const high = isOrdered ? points.at(-1)! : of(Math.max(...means));
    return swingRow(output, input, low.label, high.label, low.mean, high.mean);
  });
  return rows.sort((a, b) => b.swing - a.swing);
}

function swingRow(
  output: string,
  input: string,
  lowLabel: string,
  highLabel: string,
  atLow: number,
  atHigh: number,
): SwingRow {
  return { output, input, lowLabel, highLabel, atLow, atHigh, swing: Math.abs(atHigh - atLow) };
}
