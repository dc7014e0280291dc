import { say } from '../../words/words.ts';
import { busd, type WaterfallRow } from '../reconcile-lines.ts';
import { bottomAxis, type Frame } from './axis.ts';
import { fitText, textWidth } from './fit-text.ts';
import { linear, ticks } from './scale.ts';
import { accent, CHART_WIDTH, faint, ink, label, picture, rule, series, tag, warm } from './svg.ts';

const ROW = 28;
const LEFT = 250;

/** A waterfall: totals from zero, each step from where the one before ended; a thin line spans the step's effect over all orders. */
export function waterfallChart(sentence: string, rows: readonly WaterfallRow[]): string {
  const frame: Frame = { left: LEFT, right: CHART_WIDTH - 20, top: 8, bottom: 8 + ROW * rows.length };
  const ends = rows.flatMap(({ totalMusd, musd, step }) => {
    const before = totalMusd - musd;
    return [totalMusd, before, ...(step ? [before + step.lowMusd, before + step.highMusd] : [])];
  });
  const low = Math.min(0, ...ends) / 1000;
  const high = Math.max(...ends) / 1000;
  const room = (high - low) * 0.12;
  const x = linear(low - (low < 0 ? room : 0), high + room, frame.left, frame.right);
  const marks = ticks(low, high + room, 6);
  const bars = rows.map((row, i) => bar(row, frame.top + ROW * i, x, rows[i + 1]));
  return picture(
    CHART_WIDTH,
    frame.bottom + 40,
    sentence,
    bottomAxis(frame, x, marks, undefined, say('reconcile.axis')),
    ...bars,
    tag('line', { x1: x(0), x2: x(0), y1: frame.top, y2: frame.bottom, stroke: ink }),
  );
}

function bar(row: WaterfallRow, y: number, x: (busd: number) => number, next?: WaterfallRow): string {
  const { kind, name, change, musd, totalMusd, step } = row;
  const start = kind === 'total' ? 0 : (totalMusd - musd) / 1000;
  const [left, right] = [Math.min(start, totalMusd / 1000), Math.max(start, totalMusd / 1000)].map(x) as [
    number,
    number,
  ];
  const fill = kind === 'total' ? ink : kind === 'miss' ? series[7]! : musd < 0 ? warm : accent;
  const words = kind === 'total' ? busd(musd) : busd(musd, true);
  const whisker = step ? [step.lowMusd, step.highMusd].map((each) => x(start + each / 1000)) : [left, right];
  const place = Math.max(right, ...whisker) + 5;
  const fits = place + textWidth(words, 11) < CHART_WIDTH;
  return [
    label(LEFT - 10, y + (change ? 12 : 17), fitText(name, LEFT - 12), {
      anchor: 'end',
      weight: kind === 'total' ? '600' : undefined,
    }),
    change ? label(LEFT - 10, y + 24, fitText(change, LEFT - 12, 10), { anchor: 'end', size: 10, color: faint }) : '',
    tag('rect', { x: left, y: y + 6, width: Math.max(1, right - left), height: ROW - 13, fill }),
    step && whisker[1]! - whisker[0]! > 1
      ? tag('line', {
          x1: whisker[0],
          x2: whisker[1],
          y1: y + ROW - 4,
          y2: y + ROW - 4,
          stroke: faint,
          'stroke-width': 1.5,
        })
      : '',
    next
      ? tag('line', {
          x1: x(totalMusd / 1000),
          x2: x(totalMusd / 1000),
          y1: y + ROW - 7,
          y2: y + ROW + 6,
          stroke: rule,
        })
      : '',
    label(fits ? place : left - 5, y + 17, words, { anchor: fits ? 'start' : 'end', size: 11 }),
  ].join('');
}
