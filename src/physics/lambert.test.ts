import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { angleBetweenRad, distance, norm } from '../num/vec.ts';
import { ballisticArc, minimumEnergyArc } from './ballistic-arc.ts';
import { lambert } from './lambert.ts';
import { propagateTwoBody } from './two-body.ts';

const coordinate = fc.double({ min: -1, max: 1, noNaN: true });
const point = fc
  .record({ x: coordinate, y: coordinate, z: coordinate, radiusKm: fc.double({ min: 6400, max: 45000, noNaN: true }) })
  .filter(({ x, y, z }) => x * x + y * y + z * z > 0.01)
  .map(({ x, y, z, radiusKm }) => {
    const scale = radiusKm / Math.sqrt(x * x + y * y + z * z);
    return Float64Array.of(x * scale, y * scale, z * scale);
  });

describe('Lambert', () => {
  test('finds velocities that really lead from one point to the other, short or long way, fast or slow', () => {
    fc.assert(
      fc.property(
        point,
        point,
        fc.double({ min: 2, max: 5, noNaN: true }),
        fc.boolean(),
        (from, to, logFlightS, longWay) => {
          const angleRad = angleBetweenRad(from, 0, to, 0);
          fc.pre(angleRad > 0.02 && angleRad < Math.PI - 0.02);
          const [start, end] = [new Float64Array(3), new Float64Array(3)];
          const iterations = lambert(from, to, 10 ** logFlightS, longWay, start, end);
          expect(iterations).toBeLessThan(15);
          const state = Float64Array.of(...from, ...start);
          fc.pre(!longWay || perigeeKm(state) > 6378); // the long way round, but not through the Earth
          propagateTwoBody(state, 10 ** logFlightS, state);
          expect(distance(state, 0, to, 0) / norm(to)).toBeLessThan(1e-7);
          expect(distance(state, 3, end, 0) / norm(end)).toBeLessThan(1e-6);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('is continuous through the parabola', () => {
    const from = Float64Array.of(7000, 0, 0);
    const to = Float64Array.of(0, 9000, 1000);
    const r1 = norm(from);
    const r2 = norm(to);
    const s = (r1 + r2 + distance(from, 0, to, 0)) / 2;
    const lambda = Math.sqrt(1 - distance(from, 0, to, 0) / s);
    const parabolicS = ((2 / 3) * (1 - lambda ** 3)) / Math.sqrt((2 * 398600.4418) / s ** 3);
    const [a, b, end] = [new Float64Array(3), new Float64Array(3), new Float64Array(3)];
    lambert(from, to, parabolicS, false, a, end);
    expect(norm(a) ** 2 / 2).toBeCloseTo(398600.4418 / r1, 6);
    for (const off of [1e-9, 1e-7, 1e-5, 1e-3]) {
      lambert(from, to, parabolicS * (1 + off), false, b, end);
      expect(distance(a, 0, b, 0)).toBeLessThan(20 * off);
    }
  });

  test('agrees with the closed form of a ballistic arc', () => {
    const out = new Float64Array(3);
    for (const angleRad of [0.2, 0.9, 1.6, 2.6]) {
      const from = Float64Array.of(6578, 0, 0);
      const to = Float64Array.of(6371 * Math.cos(angleRad), 6371 * Math.sin(angleRad), 0);
      const least = minimumEnergyArc(6578, 6371, angleRad);
      for (const loftRad of [-0.1, 0, 0.2]) {
        const arc = ballisticArc(6578, 6371, angleRad, least.flightPathAngleRad + loftRad);
        lambert(from, to, arc.flightS, false, out, new Float64Array(3));
        expect(norm(out)).toBeCloseTo(arc.speedKmS, 9);
        expect(Math.atan2(out[0], out[1])).toBeCloseTo(arc.flightPathAngleRad, 9);
        expect(arc.speedKmS).toBeGreaterThanOrEqual(least.speedKmS);
      }
    }
  });

  test('has no answer where the plane is not fixed, and refuses a time that is not positive', () => {
    const out = new Float64Array(3);
    const end = new Float64Array(3);
    expect(lambert([7000, 0, 0], [-8000, 0, 0], 3000, false, out, end)).toBeNaN();
    expect(out[0]).toBeNaN();
    expect(() => lambert([7000, 0, 0], [0, 7000, 0], 0, false, out, end)).toThrow(RangeError);
  });
});

function perigeeKm(state: Float64Array): number {
  const mu = 398600.4418;
  const [x, y, z, vx, vy, vz] = state;
  const r = Math.sqrt(x * x + y * y + z * z);
  const v2 = vx * vx + vy * vy + vz * vz;
  const rv = x * vx + y * vy + z * vz;
  const p = (r * r * v2 - rv * rv) / mu;
  const ecc = Math.sqrt(Math.max(0, 1 + p * (v2 / mu - 2 / r)));
  return p / (1 + ecc);
}
