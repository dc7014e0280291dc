import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SpaceElement } from '../flow/world.ts';
import { orbitPositionsEcefKm } from '../physics/orbits.ts';
import { gmstRad } from '../physics/time.ts';
import { compileWalker } from '../physics/walker.ts';
import { groundPoint } from './ground-point.ts';
import { planesOf, reachOverPlaneKm, sightCapRad, slotsNear, turnPlanes } from './planes.ts';

const EPOCH_UNIX_S = 1_843_430_400;

const shell = fc.record({
  pattern: fc.constantFrom('delta' as const, 'star' as const),
  planes: fc.integer({ min: 1, max: 12 }),
  satellitesPerPlane: fc.integer({ min: 1, max: 40 }),
  altitudeKm: fc.double({ min: 300, max: 20_000, noNaN: true }),
  inclinationDeg: fc.double({ min: 0, max: 120, noNaN: true }),
  phasing: fc.integer({ min: 0, max: 3 }),
  alternateHalfSlot: fc.boolean(),
});
const place = fc.record({
  latDeg: fc.double({ min: -90, max: 90, noNaN: true }),
  lonDeg: fc.double({ min: -180, max: 180, noNaN: true }),
});

test('no satellite that a place sees is off the planes and slots that are looked at', () => {
  fc.assert(
    fc.property(
      shell,
      place,
      fc.double({ min: 0, max: 60, noNaN: true }),
      fc.integer({ min: 0, max: 86_400 }),
      (form, where, elevationDeg, atS) => {
        const orbits = compileWalker(form);
        const element = { parts: [orbits], count: orbits.count } as unknown as SpaceElement;
        const planes = planesOf({ element, first: 0 });
        const positionKm = new Float64Array(3 * orbits.count);
        orbitPositionsEcefKm(orbits, atS, gmstRad(EPOCH_UNIX_S + atS), positionKm, 0);
        turnPlanes({ planes, element }, atS, EPOCH_UNIX_S, positionKm);
        const point = groundPoint(where);
        const sine = Math.sin((elevationDeg * Math.PI) / 180);
        const run = new Int32Array(2);
        for (let s = 0; s < orbits.count; s++) {
          const [dx, dy, dz] = [
            positionKm[3 * s] - point.x,
            positionKm[3 * s + 1] - point.y,
            positionKm[3 * s + 2] - point.z,
          ];
          const up = dx * point.upX + dy * point.upY + dz * point.upZ;
          if (up < sine * Math.hypot(dx, dy, dz) || up < 0) continue;
          const k = Math.floor(s / form.satellitesPerPlane);
          const capRad = sightCapRad(planes.radiusKm[k], sine);
          const { normal } = planes;
          const over = point.x * normal[3 * k] + point.y * normal[3 * k + 1] + point.z * normal[3 * k + 2];
          expect(Math.abs(over)).toBeLessThanOrEqual(reachOverPlaneKm(capRad));
          slotsNear(planes, k, point, Math.cos(capRad), run);
          const after = (s - planes.first[k] - run[0] + form.satellitesPerPlane) % form.satellitesPerPlane;
          expect(after).toBeLessThan(run[1]);
        }
      },
    ),
  );
});

test('of many slots only few are near', () => {
  const orbits = compileWalker({
    pattern: 'delta',
    planes: 1,
    satellitesPerPlane: 60,
    altitudeKm: 550,
    inclinationDeg: 53,
    phasing: 0,
  });
  const element = { parts: [orbits], count: 60 } as unknown as SpaceElement;
  const planes = planesOf({ element, first: 0 });
  const positionKm = new Float64Array(180);
  orbitPositionsEcefKm(orbits, 0, gmstRad(EPOCH_UNIX_S), positionKm, 0);
  turnPlanes({ planes, element }, 0, EPOCH_UNIX_S, positionKm);
  const run = new Int32Array(2);
  const under = { x: positionKm[30], y: positionKm[31], z: positionKm[32] }; // under slot 10
  slotsNear(planes, 0, under, Math.cos(sightCapRad(planes.radiusKm[0], Math.sin(0.4))), run);
  expect(run[1]).toBeLessThan(7);
  expect(run[0]).toBeGreaterThan(6);
  expect(run[0]).toBeLessThanOrEqual(10);
});
