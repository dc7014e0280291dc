import { expect, test } from 'vitest';
import { plainly } from '../flow/said.ts';
import { type Change, MOST_CHANGES, walk } from './walk.ts';

const change = (code: Change['code']): Change => ({ code, before: plainly('a'), after: plainly('b') });
const [raid, life, years] = [change('raid'), change('life'), change('years')];

test('each step adds what it adds at its place; the mean is over all orders', () => {
  // by hand: v() = 10, v(raid) = 11, v(life) = 12, v(both) = 20
  const totals = [10, 11, 12, 20];
  const { startMusd, steps } = walk([raid, life], (made) => totals[made]);
  expect(startMusd).toBe(10);
  expect(
    steps.map(({ effectMusd, meanMusd, lowMusd, highMusd, totalMusd }) => [
      effectMusd,
      meanMusd,
      lowMusd,
      highMusd,
      totalMusd,
    ]),
  ).toEqual([
    [1, 4.5, 1, 8, 11],
    [9, 5.5, 2, 9, 20],
  ]);
});

test('means over all orders add up to the whole difference, and a change without effect has none in any order', () => {
  const count = (made: number) => [0, 1, 2].filter((i) => made & (1 << i)).length;
  const { steps } = walk([raid, life, years], (made) => count(made & 0b011) ** 3 * 7);
  expect(steps.reduce((sum, { meanMusd }) => sum + meanMusd, 0)).toBeCloseTo(56, 9);
  expect(steps[0].meanMusd).toBeCloseTo(steps[1].meanMusd, 9);
  expect(steps[2]).toMatchObject({ effectMusd: 0, meanMusd: 0, lowMusd: 0, highMusd: 0 });
});

test('no change is no step; too many are refused', () => {
  expect(walk([], () => 5)).toEqual({ startMusd: 5, steps: [] });
  const many = Array.from({ length: MOST_CHANGES + 1 }, () => raid);
  expect(() => walk(many, () => 0)).toThrow(RangeError);
});
