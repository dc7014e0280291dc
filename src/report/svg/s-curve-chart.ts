import { percent } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';
import { bottomAxis, type Frame, leftAxis } from './axis.ts';
import { linear, ticks } from './scale.ts';
import { accent, CHART_WIDTH, label, picture, tag, warm } from './svg.ts';

/** A value to mark on the curve, such as an announced budget. */
export interface Mark {
  value: number;
  name: string;
}

/** The chance that the total stays at or under each amount, with marks; those left of the curve share one axis with it. */
export function sCurveChart(
  sentence: string,
  curve: readonly { value: number; probability: number }[],
  marks: readonly Mark[],
  axisTitle: string,
): string {
  const frame: Frame = { left: 60, right: CHART_WIDTH - 20, top: 40, bottom: 250 };
  const values = [...curve.map(({ value }) => value), ...marks.map(({ value }) => value)];
  const high = Math.max(...values);
  const low = Math.min(...values);
  const room = 0.04 * (high - low || high);
  const x = linear(Math.max(0, low - room), high + room, frame.left, frame.right);
  const y = linear(0, 1, frame.bottom, frame.top);
  const first = curve[0]!;
  const line = [
    `M${frame.left} ${y(0)}H${x(first.value).toFixed(1)}`,
    ...curve.map(({ value, probability }) => `L${x(value).toFixed(1)} ${y(probability).toFixed(1)}`),
    `H${frame.right}`,
  ].join('');
  const flags = marks.map(({ value, name }, i) => {
    const isRight = x(value) > (frame.left + frame.right) / 2;
    return (
      tag('line', {
        x1: x(value),
        x2: x(value),
        y1: frame.top,
        y2: frame.bottom,
        stroke: warm,
        'stroke-dasharray': '4 3',
      }) +
      label(x(value) + (isRight ? -5 : 5), frame.top + 34 + 15 * i, name, {
        anchor: isRight ? 'end' : 'start',
        size: 11,
        color: warm,
      })
    );
  });
  return picture(
    CHART_WIDTH,
    frame.bottom + 40,
    sentence,
    leftAxis(frame, y, [0, 0.1, 0.5, 0.9, 1], (value) => percent(value, 0), say('figure.staying-under')),
    bottomAxis(
      frame,
      x,
      ticks(Math.max(0, low - room), high + room, 7),
      (value) => value.toLocaleString('en-US'),
      axisTitle,
    ),
    tag('path', { d: line, fill: 'none', stroke: accent, 'stroke-width': 2 }),
    ...flags,
  );
}
