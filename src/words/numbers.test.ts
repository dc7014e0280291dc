import { expect, test } from 'vitest';
import { count, inWords, isWide, money, percent, plain, seconds, short } from './numbers.ts';

test('numbers as people write them', () => {
  expect(count(7800)).toBe('7,800');
  expect(count(-1234567.891, 2)).toBe('−1,234,567.89');
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
  expect(money(-1820)).toBe('−$1.82 billion');
  expect([60, 0.5, 1.25, 12345, 0, 100, -20.0].map(plain)).toEqual(['60', '0.5', '1.25', '12,300', '0', '100', '−20']);
  expect([0.25, 95.4, 725, -0.04, -18.6, -200].map(seconds)).toEqual([
    '0.3 s',
    '95 s',
    '12 min 5 s',
    '0.0 s',
    '−19 s',
    '−3 min 20 s',
  ]);
  expect([0, 1, 10, 11].map(inWords)).toEqual(['no', 'one', 'ten', '11']);
});

test('a range is wide where a reader sees two ends', () => {
  expect(isWide({ p10: 845_000, p90: 875_000 })).toBe(true);
  expect(isWide({ p10: 421_800, p90: 422_300 })).toBe(false);
  expect(isWide({ p10: 1, p90: 1 })).toBe(false);
});
