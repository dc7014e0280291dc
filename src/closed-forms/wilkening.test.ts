import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layeredLeakage, warheadKillProbability, zeroLeakProbability } from './wilkening.ts';

const probability = fc.double({ min: 0, max: 1, noNaN: true });

test('one shot is the product, many shots end at the track probability', () => {
  fc.assert(
    fc.property(probability, probability, fc.integer({ min: 0, max: 60 }), (track, kill, shots) => {
      expect(warheadKillProbability(track, kill, 1)).toBeCloseTo(track * kill, 12);
      const here = warheadKillProbability(track, kill, shots);
      expect(here).toBeLessThanOrEqual(track + 1e-12);
      expect(warheadKillProbability(track, kill, shots + 1)).toBeGreaterThanOrEqual(here - 1e-12);
      expect(warheadKillProbability(track, kill, 0)).toBe(0);
    }),
  );
  expect(warheadKillProbability(0.9, 1, 1)).toBe(0.9);
});

test('n shots agree with counting misses one by one', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), fc.integer({ min: 1, max: 8 }), (kill, shots) => {
      let miss = 1;
      for (let i = 0; i < shots; i++) miss *= 1 - kill;
      expect(warheadKillProbability(0.95, kill, shots)).toBeCloseTo(0.95 * (1 - miss), 12);
    }),
  );
});

test('a raid without warheads never leaks; layers multiply', () => {
  expect(zeroLeakProbability(0.3, 0)).toBe(1);
  expect(zeroLeakProbability(0.9, 2)).toBeCloseTo(0.81, 12);
  expect(layeredLeakage([])).toBe(1);
  expect(layeredLeakage([0.8, 0.5])).toBeCloseTo(0.1, 12);
  expect(layeredLeakage([0.8, 1])).toBe(0);
});
