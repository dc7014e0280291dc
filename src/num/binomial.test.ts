import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binomialShares } from './binomial.ts';

test('two coins', () => {
  const [none, one, both] = binomialShares(2, 0.5);
  expect(none).toBeCloseTo(0.25, 12);
  expect(one).toBeCloseTo(0.5, 12);
  expect(both).toBeCloseTo(0.25, 12);
});

test('shares add up to one and their mean is that of the trials', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 600 }), fc.double({ min: 0, max: 1, noNaN: true }), (trials, probability) => {
      const shares = binomialShares(trials, probability);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      expect(shares.reduce((sum, share, hits) => sum + hits * share, 0)).toBeCloseTo(trials * probability, 6);
    }),
  );
});
