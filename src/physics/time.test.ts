import fc from 'fast-check';
import { gstime } from 'satellite.js';
import { describe, expect, test } from 'vitest';
import { gmstRad, isoFromUnixS, unixSFromIso } from './time.ts';

describe('ISO times', () => {
  test.each([
    ['1970-01-01T00:00:00Z', 0],
    ['2028-06-01', 1843430400],
    ['2028-153T00:00:00', 1843430400],
    ['2028-06-01T02:30:00+02:30', 1843430400],
    ['2000-02-29T00:00:00.125Z', 951782400.125],
  ])('%s', (iso, unixS) => expect(unixSFromIso(iso)).toBe(unixS));

  test.each([
    '',
    'tomorrow',
    '2028-02-30',
    '2027-366',
    '2028-06-01T24:00:00Z',
    '2028-06-01T00:00:60Z',
    '2028-13-01',
    '2028-6-1',
  ])('refuses "%s"', (iso) => expect(unixSFromIso(iso)).toBeNaN());

  test('writing and reading are inverse to the millisecond', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 4e12 }), (ms) => {
        expect(unixSFromIso(isoFromUnixS(ms / 1000))).toBeCloseTo(ms / 1000, 6);
      }),
    );
  });
});

describe('sidereal time', () => {
  test('agrees with satellite.js to the coarseness of one Julian date', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 3e9 }), (unixS) => {
        const theirs = gstime(unixS / 86400 + 2440587.5);
        const apart = Math.abs(gmstRad(unixS) - theirs) % (2 * Math.PI);
        expect(Math.min(apart, 2 * Math.PI - apart)).toBeLessThan(5e-9); // 40 µs of Julian date
      }),
    );
  });

  test('turns once in a sidereal day of 86164.0905 s', () => {
    const start = unixSFromIso('2028-06-01T00:00:00Z');
    expect(gmstRad(start + 86164.0905) - gmstRad(start)).toBeCloseTo(0, 8);
  });
});
