import type { Story } from '../../flow/story.ts';
import { seconds } from '../../words/numbers.ts';
import { say, tell } from '../../words/words.ts';
import { fitText } from './fit-text.ts';
import { linear, ticks } from './scale.ts';
import { accent, CHART_WIDTH, faint, label, picture, rule, tag, warm } from './svg.ts';

const ROW = 20;

/** A missile's story from top to bottom: a row an event, its time on the line, boost shaded. Later events are squeezed. */
export function timelineChart(sentence: string, story: Story): string {
  const left = 20;
  const right = 300;
  const events = story.events;
  const lastS = Math.max(story.burnoutS, ...events.map(({ tS }) => tS));
  // the boost decides: it gets most of the line where the flight is long
  const knee = Math.min(lastS, Math.max(1, 1.15 * story.burnoutS));
  const early = linear(0, knee, left, lastS > knee ? left + 0.8 * (right - left) : right);
  const late = linear(knee, lastS, left + 0.8 * (right - left), right);
  const x = (tS: number) => (tS <= knee ? early(tS) : late(tS));
  const top = 34;
  const bottom = top + ROW * events.length;
  const rows = events.map(({ tS, kind, who, said }, i) => {
    const y = top + ROW * i + 10;
    const isShot = kind === 'release' || kind === 'intercept';
    const color = isShot ? warm : accent;
    return [
      tag('line', { x1: x(tS), x2: right + 14, y1: y, y2: y, stroke: rule, 'stroke-dasharray': '2 3' }),
      tag('circle', { cx: x(tS), cy: y, r: 4.5, fill: color }),
      label(right + 80, y + 4, seconds(tS), { anchor: 'end', color: faint }),
      label(
        right + 92,
        y + 4,
        fitText(isShot ? say('run.story-by', { who, what: said }) : tell(said), CHART_WIDTH - right - 92),
      ),
    ].join('');
  });
  const marks = ticks(0, knee, 5);
  const axis = marks
    .map((mark) => label(x(mark), 26, `${mark}`, { anchor: 'middle', size: 11, color: faint }))
    .join('');
  return picture(
    CHART_WIDTH,
    bottom + 8,
    sentence,
    label(left, 12, say('figure.story-axis'), { size: 11, color: faint }),
    tag('rect', { x: x(0), y: top - 2, width: x(story.burnoutS) - x(0), height: bottom - top + 4, fill: '#f6e7dc' }),
    axis,
    ...rows,
  );
}
