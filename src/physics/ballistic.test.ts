import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brentRoot } from '../num/roots.ts';
import { distance, norm } from '../num/vec.ts';
import { buildBallistic } from './ballistic.ts';
import { type BallisticClass, fullRangeSpeedKmS } from './ballistic-class.ts';
import { DEG_RAD, EARTH_MEAN_RADIUS_KM, EARTH_MU_KM3_S2, STANDARD_GRAVITY_KM_S2 } from './constants.ts';
import { ecefFromGeodetic } from './ellipsoid.ts';
import { turnAxesZ } from './frames.ts';
import { destination, greatCircleKm } from './great-circle.ts';
import { isTrajectory, positionAt, type Trajectory, velocityAt } from './trajectory.ts';
import { altitudeAtKm, geodeticAt } from './trajectory-build.ts';
import type { SurfacePoint } from './trajectory-track.ts';

const CLASSES: Record<string, BallisticClass> = {
  'solid ICBM': { burnS: 180, burnoutAltitudeKm: 200, burnoutDownrangeKm: 400, maxRangeKm: 12000 },
  'liquid ICBM': { burnS: 270, burnoutAltitudeKm: 250, burnoutDownrangeKm: 600, maxRangeKm: 12000 },
  IRBM: { burnS: 150, burnoutAltitudeKm: 150, burnoutDownrangeKm: 280, maxRangeKm: 5500 },
  MRBM: { burnS: 110, burnoutAltitudeKm: 100, burnoutDownrangeKm: 180, maxRangeKm: 3000 },
  SRBM: { burnS: 60, burnoutAltitudeKm: 40, burnoutDownrangeKm: 60, maxRangeKm: 1000 },
};
const SOLID = CLASSES['solid ICBM'];

function site(latitudeDeg: number, longitudeDeg: number, heightKm = 0): SurfacePoint {
  return { latitudeRad: latitudeDeg * DEG_RAD, longitudeRad: longitudeDeg * DEG_RAD, heightKm };
}

function away(from: SurfacePoint, bearingDeg: number, rangeKm: number): SurfacePoint {
  const out = new Float64Array(2);
  destination(from.latitudeRad, from.longitudeRad, bearingDeg * DEG_RAD, rangeKm / EARTH_MEAN_RADIUS_KM, out);
  return { latitudeRad: out[0], longitudeRad: out[1], heightKm: 0 };
}

function flown(...input: Parameters<typeof buildBallistic>): Trajectory {
  const result = buildBallistic(...input);
  if (!isTrajectory(result)) throw new Error(`no trajectory: ${result.reason}`);
  return result;
}

function missKm(trajectory: Trajectory, aim: SurfacePoint): number {
  const end = new Float64Array(3);
  const target = new Float64Array(3);
  geodeticAt(trajectory, trajectory.impactS, end);
  ecefFromGeodetic(end[0], end[1], end[2], end);
  ecefFromGeodetic(aim.latitudeRad, aim.longitudeRad, aim.heightKm, target);
  return distance(end, 0, target, 0);
}

const shots = fc.record({
  name: fc.constantFrom(...Object.keys(CLASSES)),
  latitudeDeg: fc.double({ min: -80, max: 80, noNaN: true }),
  longitudeDeg: fc.double({ min: -180, max: 180, noNaN: true }),
  bearingDeg: fc.double({ min: 0, max: 360, noNaN: true }),
  rangeFraction: fc.double({ min: 0.25, max: 0.999, noNaN: true }),
});

describe('a ballistic missile', () => {
  test.each([false, true])('leaves its site at rest on the Earth and lands on the aim point; J2 %s', (j2) => {
    fc.assert(
      fc.property(shots, ({ name, latitudeDeg, longitudeDeg, bearingDeg, rangeFraction }) => {
        const from = site(latitudeDeg, longitudeDeg, 0.3);
        const aim = away(from, bearingDeg, rangeFraction * CLASSES[name].maxRangeKm);
        const path = flown(CLASSES[name], from, aim, { j2, stepS: 10 });
        expect(missKm(path, aim)).toBeLessThan(0.001);
        const start = new Float64Array(3);
        geodeticAt(path, 0, start);
        expect(greatCircleKm(start[0], start[1], from.latitudeRad, from.longitudeRad)).toBeLessThan(1e-4);
        expect(start[2]).toBeCloseTo(0.3, 6);
        const groundKmS = 0.46510114 * Math.cos(from.latitudeRad);
        expect(norm(path.velocityEciKmS)).toBeCloseTo(groundKmS, 2);
      }),
      { numRuns: j2 ? 15 : 60 },
    );
  });

  test('keeps energy and angular momentum in free flight', () => {
    const path = flown(SOLID, site(40, 127), site(41, -100));
    let least = Infinity;
    let most = -Infinity;
    let leastSpin = Infinity;
    let mostSpin = -Infinity;
    for (let k = Math.ceil(path.burnoutS / path.stepS); k < path.count; k++) {
      const r = path.positionEciKm.subarray(3 * k, 3 * k + 3);
      const v = path.velocityEciKmS.subarray(3 * k, 3 * k + 3);
      const energy = norm(v) ** 2 / 2 - EARTH_MU_KM3_S2 / norm(r);
      const spin = r[0] * v[1] - r[1] * v[0];
      least = Math.min(least, energy);
      most = Math.max(most, energy);
      leastSpin = Math.min(leastSpin, spin);
      mostSpin = Math.max(mostSpin, spin);
    }
    expect((most - least) / Math.abs(most)).toBeLessThan(1e-12);
    expect((mostSpin - leastSpin) / Math.abs(mostSpin)).toBeLessThan(1e-12);
  });

  test.each(Object.keys(CLASSES).flatMap((name) => [0, -12, 8].map((loftDeg) => ({ name, loftDeg }))))(
    'has no jump of position or velocity at burnout: $name, $loftDeg°',
    ({ name, loftDeg }) => {
      const missile = CLASSES[name];
      const from = site(35, 50);
      const aim = away(from, 300, 0.7 * missile.maxRangeKm);
      const path = flown(missile, from, aim, { stepS: 0.01, loftRad: loftDeg * DEG_RAD });
      const before = new Float64Array(3);
      const after = new Float64Array(3);
      positionAt(path, path.burnoutS - 0.01, before);
      positionAt(path, path.burnoutS + 0.01, after);
      const movedKm = distance(before, 0, after, 0);
      velocityAt(path, path.burnoutS, before);
      expect(movedKm / 0.02).toBeCloseTo(norm(before), 2);
      velocityAt(path, path.burnoutS - 0.02, before);
      velocityAt(path, path.burnoutS + 0.02, after);
      expect(distance(before, 0, after, 0)).toBeLessThan(0.04 * 15 * STANDARD_GRAVITY_KM_S2);
      expect(norm(after)).toBeCloseTo(path.burnoutSpeedKmS, 2);
    },
  );

  test('climbs without a dip and with a plausible push, whatever the class, range and direction', () => {
    fc.assert(
      fc.property(shots, ({ name, latitudeDeg, longitudeDeg, bearingDeg, rangeFraction }) => {
        const from = site(latitudeDeg, longitudeDeg);
        const path = flown(CLASSES[name], from, away(from, bearingDeg, rangeFraction * CLASSES[name].maxRangeKm), {
          stepS: 1,
        });
        for (let k = 1; (k + 1) * path.stepS <= path.burnoutS; k++) {
          expect(altitudeAtKm(path, (k + 1) * path.stepS)).toBeGreaterThan(altitudeAtKm(path, k * path.stepS));
          const push = pushKmS2(path, k) / STANDARD_GRAVITY_KM_S2;
          expect(push).toBeGreaterThan(1);
          expect(push).toBeLessThan(15);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('rises steeply at first', () => {
    const path = flown(SOLID, site(40, 127), site(41, -100));
    const at = new Float64Array(3);
    geodeticAt(path, 10, at);
    const downrangeKm = greatCircleKm(at[0], at[1], 40 * DEG_RAD, 127 * DEG_RAD);
    expect(Math.atan2(at[2], downrangeKm) / DEG_RAD).toBeGreaterThan(60);
  });

  test('launched at another sidereal time flies the same path, turned', () => {
    fc.assert(
      fc.property(fc.double({ min: -7, max: 7, noNaN: true }), (launchGmstRad) => {
        const base = flown(SOLID, site(50, 80), site(45, -90), { stepS: 30 });
        const turned = flown(SOLID, site(50, 80), site(45, -90), { stepS: 30, launchGmstRad });
        const expected = new Float64Array(base.positionEciKm.length);
        turnAxesZ(-launchGmstRad, base.positionEciKm, expected, base.count);
        for (let i = 0; i < expected.length; i++) expect(turned.positionEciKm[i]).toBeCloseTo(expected[i], 7);
        expect(missKm(turned, site(45, -90))).toBeLessThan(0.001);
      }),
      { numRuns: 10 },
    );
  });

  test('of 10,000 km range has the speed, height and duration of open literature', () => {
    const from = site(40, 127);
    const path = flown(SOLID, from, away(from, 20, 10000));
    expect(path.burnoutSpeedKmS).toBeGreaterThan(6.8);
    expect(path.burnoutSpeedKmS).toBeLessThan(7.2);
    expect(path.apogeeKm).toBeGreaterThan(1200);
    expect(path.apogeeKm).toBeLessThan(1500);
    expect(path.impactS / 60).toBeGreaterThan(30);
    expect(path.impactS / 60).toBeLessThan(36);
    expect(altitudeAtKm(path, path.reentryS)).toBeCloseTo(100, 6);
    expect(path.reentryS).toBeLessThan(path.impactS - 15);
  });

  test('lofted flies higher and longer, depressed lower and shorter, both at more speed', () => {
    const [from, aim] = [site(40, 127), away(site(40, 127), 20, 8000)];
    const least = flown(SOLID, from, aim);
    const lofted = flown(SOLID, from, aim, { loftRad: 8 * DEG_RAD });
    const depressed = flown(SOLID, from, aim, { loftRad: -8 * DEG_RAD });
    expect(lofted.apogeeKm).toBeGreaterThan(least.apogeeKm + 200);
    expect(depressed.apogeeKm).toBeLessThan(least.apogeeKm - 200);
    expect(lofted.impactS).toBeGreaterThan(least.impactS);
    expect(depressed.impactS).toBeLessThan(least.impactS);
    expect(lofted.burnoutSpeedKmS).toBeGreaterThan(least.burnoutSpeedKmS);
    expect(depressed.burnoutSpeedKmS).toBeGreaterThan(least.burnoutSpeedKmS);
    expect(missKm(lofted, aim)).toBeLessThan(0.001);
    expect(missKm(depressed, aim)).toBeLessThan(0.001);
  });

  const lofts = fc.record({
    shot: shots,
    loftDeg: fc.double({ min: 0.1, max: 35, noNaN: true }),
  });

  test('depressed burns out no higher, clears the clouds no sooner and flies shorter; lofted the other way', () => {
    fc.assert(
      fc.property(lofts, ({ shot: { name, latitudeDeg, longitudeDeg, bearingDeg, rangeFraction }, loftDeg }) => {
        const from = site(latitudeDeg, longitudeDeg);
        const aim = away(from, bearingDeg, rangeFraction * CLASSES[name].maxRangeKm);
        const [low, least, high] = [-loftDeg, 0, loftDeg].map((deg) =>
          buildBallistic(CLASSES[name], from, aim, { loftRad: deg * DEG_RAD }),
        );
        if (!isTrajectory(least)) throw new Error(least.reason);
        for (const [lower, upper] of [
          [low, least],
          [least, high],
        ]) {
          if (!isTrajectory(lower) || !isTrajectory(upper)) continue;
          expect(lower.apogeeKm).toBeLessThan(upper.apogeeKm);
          expect(lower.impactS).toBeLessThan(upper.impactS);
          expect(altitudeAtKm(lower, lower.burnoutS)).toBeLessThan(altitudeAtKm(upper, upper.burnoutS));
          expect(cloudBreakS(lower)).toBeGreaterThan(cloudBreakS(upper) - 0.01);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a submarine missile 15 degrees below least energy is seen later, not sooner', () => {
    const submarine = { ...SOLID, maxRangeKm: 11_000 };
    const [from, aim] = [site(35, -60), site(38.9, -77)];
    const least = flown(submarine, from, aim);
    const depressed = flown(submarine, from, aim, { loftRad: -15 * DEG_RAD });
    expect(altitudeAtKm(least, least.burnoutS)).toBeCloseTo(200, 0);
    expect(cloudBreakS(depressed)).toBeGreaterThan(cloudBreakS(least) + 3);
    expect(altitudeAtKm(depressed, depressed.burnoutS)).toBeLessThan(160);
  });

  // Gronlund and Wright 1992, table 1, as two later notes quote it: range, apogee, whole flight
  test.each([
    { rangeKm: 1850, loftDeg: -35, mostKm: 150, fromMin: 6.5, toMin: 7.5 },
    { rangeKm: 3000, loftDeg: -33, mostKm: 185, fromMin: 9.3, toMin: 10.4 },
  ])('depressed as in Gronlund and Wright: $rangeKm km', ({ rangeKm, loftDeg, mostKm, fromMin, toMin }) => {
    const from = site(30, -60);
    const submarine = { ...SOLID, maxRangeKm: 7400 };
    const path = flown(submarine, from, away(from, 320, rangeKm), { loftRad: loftDeg * DEG_RAD });
    expect(path.apogeeKm).toBeGreaterThan(60);
    expect(path.apogeeKm).toBeLessThan(mostKm);
    expect(path.impactS / 60).toBeGreaterThan(fromMin);
    expect(path.impactS / 60).toBeLessThan(toMin);
  });

  test('of least energy at 7,400 km as in Gronlund and Wright: 6.3 km/s, 1,340 km, 29.2 minutes', () => {
    const from = site(0, 0);
    const path = flown({ ...SOLID, maxRangeKm: 7500 }, from, away(from, 0, 7400));
    expect(path.burnoutSpeedKmS).toBeCloseTo(6.3, 0);
    expect(Math.abs(path.apogeeKm / 1340 - 1)).toBeLessThan(0.1);
    expect(Math.abs(path.impactS / 60 / 29.2 - 1)).toBeLessThan(0.05);
  });

  test('has further to fly in space eastward than westward, as the aim point moves', () => {
    const from = site(0, 0);
    const east = flown(SOLID, from, away(from, 90, 6000));
    const west = flown(SOLID, from, away(from, 270, 6000));
    expect(east.burnoutSpeedKmS).toBeGreaterThan(west.burnoutSpeedKmS);
    expect(east.impactS).toBeGreaterThan(west.impactS + 60);
  });

  test('says why it cannot fly', () => {
    const from = site(40, 127);
    const reason = (...input: Parameters<typeof buildBallistic>) => {
      const result = buildBallistic(...input);
      return isTrajectory(result) ? 'flies' : result.reason;
    };
    expect(buildBallistic(SOLID, from, away(from, 20, 12500))).toMatchObject({
      kind: 'none',
      reason: 'out-of-range',
      maxRangeKm: 12000,
    });
    expect(reason(SOLID, from, away(from, 20, 5))).toBe('too-short');
    expect(reason(SOLID, from, away(from, 20, 11900), { loftRad: 20 * DEG_RAD })).toBe('out-of-energy');
    expect(reason(SOLID, from, away(from, 20, 8000), { loftRad: 85 * DEG_RAD })).toBe('out-of-energy');
    expect(reason(SOLID, from, away(from, 20, 8000), { loftRad: -60 * DEG_RAD })).toBe('below-surface');
    expect(() => buildBallistic({ ...SOLID, burnS: 0 }, from, from)).toThrow(RangeError);
  });

  test('of the solid class needs 7.1 to 7.3 km/s at 12,000 km', () => {
    expect(fullRangeSpeedKmS(SOLID)).toBeGreaterThan(7.1);
    expect(fullRangeSpeedKmS(SOLID)).toBeLessThan(7.3);
  });
});

/** When a path first rises through 10 km. */
function cloudBreakS(path: Trajectory): number {
  let lastS = 0;
  while (lastS < path.impactS / 2 && altitudeAtKm(path, lastS) < 10) lastS += 1;
  return lastS < path.impactS / 2 ? brentRoot((tS) => altitudeAtKm(path, tS) - 10, lastS - 1, lastS, 1e-9) : Infinity;
}

/** Acceleration without gravity at a sample, from the neighbouring velocities. */
function pushKmS2(path: Trajectory, k: number): number {
  const p = path.positionEciKm;
  const v = path.velocityEciKmS;
  const r = norm(p, 3 * k);
  let sum = 0;
  for (let i = 0; i < 3; i++) {
    const a = (v[3 * k + 3 + i] - v[3 * k - 3 + i]) / (2 * path.stepS) + (EARTH_MU_KM3_S2 / r ** 3) * p[3 * k + i];
    sum += a * a;
  }
  return Math.sqrt(sum);
}
