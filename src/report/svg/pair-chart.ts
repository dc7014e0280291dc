import { bottomAxis, type Frame } from './axis.ts';
import { fitLines, fitText } from './fit-text.ts';
import { linear, niceTop, ticks } from './scale.ts';
import { accent, CHART_WIDTH, faint, ink, label, picture, tag, warm } from './svg.ts';

/** One value of one of the two cases. */
export interface PairValue {
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
const ROW = 2 * BAR + 12;

/** Two bars a row, the first case over the second, each with its range as a thin line; a key on top. */
export function pairChart(
  sentence: string,
  cases: readonly [a: string, b: string],
  pairs: readonly Pair[],
  axisWords: (value: number) => string,
  axisTitle: string,
): string {
  const values = pairs.flatMap(({ a, b }) => [a, b].filter((each) => each !== undefined));
  const frame: Frame = {
    left: 200,
    right: CHART_WIDTH - (values.some(({ low }) => low !== undefined) ? 190 : 110),
    top: 30,
    bottom: 30 + ROW * pairs.length,
  };
  const top = niceTop(Math.max(0, ...values.map(({ value, high }) => Math.max(value, high ?? value))));
  const x = linear(0, top, frame.left, frame.right);
  const bar = (given: PairValue | undefined, y: number, fill: string) => {
    if (!given) return '';
    const { value, low, high, words } = given;
    const isRange = low !== undefined && high !== undefined && high > low;
    const end = Math.max(x(value), isRange ? x(high) : 0);
    return [
      tag('rect', { x: frame.left, y, width: Math.max(0, x(value) - frame.left), height: BAR - 2, fill }),
      isRange
        ? tag('path', {
            d: `M${x(low).toFixed(1)} ${y + 3}v8M${x(high).toFixed(1)} ${y + 3}v8M${x(low).toFixed(1)} ${y + 7}H${x(high).toFixed(1)}`,
            stroke: ink,
            fill: 'none',
          })
        : '',
      label(end + 6, y + 11, words, { size: 11 }),
    ].join('');
  };
  const rows = pairs.map(({ name, a, b }, i) => {
    const y = frame.top + ROW * i + 5;
    const lines = fitLines(name, frame.left - 12, 2);
    const first = y + BAR + 3 - 7 * (lines.length - 1);
    return [
      ...lines.map((line, n) => label(frame.left - 8, first + 14 * n, line, { anchor: 'end' })),
      bar(a, y, accent),
      bar(b, y + BAR, warm),
    ].join('');
  });
  const key = cases.map((name, i) => {
    const left = frame.left + 240 * i;
    return (
      tag('rect', { x: left, y: 4, width: 12, height: 12, fill: i === 0 ? accent : warm }) +
      label(left + 17, 14, fitText(name, 215, 11), { color: faint, size: 11 })
    );
  });
  return picture(
    CHART_WIDTH,
    frame.bottom + 40,
    sentence,
    bottomAxis(frame, x, ticks(0, top, 5), axisWords, axisTitle),
    ...rows,
    ...key,
  );
}
