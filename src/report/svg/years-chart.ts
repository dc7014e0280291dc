import { asItIs } from '../../words/numbers.ts';
import { bottomAxis, type Frame, leftAxis, yearMarks } from './axis.ts';
import { linear, niceTop, ticks } from './scale.ts';
import { CHART_WIDTH, cut, faint, ink, label, picture, series, tag } from './svg.ts';

/** One layer of the stack: a value a year. */
export interface YearSeries {
  name: string;
  values: readonly number[];
}

/** Stacked columns by year, first series at the bottom, with an optional range of the total as whiskers. */
export function yearsChart(
  sentence: string,
  startYear: number,
  layers: readonly YearSeries[],
  axisTitle: string,
  range?: readonly { p10: number; p90: number }[],
): string {
  const years = layers[0]?.values.length ?? 0;
  const legendRows = Math.ceil(layers.length / 4);
  const frame: Frame = { left: 60, right: CHART_WIDTH - 10, top: 26, bottom: 246 };
  const totals = Array.from({ length: years }, (_, i) => layers.reduce((sum, { values }) => sum + values[i]!, 0));
  const top = niceTop(Math.max(...totals, ...(range ?? []).map(({ p90 }) => p90)));
  const y = linear(0, top, frame.bottom, frame.top);
  const x = linear(startYear - 0.6, startYear + years - 0.4, frame.left, frame.right);
  const width = 0.72 * (x(1) - x(0));
  const columns: string[] = [];
  for (let i = 0; i < years; i++) {
    let base = 0;
    layers.forEach(({ values }, s) => {
      const height = y(base) - y(base + values[i]!);
      if (height > 0.05) {
        const place = { x: x(startYear + i) - width / 2, y: y(base + values[i]!), width, height };
        columns.push(tag('rect', { ...place, fill: series[s % series.length] }));
      }
      base += values[i]!;
    });
    const ends = range?.[i];
    if (ends && ends.p90 > ends.p10)
      columns.push(
        tag('line', { x1: x(startYear + i), x2: x(startYear + i), y1: y(ends.p10), y2: y(ends.p90), stroke: ink }),
      );
  }
  const legend = layers.map(({ name }, s) => {
    const left = frame.left + (s % 4) * 160;
    const place = frame.bottom + 30 + 18 * Math.floor(s / 4);
    return (
      tag('rect', { x: left, y: place, width: 12, height: 12, fill: series[s % series.length] }) +
      label(left + 17, place + 10, cut(name, 22), { color: faint, size: 11 })
    );
  });
  return picture(
    CHART_WIDTH,
    frame.bottom + 32 + 18 * legendRows,
    sentence,
    leftAxis(frame, y, ticks(0, top, 5), asItIs, axisTitle),
    ...columns,
    ...yearMarks(startYear, startYear + years - 1).map((year) =>
      label(x(year), frame.bottom + 16, String(year), { anchor: 'middle', color: faint, size: 11 }),
    ),
    ...legend,
  );
}

/** A line over time with a band around it. */
export function bandChart(
  sentence: string,
  startYear: number,
  band: { p10: readonly number[]; p50: readonly number[]; p90: readonly number[] },
  axisTitle: string,
): string {
  const frame: Frame = { left: 60, right: CHART_WIDTH - 24, top: 26, bottom: 236 };
  const months = band.p50.length;
  const x = linear(startYear, startYear + months / 12, frame.left, frame.right);
  const y = linear(0, 1, frame.bottom, frame.top);
  const points = (values: readonly number[]) =>
    values.map((value, m) => `${x(startYear + (m + 1) / 12).toFixed(1)} ${y(value).toFixed(1)}`);
  const area = `M${points(band.p90).join('L')}L${points(band.p10).reverse().join('L')}Z`;
  return picture(
    CHART_WIDTH,
    frame.bottom + 24,
    sentence,
    leftAxis(frame, y, [0, 0.25, 0.5, 0.75, 1], (value) => `${100 * value} %`, axisTitle),
    bottomAxis(frame, x, yearMarks(startYear, startYear + months / 12), String),
    tag('path', { d: area, fill: '#c9dcf0', stroke: 'none' }),
    tag('path', { d: `M${points(band.p50).join('L')}`, fill: 'none', stroke: series[0], 'stroke-width': 2 }),
  );
}
