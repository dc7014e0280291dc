import { SMALL } from './axes.ts';
import type { Inks, Mark } from './chart.ts';
import type { Parts } from './parts.ts';

/** A colour and what it stands for, at a place in pixels from the left top corner of the frame. */
export interface KeyEntry {
  color: string;
  words: string;
  x: number;
  y: number;
}

/** Radius of a square of Plot with sides of 12 pixels: its area is that of the circle. */
const SQUARE = Math.sqrt(144 / Math.PI);

/** Squares of colour with their words. */
export function key(plot: Parts, inks: Inks, entries: readonly KeyEntry[]): Mark[] {
  return entries.flatMap(({ color, words, x, y }) => [
    plot.dot([0], { frameAnchor: 'top-left', symbol: 'square', r: SQUARE, fill: color, dx: x + 6, dy: y + 6 }),
    plot.text([words], {
      frameAnchor: 'top-left',
      lineAnchor: 'bottom',
      textAnchor: 'start',
      fontSize: SMALL,
      fill: inks.faint,
      dx: x + 17,
      dy: y + 10,
    }),
  ]);
}
