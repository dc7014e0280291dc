import { bottomAxis, leftAxis, SMALL } from './axes.ts';
import { CHART_WIDTH, type Chart, type Inks, type Mark, one } from './chart.ts';
import { fitText } from './fit-text.ts';
import type { Parts } from './parts.ts';
import { logTicks, niceTop, ticks } from './ticks.ts';

/** An output where an input has a value or a name. */
interface ResponsePoint {
  label: string;
  value: number;
  mean: number;
  low: number;
  high: number;
}

interface Response {
  input: string;
  isLog?: boolean | undefined;
  points: readonly ResponsePoint[];
}

const TOP = 14;
const HIGH = 246;
const LEFT = 90;
const RIGHT = 30;
const WIDE = CHART_WIDTH - LEFT - RIGHT;

/** An output along one input: along numbers the mean as a line, its band shaded; for names a dot each, its band a bar. */
export function responseChart({ input, isLog, points }: Response, show: (value: number) => string): Chart {
  return (plot, { inks }) => {
    const isNumeric = points.every(({ label }) => Number.isFinite(Number(label)));
    const at = points.map((point, i) => ({ ...point, at: isNumeric ? point.value : i }));
    const [from, to] = [at[0].at, at.at(-1)!.at];
    const lowest = Math.min(0, ...points.map(({ low }) => low));
    const top = niceTop(Math.max(...points.map(({ high, mean }) => Math.max(high, mean)), 0));
    const inset = isNumeric ? 12 : WIDE / (2 * points.length);
    const marks = isLog ? logTicks(from, to, 7) : ticks(from, to, 7);
    return one(TOP + HIGH + 44, {
      marginLeft: LEFT,
      marginRight: RIGHT,
      marginTop: TOP,
      marginBottom: 44,
      x: {
        type: isNumeric && isLog ? 'log' : 'linear',
        // a range of no width stands in the middle
        domain: to > from ? [from, to] : [from - 1, from + 1],
        range: [LEFT + inset, CHART_WIDTH - RIGHT - inset],
      },
      y: { domain: [lowest, top] },
      marks: [
        ...leftAxis(plot, inks, ticks(lowest, top, 5), { words: show, left: LEFT }),
        ...(isNumeric ? bottomAxis(plot, inks, marks, { words: String, title: input }) : [names(plot, inks, points)]),
        ...(isNumeric
          ? [
              plot.areaY(at, { x: 'at', y1: 'low', y2: 'high', fill: inks.accent, fillOpacity: 0.18 }),
              plot.line(at, { x: 'at', y: 'mean', stroke: inks.accent, strokeWidth: 2 }),
            ]
          : [
              plot.ruleX(at, {
                x: 'at',
                y1: 'low',
                y2: 'high',
                stroke: inks.accent,
                strokeOpacity: 0.22,
                strokeWidth: 18,
              }),
            ]),
        plot.dot(at, { x: 'at', y: 'mean', r: 3, fill: inks.accent }),
      ],
    });
  };
}

function names(plot: Parts, inks: Inks, points: readonly ResponsePoint[]): Mark {
  return plot.axisX([...points.keys()], {
    fontSize: SMALL,
    fill: inks.faint,
    tickSize: 0,
    tickPadding: 8,
    label: null,
    tickFormat: (i: number) => fitText(points[i].label, WIDE / points.length - 8, SMALL),
  });
}
