import { expect, test } from 'vitest';
import { sparkline } from './sparkline.ts';

test('the lowest value has the lowest bar, the highest the highest, a gap a dot', () => {
  expect(sparkline([1, 8, Number.NaN, 4.5])).toBe('▁█·▅');
  expect(sparkline([3, 3, 3])).toBe('▁▁▁');
  expect(sparkline([Infinity])).toBe('·');
  expect(sparkline([])).toBe('');
});

test('a long series is averaged to the width', () => {
  expect(sparkline([0, 0, 1, 1], 2)).toBe('▁█');
  expect(
    sparkline(
      Array.from({ length: 1000 }, (_, i) => i),
      60,
    ),
  ).toHaveLength(60);
});
