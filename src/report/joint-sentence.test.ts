import { expect, test } from 'vitest';
import type { JointAnswer } from '../flow/joint.ts';
import { said } from '../flow/said.ts';
import { basisSentences, jointSentence } from './joint-section.ts';

const band = { p10: 1000, p50: 2000, p90: 3000 };
const noLeaker = { p10: 0.1, p50: 0.3, p90: 0.6 };
const at = { date: '2035-01-01', noLeaker, spentMusd: band };
const answer = {
  headline: { ...at, partners: [], causes: [], costCauses: [] },
  byDate: [{ ...at, expectedLeakers: noLeaker, stock: {} }],
} as unknown as JointAnswer;

const elements = Array.from({ length: 14 }, (_, i) => ({ id: `e${i}` })) as never[];
const told = (unpriced: number) => {
  const ids = Array.from({ length: unpriced }, (_, i) => `e${i}`);
  const notes = unpriced > 0 ? [said('cost.no-price', { ids })] : [];
  return jointSentence({ raid: [], coverage: [], cost: { result: { notes, elements } } }, answer);
};

test('what has no price is said beside what is spent; of a programme without any price nothing is spent', () => {
  expect(told(0)).toMatch(/billion\)\.$/);
  expect(told(12)).toContain('12 of 14 elements have no price');
  expect(told(1)).toContain('1 of 14 elements has no price');
  expect(told(14)).toContain('Nothing here has a price.');
  expect(told(14)).not.toContain('spent');
});

test('of the named causes it is told how much rests on assumptions', () => {
  const cause = (share: number, basis: 'stated' | 'assumption') => ({
    path: 'sbi.killProbability',
    share,
    basis,
    source: 'cupola',
    value: 0.8,
    low: 0.5,
    high: 0.9,
  });
  const sentences = basisSentences({ causes: [cause(0.4, 'assumption'), cause(0.2, 'stated')], costCauses: [] });
  expect(sentences).toEqual([
    '2 numbers explain 60 % of the spread of the chance, each alone; 40 % rests on assumptions.',
  ]);
  expect(basisSentences({ causes: [], costCauses: [] })).toEqual([]);
});
