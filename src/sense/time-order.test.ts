import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timeOrder } from './time-order.ts';

const time = fc.oneof(fc.double({ min: 0, max: 3000, noNaN: true }), fc.constantFrom(Number.NaN, 7, 7.5));

test('puts finite values in ascending order and keeps the order of equal ones', () => {
  fc.assert(
    fc.property(fc.array(time, { maxLength: 300 }), (list) => {
      const values = Float64Array.from(list);
      const wanted = list
        .map((value, place) => ({ value, place }))
        .filter(({ value }) => Number.isFinite(value))
        .sort((a, b) => a.value - b.value || a.place - b.place)
        .map(({ place }) => place);
      expect(Array.from(timeOrder(values))).toEqual(wanted);
    }),
  );
});

test('sorts values that crowd in one bucket', () => {
  const values = Float64Array.from({ length: 500 }, (_, k) => (k === 0 ? 1e9 : ((k * 7919) % 500) / 1000));
  const order = timeOrder(values);
  for (let k = 1; k < order.length; k++) expect(values[order[k]]).toBeGreaterThanOrEqual(values[order[k - 1]]);
  expect(new Set(order).size).toBe(500);
});
