import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distance } from '../num/vec.ts';
import { DEG_RAD, EARTH_MEAN_RADIUS_KM } from './constants.ts';
import {
  capElevationRad,
  capHalfAngleRad,
  clearRangeKm,
  horizonAngleRad,
  isClear,
  maxLinkKm,
  radarElevationRad,
  radarHorizonKm,
  slantRangeKm,
} from './sight.ts';

const R = EARTH_MEAN_RADIUS_KM;
const altitude = fc.double({ min: 1, max: 40000, noNaN: true });
const elevation = fc.double({ min: 0, max: 1.5, noNaN: true });

describe('sight over the Earth', () => {
  test('two satellites just nearer than their longest link are clear, just farther they are not', () => {
    fc.assert(
      fc.property(altitude, altitude, fc.double({ min: 0, max: 80, noNaN: true }), (h1, h2, grazing) => {
        fc.pre(h1 > grazing + 1 && h2 > grazing + 1);
        const limit = Math.acos((R + grazing) / (R + h1)) + Math.acos((R + grazing) / (R + h2));
        const place = (angle: number) =>
          Float64Array.of(R + h1, 0, 0, (R + h2) * Math.cos(angle), (R + h2) * Math.sin(angle), 0);
        const near = place(limit * (1 - 1e-7));
        expect(isClear(near, 0, near, 3, R + grazing)).toBe(true);
        expect(clearRangeKm(near, 0, near, 3, R + grazing)).toBe(distance(near, 0, near, 3));
        const far = place(limit * (1 + 1e-7));
        expect(clearRangeKm(far, 0, far, 3, R + grazing)).toBeNaN();
        expect(distance(near, 0, near, 3)).toBeCloseTo(maxLinkKm(h1, h2, grazing), 0);
      }),
    );
  });

  test('it is the same both ways', () => {
    const km = fc.integer({ min: -20000, max: 20000 });
    fc.assert(
      fc.property(fc.array(km, { minLength: 6, maxLength: 6 }), (p) => {
        const r = Float64Array.from(p);
        expect(isClear(r, 0, r, 3, R)).toBe(isClear(r, 3, r, 0, R));
      }),
    );
  });

  test('a point under the grazing height sees what is above it and not what is beyond the horizon', () => {
    const r = Float64Array.of(R, 0, 0, R + 500, 0, 0, 0, R + 500, 0);
    expect(clearRangeKm(r, 0, r, 3, R + 20)).toBeCloseTo(500, 9);
    expect(clearRangeKm(r, 0, r, 6, R + 20)).toBeNaN();
  });
});

describe('coverage caps', () => {
  test('edge elevation and half angle are inverse; sine rule holds with the slant range', () => {
    fc.assert(
      fc.property(altitude, elevation, (h, e) => {
        const theta = capHalfAngleRad(h, e);
        expect(capElevationRad(h, theta)).toBeCloseTo(e, 6);
        expect(slantRangeKm(h, e) * Math.cos(e)).toBeCloseTo((R + h) * Math.sin(theta), 5);
      }),
    );
  });

  test('the horizon of a satellite closes the triangle with its cap', () => {
    expect(horizonAngleRad(550) + capHalfAngleRad(550, 0)).toBeCloseTo(Math.PI / 2, 12);
    expect(horizonAngleRad(550, 600)).toBeNaN();
  });

  test('550 km at 25 degrees is 1,123.4 km away on the sphere', () => {
    expect(slantRangeKm(550, 25 * DEG_RAD)).toBeCloseTo(1123.4, 0);
  });
});

describe('radar horizon', () => {
  test('a target comes up exactly where its elevation is that of the beam', () => {
    const beam = fc.double({ min: 0, max: 0.3, noNaN: true });
    fc.assert(
      fc.property(beam, fc.double({ min: 1, max: 1500, noNaN: true }), (e, h) => {
        expect(radarElevationRad(radarHorizonKm(0.03, h, e), 0.03, h)).toBeCloseTo(e, 9);
      }),
    );
  });

  test('without a beam limit it is the textbook 4.12 (√antenna + √target) km with heights in metres', () => {
    const bookKm = 4.12 * (Math.sqrt(30) + Math.sqrt(300));
    expect(Math.abs(radarHorizonKm(0.03, 0.3) / bookKm - 1)).toBeLessThan(0.002);
  });

  test('a target under the beam is never seen', () => {
    expect(radarHorizonKm(1, 0.5, 0.05)).toBe(0);
  });
});
