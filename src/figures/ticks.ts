import { count } from '../words/numbers.ts';

/** Round values from `low` to `high`, in steps of 1, 2 or 5 times a power of ten; about `count` of them. */
export function ticks(low: number, high: number, count = 6): number[] {
  if (!(high > low) || !Number.isFinite(high - low)) return [low];
  const rough = (high - low) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((m) => m * power).find((each) => each >= rough * 0.999) ?? 10 * power;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** The end of an axis: the next tick at or above the highest value. */
export function niceTop(high: number, count = 6): number {
  const marks = ticks(0, high, count);
  const step = marks.length > 1 ? marks[1] - marks[0] : high || 1;
  return Math.ceil(high / step - 1e-9) * step || 1;
}

/** Round values from `low` to `high` on a logarithmic scale: powers of ten, with 2 and 5 between where those are few. */
export function logTicks(low: number, high: number, count = 6): number[] {
  const [first, last] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  const isWithin = (value: number) => value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9);
  const powers = Array.from({ length: last - first + 1 }, (_, i) => 10 ** (first + i));
  const tens = powers.filter(isWithin);
  const all = powers.flatMap((power) => [power, 2 * power, 5 * power]).filter(isWithin);
  return all.length <= count || tens.length < 2 ? all : tens;
}

/** Numbers of an axis, all with the digits behind the point that its step needs. */
export function stepWords(marks: readonly number[]): (value: number) => string {
  const step = Math.abs(marks.length > 1 ? marks[1] - marks[0] : (marks[0] ?? 1));
  const digits = step > 0 ? Math.min(9, Math.max(0, -Math.floor(Math.log10(step) + 1e-9))) : 0;
  return (value) => (value === 0 ? '0' : count(value, digits));
}

/** Years between two ends, few enough to read. */
export function yearMarks(first: number, last: number): number[] {
  return ticks(first, last, 10).filter(Number.isInteger);
}

/** Maps a range to another, straight; a range of no width maps to the middle. */
export function linear(low: number, high: number, from: number, to: number): (value: number) => number {
  if (!(high > low)) return () => (from + to) / 2;
  return (value) => from + ((value - low) / (high - low)) * (to - from);
}
