import { expect, test } from 'vitest';
import { draw } from '../../figures/draw.ts';
import type { FrontierRow, PointResult, StudyResult } from '../../flow/study.ts';
import { frontierChart } from './frontier-chart.ts';
import { frontierBand, frontierSentence, frontierWord } from './frontier-text.ts';

const planes = [20, 40, 80];
const raids = [1, 5];
const points = planes.flatMap((plane, i) =>
  raids.map((raid, k): PointResult => {
    const noLeaker = Math.min(1, (0.4 * (i + 1)) / raid);
    const columns = {
      noLeaker,
      'noLeaker.low': noLeaker - 0.05,
      'noLeaker.high': Math.min(1, noLeaker + 0.05),
      totalMusd: 1000 * plane,
    };
    return { index: 2 * i + k, values: [plane, raid, 4], state: 'complete', trials: 10, columns, notes: [] };
  }),
);
const row = (raid: number, value: number, reason: FrontierRow['reason'], low = value, high = value): FrontierRow => ({
  inputs: { raid, salvo: 4 },
  value,
  low,
  high,
  totalMusd: 1000 * value,
  reason,
});
const reached = row(1, 55, 'reached', 50, Number.NaN);
const missed = row(5, Number.NaN, 'never', 80, Number.NaN);

const frontier = { output: 'noLeaker', level: 0.9, isAtMost: false, along: 'planes', end: 'smallest' as const };

function resultOf(rows: FrontierRow[]): StudyResult {
  const inputs = ['planes', 'raid', 'salvo'].map((name) => ({ name, paths: [name], kind: 'levels' as const }));
  return {
    inputs,
    points,
    frontier: { ...frontier, rows },
  } as unknown as StudyResult;
}

const frontierSvg = (result: StudyResult) => draw({ chart: frontierChart(result), sentence: 'sentence' });

test('the answer is a sentence: where, what it costs, and in how many cases not', () => {
  expect(frontierSentence(resultOf([reached, missed]))).toBe(
    'The chance of no leaker is 90.0 % or more with planes 55 or more (95 %: over 50; $55.0 billion) for raid 1. In 1 of 2 cases it is not with planes up to 80.',
  );
  expect(frontierSentence(resultOf([row(1, 20, 'always'), row(5, 60, 'reached', 50, 70)]))).toBe(
    'The chance of no leaker is 90.0 % or more with planes 20 or even less ($20.0 billion) for raid 1, and with planes 60 or more (95 %: 50 to 70; $60.0 billion) for raid 5.',
  );
  expect(frontierSentence(resultOf([missed]))).toBe(
    'The chance of no leaker is not 90.0 % or more with planes up to 80.',
  );
});

test('where less is better, the sentence says how far one may go', () => {
  const result = resultOf([row(1, 55, 'reached', 40, 60), row(5, 80, 'always')]);
  result.frontier!.end = 'largest';
  expect(frontierSentence(result)).toBe(
    'The chance of no leaker is 90.0 % or more with planes 80 or even more ($80.0 billion) for raid 5, and with planes 55 or less (95 %: 40 to 60; $55.0 billion) for raid 1.',
  );
  expect(frontierBand(row(1, 55, 'reached', Number.NaN, 60), { end: 'largest' })).toBe('under 60');
  expect(frontierWord(row(1, 80, 'always'), result.frontier!)).toBe('80 or more');
});

test('the unit of a label stands behind its value', () => {
  const result = resultOf([reached, row(5, 60, 'reached', 50, 70)]);
  result.inputs[1].label = 'decision, s';
  expect(frontierSentence(result)).toContain('for decision 5 s.');
  result.inputs[0].label = 'delay, s';
  expect(frontierSentence(result)).toContain('with delay 60 s or more (95 %: 50 to 70; ');
  result.frontier!.rows = [missed];
  expect(frontierSentence(result)).toContain('with delay up to 80 s.');
});

test('a level and its band are said as far as they are known', () => {
  expect([frontierWord(reached, frontier), frontierBand(reached, frontier)]).toEqual(['55', 'over 50']);
  expect([frontierWord(missed, frontier), frontierBand(missed, frontier)]).toEqual(['not reached', 'over 80']);
  expect([frontierWord(row(1, 20, 'always'), frontier), frontierBand(row(1, 20, 'always'), frontier)]).toEqual([
    '20 or less',
    '-',
  ]);
  expect(frontierBand(row(1, 30.5, 'reached', 25, 35.5), frontier)).toBe('25 to 35.5');
  expect(frontierBand(row(1, 30, 'reached', Number.NaN, Number.NaN), frontier)).toBe('not known');
  const open = row(5, Number.NaN, 'never', 40, Number.NaN);
  expect(frontierSentence(resultOf([reached, open]))).toContain(
    ' In 1 of 2 cases the trials do not tell whether it is with planes up to 80.',
  );
});

test('the chart has a line and a band for each combination of the inputs that vary, and none for those that do not', () => {
  const svg = frontierSvg(resultOf([reached, missed]));
  expect(svg.match(/stroke-width="2"/g)!.length).toBe(2);
  expect(svg.match(/fill-opacity/g)!.length).toBe(2);
  expect(svg).toContain('raid 5');
  expect(svg).not.toContain('salvo');
  expect(svg).not.toContain('NaN');
});

test('the axis is marked at the levels of the study, not at points between them', () => {
  const result = resultOf([reached, missed]);
  result.inputs[0].labels = ['20', '80', '320'];
  const wide = result.points.map((point, i) => ({ ...point, values: [[20, 50, 80, 110, 200, 320][i], 1, 4] }));
  const svg = frontierSvg({ ...result, points: wide });
  for (const level of [20, 80, 320]) expect(svg).toContain(`>${level}</text>`);
  for (const between of [50, 110, 200]) expect(svg).not.toContain(`>${between}</text>`);
});
