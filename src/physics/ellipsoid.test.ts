import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ecefFromGeodetic, geodeticFromEcef } from './ellipsoid.ts';

const latitude = fc.double({ min: -Math.PI / 2, max: Math.PI / 2, noNaN: true });
const longitude = fc.double({ min: -3.14159, max: 3.14159, noNaN: true });
const height = fc.double({ min: -50, max: 40000, noNaN: true });

describe('geodetic coordinates', () => {
  test('come back from Earth-fixed ones', () => {
    const xyz = new Float64Array(3);
    const back = new Float64Array(3);
    fc.assert(
      fc.property(latitude, longitude, height, (lat, lon, h) => {
        ecefFromGeodetic(lat, lon, h, xyz);
        geodeticFromEcef(xyz, back);
        expect(Math.abs(back[0] - lat)).toBeLessThan(1e-12);
        expect(Math.abs(back[1] - lon) * Math.cos(lat)).toBeLessThan(1e-12);
        expect(Math.abs(back[2] - h)).toBeLessThan(1e-8);
      }),
    );
  });

  test('poles are at the polar radius', () => {
    const xyz = new Float64Array(6);
    ecefFromGeodetic(Math.PI / 2, 0, 0, xyz);
    ecefFromGeodetic(-Math.PI / 2, 1, 10, xyz, 3);
    expect(xyz[2]).toBeCloseTo(6356.752314, 6);
    const out = new Float64Array(6);
    geodeticFromEcef(Float64Array.of(0, 0, 6356.7523142451793, 0, 0, -6366.7523142451793), out, 2);
    expect(out[0]).toBeCloseTo(Math.PI / 2, 14);
    expect(out[2]).toBeCloseTo(0, 8);
    expect(out[3]).toBeCloseTo(-Math.PI / 2, 14);
    expect(out[5]).toBeCloseTo(10, 8);
  });

  test('the centre has no answer', () => {
    const out = new Float64Array(3);
    geodeticFromEcef(new Float64Array(3), out);
    expect([...out]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });
});
