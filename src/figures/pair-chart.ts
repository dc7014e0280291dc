import { bottomAxis, rowNames, rowScale, SMALL } from './axes.ts';
import { type Chart, one } from './chart.ts';
import { fitLines, fitText } from './fit-text.ts';
import { key } from './key.ts';
import { niceTop, ticks } from './ticks.ts';

/** One value of one of the two cases. */
interface PairValue {
  value: number;
  low?: number;
  high?: number;
  /** What stands at its end. */
  words: string;
}

/** One row: the same thing in both cases; a case without a value has no bar. */
export interface Pair {
  name: string;
  a?: PairValue;
  b?: PairValue;
}

const BAR = 15;
const GAP = 5;
const ROW = 2 * BAR + 12;
const TOP = 30;
const LEFT = 200;

/** Two bars a row, the first case over the second, each with its range as a thin line; a key on top. */
export function pairChart(
  cases: readonly [a: string, b: string],
  pairs: readonly Pair[],
  axisWords: (value: number) => string,
  axisTitle: string,
): Chart {
  return (plot, { inks }) => {
    const values = pairs.flatMap(({ a, b }) => [a, b].filter((each) => each !== undefined));
    const end = ({ value, high }: PairValue) => Math.max(value, high ?? value);
    const top = niceTop(Math.max(0, ...values.map(end)));
    const bars = (side: 'a' | 'b', fill: string) => {
      const rows = pairs.flatMap(({ [side]: given }, row) => (given ? [{ ...given, row }] : []));
      const ranged = rows.filter(({ low, high }) => low !== undefined && high !== undefined && high > low);
      const above = GAP + (side === 'a' ? 0 : BAR);
      const dy = above + (BAR - 2) / 2 - ROW / 2;
      const inset = { insetTop: above, insetBottom: ROW - above - BAR + 2 };
      const caps = { stroke: inks.text, insetTop: above + 3, insetBottom: ROW - above - 11 };
      return [
        plot.barX(rows, { x1: 0, x2: 'value', y: 'row', fill, ...inset }),
        plot.ruleY(ranged, { x1: 'low', x2: 'high', y: 'row', stroke: inks.text, dy }),
        plot.tickX(ranged, { x: 'low', y: 'row', ...caps }),
        plot.tickX(ranged, { x: 'high', y: 'row', ...caps }),
        plot.text(rows, { x: end, y: 'row', text: 'words', dx: 6, dy, textAnchor: 'start', fontSize: SMALL }),
      ];
    };
    return one(TOP + ROW * pairs.length + 40, {
      marginLeft: LEFT,
      marginRight: values.some(({ low }) => low !== undefined) ? 190 : 110,
      marginTop: TOP,
      marginBottom: 40,
      x: { domain: [0, top] },
      y: rowScale(pairs.length),
      marks: [
        ...bottomAxis(plot, inks, ticks(0, top, 5), { words: axisWords, title: axisTitle }),
        rowNames(
          plot,
          inks,
          pairs.map(({ name }) => fitLines(name, LEFT - 12, 2).join('\n')),
          { dy: -2 },
        ),
        ...bars('a', inks.accent),
        ...bars('b', inks.warm),
        ...key(
          plot,
          inks,
          cases.map((name, i) => ({
            color: i === 0 ? inks.accent : inks.warm,
            words: fitText(name, 215, SMALL),
            x: 240 * i,
            y: 4 - TOP,
          })),
        ),
      ],
    });
  };
}
