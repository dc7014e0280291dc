import { asItIs } from '../words/numbers.ts';
import { leftAxis, SMALL } from './axes.ts';
import { type Chart, one } from './chart.ts';
import { cut } from './fit-text.ts';
import { key } from './key.ts';
import { niceTop, ticks, yearMarks } from './ticks.ts';

/** One layer of the stack: a value a year. */
interface YearSeries {
  name: string;
  values: readonly number[];
}

const TOP = 26;
const LEFT = 60;
const HIGH = 220;
const KEYS_A_ROW = 4;
/** Half of the width of a column, in years. */
const HALF = 0.36;

/** Stacked columns by year, first series at the bottom, with an optional range of the total as whiskers. */
export function yearsChart(
  startYear: number,
  layers: readonly YearSeries[],
  axisTitle: string,
  range: readonly { p10: number; p90: number }[] = [],
): Chart {
  return (plot, { inks }) => {
    const colorOf = (layer: number) => inks.series[layer % inks.series.length];
    const years = layers[0]?.values.length ?? 0;
    const totals = Array.from({ length: years }, () => 0);
    const parts = layers.flatMap(({ values }, layer) =>
      values.map((value, i) => {
        const from = totals[i];
        totals[i] += value;
        return { from, to: totals[i], year: startYear + i, fill: colorOf(layer) };
      }),
    );
    const top = niceTop(Math.max(...totals, ...range.map(({ p90 }) => p90)));
    const whiskers = range.map((ends, i) => ({ ...ends, year: startYear + i })).filter(({ p10, p90 }) => p90 > p10);
    const marginBottom = 32 + 18 * Math.ceil(layers.length / KEYS_A_ROW);
    const last = startYear + years - 1;
    return one(TOP + HIGH + marginBottom, {
      marginLeft: LEFT,
      marginRight: 10,
      marginTop: TOP,
      marginBottom,
      x: { domain: [startYear - 0.6, last + 0.6] },
      y: { domain: [0, top] },
      marks: [
        ...leftAxis(plot, inks, ticks(0, top, 5), { words: asItIs, title: axisTitle, left: LEFT }),
        plot.axisX(yearMarks(startYear, last), {
          fontSize: SMALL,
          fill: inks.faint,
          tickSize: 0,
          tickPadding: 8,
          label: null,
          tickFormat: String,
        }),
        plot.rect(
          parts.filter(({ from, to }) => to > from),
          { x1: ({ year }) => year - HALF, x2: ({ year }) => year + HALF, y1: 'from', y2: 'to', fill: 'fill' },
        ),
        plot.ruleX(whiskers, { x: 'year', y1: 'p10', y2: 'p90', stroke: inks.text }),
        ...key(
          plot,
          inks,
          layers.map(({ name }, layer) => ({
            color: colorOf(layer),
            words: cut(name, 22),
            x: (layer % KEYS_A_ROW) * 160,
            y: HIGH + 30 + 18 * Math.floor(layer / KEYS_A_ROW),
          })),
        ),
      ],
    });
  };
}
