import type { Inks, Mark } from './chart.ts';
import type { Parts } from './parts.ts';
import { stepWords } from './ticks.ts';

/** Size of what stands beside a chart, in pixels. */
export const SMALL = 11;

interface AxisWords {
  /** Words of a mark; absent: numbers. */
  words?: (value: number) => string;
  /** What is counted, with its unit. */
  title?: string;
}

/** Vertical lines and numbers under them. */
export function bottomAxis(
  plot: Parts,
  inks: Inks,
  marks: readonly number[],
  { words, title }: AxisWords = {},
): Mark[] {
  const look = { fontSize: SMALL, fill: inks.faint };
  return [
    plot.gridX(marks, { stroke: inks.rule, strokeOpacity: 1 }),
    // an axis of Plot leaves words out where the scale is logarithmic
    plot.text(marks, {
      ...look,
      x: (mark: number) => mark,
      text: words ?? stepWords(marks),
      frameAnchor: 'bottom',
      lineAnchor: 'top',
      dy: 8,
    }),
    title
      ? plot.text([title], { ...look, frameAnchor: 'bottom-right', lineAnchor: 'bottom', textAnchor: 'end', dy: 32 })
      : null,
  ];
}

/** Horizontal lines and numbers left of them, `left` pixels wide with their title. */
export function leftAxis(
  plot: Parts,
  inks: Inks,
  marks: readonly number[],
  { words, title, left }: AxisWords & { left: number },
): Mark[] {
  const look = { fontSize: SMALL, fill: inks.faint };
  return [
    plot.gridY(marks, { stroke: inks.rule, strokeOpacity: 1 }),
    plot.axisY(marks, { ...look, tickSize: 0, tickPadding: 6, label: null, tickFormat: words ?? stepWords(marks) }),
    title
      ? plot.text([title], {
          ...look,
          frameAnchor: 'top-left',
          lineAnchor: 'bottom',
          textAnchor: 'start',
          dx: -left,
          dy: -8,
        })
      : null,
  ];
}

/** Names left of rows: row `i` of a band scale is named by `names[i]`, whose lines are parted by line breaks. */
export function rowNames(
  plot: Parts,
  inks: Inks,
  names: readonly string[],
  look: { fontSize?: number; dy?: number; tickPadding?: number } = {},
): Mark {
  return plot.axisY([...names.keys()], {
    fill: inks.text,
    tickSize: 0,
    tickPadding: 8,
    label: null,
    lineHeight: 1.18,
    tickFormat: (row: number) => names[row],
    ...look,
  });
}

/** The scale of rows that are counted from 0. */
export function rowScale(rows: number): { type: 'band'; domain: number[]; padding: 0; round: false } {
  return { type: 'band', domain: Array.from({ length: rows }, (_, i) => i), padding: 0, round: false };
}

/** Number of a row, as its place on a {@link rowScale}. */
export const rowOf = (_: unknown, row: number): number => row;
