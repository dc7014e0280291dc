import { expect, test } from 'vitest';
import { groupBy } from './group-by.ts';

test('groups keep the order of their items, and stand in that of their first', () => {
  const words = ['pear', 'fig', 'plum', 'apple', 'nut'];
  expect([...groupBy(words, ({ length }) => length)]).toEqual([
    [4, ['pear', 'plum']],
    [3, ['fig', 'nut']],
    [5, ['apple']],
  ]);
  expect(groupBy([], String).size).toBe(0);
});
