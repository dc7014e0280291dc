import { expect, test } from 'vitest';
import type { Result } from '../flow/result.ts';
import { jointTables } from './tables/joint-tables.ts';

test('by date, stock and claims as rows; without an answer by date there are none', () => {
  const result = {
    byDate: [
      {
        date: '2035-01-01',
        noLeaker: { p10: 0.1, p50: 0.3, p90: 0.6 },
        expectedLeakers: { p10: 0, p50: 1, p90: 2 },
        spentMusd: null,
        stock: { sbi: { p10: 1, p50: 2, p90: 3, target: 9 }, gbi: { p10: 44, p50: 44, p90: 44, target: 44 } },
      },
    ],
    claims: [
      {
        name: 'Announced',
        source: { key: 'paper' },
        parts: [{ what: 'musd', limit: 175_000, byDate: '2029-01-20', chance: 0.25, isReading: false }],
        allTogether: 0.125,
      },
    ],
  } as unknown as Result;
  const [dates, stock, claims] = jointTables(result).map(({ columns, data }) => ({
    names: columns.map(({ name }) => name),
    rows: data[0].map((_, row) => data.map((column) => column[row])),
  }));
  expect(dates.names.slice(0, 4)).toEqual([
    'date',
    'p10NoLeakerProbability',
    'p50NoLeakerProbability',
    'p90NoLeakerProbability',
  ]);
  expect(dates.rows).toEqual([['2035-01-01', 0.1, 0.3, 0.6, 0, 1, 2, null, null, null]]);
  expect(stock.rows).toEqual([
    ['2035-01-01', 'sbi', 1, 2, 3, 9],
    ['2035-01-01', 'gbi', 44, 44, 44, 44],
  ]);
  expect(claims.rows).toEqual([
    ['Announced', 'paper', 'musd', null, 175_000, '2029-01-20', 0.25],
    ['Announced', 'paper', null, null, null, null, 0.125],
  ]);
  expect(jointTables({} as Result).every(({ data }) => data[0].length === 0)).toBe(true);
});
