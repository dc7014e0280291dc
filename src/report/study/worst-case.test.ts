import { expect, test } from 'vitest';
import { draw } from '../../figures/draw.ts';
import type { StudyResult, WorstCaseRow } from '../../flow/study.ts';
import { worstCaseFigure, worstCaseSentence, worstCaseTable } from './worst-case-text.ts';

const off = [[], ['acme'], ['bolt']];
const row = (mix: string, value: number, at: string[], totalMusd: number): WorstCaseRow => ({
  inputs: { mix },
  at,
  first: 0.8,
  value,
  low: value - 0.05,
  high: value + 0.05,
  holds: value - 0.05 >= 0.6 ? 'yes' : value + 0.05 < 0.6 ? 'no' : 'open',
  totalMusd,
});

function resultOf(rows: WorstCaseRow[]): StudyResult {
  const points = ['a', 'b', 'c'].flatMap((mix) => off.map((who) => ({ values: [mix, who], columns: {} })));
  const inputs = [
    { name: 'mix', paths: ['m'], kind: 'levels', labels: ['Acme', 'Bolt', 'both'] },
    { name: 'off', label: 'switched off', paths: ['o'], kind: 'levels', labels: ['nobody', 'Acme', 'Bolt'] },
  ];
  const worstCase = { output: 'noLeaker', level: 0.6, isAtMost: false, over: 'off', rows };
  return { inputs, points, worstCase } as unknown as StudyResult;
}

const alone = row('a', 0.2, ['acme'], 100_000);
const both = row('c', 0.7, ['bolt'], 130_000);

test('the answer says how many hold, which is the cheapest, and what less money comes to', () => {
  expect(worstCaseSentence(resultOf([alone, row('b', 0.66, [], 140_000), both]))).toBe(
    'Of 3 combinations 2 keep the chance of no leaker at 60.0 % or more for every value of "switched off". The cheapest of them is both at $130 billion: 70.0 % (95 %: 65.0 % to 75.0 %; switched off: Bolt) at worst. Cheaper by $30.0 billion, but not enough: Acme, 20.0 % (95 %: 15.0 % to 25.0 %; switched off: Acme) at worst.',
  );
  expect(worstCaseSentence(resultOf([both, row('b', 0.1, [], 140_000)]))).toBe(
    'Of 2 combinations 1 keeps the chance of no leaker at 60.0 % or more for every value of "switched off". It is both at $130 billion: 70.0 % (95 %: 65.0 % to 75.0 %; switched off: Bolt) at worst.',
  );
  expect(worstCaseSentence(resultOf([alone, row('b', 0.3, [], 140_000)]))).toBe(
    'None of 2 combinations surely keeps the chance of no leaker at 60.0 % or more for every value of "switched off". The best is Bolt at $140 billion: 30.0 % (95 %: 25.0 % to 35.0 %; switched off: nobody) at worst.',
  );
  const unpriced = [both, row('b', 0.66, [], 1)].map((each) => ({ ...each, totalMusd: Number.NaN }));
  expect(worstCaseSentence(resultOf(unpriced))).toMatch(/^Of 2 combinations 2 keep .*"\.$/);
});

test('a combination whose interval holds the level is neither kept nor lost', () => {
  const open = row('b', 0.62, ['bolt'], 120_000);
  expect(worstCaseSentence(resultOf([both, open]))).toMatch(
    /Of 1 the trials do not tell\. .*Cheaper by \$10\.0 billion, but not surely enough: Bolt, 62\.0 % \(95 %: 57\.0 % to 67\.0 %/,
  );
  expect(worstCaseTable(resultOf([alone, open, both])).rows.map((cells) => cells[5])).toEqual([
    'yes',
    'not sure',
    'no',
  ]);
});

test('the table has what holds first, the cheapest on top, and the chart a bar for each', () => {
  const result = resultOf([alone, row('b', 0.66, [], 140_000), both]);
  const { head, rows } = worstCaseTable(result);
  expect(head).toEqual(['mix', 'nobody', 'worst', '95 %', 'switched off', 'kept', 'cost']);
  expect(rows.map((cells) => [cells[0], cells[4], cells[5]])).toEqual([
    ['both', 'Bolt', 'yes'],
    ['Bolt', 'nobody', 'yes'],
    ['Acme', 'Acme', 'no'],
  ]);
  const [figure] = worstCaseFigure(result);
  expect(figure.rows.length).toBe(3);
  expect(draw(figure)).toContain('70.0 % (Bolt)');
  expect(draw(figure)).not.toContain('NaN');
});
