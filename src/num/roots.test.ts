import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bisectThreshold, brentRoot } from './roots.ts';

test('finds the root of a cubic that crosses once', () => {
  fc.assert(
    fc.property(fc.double({ min: -9, max: 9, noNaN: true }), (root) => {
      expect(brentRoot((x) => (x - root) * (x * x + 1), -10, 10)).toBeCloseTo(root, 10);
    }),
  );
});

test('is quick on a smooth function and safe on a step', () => {
  let calls = 0;
  const f = (x: number) => {
    calls++;
    return Math.cos(x) - x;
  };
  expect(brentRoot(f, 0, 1)).toBeCloseTo(0.7390851332151607, 12);
  expect(calls).toBeLessThan(12);
  expect(brentRoot((x) => (x < 0.3 ? -1 : 1), 0, 1, 1e-9)).toBeCloseTo(0.3, 8);
});

test('ends that are roots, and ends that bracket nothing', () => {
  expect(brentRoot((x) => x, 0, 1)).toBe(0);
  expect(brentRoot((x) => x - 1, 0, 1)).toBe(1);
  expect(brentRoot((x) => x * x + 1, -1, 1)).toBeNaN();
});

test('threshold of a property', () => {
  expect(bisectThreshold((x) => x >= 0.7, 0, 1, 1e-9)).toBeCloseTo(0.7, 8);
  expect(bisectThreshold(() => false, 0, 1, 1e-9)).toBeNaN();
  expect(bisectThreshold(() => true, 0, 1, 1e-9)).toBe(0);
});
