import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEG_RAD } from './constants.ts';
import { bearingRad, centralAngleRad, destination, greatCircleKm } from './great-circle.ts';

const latitude = fc.double({ min: -1.5, max: 1.5, noNaN: true });
const longitude = fc.double({ min: -3.14, max: 3.14, noNaN: true });

test('the destination lies at the angle and on the bearing it was asked for', () => {
  const out = new Float64Array(2);
  const bearing = fc.double({ min: 0, max: 6.28, noNaN: true });
  fc.assert(
    fc.property(latitude, longitude, bearing, fc.double({ min: 1e-6, max: 3.1, noNaN: true }), (lat, lon, b, angle) => {
      destination(lat, lon, b, angle, out);
      expect(Math.abs(centralAngleRad(lat, lon, out[0], out[1]) - angle)).toBeLessThan(1e-12);
      const turned = Math.abs(bearingRad(lat, lon, out[0], out[1]) - b);
      expect(Math.min(turned, 2 * Math.PI - turned) * Math.sin(angle)).toBeLessThan(1e-11);
    }),
  );
});

test('the angle is the same both ways', () => {
  fc.assert(
    fc.property(latitude, longitude, latitude, longitude, (a, b, c, d) => {
      expect(centralAngleRad(a, b, c, d)).toBeCloseTo(centralAngleRad(c, d, a, b), 13);
    }),
  );
});

test('a quarter of the sphere is a quarter of its girth', () => {
  expect(greatCircleKm(0, 0, 90 * DEG_RAD, 0, 1)).toBeCloseTo(Math.PI / 2, 14);
  expect(bearingRad(0, 0, 0, -1)).toBeCloseTo(1.5 * Math.PI, 14);
});
