import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leastEigenvalue } from './least-eigenvalue.ts';

const direction = fc
  .tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }))
  .map(([z, angle]) => {
    const r = Math.sqrt(1 - z * z);
    return Float64Array.of(r * Math.cos(angle), r * Math.sin(angle), z);
  });

test('least eigenvalue of a matrix turned out of its axes', () => {
  fc.assert(
    fc.property(
      direction,
      fc.double({ min: 0, max: 6, noNaN: true }),
      fc.tuple(...[0, 1, 2].map(() => fc.double({ min: -4, max: 3, noNaN: true }))),
      ([x, y, z], angle, exponents) => {
        const [p, q, r] = exponents.map((e) => 10 ** e);
        const c = Math.cos(angle);
        const s = Math.sin(angle);
        // Rows of the rotation about (x, y, z) by the angle.
        const R = [
          [c + x * x * (1 - c), x * y * (1 - c) - z * s, x * z * (1 - c) + y * s],
          [y * x * (1 - c) + z * s, c + y * y * (1 - c), y * z * (1 - c) - x * s],
          [z * x * (1 - c) - y * s, z * y * (1 - c) + x * s, c + z * z * (1 - c)],
        ];
        const at = (i: number, j: number) => R[i][0] * R[j][0] * p + R[i][1] * R[j][1] * q + R[i][2] * R[j][2] * r;
        const least = leastEigenvalue(at(0, 0), at(1, 1), at(2, 2), at(1, 0), at(2, 1), at(2, 0));
        expect(Math.abs(least - Math.min(p, q, r))).toBeLessThan(1e-12 * Math.max(p, q, r));
      },
    ),
  );
});
