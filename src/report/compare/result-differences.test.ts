import { expect, test } from 'vitest';
import { type Compared, pairedElements, resultDifferences } from './result-differences.ts';
import { type TrialColumns, trialColumnNames } from './trial-columns.ts';

const share = { probability: 0.5, low: 0, high: 1 };
const effect = { noLeaker: share, expectedLeakers: { mean: 0.5, low: 0, high: 1 } };

/** A case of which only its trials count. */
function caseOf(change: Partial<TrialColumns>, raids: number): Compared {
  const columns = Object.fromEntries(trialColumnNames.map((name) => [name, new Float64Array(raids)])) as TrialColumns;
  const result = { seed: 1, effect, cost: null, fielding: null, dependence: null } as unknown as Compared['result'];
  return { result, columns: { ...columns, ...change } };
}
const rowOf = (a: Compared, b: Compared, key: string) => resultDifferences(a, b).find((row) => row.key === key)!;

test('raids that come out the same to the bit leave no doubt', () => {
  const row = rowOf(caseOf({}, 4), caseOf({}, 4), 'noLeakerProbability');
  expect(row).toMatchObject({ difference: 0, low: 0, high: 0, isReal: false });
});

test('raids that differ elsewhere leave a doubt of a share in which none does', () => {
  const row = rowOf(caseOf({}, 20), caseOf({ shotsCount: new Float64Array(20).fill(1) }, 20), 'noLeakerProbability');
  expect(row).toMatchObject({ difference: 0, isReal: false });
  expect(row.low).toBeLessThan(-0.05);
  expect(row.high).toBeGreaterThan(0.05);
});

test('one raid tells nothing, two leave nearly all open, thirty do not', () => {
  const changed = (raids: number) =>
    rowOf(
      caseOf({}, raids),
      caseOf({ noLeakerProbability: new Float64Array(raids).fill(1) }, raids),
      'noLeakerProbability',
    );
  expect(changed(1).isReal).toBe(false);
  expect(changed(2).low).toBeLessThan(0.1);
  expect(changed(30).low).toBeGreaterThan(0.8);
});

test('the mean of few raids has the interval of Student, worked by hand: 1, 2 and 3 more', () => {
  const row = rowOf(caseOf({}, 3), caseOf({ leakersCount: Float64Array.of(1, 2, 3) }, 3), 'leakersCount');
  expect(row.difference).toBe(2);
  expect(row.high! - row.difference).toBeCloseTo(4.3027 / Math.sqrt(3), 3);
  expect(row.isReal).toBe(false);
});

test('times are compared over the raids in which both cases have one', () => {
  const base = caseOf({ decidedS: Float64Array.of(10, 20, Number.NaN) }, 3);
  const row = rowOf(base, caseOf({ decidedS: Float64Array.of(13, 23, 100) }, 3), 'decidedS');
  expect(row.difference).toBe(3);
  const alone = rowOf(base, caseOf({ decidedS: Float64Array.of(13, Number.NaN, 100) }, 3), 'decidedS');
  expect(alone).toMatchObject({ difference: 3, isReal: false });
});

test('a renamed element stands beside itself; others stand alone', () => {
  const element = (id: string, change: object = {}) =>
    ({ id, role: 'interceptor', name: 'Layer', unitCount: 10, totalMusd: 741, ...change }) as never;
  const pairs = (a: never[], b: never[]) =>
    pairedElements(a, b).map(({ id, a: left, b: right }) => [id, left?.id ?? '', right?.id ?? '']);
  expect(pairs([element('sbi')], [element('layer')])).toEqual([['sbi', 'sbi', 'layer']]);
  expect(pairs([element('x'), element('y')], [element('y'), element('z')])).toEqual([
    ['x', 'x', 'z'],
    ['y', 'y', 'y'],
  ]);
  expect(pairs([element('sbi')], [element('layer', { unitCount: 11 })])).toEqual([
    ['sbi', 'sbi', ''],
    ['layer', '', 'layer'],
  ]);
});
