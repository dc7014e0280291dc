import { expect, test } from 'vitest';
import { draw } from '../figures/draw.ts';
import type { DateAnswer } from '../flow/joint.ts';
import type { Result } from '../flow/result.ts';
import '../words/words.ts';
import { jointFigure } from './figures/joint-figure.ts';

const at = (date: string, p50: number, musd: number | null): DateAnswer => ({
  date,
  noLeaker: { p10: p50 - 0.1, p50, p90: p50 + 0.1 },
  expectedLeakers: { p10: 0, p50: 1, p90: 2 },
  spentMusd: musd === null ? null : { p10: musd / 2, p50: musd, p90: musd * 2 },
  stock: {},
});

const resultOf = (byDate: DateAnswer[]) =>
  ({
    headline: { date: '2035-01-01' },
    byDate,
    draws: { drawsCount: 64, raidsCount: 6, leftOutCount: 0, redrawnCount: 0, inputCount: 9, causeFloorFraction: 0.2 },
  }) as unknown as Result;

test('the chart by date has the chance and below it the money, with the numbers of the table', () => {
  const figure = jointFigure(resultOf([at('2030-01-01', 0.3, 50_000), at('2035-01-01', 0.8, 200_000)]))!;
  expect(figure.sentence).toContain('In 2035 nothing gets through in 80 % of cases, 70 % to 90 %');
  expect(figure.columns).toHaveLength(7);
  expect(figure.rows.map((row) => [row[0], row[2], row[5]])).toEqual([
    ['2030-01-01', 0.3, 50_000],
    ['2035-01-01', 0.8, 200_000],
  ]);
  expect(draw(figure).match(/<circle/g)).toHaveLength(4);
  expect(draw(figure)).toContain('$400 billion');
});

test('without a price there is no money below it; of one date there is no chart', () => {
  const figure = jointFigure(resultOf([at('2030-01-01', 0.3, null), at('2035-01-01', 0.8, null)]))!;
  expect(draw(figure).match(/<circle/g)).toHaveLength(2);
  expect(draw(figure)).not.toContain('$');
  expect(jointFigure(resultOf([at('2030-01-01', 0.3, 1)]))).toBeNull();
});
