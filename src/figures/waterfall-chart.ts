import { say } from '../words/words.ts';
import { bottomAxis, rowOf, rowScale, SMALL } from './axes.ts';
import { CHART_WIDTH, type Chart, one } from './chart.ts';
import { fitText, textWidth } from './fit-text.ts';
import { linear, ticks } from './ticks.ts';

/** A row of a waterfall. */
export interface Fall {
  name: string;
  /** Below the name, smaller. */
  change: string;
  kind: 'total' | 'step' | 'miss';
  /** Where its bar begins and ends; a total begins at 0. */
  from: number;
  to: number;
  /** Least and most of the step. */
  low?: number;
  high?: number;
  /** What stands beside its bar. */
  words: string;
}

const ROW = 28;
const TOP = 8;
const LEFT = 250;
const RIGHT = 20;

/** A waterfall: totals from zero, each step from where the one before ended; a thin line spans the step's effect over all orders. */
export function waterfallChart(falls: readonly Fall[]): Chart {
  return (plot, { inks }) => {
    const ends = falls.flatMap(({ from, to, low = to, high = to }) => [from, to, low, high]);
    const low = Math.min(0, ...ends);
    const high = Math.max(...ends);
    const room = 0.12 * (high - low);
    const domain = [low - (low < 0 ? room : 0), high + room] as const;
    const px = linear(...domain, LEFT, CHART_WIDTH - RIGHT);
    const rows = falls.map((fall, row) => {
      const { kind, from, to } = fall;
      const right = Math.max(from, to, fall.low ?? to, fall.high ?? to);
      const fits = px(right) + 5 + textWidth(fall.words, SMALL) < CHART_WIDTH;
      const fill =
        kind === 'total' ? inks.text : kind === 'miss' ? inks.series[7] : to < from ? inks.warm : inks.accent;
      return { ...fall, row, fill, fits, beside: fits ? right : Math.min(from, to) };
    });
    const spans = rows.filter((row) => row.low !== undefined && row.high !== undefined && row.high > row.low);
    const name = (row: (typeof rows)[number]) => fitText(row.name, LEFT - 12);
    const named = { frameAnchor: 'left', textAnchor: 'end', dx: -10, y: 'row' } as const;
    const beside = { x: 'beside', y: 'row', text: 'words', fontSize: SMALL } as const;
    const changed = rows.filter(({ change }) => change !== '');
    return one(TOP + ROW * rows.length + 40, {
      marginLeft: LEFT,
      marginRight: RIGHT,
      marginTop: TOP,
      marginBottom: 40,
      x: { domain },
      y: rowScale(rows.length),
      marks: [
        ...bottomAxis(plot, inks, ticks(low, high + room, 6), { title: say('reconcile.axis') }),
        ...[true, false].map((isTotal) =>
          plot.text(
            rows.filter(({ kind, change }) => change === '' && (kind === 'total') === isTotal),
            { ...named, text: name, fontWeight: isTotal ? 600 : undefined },
          ),
        ),
        plot.text(changed, { ...named, text: name, dy: -6 }),
        plot.text(changed, {
          ...named,
          text: ({ change }) => fitText(change, LEFT - 12, 10),
          dy: 7,
          fontSize: 10,
          fill: inks.faint,
        }),
        plot.barX(rows, {
          x1: 'from',
          x2: 'to',
          y: rowOf,
          fill: 'fill',
          stroke: 'fill',
          strokeWidth: 1,
          insetTop: 6.5,
          insetBottom: 7.5,
        }),
        plot.ruleY(spans, { x1: 'low', x2: 'high', y: 'row', dy: 10, stroke: inks.faint, strokeWidth: 1.5 }),
        plot.tickX(rows.slice(0, -1), { x: 'to', y: 'row', stroke: inks.rule, insetTop: ROW - 7, insetBottom: -6 }),
        plot.text(
          rows.filter(({ fits }) => fits),
          { ...beside, textAnchor: 'start', dx: 5 },
        ),
        plot.text(
          rows.filter(({ fits }) => !fits),
          { ...beside, textAnchor: 'end', dx: -5 },
        ),
        plot.ruleX([0], { stroke: inks.text }),
      ],
    });
  };
}
