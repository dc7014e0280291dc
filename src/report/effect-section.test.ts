import { expect, test } from 'vitest';
import type { EffectSummary } from '../flow/effect.ts';
import type { Result } from '../flow/result.ts';
import { english } from '../words/en/index.ts';
import { french } from '../words/fr/index.ts';
import { inLanguage } from '../words/words.ts';
import { headline, refusedSentences } from './effect-section.ts';

const raids = (count: number) =>
  ({
    effect: {
      trials: 50,
      noLeaker: { probability: 0.96, low: 0.865, high: 0.989 },
      leakersByReason: {},
      expectedLeakers: { mean: 0.04, low: 0, high: 0.1 },
    },
    raid: [{ count, warheadCount: 1, decoyCount: 0 }],
    trials: 50,
    trialsAsked: 50,
  }) as unknown as Result;

test('an interval from the number of raids says that it is of the dice alone', () => {
  for (const count of [1, 10]) {
    expect(inLanguage(english, () => headline(raids(count)))).toMatch(/interval of the dice alone: 86.5/);
    expect(inLanguage(french, () => headline(raids(count)))).toMatch(/dû au seul hasard\s:\s86,5/);
  }
});

test('looks left out for want of places are told where there are any, with whether a missile got through for it', () => {
  const told = (looksPerRaid: number, saturated: number) =>
    refusedSentences({
      refused: { looksPerRaid, missilesFraction: 0.25 },
      leakersByReason: { saturated },
    } as unknown as EffectSummary).join();
  expect(told(0, 0)).toBe('');
  expect(told(12, 3)).toMatch(/left out 12\.0 looks a raid, at 25.0\s% of the missiles\.$/);
  expect(told(12, 0)).toMatch(/none got through for that alone\.$/);
});
