import { SMALL } from './axes.ts';
import { CHART_WIDTH, type Inks, type Panel } from './chart.ts';
import type { Parts } from './parts.ts';
import { shade } from './shade.ts';

const HIGH = 34;
const STEPS = 20;
/** Lightest tone, so that the least is told from nothing. */
const LIGHTEST = 0.08;

/** The colour of a place between the least and the most, 0 to 1. */
export const toneOf = (fraction: number): string => shade(LIGHTEST + (1 - LIGHTEST) * fraction);

interface ToneKey {
  low: string;
  high: string;
  title: string;
  /** Colours beside the tones, right of them or below each other. */
  others: { color: string; opacity?: number; words: string; x: number; y: number }[];
}

/** What the tones of a map mean, as a strip of its own below it. */
export function toneKey(plot: Parts, inks: Inks, at: number, { low, high, title, others }: ToneKey): Panel {
  const steps = Array.from({ length: STEPS }, (_, i) => i);
  const words = { fontSize: SMALL, fill: inks.faint, lineAnchor: 'bottom' } as const;
  const text = (what: string, x: number, y: number, textAnchor: 'start' | 'end' = 'start') =>
    plot.text([what], { ...words, textAnchor, x: [x], y: [y] });
  return {
    at: [0, at],
    height: HIGH + 10,
    margin: 0,
    x: { domain: [0, CHART_WIDTH] },
    y: { domain: [HIGH + 10, 0] },
    marks: [
      plot.rect(steps, {
        x1: (i: number) => 10 * i,
        x2: (i: number) => 10 * i + 10.3,
        y1: () => 10,
        y2: () => 20,
        fill: (i: number) => toneOf((i + 0.5) / STEPS),
      }),
      text(low, 0, 36),
      text(high, 200, 36, 'end'),
      text(title, 212, 19),
      ...others.flatMap(({ color, opacity = 1, words: what, x, y }) => [
        plot.rect([0], {
          x1: [x],
          x2: [x + 10],
          y1: [y],
          y2: [y + 10],
          fill: color,
          fillOpacity: opacity,
          stroke: inks.rule,
        }),
        text(what, x + 15, y + 9),
      ]),
    ],
  };
}
