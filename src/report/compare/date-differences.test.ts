import { expect, test } from 'vitest';
import { randomStream } from '../../num/random.ts';
import { headline, resultRows } from './compare-screen.ts';
import { type ByDate, dateDifferences } from './date-differences.ts';

const dates = ['2030-01-01', '2036-01-01'];

function resultOf(shift: number, { seed = 1, drawsCount = 40, from = dates, missing = 0 } = {}): ByDate {
  const dice = randomStream(5, 0, 'draws');
  const luck = Array.from({ length: drawsCount }, () => dice.uniform() / 2);
  return {
    seed,
    draws: {
      drawsCount: drawsCount - missing,
      leftOutCount: missing,
      redrawnCount: 0,
      raidsCount: 6,
      inputCount: 9,
      causeFloorFraction: 1,
    },
    drawn: {
      dates: from,
      draws: luck
        .map((share, i) => ({
          number: i + 1,
          noLeakerFraction: from.map(() => share + shift),
          spentMusd: from.map(() => 1000 * (share + shift)),
        }))
        .slice(missing),
    },
  };
}

const rowOf = (a: ByDate, b: ByDate, key: string) => dateDifferences(a, b).find((row) => row.key === key)!;

test('draws of one seed are pairs: what they share is no noise, however wide the spread', () => {
  const paired = rowOf(resultOf(0), resultOf(0.1), 'noLeaker.2036-01-01');
  expect(paired.difference).toBeCloseTo(0.1, 12);
  expect(paired.high! - paired.low!).toBeLessThan(1e-9);
  expect(paired.isReal).toBe(true);
  expect(rowOf(resultOf(0), resultOf(0), 'spentMusd.2030-01-01')).toMatchObject({ difference: 0, isReal: false });
});

test('draws that one lacks are left out of both, so that pairs stay pairs', () => {
  const { a, b, difference } = rowOf(resultOf(0), resultOf(0, { missing: 7 }), 'noLeaker.2030-01-01');
  expect([difference, a - b]).toEqual([0, 0]);
});

test('values are the medians that `run` tells, the difference is the mean of those draw by draw', () => {
  const band = (p50: number) => ({ p10: 0, p50, p90: 1 });
  const told = (share: number) => [
    { date: dates[1], noLeaker: band(share), expectedLeakers: band(0), spentMusd: band(1000 * share), stock: {} },
  ];
  const sides = [
    { ...resultOf(0), byDate: told(0.3) },
    { ...resultOf(0.1), byDate: told(0.5) },
  ] as const;
  expect(rowOf(...sides, 'noLeaker.2036-01-01')).toMatchObject({ a: 0.3, b: 0.5, difference: expect.closeTo(0.1, 9) });
  expect(rowOf(...sides, 'spentMusd.2036-01-01')).toMatchObject({ a: 300, b: 500, difference: expect.closeTo(100, 6) });
});

test('of one shield: the headline tells the money of the date whose chance it tells', () => {
  const results = dateDifferences(resultOf(0), resultOf(0.1));
  const total = {
    key: 'totalMusd',
    name: 'cost',
    unit: 'musd' as const,
    a: 1e6,
    b: 2e6,
    difference: 1e6,
    isReal: true,
  };
  const comparison = { a: 'A', b: 'B', inputs: [], areInputsCompared: false, method: '', results: [...results, total] };
  const said = headline({ ...comparison, date: '2036-01-01' });
  expect(said).toContain('what is spent by then goes from');
  expect(said).not.toContain('trillion');
  expect(resultRows(comparison).map(([name]) => name)).toEqual([
    ...results.map(({ name }) => name),
    'as if complete',
    'cost',
  ]);
});

test('of other seeds or another number of draws the noise of both counts', () => {
  for (const other of [{ seed: 2 }, { drawsCount: 30 }]) {
    const { low, high } = rowOf(resultOf(0), resultOf(0.01, other), 'noLeaker.2030-01-01');
    expect(high! - low!).toBeGreaterThan(0.05);
  }
});

test('only dates that both have, and money only where both have prices; none without draws', () => {
  const later = resultOf(0, { from: ['2036-01-01', '2040-01-01'] });
  const keys = (a: ByDate, b: ByDate) => dateDifferences(a, b).map(({ key }) => key);
  expect(keys(resultOf(0), later)).toEqual(['noLeaker.2036-01-01', 'spentMusd.2036-01-01']);
  const unpriced = resultOf(0);
  for (const draw of unpriced.drawn!.draws) draw.spentMusd = [Number.NaN, Number.NaN];
  expect(keys(unpriced, resultOf(0))).toEqual(['noLeaker.2030-01-01', 'noLeaker.2036-01-01']);
  expect(keys({ seed: 1 }, resultOf(0))).toEqual([]);
});
