import type { ResponseCurve } from '../../flow/study.ts';
import { bottomAxis, type Frame, leftAxis } from '../svg/axis.ts';
import { fitText } from '../svg/fit-text.ts';
import { linear, logScale, logTicks, niceTop, ticks } from '../svg/scale.ts';
import { accent, CHART_WIDTH, faint, label, picture, tag } from '../svg/svg.ts';

const HEIGHT = 260;

/** An output along one input: along numbers the mean as a line, its band shaded; for names a dot each, its band a bar. */
export function responseChart(sentence: string, curve: ResponseCurve, show: (value: number) => string): string {
  const frame: Frame = { left: 90, right: CHART_WIDTH - 30, top: 14, bottom: HEIGHT };
  const { points } = curve;
  const isNumeric = points.every(({ label: word }) => Number.isFinite(Number(word)));
  const at = isNumeric ? points.map(({ value }) => value) : points.map((_, i) => i);
  const room = isNumeric ? 12 : (frame.right - frame.left) / (2 * points.length);
  const [from, to] = [frame.left + room, frame.right - room];
  const x = curve.isLog ? logScale(at[0]!, at.at(-1)!, from, to) : linear(at[0]!, at.at(-1)!, from, to);
  const marks = curve.isLog ? logTicks(at[0]!, at.at(-1)!, 7) : ticks(at[0]!, at.at(-1)!, 7);
  const lowest = Math.min(0, ...points.map(({ low }) => low));
  const top = niceTop(Math.max(...points.map(({ high, mean }) => Math.max(high, mean)), 0));
  const y = linear(lowest, top, frame.bottom, frame.top);
  const place = (i: number, value: number) => `${x(at[i]!).toFixed(1)} ${y(value).toFixed(1)}`;
  const up = points.map(({ high }, i) => place(i, high));
  const down = points.map(({ low }, i) => place(i, low)).reverse();
  const line = points.map(({ mean }, i) => place(i, mean));
  const band = () => [
    tag('path', { d: `M${[...up, ...down].join('L')}Z`, fill: accent, 'fill-opacity': '0.18' }),
    tag('path', { d: `M${line.join('L')}`, fill: 'none', stroke: accent, 'stroke-width': 2 }),
  ];
  const whiskers = () =>
    points.map(({ low, high }, i) =>
      tag('rect', {
        x: x(at[i]!) - 9,
        y: y(high),
        width: 18,
        height: Math.max(1, y(low) - y(high)),
        fill: accent,
        'fill-opacity': '0.22',
      }),
    );
  const axis = isNumeric
    ? bottomAxis(frame, x, marks, String, curve.input)
    : points
        .map(({ label: word }, i) =>
          label(x(i), frame.bottom + 16, fitText(word, (frame.right - frame.left) / points.length - 8, 11), {
            anchor: 'middle',
            color: faint,
            size: 11,
          }),
        )
        .join('');
  return picture(
    CHART_WIDTH,
    frame.bottom + 44,
    sentence,
    leftAxis(frame, y, ticks(lowest, top, 5), show),
    axis,
    ...(isNumeric ? band() : whiskers()),
    ...points.map(({ mean }, i) => tag('circle', { cx: x(at[i]!), cy: y(mean), r: 3, fill: accent })),
  );
}
