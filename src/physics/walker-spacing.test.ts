import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distance } from '../num/vec.ts';
import { TAU_RAD } from './constants.ts';
import { compileWalker, walkerPositionsEciKm } from './walker.ts';
import { minimumPassingKm } from './walker-spacing.ts';

test('agrees with watching the shell for an orbit', () => {
  const shell = fc.record({
    pattern: fc.constantFrom('delta' as const, 'star' as const),
    planes: fc.integer({ min: 2, max: 5 }),
    satellitesPerPlane: fc.integer({ min: 1, max: 4 }),
    altitudeKm: fc.constant(1000),
    inclinationDeg: fc.double({ min: 20, max: 120, noNaN: true }),
    phasing: fc.double({ min: 0, max: 5, noNaN: true }),
  });
  fc.assert(
    fc.property(shell, (given) => {
      const orbits = compileWalker(given);
      const steps = 2000;
      const periodS = TAU_RAD / orbits.meanMotionRadS;
      const positions = new Float64Array(3 * orbits.count);
      let watchedKm = Number.POSITIVE_INFINITY;
      for (let k = 0; k < steps; k++) {
        walkerPositionsEciKm(orbits, (k * periodS) / steps, positions);
        for (let i = 0; i < orbits.count; i++) {
          for (let j = i + 1; j < orbits.count; j++) {
            const samePlane = Math.floor(i / given.satellitesPerPlane) === Math.floor(j / given.satellitesPerPlane);
            if (!samePlane) watchedKm = Math.min(watchedKm, distance(positions, 3 * i, positions, 3 * j));
          }
        }
      }
      const foundKm = minimumPassingKm(orbits);
      expect(foundKm).toBeLessThanOrEqual(watchedKm + 1e-6);
      expect(foundKm).toBeGreaterThan(watchedKm - 24); // both move up to 11.6 km in half a step
    }),
    { numRuns: 25 },
  );
});

test('one plane has nobody to pass', () => {
  const alone = compileWalker({
    pattern: 'delta',
    planes: 1,
    satellitesPerPlane: 9,
    altitudeKm: 500,
    inclinationDeg: 50,
    phasing: 0,
  });
  expect(minimumPassingKm(alone)).toBe(Number.POSITIVE_INFINITY);
});
