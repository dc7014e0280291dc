import { expect, test } from 'vitest';
import { dollars, readable } from './readable.ts';

test('numbers for a reader', () => {
  expect(readable(1234567)).toBe('1,234,570');
  expect(readable(0.000012)).toBe('1.20e-5');
  expect(readable(0)).toBe('0');
  expect(readable(-2.5)).toBe('-2.5');
  expect(readable(Number.NaN)).toBe('none');
  expect(readable(Infinity)).toBe('Infinity');
});

test('money in the unit that a reader would use', () => {
  expect(dollars(104_425.7)).toBe('$104.4 billion');
  expect(dollars(18.2026)).toBe('$18.2 million');
  expect(dollars(999.99)).toBe('$1 billion');
  expect(dollars(1_191_000)).toBe('$1.191 trillion');
  expect(dollars(-20)).toBe('$-20 million');
  expect(dollars(Number.NaN)).toBe('none');
});
