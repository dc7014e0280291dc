import { expect, test } from 'vitest';
import type { FlownMix, SourcingResult } from '../../flow/sourcing.ts';
import { worstFlown } from './tables.ts';

const band = (p50: number) => ({ p10: p50 - 0.1, p50, p90: p50 + 0.1 });
const flown = (which: FlownMix['which'], base: number[], cases: Record<number, number[]>): FlownMix => ({
  which,
  spentMusd: { p10: 1, p50: 2, p90: 3 },
  afterYr: [2, 5],
  base: base.map(band),
  cases: Object.entries(cases).map(([c, chances]) => ({
    case: Number(c),
    noLeaker: chances.map(band),
    difference: [],
  })),
  draws: 16,
  raids: 6,
});
const resultOf = (costs: Record<FlownMix['which'], number>, mixes: FlownMix[]) =>
  ({
    ...Object.fromEntries(Object.entries(costs).map(([which, costMusd]) => [which, { costMusd }])),
    flown: mixes,
  }) as unknown as SourcingResult;

test('each mix has the loss and date that leave it least, by cost, and says where another is better on both', () => {
  const rows = worstFlown(
    resultOf({ today: 900, cheapest: 500, robust: 700 }, [
      flown('today', [0.8, 0.8], { 0: [0.7, 0.2], 3: [0.4, 0.5] }),
      flown('cheapest', [0.8, 0.8], { 0: [0.1, 0.3] }),
      flown('robust', [0.8, 0.8], { 0: [0.6, 0.5], 3: [0.5, 0.45] }),
    ]),
  );
  expect(
    rows.map(({ which, case: lost, afterYr, noLeaker, isBeaten }) => [which, lost, afterYr, noLeaker.p50, isBeaten]),
  ).toEqual([
    ['cheapest', 0, 2, 0.1, false],
    ['robust', 3, 5, 0.45, false],
    ['today', 0, 5, 0.2, true],
  ]);
});

test('a mix that no loss hurts has everybody in; mixes of one cost and chance beat nobody', () => {
  const mixes = (['today', 'cheapest', 'robust'] as const).map((which) => flown(which, [0.8, 0.7], {}));
  const rows = worstFlown(resultOf({ today: 500, cheapest: 490, robust: 500 }, mixes));
  expect(rows.map(({ case: lost, afterYr, isBeaten }) => [lost, afterYr, isBeaten])).toEqual([
    [undefined, 5, false],
    [undefined, 5, false],
    [undefined, 5, false],
  ]);
  expect(worstFlown({} as SourcingResult)).toEqual([]);
});
