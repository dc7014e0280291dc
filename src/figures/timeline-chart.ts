import type { Story } from '../flow/story.ts';
import { seconds } from '../words/numbers.ts';
import { say, tell } from '../words/words.ts';
import { SMALL } from './axes.ts';
import { CHART_WIDTH, type Chart, one } from './chart.ts';
import { fitText } from './fit-text.ts';
import { linear, ticks } from './ticks.ts';

const ROW = 20;
const TOP = 34;
const LEFT = 20;
const RIGHT = 300;
/** Where late events begin, as a share of the line. */
const KNEE = 0.8;

/** A missile's story from top to bottom: a row an event, its time on the line, boost shaded. Later events are squeezed. */
export function timelineChart({ events, burnoutS }: Story): Chart {
  return (plot, { inks }) => {
    const lastS = Math.max(burnoutS, ...events.map(({ tS }) => tS));
    // the boost decides: it gets most of the line where the flight is long
    const kneeS = Math.min(lastS, Math.max(1, 1.15 * burnoutS));
    const kneeAt = lastS > kneeS ? LEFT + KNEE * (RIGHT - LEFT) : RIGHT;
    const early = linear(0, kneeS, LEFT, kneeAt);
    const late = linear(kneeS, lastS, kneeAt, RIGHT);
    const at = (tS: number) => (tS <= kneeS ? early(tS) : late(tS));
    const rows = events.map(({ tS, kind, who, said }, row) => {
      const isShot = kind === 'release' || kind === 'intercept';
      const words = isShot ? say('run.story-by', { who, what: said }) : tell(said);
      return {
        row: row + 0.5,
        x: at(tS),
        time: seconds(tS),
        words: fitText(words, CHART_WIDTH - RIGHT - 92),
        fill: isShot ? inks.warm : inks.accent,
      };
    });
    const head = { fontSize: SMALL, fill: inks.faint, frameAnchor: 'top' as const, lineAnchor: 'bottom' as const };
    return one(TOP + ROW * events.length + 8, {
      margin: 0,
      marginTop: TOP,
      marginBottom: 8,
      x: { domain: [0, CHART_WIDTH] },
      y: { domain: [0, events.length], reverse: true },
      marks: [
        plot.text([say('figure.story-axis')], { ...head, x: [LEFT], textAnchor: 'start', dy: -22 }),
        plot.rect([0], {
          x1: [at(0)],
          x2: [at(burnoutS)],
          y1: [0],
          y2: [events.length],
          insetTop: -2,
          insetBottom: -2,
          fill: inks.boost,
        }),
        plot.text(ticks(0, kneeS, 5), { ...head, x: at, text: String, dy: -8 }),
        plot.ruleY(rows, { x1: 'x', x2: RIGHT + 14, y: 'row', stroke: inks.rule, strokeDasharray: '2 3' }),
        plot.dot(rows, { x: 'x', y: 'row', r: 4.5, fill: 'fill' }),
        plot.text(rows, { x: RIGHT + 80, y: 'row', text: 'time', textAnchor: 'end', fill: inks.faint }),
        plot.text(rows, { x: RIGHT + 92, y: 'row', text: 'words', textAnchor: 'start' }),
      ],
    });
  };
}
