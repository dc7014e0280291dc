import { expect, test } from 'vitest';
import { decoyCalledProbability } from './roc.ts';

test('the operating curve of equal variance, at nine warheads in ten', () => {
  const at = [1, 2, 3].map((separation) => decoyCalledProbability(separation, 0.9).toFixed(3));
  expect(at).toEqual(['0.611', '0.236', '0.043']);
});

test('what cannot be told apart is called alike; what is all called is all shot at', () => {
  expect(decoyCalledProbability(0, 0.8)).toBeCloseTo(0.8, 12);
  expect(decoyCalledProbability(2, 1)).toBe(1);
});
