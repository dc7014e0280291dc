import { say } from '../../words/words.ts';
import { bottomAxis, type Frame } from './axis.ts';
import { fitText, textWidth } from './fit-text.ts';
import { linear, ticks } from './scale.ts';
import { accent, CHART_WIDTH, faint, ink, label, picture, tag, warm } from './svg.ts';

/** One input: what the result is with it low and with it high. */
export interface Swing {
  name: string;
  atLow: number;
  atHigh: number;
  lowWords: string;
  highWords: string;
}

const ROW = 26;

/** Swings around a middle, widest first; blue where the input is low, orange where it is high. */
export function tornadoChart(
  sentence: string,
  middle: number,
  swings: readonly Swing[],
  axisWords: ((value: number) => string) | undefined,
  axisTitle: string,
): string {
  const frame: Frame = { left: 240, right: CHART_WIDTH - 40, top: 22, bottom: 22 + ROW * swings.length };
  const ends = swings.flatMap(({ atLow, atHigh }) => [atLow, atHigh]);
  const low = Math.min(middle, ...ends);
  const high = Math.max(middle, ...ends);
  const widest =
    Math.max(...swings.flatMap(({ lowWords, highWords }) => [textWidth(lowWords, 11), textWidth(highWords, 11)])) + 8;
  const room = (high - low) * Math.max(0.12, widest / (frame.right - frame.left - 2 * widest));
  const marks = ticks(low - room, high + room, 6).filter((mark) => mark >= 0 || low < 0);
  const x = linear(low - room, high + room, frame.left, frame.right);
  const rows = swings.map(({ name, atLow, atHigh, lowWords, highWords }, i) => {
    const y = frame.top + ROW * i;
    const bar = (value: number, fill: string, words: string) => {
      const end = x(value);
      const isLeft = value < middle;
      return (
        tag('rect', {
          x: Math.min(end, x(middle)),
          y: y + 5,
          width: Math.abs(end - x(middle)),
          height: ROW - 10,
          fill,
        }) +
        (Math.abs(end - x(middle)) > 0.5
          ? label(end + (isLeft ? -4 : 4), y + 17, words, { anchor: isLeft ? 'end' : 'start', size: 11 })
          : '')
      );
    };
    const name_ = label(frame.left - 10, y + 17, fitText(name, frame.left - 12), { anchor: 'end' });
    return name_ + bar(atLow, accent, lowWords) + bar(atHigh, warm, highWords);
  });
  const legend = [
    tag('rect', { x: frame.left, y: 2, width: 12, height: 12, fill: accent }),
    label(frame.left + 17, 12, say('figure.at-low'), { color: faint, size: 11 }),
    tag('rect', { x: frame.left + 130, y: 2, width: 12, height: 12, fill: warm }),
    label(frame.left + 147, 12, say('figure.at-high'), { color: faint, size: 11 }),
  ];
  return picture(
    CHART_WIDTH,
    frame.bottom + 40,
    sentence,
    bottomAxis(frame, x, marks, axisWords, axisTitle),
    ...rows,
    tag('line', { x1: x(middle), x2: x(middle), y1: frame.top, y2: frame.bottom, stroke: ink }),
    ...legend,
  );
}
