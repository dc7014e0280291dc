import { expect, test } from 'vitest';
import { normalQuantile } from './special.ts';
import { studentQuantile } from './student.ts';

test.each([
  [1, 12.7062],
  [2, 4.3027],
  [3, 3.1824],
  [5, 2.5706],
  [10, 2.2281],
  [30, 2.0423],
  [120, 1.9799],
])('the table of any textbook, 0.975 with %d degrees of freedom: %d', (freedom, t) => {
  expect(Math.abs(studentQuantile(0.975, freedom) - t)).toBeLessThan(3e-4);
});

test.each([
  [0.9, 4, 1.5332],
  [0.995, 8, 3.3554],
  [0.9995, 3, 12.924],
])('other levels: %d with %d degrees of freedom', (p, freedom, t) => {
  expect(Math.abs(studentQuantile(p, freedom) / t - 1)).toBeLessThan(2e-4);
});

test('many values: the normal one; what is out of range is refused', () => {
  expect(studentQuantile(0.975, 1e7)).toBeCloseTo(normalQuantile(0.975), 5);
  expect(() => studentQuantile(0.3, 5)).toThrow(RangeError);
  expect(() => studentQuantile(0.975, 0)).toThrow(RangeError);
});
