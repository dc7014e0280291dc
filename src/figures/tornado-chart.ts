import { say } from '../words/words.ts';
import { bottomAxis, rowNames, rowOf, rowScale } from './axes.ts';
import { CHART_WIDTH, type Chart, one } from './chart.ts';
import { fitText, textWidth } from './fit-text.ts';
import { key } from './key.ts';
import { ticks } from './ticks.ts';

/** One input: what the result is with it low and with it high. */
export interface Swing {
  name: string;
  atLow: number;
  atHigh: number;
  lowWords: string;
  highWords: string;
}

const ROW = 26;
const TOP = 22;
const LEFT = 240;
const RIGHT = 40;
/** Least swing that has its word, as a share of the axis. */
const LEAST = 0.001;

/** Swings around a middle, widest first; blue where the input is low, orange where it is high. */
export function tornadoChart(
  middle: number,
  swings: readonly Swing[],
  axisWords: ((value: number) => string) | undefined,
  axisTitle: string,
): Chart {
  return (plot, { inks }) => {
    const ends = swings.flatMap(({ atLow, atHigh }) => [atLow, atHigh]);
    const low = Math.min(middle, ...ends);
    const high = Math.max(middle, ...ends);
    const widest = Math.max(...swings.flatMap(({ lowWords, highWords }) => [lowWords, highWords].map(widthOf))) + 8;
    const room = (high - low) * Math.max(0.12, widest / (CHART_WIDTH - LEFT - RIGHT - 2 * widest));
    const marks = ticks(low - room, high + room, 6).filter((mark) => mark >= 0 || low < 0);
    const bars = (value: (swing: Swing) => number, words: (swing: Swing) => string, fill: string) => {
      const told = swings
        .map((swing, row) => ({ row, value: value(swing), words: words(swing) }))
        .filter((each) => Math.abs(each.value - middle) > LEAST * (high - low + 2 * room));
      const at = { x: 'value', y: 'row', text: 'words', fontSize: 11 };
      const left = told.filter((each) => each.value < middle);
      const right = told.filter((each) => each.value >= middle);
      return [
        plot.barX(swings, { x1: middle, x2: value, y: rowOf, fill, insetTop: 5, insetBottom: 5 }),
        plot.text(left, { ...at, textAnchor: 'end', dx: -4 }),
        plot.text(right, { ...at, textAnchor: 'start', dx: 4 }),
      ];
    };
    return one(TOP + ROW * swings.length + 40, {
      marginLeft: LEFT,
      marginRight: RIGHT,
      marginTop: TOP,
      marginBottom: 40,
      x: { domain: high > low ? [low - room, high + room] : [low - 1, low + 1] },
      y: rowScale(swings.length),
      marks: [
        ...bottomAxis(plot, inks, marks, { words: axisWords, title: axisTitle }),
        rowNames(
          plot,
          inks,
          swings.map(({ name }) => fitText(name, LEFT - 12)),
          { tickPadding: 10 },
        ),
        ...bars(
          ({ atLow }) => atLow,
          ({ lowWords }) => lowWords,
          inks.accent,
        ),
        ...bars(
          ({ atHigh }) => atHigh,
          ({ highWords }) => highWords,
          inks.warm,
        ),
        plot.ruleX([middle], { stroke: inks.text }),
        ...key(plot, inks, [
          { color: inks.accent, words: say('figure.at-low'), x: 0, y: 2 - TOP },
          { color: inks.warm, words: say('figure.at-high'), x: 130, y: 2 - TOP },
        ]),
      ],
    });
  };
}

const widthOf = (words: string) => textWidth(words, 11);
