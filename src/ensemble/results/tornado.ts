import type { PointResult, StudyCurve, StudyInput, SwingRow } from '../../flow/study.ts';
import { leastSquares } from '../../num/least-squares.ts';
import { mean } from '../../num/statistics.ts';
import { labelOf, rangeLabel } from '../study/value-label.ts';

/** A trend of fewer standard errors than this may be chance. */
const SURE = 3;

/** Tornado from a one-at-a-time design: each input at its ends, all others as the scenario has them. */
export function tornadoOf(points: readonly PointResult[], inputs: readonly StudyInput[], output: string): SwingRow[] {
  const middle = points[0].columns[output];
  const rows = inputs.map(({ name }, i) => {
    const [low, high] = [points[1 + 2 * i], points[2 + 2 * i]];
    return swingRow({
      output,
      input: name,
      lowLabel: labelOf(low.values[i]),
      highLabel: labelOf(high.values[i]),
      atLow: low.columns[output],
      atHigh: high.columns[output],
      middle,
      basis: 'each input alone, the others as in the scenario',
    });
  });
  return widestFirst(rows);
}

/** Tornado of a grid: the means at both ends of each input; without an order, the lowest and the highest mean. */
export function tornadoOfCurves(curves: readonly StudyCurve[]): SwingRow[] {
  const rows = curves.map(({ output, input, points }) => {
    const isOrdered = points.every(({ label }) => Number.isFinite(Number(label)));
    const of = (value: number) => points.find((point) => point.mean === value)!;
    const means = points.map((point) => point.mean);
    const low = isOrdered ? points[0] : of(Math.min(...means));
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
 * Tornado of a sample: one straight-line fit to all sampled inputs together, and for each what it moves over its range with the others held
 * still. An input that is sampled on a log scale is fitted on it.
 *
 * What inputs of a grid or a matrix do is taken out before, combination by combination. Trends of less than three standard errors are left
 * out: they may be chance. Bends are not seen.
 */
export function tornadoOfTrends(
  points: readonly PointResult[],
  inputs: readonly StudyInput[],
  output: string,
): SwingRow[] {
  const sound = points.filter(({ columns }) => Number.isFinite(columns[output]));
  const ranges = inputs.flatMap(({ kind }, i) => (kind === 'range' ? [i] : []));
  if (sound.length === 0 || ranges.length === 0) return [];
  const groups = groupsBesides(sound, new Set(ranges));
  const values = sound.map(({ columns }) => columns[output]);
  const places = ranges.map((i) => sound.map((point) => placeOf(point.values[i] as number, inputs[i])));
  const { slopes, errors } = leastSquares(
    places.map((place) => centredWithin(place, groups)),
    centredWithin(values, groups),
    sound.length - groups.length - ranges.length,
  );
  const middle = mean(values);
  const basis = 'straight lines fitted to all inputs together; what may be chance is left out';
  const rows = ranges.flatMap((i, k) => {
    if (!(Math.abs(slopes[k]) >= SURE * errors[k])) return [];
    const x = sound.map((point) => point.values[i] as number);
    const [low, high] = x.reduce(([a, b], value) => [Math.min(a, value), Math.max(b, value)], [Infinity, -Infinity]);
    const centre = mean(places[k]);
    const at = (value: number) => middle + slopes[k] * (placeOf(value, inputs[i]) - centre);
    const ends = { lowLabel: rangeLabel(low), highLabel: rangeLabel(high), atLow: at(low), atHigh: at(high) };
    return [swingRow({ output, input: inputs[i].name, ...ends, middle, basis })];
  });
  return widestFirst(rows);
}

const placeOf = (value: number, { isLog }: StudyInput) => (isLog ? Math.log(value) : value);

/** Points, by number, that have all inputs but those sampled in common. */
function groupsBesides(points: readonly PointResult[], sampled: ReadonlySet<number>): number[][] {
  const groups = new Map<string, number[]>();
  points.forEach(({ values }, i) => {
    const key = JSON.stringify(values.filter((_, k) => !sampled.has(k)).map(labelOf));
    const group = groups.get(key);
    if (group) group.push(i);
    else groups.set(key, [i]);
  });
  return [...groups.values()];
}

/** Values less the mean of their group. */
function centredWithin(values: readonly number[], groups: readonly number[][]): Float64Array {
  const centred = new Float64Array(values.length);
  for (const group of groups) {
    const centre = mean(group.map((i) => values[i]));
    for (const i of group) centred[i] = values[i] - centre;
  }
  return centred;
}

function swingRow(row: Omit<SwingRow, 'swing'>): SwingRow {
  return { ...row, swing: Math.abs(row.atHigh - row.atLow) };
}

/** Rows in the order in which a tornado is drawn. */
export function widestFirst(rows: SwingRow[]): SwingRow[] {
  return rows.sort((a, b) => b.swing - a.swing);
}
