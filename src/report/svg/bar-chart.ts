import { bottomAxis, type Frame } from './axis.ts';
import { fitText, textWidth } from './fit-text.ts';
import { linear, niceTop, ticks } from './scale.ts';
import { accent, CHART_WIDTH, ink, label, picture, tag } from './svg.ts';

/** One bar: a value, or a middle with its range. */
export interface Bar {
  name: string;
  value: number;
  low?: number;
  high?: number;
  /** What stands at its end. */
  words: string;
}

export interface BarOptions {
  /** Words of the axis; numbers where none is given. */
  axisWords?: (value: number) => string;
  axisTitle?: string;
  color?: string;
}

const ROW = 24;

/** Bars that lie, names left, values at their end; a range is a thin line over the bar. */
export function barChart(sentence: string, bars: readonly Bar[], options: BarOptions = {}): string {
  const { axisWords, axisTitle, color = accent } = options;
  const usual = bars.some(({ low }) => low !== undefined) ? 190 : 90;
  const frame: Frame = {
    left: 220,
    right: CHART_WIDTH - Math.max(usual, ...bars.map(({ words }) => 10 + textWidth(words))),
    top: 6,
    bottom: 6 + ROW * bars.length,
  };
  const top = niceTop(Math.max(...bars.map(({ value, high }) => Math.max(value, high ?? value)), 0));
  const x = linear(0, top, frame.left, frame.right);
  const rows = bars.map(({ name, value, low, high, words }, i) => {
    const y = frame.top + ROW * i;
    const end = Math.max(x(value), high === undefined ? 0 : x(high));
    const range =
      low !== undefined && high !== undefined && high > low
        ? tag('path', {
            d: `M${x(low).toFixed(1)} ${y + 7}v10M${x(high).toFixed(1)} ${y + 7}v10M${x(low).toFixed(1)} ${y + 12}H${x(high).toFixed(1)}`,
            stroke: ink,
            fill: 'none',
          })
        : '';
    return [
      label(frame.left - 8, y + 16, fitText(name, frame.left - 10), { anchor: 'end' }),
      tag('rect', { x: frame.left, y: y + 4, width: Math.max(0, x(value) - frame.left), height: ROW - 8, fill: color }),
      range,
      label(end + 6, y + 16, words),
    ].join('');
  });
  return picture(
    CHART_WIDTH,
    frame.bottom + (axisTitle ? 40 : 24),
    sentence,
    bottomAxis(frame, x, ticks(0, top, 5), axisWords, axisTitle),
    ...rows,
  );
}
