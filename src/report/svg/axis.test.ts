import { expect, test } from 'vitest';
import { stepWords } from './axis.ts';
import { ticks } from './scale.ts';

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
