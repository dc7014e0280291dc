import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distance, dot, norm } from '../num/vec.ts';
import { DEG_RAD, TAU_RAD } from './constants.ts';
import {
  compileWalker,
  type WalkerOrbits,
  type WalkerShell,
  walkerPositionsEcefKm,
  walkerPositionsEciKm,
  walkerStatesEci,
} from './walker.ts';

const shell: fc.Arbitrary<WalkerShell> = fc.record(
  {
    pattern: fc.constantFrom('delta', 'star'),
    planes: fc.integer({ min: 1, max: 12 }),
    satellitesPerPlane: fc.integer({ min: 1, max: 12 }),
    altitudeKm: fc.double({ min: 200, max: 36000, noNaN: true }),
    inclinationDeg: fc.double({ min: 0, max: 120, noNaN: true }),
    phasing: fc.double({ min: -20, max: 20, noNaN: true }),
    alternateHalfSlot: fc.boolean(),
    raanOffsetDeg: fc.double({ min: -360, max: 360, noNaN: true }),
    raanSpreadDeg: fc.double({ min: 10, max: 360, noNaN: true }),
    phaseOffsetDeg: fc.double({ min: -360, max: 360, noNaN: true }),
  },
  { requiredKeys: ['pattern', 'planes', 'satellitesPerPlane', 'altitudeKm', 'inclinationDeg', 'phasing'] },
);
const time = fc.double({ min: -1e6, max: 6e8, noNaN: true });

/** The plain twin: one orbit at a time, with its own sines and cosines. */
function plainPositionsKm(given: WalkerShell, orbits: WalkerOrbits, tS: number): Float64Array {
  const out = new Float64Array(3 * orbits.count);
  const spread = given.raanSpreadDeg ?? (given.pattern === 'star' ? 180 : 360);
  for (let p = 0; p < given.planes; p++) {
    const node = ((given.raanOffsetDeg ?? 0) + (spread * p) / given.planes) * DEG_RAD + orbits.raanRateRadS * tS;
    for (let s = 0; s < given.satellitesPerPlane; s++) {
      const half = given.alternateHalfSlot && p % 2 ? 0.5 : 0;
      const turns = (s + half) / given.satellitesPerPlane + (given.phasing * p) / orbits.count;
      const u = TAU_RAD * turns + (given.phaseOffsetDeg ?? 0) * DEG_RAD + orbits.meanMotionRadS * tS;
      const o = 3 * (p * given.satellitesPerPlane + s);
      const inPlane = Math.sin(u) * Math.cos(orbits.inclinationRad);
      out[o] = orbits.semiMajorAxisKm * (Math.cos(u) * Math.cos(node) - inPlane * Math.sin(node));
      out[o + 1] = orbits.semiMajorAxisKm * (Math.cos(u) * Math.sin(node) + inPlane * Math.cos(node));
      out[o + 2] = orbits.semiMajorAxisKm * Math.sin(u) * Math.sin(orbits.inclinationRad);
    }
  }
  return out;
}

describe('Walker shell', () => {
  test('turning phases gives the same place as an orbit at a time', () => {
    fc.assert(
      fc.property(shell, time, (given, tS) => {
        const orbits = compileWalker(given);
        const out = new Float64Array(3 * orbits.count);
        walkerPositionsEciKm(orbits, tS, out);
        const plain = plainPositionsKm(given, orbits, tS);
        // angles reach 7e5 rad in 20 years: 1e-10 rad of rounding is a few micrometres
        for (let k = 0; k < orbits.count; k++) expect(distance(out, 3 * k, plain, 3 * k)).toBeLessThan(1e-4);
      }),
    );
  });

  test('Earth-fixed positions are the inertial ones turned by sidereal time', () => {
    fc.assert(
      fc.property(shell, time, fc.double({ min: 0, max: 6.3, noNaN: true }), (given, tS, gmst) => {
        const orbits = compileWalker(given);
        const eci = new Float64Array(3 * orbits.count);
        const ecef = new Float64Array(3 * orbits.count);
        walkerPositionsEciKm(orbits, tS, eci);
        walkerPositionsEcefKm(orbits, tS, gmst, ecef);
        for (let k = 0; k < orbits.count; k++) {
          const x = Math.cos(gmst) * eci[3 * k] + Math.sin(gmst) * eci[3 * k + 1];
          expect(Math.abs(ecef[3 * k] - x)).toBeLessThan(1e-4);
          expect(Math.abs(ecef[3 * k + 2] - eci[3 * k + 2])).toBeLessThan(1e-4);
        }
      }),
    );
  });

  test('velocity is the derivative of position', () => {
    fc.assert(
      fc.property(shell, fc.double({ min: 0, max: 1e5, noNaN: true }), (given, tS) => {
        const orbits = compileWalker(given);
        const size = 3 * orbits.count;
        const [at, v, before, after] = [0, 0, 0, 0].map(() => new Float64Array(size));
        walkerStatesEci(orbits, tS, at, v);
        walkerPositionsEciKm(orbits, tS - 0.5, before);
        walkerPositionsEciKm(orbits, tS + 0.5, after);
        for (let k = 0; k < size; k++) expect(Math.abs(after[k] - before[k] - v[k])).toBeLessThan(1e-6);
        for (let k = 0; k < size; k += 3) expect(norm(at, k)).toBeCloseTo(orbits.semiMajorAxisKm, 6);
      }),
    );
  });

  test('a plane is ahead of the one before by 360 F / T', () => {
    const orbits = compileWalker({ ...base, planes: 3, satellitesPerPlane: 5, phasing: 2 });
    expect(orbits.planePhaseRad[1] - orbits.planePhaseRad[0]).toBeCloseTo((2 / 15) * TAU_RAD, 14);
  });

  test('a star spreads its planes over half a turn, a delta over a whole one', () => {
    expect(compileWalker({ ...base, pattern: 'star', planes: 4 }).raanRad[1]).toBeCloseTo(Math.PI / 4, 14);
    expect(compileWalker({ ...base, planes: 4 }).raanRad[1]).toBeCloseTo(Math.PI / 2, 14);
  });

  test('the node of a sun-synchronous orbit goes once round in a year', () => {
    const { raanRateRadS } = compileWalker({ ...base, altitudeKm: 561, inclinationDeg: 97.64 });
    expect((raanRateRadS * 365.2422 * 86400) / TAU_RAD).toBeCloseTo(1, 2);
  });

  test('satellites of a plane stay in it, evenly spaced', () => {
    const orbits = compileWalker({ ...base, satellitesPerPlane: 6 });
    const out = new Float64Array(3 * orbits.count);
    walkerPositionsEciKm(orbits, 12345, out);
    for (let s = 0; s < 6; s++) {
      const next = 3 * ((s + 1) % 6);
      expect(dot(out, 3 * s, out, next) / orbits.semiMajorAxisKm ** 2).toBeCloseTo(0.5, 12);
    }
  });

  test('writes from the offset and nowhere else; survives structuredClone', () => {
    const orbits = structuredClone(compileWalker(base));
    const out = new Float64Array(3 * orbits.count + 6).fill(7);
    walkerPositionsEciKm(orbits, 10, out, 3);
    expect([...out.slice(0, 3), ...out.slice(-3)]).toEqual([7, 7, 7, 7, 7, 7]);
    expect(norm(out, 3)).toBeCloseTo(orbits.semiMajorAxisKm, 9);
  });

  test('moving a shell allocates nothing', () => {
    const gc = globalThis.gc;
    if (!gc) throw new Error('run with --expose-gc');
    const orbits = compileWalker({ ...base, planes: 40, satellitesPerPlane: 40 });
    const out = new Float64Array(3 * orbits.count);
    const move = () => {
      for (let k = 0; k < 500; k++) walkerPositionsEcefKm(orbits, k, k * 1e-3, out);
    };
    move();
    gc();
    const before = process.memoryUsage().heapUsed;
    move();
    // a twin that makes an object a satellite would take tens of megabytes
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(200_000);
  });

  test.each([
    [{ planes: 0 }, /planes.*: 0/],
    [{ satellitesPerPlane: 2.5 }, /satellitesPerPlane.*: 2.5/],
    [{ altitudeKm: -1 }, /altitudeKm.*: -1/],
    [{ phasing: Number.NaN }, /phasing.*: NaN/],
  ])('refuses %j', (wrong, message) => {
    expect(() => compileWalker({ ...base, ...wrong })).toThrow(message);
  });
});

const base: WalkerShell = {
  pattern: 'delta',
  planes: 2,
  satellitesPerPlane: 3,
  altitudeKm: 550,
  inclinationDeg: 53,
  phasing: 1,
};
