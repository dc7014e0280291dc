import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nthLargest } from './nth-largest.ts';

test('is the value that sorting finds, and leaves the rest alone', () => {
  const numbers = fc.array(fc.oneof(fc.double({ noNaN: true }), fc.constantFrom(0, 1, -1)), {
    minLength: 1,
    maxLength: 300,
  });
  fc.assert(
    fc.property(numbers, fc.nat(), fc.nat(5), (values, pick, beyond) => {
      const size = Math.max(1, values.length - beyond);
      const n = 1 + (pick % size);
      const given = Float64Array.from(values);
      const sorted = values.slice(0, size).sort((a, b) => b - a);
      expect(nthLargest(given, size, n) - sorted[n - 1] || 0).toBe(0);
      expect([...given.slice(size)]).toEqual(values.slice(size));
      expect(given.slice(0, size).toSorted()).toEqual(Float64Array.from(sorted).toSorted());
    }),
  );
});

test('n beyond the values is refused', () => {
  expect(() => nthLargest(new Float64Array(4), 3, 4)).toThrow('n must be from 1 to 3: 4');
  expect(() => nthLargest(new Float64Array(4), 3, 0)).toThrow(RangeError);
});
