import { expect, test } from 'vitest';
import { isotonicFit } from './isotonic.ts';

test('neighbours that fall are pooled by their weight; what rises stays', () => {
  expect(isotonicFit([1, 2, 3], [1, 1, 1])).toEqual([1, 2, 3]);
  expect(isotonicFit([1, 3, 2, 4], [1, 1, 3, 1])).toEqual([1, 2.25, 2.25, 4]);
  expect(isotonicFit([3, 2, 1], [1, 1, 1])).toEqual([2, 2, 2]);
  expect(isotonicFit([], [])).toEqual([]);
});
