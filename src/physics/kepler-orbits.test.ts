import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distance, norm } from '../num/vec.ts';
import { DEG_RAD } from './constants.ts';
import {
  compileKepler,
  GEOSTATIONARY_RADIUS_KM,
  geostationaryOrbits,
  keplerPositionsEciKm,
  keplerStatesEci,
  molniyaSatellite,
} from './kepler-orbits.ts';
import { orbitPositionsEcefKm } from './orbits.ts';
import { gmstRad } from './time.ts';
import { compileWalker, walkerPositionsEciKm } from './walker.ts';

describe('elliptic orbits', () => {
  test('without eccentricity they are the Walker ones', () => {
    const walker = compileWalker({
      pattern: 'delta',
      planes: 1,
      satellitesPerPlane: 1,
      altitudeKm: 1000,
      inclinationDeg: 60,
      phasing: 0,
      raanOffsetDeg: 40,
      phaseOffsetDeg: 25,
    });
    const kepler = compileKepler([
      {
        semiMajorAxisKm: walker.semiMajorAxisKm,
        ecc: 0,
        inclinationDeg: 60,
        raanDeg: 40,
        argPerigeeDeg: 20,
        meanAnomalyDeg: 5,
      },
    ]);
    const a = new Float64Array(3);
    const b = new Float64Array(3);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e7, noNaN: true }), (tS) => {
        walkerPositionsEciKm(walker, tS, a);
        keplerPositionsEciKm(kepler, tS, b);
        expect(distance(a, 0, b, 0)).toBeLessThan(1e-5);
      }),
    );
  });

  test('a Molniya satellite spends its apogee high over the north and its perigee does not turn', () => {
    const orbits = compileKepler([molniyaSatellite(0, 180)]);
    const r = new Float64Array(3);
    keplerPositionsEciKm(orbits, 0, r);
    expect(norm(r)).toBeGreaterThan(45000);
    expect(Math.asin(r[2] / norm(r)) / DEG_RAD).toBeCloseTo(63.43, 1);
    expect((Math.abs(orbits.argPerigeeRateRadS[0]) * 86400 * 365) / DEG_RAD).toBeLessThan(0.1);
  });

  test('velocity follows position', () => {
    const orbits = compileKepler([molniyaSatellite(10, 30), molniyaSatellite(100, 200, 0.3)]);
    const [at, v, before, after] = [0, 0, 0, 0].map(() => new Float64Array(6));
    keplerStatesEci(orbits, 5000, at, v);
    keplerPositionsEciKm(orbits, 4999, before);
    keplerPositionsEciKm(orbits, 5001, after);
    for (let k = 0; k < 6; k++) expect(Math.abs((after[k] - before[k]) / 2 - v[k])).toBeLessThan(1e-5);
  });

  test('refuses an orbit through the Earth and one that is no ellipse', () => {
    expect(() => compileKepler([{ ...molniyaSatellite(0, 0), ecc: 0.8 }])).toThrow(/perigee/);
    expect(() => compileKepler([{ ...molniyaSatellite(0, 0), ecc: 1 }])).toThrow(/ecc.*: 1/);
  });
});

describe('geostationary satellites', () => {
  test('stay over their longitudes', () => {
    const epochUnixS = 1843430400;
    const orbits = structuredClone(geostationaryOrbits([-105, 0, 75.5], epochUnixS));
    const r = new Float64Array(9);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 3e7, noNaN: true }), (tS) => {
        expect(orbitPositionsEcefKm(orbits, tS, gmstRad(epochUnixS + tS), r)).toBe(0);
        [-105, 0, 75.5].forEach((longitudeDeg, k) => {
          expect(Math.atan2(r[3 * k + 1], r[3 * k]) / DEG_RAD).toBeCloseTo(longitudeDeg, 5);
          expect(r[3 * k + 2]).toBeCloseTo(0, 9);
        });
      }),
    );
  });

  test('are 42,164 km from the centre', () => expect(GEOSTATIONARY_RADIUS_KM).toBeCloseTo(42164.17, 1));
});
