import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomStream } from './random.ts';
import { signFlipProbability } from './sign-flip.ts';

test('worked by hand: three losses of one in a row come up in one of eight', () => {
  expect(signFlipProbability([1, 1, 1])).toBe(1 / 8);
  expect(signFlipProbability([1, 0, 1, 1, 0])).toBe(1 / 8);
  expect(signFlipProbability([1, 1, -1])).toBe(4 / 8);
  expect(signFlipProbability([2, 1])).toBe(1 / 4);
  expect(signFlipProbability([])).toBe(1);
  expect(signFlipProbability([0, 0])).toBe(1);
});

test('all flips, counted one by one, give the same chance', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -6, max: 6 }), { maxLength: 9 }), (differences) => {
      const sum = differences.reduce((a, b) => a + b, 0);
      let reached = 0;
      for (let flips = 0; flips < 2 ** differences.length; flips++) {
        const flipped = differences.reduce((a, b, i) => a + ((flips >> i) & 1 ? -b : b), 0);
        if (flipped >= sum) reached++;
      }
      expect(signFlipProbability(differences)).toBeCloseTo(reached / 2 ** differences.length, 12);
    }),
  );
});

test('symmetric differences come under a level as rarely as it says', () => {
  const repeats = 4000;
  let under = 0;
  for (let r = 0; r < repeats; r++) {
    const stream = randomStream(3, r, 'flips');
    const differences = Array.from({ length: 30 }, () => Math.round(2 * stream.normal()));
    if (signFlipProbability(differences) <= 0.05) under++;
  }
  expect(under / repeats).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / repeats));
  expect(under / repeats).toBeGreaterThan(0.02);
});

test('large sums are taken from the normal distribution, close to the exact chance', () => {
  const many = Array.from({ length: 400 }, (_, i) => (i % 20 < 11 ? 1 : -1));
  const large = many.map((each) => each * 100_000);
  expect(signFlipProbability(large) / signFlipProbability(many)).toBeGreaterThan(0.8);
  expect(signFlipProbability(large) / signFlipProbability(many)).toBeLessThan(1.25);
});
