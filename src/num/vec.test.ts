import fc from 'fast-check';
import { expect, test } from 'vitest';
import { angleBetweenRad, cross, distance, dot, norm, unit } from './vec.ts';

const vector = fc
  .array(
    fc.double({ min: -1e4, max: 1e4, noNaN: true }).map((x) => Math.round(x * 1e6) / 1e6),
    { minLength: 3, maxLength: 3 },
  )
  .map((v) => Float64Array.from(v));

test('the vector product is square to both and as long as the area', () => {
  const out = new Float64Array(3);
  fc.assert(
    fc.property(vector, vector, (a, b) => {
      cross(a, 0, b, 0, out);
      const scale = norm(a) * norm(b);
      expect(Math.abs(dot(out, 0, a, 0))).toBeLessThanOrEqual(1e-12 * scale * norm(a));
      expect(norm(out) ** 2 + dot(a, 0, b, 0) ** 2).toBeCloseTo(scale ** 2, -Math.log10(scale ** 2 * 1e-12 + 1e-9));
    }),
  );
});

test('offsets address their own vector', () => {
  const a = Float64Array.of(9, 9, 9, 1, 2, 2);
  expect(norm(a, 3)).toBe(3);
  expect(distance(a, 3, Float64Array.of(0, 1, 2, 2), 1)).toBe(0);
  cross(a, 3, a, 0, a, 0);
  expect([...a]).toEqual([0, 9, -9, 1, 2, 2]);
});

test('a unit vector has length one, and the zero vector none', () => {
  const out = new Float64Array(3);
  unit(Float64Array.of(3, 0, 4), 0, out);
  expect([...out]).toEqual([3 / 5, 0, 4 / 5].map((x) => expect.closeTo(x, 15)));
  unit(new Float64Array(3), 0, out);
  expect(out[0]).toBeNaN();
});

test('tiny and straight angles keep their digits', () => {
  const between = (t: number) =>
    angleBetweenRad(Float64Array.of(1, 0, 0), 0, Float64Array.of(Math.cos(t), Math.sin(t), 0), 0);
  expect(between(1e-9)).toBeCloseTo(1e-9, 18);
  expect(between(Math.PI)).toBeCloseTo(Math.PI, 12);
  expect(between(1)).toBeCloseTo(1, 14);
});
