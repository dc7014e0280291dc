import { count } from '../../words/numbers.ts';
import { type Scale, ticks } from './scale.ts';
import { faint, label, rule, tag } from './svg.ts';

/** Room of a chart inside its picture. */
export interface Frame {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Vertical lines and numbers under them. */
export function bottomAxis(
  frame: Frame,
  x: Scale,
  marks: number[],
  words: (value: number) => string = stepWords(marks),
  title = '',
): string {
  const lines = marks.map((mark) =>
    [
      tag('line', { x1: x(mark), x2: x(mark), y1: frame.top, y2: frame.bottom, stroke: rule }),
      label(x(mark), frame.bottom + 16, words(mark), { anchor: 'middle', color: faint, size: 11 }),
    ].join(''),
  );
  if (title) lines.push(label(frame.right, frame.bottom + 32, title, { anchor: 'end', color: faint, size: 11 }));
  return lines.join('');
}

/** Horizontal lines and numbers left of them. */
export function leftAxis(
  frame: Frame,
  y: Scale,
  marks: number[],
  words: (value: number) => string,
  title = '',
): string {
  const lines = marks.map((mark) =>
    [
      tag('line', { x1: frame.left, x2: frame.right, y1: y(mark), y2: y(mark), stroke: rule }),
      label(frame.left - 6, y(mark) + 4, words(mark), { anchor: 'end', color: faint, size: 11 }),
    ].join(''),
  );
  if (title) lines.push(label(0, frame.top - 8, title, { color: faint, size: 11 }));
  return lines.join('');
}

/** Numbers of an axis, all with the digits behind the point that its step needs. */
export function stepWords(marks: readonly number[]): (value: number) => string {
  const step = Math.abs(marks.length > 1 ? marks[1]! - marks[0]! : (marks[0] ?? 1));
  const digits = step > 0 ? Math.min(9, Math.max(0, -Math.floor(Math.log10(step) + 1e-9))) : 0;
  return (value) => (value === 0 ? '0' : count(value, digits));
}

/** Years between two ends, few enough to read. */
export function yearMarks(first: number, last: number): number[] {
  return ticks(first, last, 10).filter(Number.isInteger);
}
