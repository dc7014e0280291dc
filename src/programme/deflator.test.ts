import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasPriceYear, priceFactor } from './deflator.ts';

const economy = {
  id: 'e',
  name: 'e',
  deflators: [
    { year: 2000, index: 1 },
    { year: 2010, index: 1.225 },
    { year: 2020, index: 1.523 },
  ],
};
const year = fc.integer({ min: 2000, max: 2020 });

describe('deflator', () => {
  test('there and back is nothing, and steps multiply', () => {
    fc.assert(
      fc.property(year, year, year, (a, b, c) => {
        expect(priceFactor(economy, a, b) * priceFactor(economy, b, a)).toBeCloseTo(1, 12);
        expect(priceFactor(economy, a, b) * priceFactor(economy, b, c)).toBeCloseTo(priceFactor(economy, a, c), 12);
      }),
    );
  });

  test('straight lines between the years of the table', () => {
    expect(priceFactor(economy, 2000, 2005)).toBeCloseTo(1.1125, 12);
    expect(priceFactor(economy, 2000, 2010)).toBe(1.225);
  });

  test('a year out of the table is an error, but never the same year', () => {
    expect(hasPriceYear(economy, 1999)).toBe(false);
    expect(() => priceFactor(economy, 1999, 2010)).toThrow('price year must be in the table of e: 1999');
    expect(priceFactor({ id: 'none', name: 'none' }, 1999, 1999)).toBe(1);
  });
});
