import { expect, test } from 'vitest';
import { count, inWords, money, percent, seconds, short } from './number.ts';

test('numbers as people write them', () => {
  expect(count(7800)).toBe('7,800');
  expect(count(-1234567.891, 2)).toBe('-1,234,567.89');
  expect(count(-0.2)).toBe('0');
  expect(count(Number.NaN)).toBe('-');
  expect([0.012345, 1.2345, 12.345, 123.45, 1234.5, 0].map(short)).toEqual([
    '0.0123',
    '1.23',
    '12.3',
    '123',
    '1,230',
    '0',
  ]);
  expect(percent(0.8764)).toBe('87.6 %');
  expect([22, 743_000, 1_191_000, 999_600, 1000].map(money)).toEqual([
    '$22.0 million',
    '$743 billion',
    '$1.19 trillion',
    '$1.00 trillion',
    '$1.00 billion',
  ]);
  expect([0.25, 95.4, 725].map(seconds)).toEqual(['0.3 s', '95 s', '12 min 5 s']);
  expect([0, 1, 10, 11].map(inWords)).toEqual(['no', 'one', 'ten', '11']);
});
