import { expect, test } from 'vitest';
import { soundVerdict } from './quote-footnote.ts';

const made = { drawsCount: 16, raidsCount: 6, leftOutCount: 0, redrawnCount: 0, inputCount: 212 };

test('a number stands where none stands out of enough draws; of few draws none can be told from chance', () => {
  expect(soundVerdict({ ...made, drawsCount: 64, causeFloorFraction: 0.2 })).toBe(
    'Verdict: it holds: of 212 numbers with a range none stands out in 64 draws.',
  );
  expect(soundVerdict({ ...made, causeFloorFraction: 0.7 })).toMatch(/^With 16 draws .* only more draws can tell/);
});
