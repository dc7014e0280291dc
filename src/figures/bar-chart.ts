import { bottomAxis, rowNames, rowOf, rowScale } from './axes.ts';
import { type Chart, one } from './chart.ts';
import { fitText, textWidth } from './fit-text.ts';
import { niceTop, ticks } from './ticks.ts';

/** One bar: a value, or a middle with its range. */
export interface Bar {
  name: string;
  value: number;
  low?: number;
  high?: number;
  /** What stands at its end. */
  words: string;
}

interface BarOptions {
  /** Words of the axis; numbers where none is given. */
  axisWords?: (value: number) => string;
  axisTitle?: string;
}

const ROW = 24;
const TOP = 6;
const LEFT = 220;

/** Bars that lie, names left, values at their end; a range is a thin line over the bar. */
export function barChart(bars: readonly Bar[], { axisWords, axisTitle }: BarOptions = {}): Chart {
  return (plot, { inks }) => {
    const ranged = bars
      .map((bar, row) => ({ ...bar, row }))
      .filter(({ low, high }) => high !== undefined && high > low!);
    const usual = bars.some(({ low }) => low !== undefined) ? 190 : 90;
    const end = ({ value, high }: Bar) => Math.max(value, high ?? value);
    const top = niceTop(Math.max(...bars.map(end), 0));
    const marginBottom = axisTitle ? 40 : 24;
    return one(TOP + ROW * bars.length + marginBottom, {
      marginLeft: LEFT,
      marginRight: Math.max(usual, ...bars.map(({ words }) => 10 + textWidth(words))),
      marginTop: TOP,
      marginBottom,
      x: { domain: [0, top] },
      y: rowScale(bars.length),
      marks: [
        ...bottomAxis(plot, inks, ticks(0, top, 5), { words: axisWords, title: axisTitle }),
        plot.barX(bars, { x1: 0, x2: 'value', y: rowOf, fill: inks.accent, insetTop: 4, insetBottom: 4 }),
        plot.ruleY(ranged, { x1: 'low', x2: 'high', y: 'row', stroke: inks.text }),
        ...['low', 'high'].map((x) =>
          plot.tickX(ranged, { x, y: 'row', stroke: inks.text, insetTop: 7, insetBottom: 7 }),
        ),
        rowNames(
          plot,
          inks,
          bars.map(({ name }) => fitText(name, LEFT - 10)),
        ),
        plot.text(bars, { x: end, y: rowOf, text: 'words', dx: 6, textAnchor: 'start' }),
      ],
    });
  };
}
