import { expect, test } from 'vitest';
import type { Cause, JointCell, JointTable } from '../flow/joint.ts';
import { answerAt, causeAt, isQuotable, verdictOf } from './quote.ts';

const cause: Cause = {
  path: 'sbi.killProbability',
  share: 0.6,
  basis: 'assumption',
  source: 'cupola',
  value: 0.7,
  low: 0.5,
  high: 0.9,
};
const at = (low: number, high: number) => [
  { atValue: 0.5, value: low },
  { atValue: 0.9, value: high },
];

test.each([
  ['chance', 0.6, at(0.55, 0.7), true, false],
  ['chance', 0.6, at(0.45, 0.7), false, true],
  ['chance', 0.8, at(0.54, 0.9), false, false],
  ['takes', 0.4, at(0.3, 0.49), true, false],
  ['enough', 0.1, at(0, 0.3), true, false],
  ['enough', 0.4, at(0.2, 0.6), false, true],
  ['money', 300_000, at(250_000, 440_000), true, false],
  ['money', 300_000, at(250_000, 450_000), false, false],
  ['money', 300_000, at(200_000, 400_000), false, false],
] as const)('of %s %d with %j at the ends: quotable %s, turned %s', (kind, value, ends, quotable, turned) => {
  const verdict = verdictOf(kind, value, cause, [...ends]);
  expect(verdict.isTurned).toBe(turned);
  expect(isQuotable(kind, value, verdict)).toBe(quotable);
});

test('without a number that stands out an answer is quoted', () => {
  expect(isQuotable('chance', 0.5, null)).toBe(true);
});

function tableOf(draws: number): JointTable {
  const values = Float64Array.from({ length: draws }, (_, i) => i / draws);
  const cell = (x: number): JointCell => ({
    raids: 10,
    noLeakerCount: Math.round(10 * x),
    leakerCount: 0,
    leakerSquares: 0,
    leakersByRaid: [],
    spentMusd: 100 + 100 * x,
    paidMusd: { spacex: 50, unassigned: 50 + 100 * x },
    standingCounts: [],
  });
  const input = { path: 'sbi.x', element: 'sbi', value: 0.5, low: 0, high: 1, basis: 'assumption', source: 'cupola' };
  return {
    ...{
      seed: 1,
      draws,
      leftOutCount: 0,
      redrawnCount: 0,
      raids: 10,
      dates: ['2035-01-01'],
      elements: [],
      missilesCount: 1,
    },
    inputs: [{ ...input, basis: 'assumption' as const, values }],
    cells: [[cell(0.5)], ...Array.from(values, (x) => [cell(x)])],
    complete: [],
    drawNumbers: Array.from({ length: draws }, (_, i) => i + 1),
  };
}

test('answers are read off one table, and each hangs on what moves it', () => {
  const table = tableOf(64);
  const DATE = '2035-01-01';
  const money = answerAt(table, DATE, { question: { kind: 'money' } });
  expect(money.value).toBeCloseTo(149, 0);
  expect(money.band!.p10).toBeLessThan(money.value);
  expect(answerAt(table, DATE, { question: { kind: 'enough', musd: 125 } })).toEqual({ value: 17 / 64, band: null });
  const takes = answerAt(table, DATE, { question: { kind: 'takes' }, partner: 'spacex' });
  expect(takes.value).toBeCloseTo(1 / 3, 1);
  expect(answerAt(table, DATE, { question: { kind: 'chance' } }).value).toBeCloseTo(0.5, 1);
  for (const question of [{ kind: 'money' }, { kind: 'enough', musd: 125 }, { kind: 'chance' }] as const)
    expect(causeAt(table, DATE, { question })?.path).toBe('sbi.x');
  expect(() => answerAt(table, '2036-01-01', { question: { kind: 'money' } })).toThrow(RangeError);
});
