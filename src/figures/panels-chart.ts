import { bottomAxis, leftAxis } from './axes.ts';
import { CHART_WIDTH, type Chart, type Inks, type Panel } from './chart.ts';
import { key } from './key.ts';
import { niceTop, ticks } from './ticks.ts';

/** A line with its band. */
interface PanelLine {
  /** Name of the line; absent: there is but one in each panel. */
  name?: string;
  points: readonly { x: number; value: number; low: number; high: number }[];
}

/** Small charts of one kind, side by side. */
interface Panels {
  panels: readonly { title: string; lines: readonly PanelLine[] }[];
  x: { low: number; high: number; isLog: boolean; marks: readonly number[]; title: string };
  y: { most: number | undefined; words: (value: number) => string };
  /** A value that is looked for. */
  level: number;
  /** Names of lines, in the order of their colours. */
  names: readonly string[];
}

const HIGH = 190;
const GAP = 56;
const TOP = 44;
const LEFT = 60;
const RIGHT = 24;
const A_ROW = 3;
const KEYS_A_ROW = 4;
const BOTTOM = 30;

/** Lines with their bands in panels, three a row, with the level that is looked for. */
export function panelsChart({ panels, x, y, level, names }: Panels): Chart {
  return (plot, { inks }) => {
    const top = y.most === undefined ? 1 : niceTop(y.most);
    const wide = (CHART_WIDTH - LEFT) / Math.min(A_ROW, panels.length);
    const drawn = panels.map(({ title, lines }, i): Panel => {
      const column = i % A_ROW;
      const isFirst = column === 0;
      const roof = TOP + Math.floor(i / A_ROW) * (HIGH + GAP);
      return {
        at: [column * wide, roof - 20],
        width: LEFT + wide,
        height: HIGH + GAP,
        marginLeft: LEFT,
        marginRight: RIGHT,
        marginTop: 20,
        marginBottom: GAP - 20 + BOTTOM,
        x: { type: x.isLog ? 'log' : 'linear', domain: [x.low, x.high] },
        y: { domain: [0, top] },
        marks: [
          ...leftAxis(plot, inks, ticks(0, top, 5), { words: isFirst ? y.words : () => '', left: LEFT }),
          ...bottomAxis(plot, inks, x.marks, { words: String, title: x.title }),
          ...lines.flatMap((line) => lineMarks(plot, colorOf(inks, names, line), line)),
          plot.ruleY([level], { stroke: inks.text, strokeDasharray: '5 4' }),
          plot.text([title], { frameAnchor: 'top-left', lineAnchor: 'bottom', textAnchor: 'start', dy: -8 }),
        ],
      };
    });
    const entries = names.map((words, i) => ({
      color: inks.series[i % inks.series.length],
      words,
      x: LEFT + (i % KEYS_A_ROW) * 165,
      y: 2 + Math.floor(i / KEYS_A_ROW) * 16,
    }));
    const legend: Panel[] = entries.length === 0 ? [] : [{ height: TOP, margin: 0, marks: key(plot, inks, entries) }];
    const rows = Math.ceil(panels.length / A_ROW);
    return { heightPx: TOP + rows * (HIGH + GAP) - 20, panels: [...legend, ...drawn] };
  };
}

function colorOf(inks: Inks, names: readonly string[], { name }: PanelLine): string {
  return inks.series[Math.max(0, names.indexOf(name ?? '')) % inks.series.length];
}

function lineMarks(plot: Parameters<Chart>[0], color: string, { points }: PanelLine) {
  return [
    plot.areaY(points, { x: 'x', y1: 'low', y2: 'high', fill: color, fillOpacity: 0.16 }),
    plot.line(points, { x: 'x', y: 'value', stroke: color, strokeWidth: 2 }),
    plot.dot(points, { x: 'x', y: 'value', r: 2.5, fill: color }),
  ];
}
