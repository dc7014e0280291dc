import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEG_RAD, TAU_RAD } from '../physics/constants.ts';
import { compileWalker, type WalkerOrbits, type WalkerShell, walkerPositionsEciKm } from '../physics/walker.ts';
import { minimumCapDeg, patternPeriodRad } from './coverage-minimum-cap.ts';

const shell = (planes: number, satellitesPerPlane: number, phasing: number, inclinationDeg: number): WalkerShell => ({
  pattern: 'delta',
  planes,
  satellitesPerPlane,
  altitudeKm: 1000,
  inclinationDeg,
  phasing,
});

/** Distance in degrees of the worst of many places and phases from its fold-th nearest satellite. */
function worstSampledDeg(orbits: WalkerOrbits, fold: number): number {
  const positions = new Float64Array(3 * orbits.count);
  let worst = 0;
  for (let phase = 0; phase < 12; phase++) {
    walkerPositionsEciKm(
      orbits,
      (phase / 12) * (TAU_RAD / orbits.satellitesPerPlane / orbits.meanMotionRadS),
      positions,
    );
    for (let k = 0; k < 400; k++) {
      const z = (2 * k + 1) / 400 - 1; // evenly over the sphere, on a golden spiral
      const flat = Math.sqrt(1 - z * z);
      const [x, y] = [flat * Math.cos(k * 2.399963), flat * Math.sin(k * 2.399963)];
      const cosines = Array.from({ length: orbits.count }, (_, s) => {
        const [px, py, pz] = positions.subarray(3 * s, 3 * s + 3);
        return (px * x + py * y + pz * z) / orbits.semiMajorAxisKm;
      }).sort((a, b) => b - a);
      worst = Math.max(worst, Math.acos(cosines[fold - 1]) / DEG_RAD);
    }
  }
  return worst;
}

describe('smallest cap of continuous coverage', () => {
  test('satellites in one plane: a quarter turn, or half the widest arc that holds too few', () => {
    const one = (satellites: number, fold: number) => minimumCapDeg(compileWalker(shell(1, satellites, 0, 30)), fold);
    expect(one(2, 1)).toBeCloseTo(90, 9); // from the pole of the orbit
    expect(one(1, 1)).toBeCloseTo(180, 9);
    expect(one(2, 2)).toBeCloseTo(180, 9);
    expect(one(5, 3)).toBeCloseTo(108, 9);
    expect(one(9, 2)).toBeCloseTo(90, 9);
    for (const inclinationDeg of [0, 180]) {
      const orbits = compileWalker(shell(3, 2, 1, inclinationDeg));
      for (const fold of [1, 4, 6]) {
        const found = minimumCapDeg(orbits, fold);
        expect(found).toBeGreaterThan(worstSampledDeg(orbits, fold) - 1e-6);
        expect(found).toBeLessThan(worstSampledDeg(orbits, fold) + 12);
      }
    }
  });

  test('all but one plane is answered too, to a wider tolerance', () => {
    const flat = minimumCapDeg(compileWalker(shell(2, 1, 0, 0.5)), 1);
    expect(flat).toBeGreaterThan(89.5);
    expect(flat).toBeLessThan(91);
  });

  test('no sampled place is worse covered, and some is nearly as bad', () => {
    const given = fc.record({
      planes: fc.integer({ min: 2, max: 6 }),
      satellitesPerPlane: fc.integer({ min: 2, max: 6 }),
      phasing: fc.double({ min: 0, max: 6, noNaN: true }),
      inclinationDeg: fc.double({ min: 20, max: 100, noNaN: true }),
      half: fc.boolean(),
    });
    fc.assert(
      fc.property(given, fc.integer({ min: 1, max: 3 }), (g, fold) => {
        fc.pre(g.planes * g.satellitesPerPlane >= fold);
        const plain = shell(g.planes, g.satellitesPerPlane, g.phasing, g.inclinationDeg);
        const orbits = compileWalker({ ...plain, alternateHalfSlot: g.half });
        const found = minimumCapDeg(orbits, fold, 1);
        const sampled = worstSampledDeg(orbits, fold);
        expect(found).toBeGreaterThan(sampled - 1);
        expect(found).toBeLessThan(sampled + 12); // samples lie 10 degrees apart
      }),
      { numRuns: 20 },
    );
  });

  test('one ring over the poles leaves the point square to it: 90 degrees for any number', () => {
    for (const count of [3, 8])
      expect(minimumCapDeg(compileWalker(shell(1, count, 0, 90)), 1, 0.02)).toBeCloseTo(90, 1);
  });

  test('more folds need a larger cap; more folds than satellites none at all', () => {
    const orbits = compileWalker(shell(5, 1, 1, 43.66));
    const caps = [1, 2, 3, 4, 5].map((fold) => minimumCapDeg(orbits, fold, 0.05));
    expect([...caps].sort((a, b) => a - b)).toEqual(caps);
    expect(minimumCapDeg(orbits, 6)).toBeNaN();
  });

  test.each([7, 8, 9, 10, 16])('%i satellites over every place, of which the farthest decides', (fold) => {
    const orbits = compileWalker(shell(6, 6, 1, 70));
    const [found, sampled] = [minimumCapDeg(orbits, fold, 0.2), worstSampledDeg(orbits, fold)];
    expect(found).toBeGreaterThan(sampled - 0.2);
    expect(found).toBeLessThan(sampled + 1.5);
  });

  test('turning the whole pattern changes nothing', () => {
    const turned = { ...shell(3, 4, 1, 60), raanOffsetDeg: 17, phaseOffsetDeg: 5 };
    const cap = minimumCapDeg(compileWalker(shell(3, 4, 1, 60)), 1);
    expect(Math.abs(minimumCapDeg(compileWalker(turned), 1) - cap)).toBeLessThan(0.004); // two tolerances
  });

  test('refuses half a fold', () => {
    expect(() => minimumCapDeg(compileWalker(shell(1, 3, 0, 90)), 0.5)).toThrow(/fold.*: 0.5/);
  });
});

test('the pattern repeats after 360 gcd(P, F) / T degrees', () => {
  const periodDeg = (given: WalkerShell) => patternPeriodRad(compileWalker(given)) / DEG_RAD;
  expect(periodDeg(shell(15, 1, 6, 57))).toBeCloseTo((360 * 3) / 15, 9);
  expect(periodDeg(shell(3, 5, 1, 57))).toBeCloseTo(360 / 15, 9);
  expect(periodDeg(shell(3, 5, 0.3, 57))).toBeCloseTo(360 / 5, 9);
  expect(periodDeg({ ...shell(4, 5, 0, 57), alternateHalfSlot: true })).toBeCloseTo(360 / 10, 9);
  expect(periodDeg({ ...shell(3, 5, 1, 57), pattern: 'star' })).toBeCloseTo(360 / 5, 9);
});
