import { expect, test } from 'vitest';
import { remembered } from './remembered.ts';

test('what was asked lately is worked out once', () => {
  const made: unknown[] = [];
  const twice = remembered(2, (asked: { n: number }) => {
    made.push(asked.n);
    return { value: 2 * asked.n };
  });
  expect(twice({ n: 1 })).toBe(twice({ n: 1 }));
  twice({ n: 2 });
  twice({ n: 1 });
  twice({ n: 3 }); // 2 goes: 1 was asked after it
  expect(twice({ n: 1 })).toEqual({ value: 2 });
  expect(made).toEqual([1, 2, 3]);
  twice({ n: 2 });
  expect(made).toEqual([1, 2, 3, 2]);
});

test('numbers that JSON writes alike are told apart, and an absent answer is kept too', () => {
  const asked: number[] = [];
  const none = remembered(9, (n: number) => void asked.push(n));
  for (const n of [0, -0, NaN, Infinity, -Infinity, 0, -0, NaN, Infinity, -Infinity]) none(n);
  expect(asked).toEqual([0, -0, NaN, Infinity, -Infinity]);
});
