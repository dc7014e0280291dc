import { describe, expect, test } from 'vitest';
import type { JointCell, JointInput, JointTable } from '../flow/joint.ts';
import { latinColumn } from '../num/latin-hypercube.ts';
import { randomStream } from '../num/random.ts';
import { jointAnswer } from './joint-answer.ts';

const DRAWS = 64;
const RAIDS = 20;

/** A shield whose chance is what its inputs make of it, seen through raids. */
function tableOf(
  chance: (values: number[]) => number,
  names = ['a', 'b', 'c', 'd', 'e', 'f'],
  raids = RAIDS,
): JointTable {
  const columns = names.map((name) => latinColumn(DRAWS, randomStream(5, 0, name)));
  const inputs: JointInput[] = names.map((path, i) => ({
    path,
    element: 'x',
    value: 0.5,
    low: 0,
    high: 1,
    basis: 'assumption',
    source: 'cupola',
    values: columns[i],
  }));
  const dice = randomStream(6, 0, 'dice');
  const cell = (p: number, spentMusd: number): JointCell => {
    const leakersByRaid = Array.from({ length: raids }, () => (dice.uniform() < p ? 0 : 1));
    const leaks = leakersByRaid.reduce<number>((sum, leakers) => sum + leakers, 0);
    const noLeakerCount = raids - leaks;
    const counts = { noLeakerCount, leakerCount: leaks, leakerSquares: leaks, leakersByRaid };
    return { raids, ...counts, spentMusd, paidMusd: {}, standingCounts: [100 * p] };
  };
  const rows = [undefined, ...Array.from({ length: DRAWS }, (_, d) => columns.map((column) => column[d]))];
  return {
    seed: 1,
    draws: DRAWS,
    leftOutCount: 0,
    redrawnCount: 0,
    drawNumbers: Array.from({ length: DRAWS }, (_, i) => i + 1),
    raids,
    dates: ['2030-01-01', '2035-01-01', '2040-01-01'],
    elements: [{ id: 'sbi', name: 'SBI', targetCount: 100, isInterceptor: true }],
    missilesCount: 10,
    inputs,
    cells: rows.map((values) => {
      const p = chance(values ?? names.map(() => 0.5));
      return [cell(p / 3, 100), cell(p, 200 + 50 * (values?.[1] ?? 0.5)), cell(p / 2, 300)];
    }),
    complete: rows.map((values) => cell(chance(values ?? names.map(() => 0.5)), 500)),
  };
}

describe('answers off the joint table', () => {
  test('the headline is at the date where the median is highest, or where it is asked for', () => {
    const table = tableOf(([a]) => 0.2 + 0.6 * a);
    expect(jointAnswer(table).headline.date).toBe('2035-01-01');
    expect(jointAnswer(table, '2040-01-01').headline.date).toBe('2040-01-01');
    expect(() => jointAnswer(table, '2041-01-01')).toThrow('must be one of');
  });

  test('the band is that of the inputs: 26 to 74 % of a uniform from 20 to 80', () => {
    const { p10, p90 } = jointAnswer(tableOf(([a]) => 0.2 + 0.6 * a)).headline.noLeaker;
    expect(p10).toBeGreaterThan(0.18);
    expect(p10).toBeLessThan(0.34);
    expect(p90).toBeGreaterThan(0.66);
    expect(p90).toBeLessThan(0.82);
  });

  test('what does not depend on an input has next to no band, though raids vary', () => {
    const { p10, p90 } = jointAnswer(tableOf(() => 0.5)).headline.noLeaker;
    expect(p90 - p10).toBeLessThan(0.12);
    const alone = { ...tableOf(() => 0.5), draws: 0 };
    const one = jointAnswer(alone).headline.noLeaker;
    expect(one.p90).toBe(one.p10);
  });

  test('causes: the input that decides is named with its share, those that do nothing are not', () => {
    const names = Array.from({ length: 60 }, (_, i) => `input-${i}`);
    const answer = jointAnswer(tableOf((values) => 0.1 + 0.8 * values[7], names));
    expect(answer.headline.causes.map(({ path }) => path)).toEqual(['input-7']);
    expect(answer.headline.causes[0].share).toBeGreaterThan(0.8);
    expect(answer.headline.costCauses.map(({ path }) => path)).toEqual(['input-1']);
    expect(jointAnswer(tableOf(() => 0.5, names)).headline.causes).toEqual([]);
  });

  test('money that nothing prices is no number', () => {
    const table = tableOf(([a]) => a);
    for (const row of table.cells) row[1]!.spentMusd = Number.NaN;
    expect(jointAnswer(table).headline.spentMusd).toBeNull();
  });
});
