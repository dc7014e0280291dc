import { expect, test } from 'vitest';
import { draw } from '../figures/draw.ts';
import type { JointConfidence } from '../flow/joint.ts';
import type { Result } from '../flow/result.ts';
import '../words/words.ts';
import { confidenceFigure } from './figures/confidence-figure.ts';

const found: JointConfidence = {
  fraction: 0.95,
  endDate: '2048-01-01',
  completeFraction: 0.75,
  draws: [
    { date: '2035-02-01', spentMusd: 300_000 },
    { date: '2036-01-01', spentMusd: 500_000 },
    { date: '2040-01-01', spentMusd: 400_000 },
    { date: null, spentMusd: 900_000 },
  ],
  marks: [
    {
      name: '',
      date: '2038-01-01',
      musd: 450_000,
      costProbability: 0.5,
      scheduleProbability: 0.5,
      jointProbability: 0.25,
    },
    {
      claim: 'announced',
      name: 'Announced',
      date: '2029-01-01',
      musd: 175_000,
      costProbability: 0,
      scheduleProbability: 0,
      jointProbability: 0,
    },
  ],
  contours: [
    {
      probability: 0.5,
      points: [
        { date: '2036-01-01', musd: 500_000 },
        { date: '2040-01-01', musd: 400_000 },
      ],
    },
  ],
};
const figureOf = (jointConfidence?: JointConfidence) => confidenceFigure({ jointConfidence } as Result);

test('a point a draw, also for those that are never complete, with marks, lines and their numbers', () => {
  const figure = figureOf(found)!;
  expect(draw(figure).match(/<circle/g)).toHaveLength(4);
  expect(draw(figure)).toContain('not in time');
  expect(draw(figure)).not.toMatch(/NaN|undefined/);
  expect(figure.sentence).toContain('75 % of 4 draws have 95 % of the units of every element in service before 2048.');
  expect(figure.sentence).toContain(
    '$450 billion by 2038-01: 50 % of the draws keep the cost, 50 % the date, 25 % both.',
  );
  expect(figure.sentence).toContain('$175 billion by 2029-01 in 0 % of the draws');
  expect(figure.rows).toHaveLength(6);
  expect(figure.rows.every((row) => row.length === figure.columns.length)).toBe(true);
});

test('a point estimate that is never complete is said to have no joint confidence; no answer, no figure', () => {
  const never = { ...found.marks[0], date: null, scheduleProbability: 0, jointProbability: 0 };
  const figure = figureOf({ ...found, marks: [never] })!;
  expect(figure.sentence).toContain('never gets there: it has no joint confidence');
  expect(draw(figure)).not.toMatch(/NaN|undefined/);
  expect(figureOf()).toBeNull();
});
