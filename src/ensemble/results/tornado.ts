import type { PointResult, ResponseCurve, StudyInput, SwingRow } from '../../flow/study.ts';
import { mean } from '../../num/statistics.ts';
import { labelOf, rangeLabel } from '../study/value-label.ts';

/** A trend of fewer standard errors than this may be chance. */
const SURE = 3;

/** Tornado from a one-at-a-time design: each input at its ends, all others as the scenario has them. */
export function tornadoOf(points: readonly PointResult[], inputs: readonly StudyInput[], output: string): SwingRow[] {
  const middle = points[0]!.columns[output]!;
  const rows = inputs.map(({ name }, i) => {
    const [low, high] = [points[1 + 2 * i]!, points[2 + 2 * i]!];
    return swingRow({
      output,
      input: name,
      lowLabel: labelOf(low.values[i]),
      highLabel: labelOf(high.values[i]),
      atLow: low.columns[output]!,
      atHigh: high.columns[output]!,
      middle,
      basis: 'each input alone, the others as in the scenario',
    });
  });
  return widestFirst(rows);
}

/** Tornado of a grid: the means at both ends of each input; without an order, the lowest and the highest mean. */
export function tornadoOfCurves(curves: readonly ResponseCurve[]): SwingRow[] {
  const rows = curves.map(({ output, input, points }) => {
    const isOrdered = points.every(({ label }) => Number.isFinite(Number(label)));
    const of = (value: number) => points.find((point) => point.mean === value)!;
    const means = points.map((point) => point.mean);
    const low = isOrdered ? points[0]! : of(Math.min(...means));
    const high = isOrdered ? points.at(-1)! : of(Math.max(...means));
    const count = points.reduce((sum, { pointCount }) => sum + pointCount, 0);
    const middle = points.reduce((sum, point) => sum + point.mean * point.pointCount, 0) / count;
    const basis = 'means over all values of the other inputs';
    const ends = { lowLabel: low.label, highLabel: high.label, atLow: low.mean, atHigh: high.mean };
    return swingRow({ output, input, ...ends, middle, basis });
  });
  return widestFirst(rows);
}

/**
 * Tornado of a sample: for each input the straight line through all points, at both ends of its range.
 *
 * Inputs of a sample vary together, so an input that does nothing seems to do a little: trends of less than three standard
 * errors are left out. Bends are not seen.
 */
export function tornadoOfTrends(
  points: readonly PointResult[],
  inputs: readonly StudyInput[],
  output: string,
): SwingRow[] {
  const sound = points.filter(({ columns }) => Number.isFinite(columns[output]));
  const y = sound.map(({ columns }) => columns[output]!);
  const basis = 'straight line through all design points; what may be chance is left out';
  const rows = inputs.flatMap(({ name, kind }, i) => {
    const x = sound.map(({ values }) => values[i] as number);
    const trend = kind === 'range' ? trendOf(x, y) : undefined;
    if (!trend || Math.abs(trend.slope) < SURE * trend.error) return [];
    const [low, high] = x.reduce(([a, b], value) => [Math.min(a, value), Math.max(b, value)], [Infinity, -Infinity]);
    const at = (value: number) => trend.meanY + trend.slope * (value - trend.meanX);
    const ends = { lowLabel: rangeLabel(low), highLabel: rangeLabel(high), atLow: at(low), atHigh: at(high) };
    return [swingRow({ output, input: name, ...ends, middle: trend.meanY, basis })];
  });
  return widestFirst(rows);
}

/** Least-squares line with the standard error of its slope; undefined for fewer than three points or a single place. */
function trendOf(x: readonly number[], y: readonly number[]) {
  const [meanX, meanY] = [mean(x), mean(y)];
  let xx = 0;
  let xy = 0;
  for (let i = 0; i < x.length; i++) {
    xx += (x[i]! - meanX) ** 2;
    xy += (x[i]! - meanX) * (y[i]! - meanY);
  }
  if (x.length < 3 || !(xx > 0)) return undefined;
  const slope = xy / xx;
  const rest = x.reduce((sum, each, i) => sum + (y[i]! - meanY - slope * (each - meanX)) ** 2, 0);
  return { meanX, meanY, slope, error: Math.sqrt(rest / (x.length - 2) / xx) };
}

function swingRow(row: Omit<SwingRow, 'swing'>): SwingRow {
  return { ...row, swing: Math.abs(row.atHigh - row.atLow) };
}

/** Rows in the order in which a tornado is drawn. */
export function widestFirst(rows: SwingRow[]): SwingRow[] {
  return rows.sort((a, b) => b.swing - a.swing);
}
