import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linear, niceTop, stepWords, ticks } from './ticks.ts';

test('numbers of an axis have the digits of its step, so that no two read the same', () => {
  const shown = (low: number, high: number) => {
    const marks = ticks(low, high, 5);
    return marks.map(stepWords(marks));
  };
  expect(shown(0, 250)).toEqual(['0', '50', '100', '150', '200', '250']);
  expect(shown(0, 0.6)).toEqual(['0', '0.2', '0.4', '0.6']);
  expect(shown(421.2, 423.2)).toEqual(['421.5', '422.0', '422.5', '423.0']);
  for (const [low, high] of [
    [0, 1e-3],
    [1199, 1201],
    [-3, 7],
    [5, 5],
  ] as const)
    expect(new Set(shown(low, high)).size).toBe(shown(low, high).length);
});

test('ticks are inside the range, evenly spaced, and few', () => {
  const ends = fc.tuple(
    fc.double({ min: -1e9, max: 1e9, noNaN: true }),
    fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
  );
  fc.assert(
    fc.property(ends, fc.integer({ min: 2, max: 10 }), ([low, width], count) => {
      const high = low + width;
      fc.pre(width > 1e-9 * Math.abs(low));
      const marks = ticks(low, high, count);
      const slack = 1e-6 * width;
      for (const mark of marks) expect(mark >= low - slack && mark <= high + slack).toBe(true);
      expect(marks.length).toBeLessThanOrEqual(2 * count + 2);
      expect(niceTop(width)).toBeGreaterThanOrEqual(width * (1 - 1e-9));
    }),
  );
});

test('a scale maps its ends to the ends, and a range of no width to the middle', () => {
  const x = linear(10, 20, 0, 100);
  expect([x(10), x(15), x(20)]).toEqual([0, 50, 100]);
  expect(linear(3, 3, 0, 100)(3)).toBe(50);
});
