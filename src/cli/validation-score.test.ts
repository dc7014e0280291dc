import { describe, expect, test } from 'vitest';
import { caseScore, scoreLines } from './validation-score.ts';
import type { CheckedRow } from './validation-text.ts';

const row = (published: number, computed: number, more: Partial<CheckedRow> = {}): CheckedRow => ({
  what: '',
  published,
  computed,
  tolerance: 0,
  unit: '',
  why: 'w',
  difference: computed - published,
  inside: true,
  ...more,
});
const banded = (published: number) =>
  row(published, 5, { band: { low: 4, high: 6 }, inside: published >= 4 && published <= 6 });

describe('score of a case', () => {
  test('counts what lies in the bands, and which way the rest lies', () => {
    const { coverage, brier } = caseScore([5, 4, 6, 7, 8, 1].map(banded));
    expect(coverage).toMatchObject({ insideCount: 3, rowCount: 6, aboveCount: 2, belowCount: 1 });
    // Clopper and Pearson 1934 for 3 of 6
    expect(coverage!.lowFraction).toBeCloseTo(0.118, 3);
    expect(coverage!.highFraction).toBeCloseTo(0.882, 3);
    expect(brier).toBeUndefined();
  });

  test('says when bands hold fewer than they claim', () => {
    expect(scoreLines(caseScore([9, 9, 9, 9].map(banded)))[0]).toMatch(
      /0 of 4, 0 % .* fewer than they claim; .* 4 above and 0 below/,
    );
    expect(scoreLines(caseScore([5, 5, 5, 5].map(banded)))[0]).toMatch(/4 of 4, 100 % .* no contradiction\.$/);
  });

  test('Brier score is the mean square of chance less outcome', () => {
    const chances = [row(1, 0.8), row(0, 0.4), row(0, 0.1)].map((each) => ({ ...each, isChance: true }));
    const { brier, coverage } = caseScore(chances);
    expect(brier!.meanSquare).toBeCloseTo((0.04 + 0.16 + 0.01) / 3, 12);
    expect(brier!.believedMeanSquare).toBeCloseTo(2 / 3, 12);
    expect(coverage).toBeUndefined();
    expect(scoreLines({ brier })[0]).toContain('over 3; 0.67 had every promise been believed');
  });

  test('too few rows make none', () => {
    expect(caseScore([banded(5), banded(5), row(1, 1)])).toEqual({});
    expect(scoreLines({})).toEqual([]);
  });
});
