import fc from 'fast-check';
import { expect, test } from 'vitest';
import { solidFlight } from '../../test/fixtures/small-world.ts';
import { orbitPositionsEciKm } from '../physics/orbits.ts';
import { positionAt } from '../physics/trajectory.ts';
import { compileWalker } from '../physics/walker.ts';
import { flyOutOf, reachKm } from './fly-out.ts';
import { type ReachPath, reachCount, reachRoom } from './reach-count.ts';

const flight = solidFlight([55, 60], [40, -90]);

test('the same number as from trying every satellite at every sample', () => {
  let most = 0;
  fc.assert(
    fc.property(
      fc.record({
        planes: fc.integer({ min: 1, max: 30 }),
        satellitesPerPlane: fc.integer({ min: 1, max: 40 }),
        altitudeKm: fc.integer({ min: 250, max: 900 }),
        inclinationDeg: fc.integer({ min: 0, max: 120 }),
        phasing: fc.integer({ min: 0, max: 20 }),
      }),
      fc.integer({ min: 0, max: 20_000_000 }),
      fc.integer({ min: 0, max: 150 }),
      fc.double({ min: 2, max: 12, noNaN: true }),
      (shell, launchS, releaseS, deltaVKmS) => {
        const orbits = compileWalker({ ...shell, pattern: 'delta' });
        const path = samples(30);
        const flyOut = flyOutOf(15, deltaVKmS, 120);
        const room = reachRoom(shell.satellitesPerPlane, 30);
        const found = reachCount(orbits, launchS, path, flyOut, releaseS, room);
        const inReach = new Set<number>();
        const positionKm = new Float64Array(3 * orbits.count);
        for (let j = 0; j < path.count; j++) {
          orbitPositionsEciKm(orbits, launchS + path.tS[j], positionKm);
          const flownS = path.tS[j] - releaseS;
          for (let unit = 0; unit < orbits.count && flownS > 0 && flownS <= flyOut.maxS; unit++) {
            let square = 0;
            for (let i = 0; i < 3; i++) square += (path.positionEciKm[3 * j + i] - positionKm[3 * unit + i]) ** 2;
            if (Math.sqrt(square) <= reachKm(flyOut, flownS)) inReach.add(unit);
          }
        }
        most = Math.max(most, found);
        expect(found).toBe(inReach.size);
      },
    ),
    { numRuns: 300 },
  );
  expect(most).toBeGreaterThan(5);
});

function samples(count: number): ReachPath {
  const tS = Float64Array.from({ length: count }, (_, j) => ((j + 1) * flight.burnoutS) / count);
  const positionEciKm = new Float64Array(3 * count);
  for (let j = 0; j < count; j++) positionAt(flight, tS[j], positionEciKm, 3 * j);
  return { count, tS, positionEciKm };
}
