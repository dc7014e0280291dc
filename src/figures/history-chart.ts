import { bottomAxis, leftAxis, SMALL } from './axes.ts';
import { inPercent } from './band-chart.ts';
import { type Chart, type Inks, one } from './chart.ts';
import { textWidth } from './fit-text.ts';
import { key } from './key.ts';
import { yearMarks } from './ticks.ts';

/** Shares of 0 to 1 by year; NaN where there is none. */
export interface ShareLine {
  name: string;
  color: (inks: Inks) => string;
  points: readonly { year: number; share: number; low?: number; high?: number }[];
}

const TOP = 26;
const LEFT = 60;
const HIGH = 220;

/** Shares over years, with their ranges; a line stops where there was nothing. A moment is marked by its words. */
export function sharesChart(
  lines: readonly ShareLine[],
  axisTitle: string,
  moment?: { year: number; words: string },
): Chart {
  return (plot, { inks }) => {
    const years = lines.flatMap(({ points }) => points.map(({ year }) => year));
    const [from, to] = [Math.min(...years), Math.max(...years)];
    let x = 0;
    const entries = lines.map(({ name, color }) => {
      const entry = { color: color(inks), words: name, x, y: HIGH + 28 };
      x += 35 + textWidth(name, SMALL);
      return entry;
    });
    const marks = lines.flatMap(({ color, points }) => {
      const isRange = points.some(({ low }) => low !== undefined);
      const at = { x: 'year', y: 'share' };
      return [
        isRange ? plot.areaY(points, { x: 'year', y1: 'low', y2: 'high', fill: color(inks), fillOpacity: 0.2 }) : null,
        plot.line(points, { ...at, stroke: color(inks), strokeWidth: 2 }),
        plot.dot(points, { ...at, r: 2.5, fill: color(inks) }),
      ];
    });
    const told = moment ? [moment] : [];
    return one(TOP + HIGH + 48, {
      marginLeft: LEFT,
      marginRight: 24,
      marginTop: TOP,
      marginBottom: 48,
      x: { domain: [from, to] },
      y: { domain: [0, 1] },
      marks: [
        ...leftAxis(plot, inks, [0, 0.25, 0.5, 0.75, 1], { words: inPercent, title: axisTitle, left: LEFT }),
        ...bottomAxis(plot, inks, yearMarks(Math.ceil(from), Math.floor(to)), { words: String }),
        ...marks,
        plot.ruleX(told, { x: 'year', stroke: inks.warm, strokeDasharray: '4 3' }),
        plot.text(told, {
          x: 'year',
          text: 'words',
          frameAnchor: 'top',
          lineAnchor: 'bottom',
          dy: -8,
          fontSize: SMALL,
          fill: inks.warm,
        }),
        ...key(plot, inks, entries),
      ],
    });
  };
}
