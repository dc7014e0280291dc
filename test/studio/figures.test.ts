import type { FieldingResult } from 'cupola';
import { describe, expect, test } from 'vitest';
import {
  fieldingMarks,
  fieldingRows,
  leavingRows,
  leavingTable,
  mostLost,
} from '../../studio/src/charts/fielding-rows.ts';
import { moodOf, showDifference, showFigure, showInterval, verdictOf } from '../../studio/src/ui/figures.ts';

describe('figures and their differences in words', () => {
  test('a share differs by points, money by its sign, and nothing is a plain zero', () => {
    expect(showFigure(0.825, 'share')).toBe('82.5 %');
    expect(showDifference(-0.5449, 'share')).toBe('−54.5 points');
    expect(showDifference(38_848, 'musd')).toBe('+$38.8 billion');
    expect(showDifference(-10_385.4, 'count')).toBe('−10,385');
    expect(showDifference(0.0105, 'seconds')).toBe('+0.01 s');
    for (const unit of ['share', 'musd', 'count', 'seconds'] as const) expect(showDifference(0, unit)).toBe('0');
    for (const value of [undefined, Number.NaN]) expect(showDifference(value, 'count')).toBe('–');
  });

  test('a range stands only where there is chance', () => {
    expect(showInterval({ low: -0.082, high: 0.062, unit: 'share' })).toBe('−8.2 to +6.2');
    expect(showInterval({ low: undefined, high: undefined, unit: 'musd' })).toBe('');
    expect(showInterval({ low: 0, high: 0, unit: 'seconds' })).toBe('');
  });

  test('noise is called noise and has no mood', () => {
    const noise = { difference: -0.01, low: -0.05, isReal: false };
    expect(verdictOf(noise)).toBe('noise');
    expect(moodOf(noise, true)).toBe('same');
    expect(verdictOf({ ...noise, isReal: true })).toBe('beyond noise');
    expect(moodOf({ ...noise, isReal: true }, true)).toBe('worse');
    expect(moodOf({ ...noise, isReal: true }, false)).toBe('better');
    expect(verdictOf({ difference: 2, isReal: true })).toBe('differs');
    expect(verdictOf({ difference: 0, isReal: false })).toBe('the same');
  });
});

describe('charts of fielding and of leaving', () => {
  const spread = (p50: number[]) => ({ p10: p50.map((x) => 0.9 * x), p50, p90: p50.map((x) => 1.1 * x) });
  const fielding = (startYear: number) =>
    ({
      startYear,
      capabilityFraction: spread([0.1, 0.2, 0.3]),
      elements: [{ id: 'sbi', unitCount: spread([10, 20, 30]) }],
    }) as unknown as FieldingResult;

  test('months are told by their date; the reference is that of the same month', () => {
    const rows = fieldingRows(fielding(2028), fielding(2028), 'sbi');
    expect(rows.map(({ name }) => name)).toEqual(['2028-01', '2028-02', '2028-03']);
    expect(rows.map(({ value }) => value)).toEqual([10, 20, 30]);
    expect(rows.map(({ reference }) => reference)).toEqual([10, 20, 30]);
    expect(rows.every(({ low, value, high }) => low! <= value && value <= high!)).toBe(true);
    expect(fieldingRows(fielding(2028), fielding(2030)).map(({ reference }) => reference)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(fieldingRows(fielding(2028), undefined)[1]).toMatchObject({ value: 20 });
  });

  test('a capability that is not reached has no mark', () => {
    const reached = { fraction: 0.25, reachedProbability: 1, p50Date: '2031-06' };
    const never = { fraction: 0.95, reachedProbability: 0 };
    expect(fieldingMarks({ firstCapability: reached, fullCapability: never }, 2028)).toEqual([
      { x: 2031.5, label: 'first' },
    ]);
  });

  test('the elements that lose most have their lines; the table has all', () => {
    const byYear = Array.from({ length: 9 }, (_, i) => ({
      element: `e${i}`,
      name: `element ${i}`,
      remainingFraction: [1, 1 - i / 10, 1],
    }));
    const withdrawal = { byYear } as Parameters<typeof mostLost>[0];
    const shown = mostLost(withdrawal);
    expect(shown.map(({ element }) => element)).toEqual(['e8', 'e7', 'e6', 'e5', 'e4', 'e3']);
    expect(leavingRows(shown)).toHaveLength(18);
    expect(leavingTable(withdrawal)[1]).toHaveLength(10);
  });
});
