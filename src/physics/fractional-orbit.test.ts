import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distance, norm } from '../num/vec.ts';
import { DEG_RAD, EARTH_MEAN_RADIUS_KM, EARTH_MU_KM3_S2 } from './constants.ts';
import { ecefFromGeodetic } from './ellipsoid.ts';
import { buildFractionalOrbit, type OrbitalClass, orbitalFault, retroFall } from './fractional-orbit.ts';
import { isTrajectory, positionAt, type Trajectory, velocityAt } from './trajectory.ts';
import { altitudeAtKm, geodeticAt } from './trajectory-build.ts';
import type { SurfacePoint } from './trajectory-track.ts';

const FOBS: OrbitalClass = { burnS: 300, burnoutAltitudeKm: 150, burnoutDownrangeKm: 900, retroKmS: 0.2 };

function site(latitudeDeg: number, longitudeDeg: number): SurfacePoint {
  return { latitudeRad: latitudeDeg * DEG_RAD, longitudeRad: longitudeDeg * DEG_RAD, heightKm: 0 };
}

function flown(...input: Parameters<typeof buildFractionalOrbit>): Trajectory {
  const result = buildFractionalOrbit(...input);
  if (!isTrajectory(result)) throw new Error(`no trajectory: ${result.reason}`);
  return result;
}

function missKm(path: Trajectory, aim: SurfacePoint): number {
  const end = new Float64Array(3);
  const target = new Float64Array(3);
  geodeticAt(path, path.impactS, end);
  ecefFromGeodetic(end[0], end[1], end[2], end);
  ecefFromGeodetic(aim.latitudeRad, aim.longitudeRad, aim.heightKm, target);
  return distance(end, 0, target, 0);
}

// computed apart from the engine over a ball of 6,371 km without air
test.each([
  { retroKmS: 0.1, groundKm: 9387, fallS: 1224 },
  { retroKmS: 0.2, groundKm: 6241, fallS: 825 },
  { retroKmS: 0.5, groundKm: 3731, fallS: 514 },
])('from a circle of 150 km, $retroKmS km/s less falls $groundKm km on', ({ retroKmS, groundKm, fallS }) => {
  const radiusKm = 6371 + 150;
  const speedKmS = Math.sqrt(EARTH_MU_KM3_S2 / radiusKm);
  expect(speedKmS).toBeCloseTo(7.818, 3);
  const { angleRad, timeS } = retroFall(radiusKm, speedKmS - retroKmS, 6371);
  expect(Math.abs(6371 * angleRad - groundKm)).toBeLessThan(0.5);
  expect(Math.abs(timeS - fallS)).toBeLessThan(0.5);
});

describe('a fractional orbit', () => {
  test('lands on the aim the shorter and the longer way, whatever the places', () => {
    const places = fc.record({
      latitudeDeg: fc.double({ min: -70, max: 70, noNaN: true }),
      longitudeDeg: fc.double({ min: -180, max: 180, noNaN: true }),
      aimLatitudeDeg: fc.double({ min: -70, max: 70, noNaN: true }),
      eastDeg: fc.double({ min: 85, max: 150, noNaN: true }),
      way: fc.constantFrom('short' as const, 'long' as const),
    });
    fc.assert(
      fc.property(places, ({ latitudeDeg, longitudeDeg, aimLatitudeDeg, eastDeg, way }) => {
        const from = site(latitudeDeg, longitudeDeg);
        const aim = site(aimLatitudeDeg, longitudeDeg + eastDeg);
        const path = buildFractionalOrbit({ ...FOBS, way, retroKmS: 0.5 }, from, aim, { stepS: 20 });
        if (!isTrajectory(path)) {
          expect(path.reason).not.toBe('out-of-range');
          return;
        }
        expect(missKm(path, aim)).toBeLessThan(0.001);
        expect(path.impactS / 60).toBeLessThan(95);
      }),
      { numRuns: 60 },
    );
  });

  test('takes the times of a circular orbit: half a round in some 44 minutes, and the long way the rest', () => {
    const [from, aim] = [site(45, 90), site(39, -77)];
    const short = flown(FOBS, from, aim);
    const long = flown({ ...FOBS, way: 'long' }, from, aim);
    expect(short.rangeKm).toBeGreaterThan(10_000);
    const roundS = 2 * Math.PI * Math.sqrt((EARTH_MEAN_RADIUS_KM + 150) ** 3 / EARTH_MU_KM3_S2);
    expect(roundS / 60).toBeCloseTo(87.34, 1);
    const circleS = (roundS * short.rangeKm) / (2 * Math.PI * EARTH_MEAN_RADIUS_KM);
    expect(Math.abs(short.impactS - circleS)).toBeLessThan(240);
    expect(Math.abs(short.impactS + long.impactS - roundS)).toBeLessThan(600);
    expect(short.apogeeKm).toBeLessThan(185);
    const point = new Float64Array(3);
    geodeticAt(long, long.impactS - 900, point);
    expect(point[0] / DEG_RAD).toBeLessThan(0); // from the south
  });

  test('has no jump of position, and one of speed where it brakes', () => {
    const path = flown(FOBS, site(45, 90), site(39, -77), { stepS: 0.05 });
    const at = new Float64Array(3);
    velocityAt(path, path.burnoutS + 1, at);
    expect(norm(at)).toBeCloseTo(path.burnoutSpeedKmS, 2);
    velocityAt(path, path.burnoutS - 0.1, at);
    expect(norm(at)).toBeCloseTo(path.burnoutSpeedKmS, 1);
    const before = new Float64Array(3);
    for (let tS = 1; tS < path.impactS; tS += 1) {
      positionAt(path, tS - 1, before);
      positionAt(path, tS, at);
      expect(distance(before, 0, at, 0)).toBeLessThan(8.1);
    }
    expect(altitudeAtKm(path, path.reentryS)).toBeCloseTo(100, 6);
  });

  test('says why it cannot fly', () => {
    expect(buildFractionalOrbit(FOBS, site(40, 50), site(40, 80))).toMatchObject({ reason: 'too-short' });
    expect(orbitalFault({ ...FOBS, retroKmS: 0.05, burnoutAltitudeKm: 500 }, 0)).toMatchObject({ rule: 'comes-down' });
    expect(orbitalFault({ ...FOBS, burnoutAltitudeKm: 2 }, 3)).toMatchObject({ rule: 'above-site' });
    expect(orbitalFault(FOBS, 0)).toBeNull();
  });
});
