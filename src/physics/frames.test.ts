import fc from 'fast-check';
import { ecfToLookAngles } from 'satellite.js';
import { describe, expect, test } from 'vitest';
import { distance, norm } from '../num/vec.ts';
import { EARTH_ROTATION_RAD_S } from './constants.ts';
import {
  ecefFromEci,
  ecefVelocityFromEci,
  eciFromEcef,
  eciVelocityFromEcef,
  localFrame,
  lookAngles,
} from './frames.ts';

const angle = fc.double({ min: -10, max: 10, noNaN: true });
const km = fc.double({ min: -50000, max: 50000, noNaN: true });

describe('inertial and Earth-fixed axes', () => {
  test('turning there and back in place changes nothing', () => {
    fc.assert(
      fc.property(angle, km, km, km, (gmst, x, y, z) => {
        const r = Float64Array.of(x, y, z, z, x, y);
        ecefFromEci(gmst, r, r, 2);
        eciFromEcef(gmst, r, r, 2);
        expect(distance(r, 0, Float64Array.of(x, y, z), 0)).toBeLessThan(1e-9);
        expect(distance(r, 3, Float64Array.of(z, x, y), 0)).toBeLessThan(1e-9);
      }),
    );
  });

  test('velocity is the rate of change of the turned position', () => {
    fc.assert(
      fc.property(angle, km, km, (gmst, x, y) => {
        const r = Float64Array.of(x, y, 100);
        const v = Float64Array.of(1, -2, 3);
        const before = new Float64Array(3);
        const after = new Float64Array(3);
        const out = new Float64Array(3);
        ecefFromEci(gmst - EARTH_ROTATION_RAD_S, Float64Array.of(x - 1, y + 2, 97), before);
        ecefFromEci(gmst + EARTH_ROTATION_RAD_S, Float64Array.of(x + 1, y - 2, 103), after);
        ecefVelocityFromEci(gmst, r, v, out);
        for (let k = 0; k < 3; k++) expect(Math.abs((after[k] - before[k]) / 2 - out[k])).toBeLessThan(1e-6);
        const fixed = new Float64Array(3);
        ecefFromEci(gmst, r, fixed);
        eciVelocityFromEcef(gmst, fixed, out, out);
        expect(distance(out, 0, v, 0)).toBeLessThan(1e-11);
      }),
    );
  });
});

describe('look angles', () => {
  test('agree with satellite.js, which keeps its own ellipsoid to 1 m', () => {
    const lat = fc.double({ min: -1.5, max: 1.5, noNaN: true });
    fc.assert(
      fc.property(lat, angle, km, km, km, (latitude, longitude, x, y, z) => {
        fc.pre(norm(Float64Array.of(x, y, z)) > 6600);
        const out = new Float64Array(3);
        lookAngles(localFrame(latitude, longitude, 0.5), Float64Array.of(x, y, z), out);
        const theirs = ecfToLookAngles({ latitude, longitude, height: 0.5 }, { x, y, z });
        expect(Math.abs(out[2] - theirs.rangeSat)).toBeLessThan(2e-3);
        expect(Math.abs(out[1] - theirs.elevation)).toBeLessThan(1e-5);
      }),
    );
  });

  test('straight up is elevation 90 degrees, north is azimuth 0, east a quarter turn', () => {
    const site = localFrame(0.5, 1, 0);
    const out = new Float64Array(3);
    const toward = (direction: Float64Array) => site.positionEcefKm.map((p, k) => p + 100 * direction[k]);
    lookAngles(site, toward(site.upEcef), out);
    expect(out[1]).toBeCloseTo(Math.PI / 2, 12);
    lookAngles(site, toward(site.northEcef), out);
    expect(Math.sin(out[0])).toBeCloseTo(0, 12);
    lookAngles(site, toward(site.eastEcef), out);
    expect(out[0]).toBeCloseTo(Math.PI / 2, 12);
    expect(out[2]).toBeCloseTo(100, 10);
  });
});
