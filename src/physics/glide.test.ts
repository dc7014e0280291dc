import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distance, norm } from '../num/vec.ts';
import { DEG_RAD, EARTH_MEAN_RADIUS_KM, STANDARD_GRAVITY_KM_S2 } from './constants.ts';
import { buildCruise } from './cruise.ts';
import { ecefVelocityFromEci } from './frames.ts';
import { buildGlide, maxGlideRangeKm } from './glide.ts';
import { glideAltitudeKm, glideRangeKm, glideTimeS } from './glide-equilibrium.ts';
import type { GlideClass } from './glide-profile.ts';
import { destination, greatCircleKm } from './great-circle.ts';
import { isTrajectory, type NoTrajectory, type Trajectory } from './trajectory.ts';
import { altitudeAtKm, geodeticAt, groundRangeAtKm } from './trajectory-build.ts';
import type { GroundPoint } from './trajectory-track.ts';

const LONG: GlideClass = {
  burnS: 180,
  burnoutAltitudeKm: 80,
  burnoutDownrangeKm: 400,
  glideSpeedKmS: 6,
  liftToDragRatio: 2.6,
  ballisticCoefficientKgM2: 10000,
  leastSpeedKmS: 1.5,
};
const MEDIUM: GlideClass = {
  ...LONG,
  burnS: 110,
  burnoutAltitudeKm: 60,
  burnoutDownrangeKm: 180,
  glideSpeedKmS: 3,
  liftToDragRatio: 2.2,
};

function away(from: GroundPoint, bearingRad: number, rangeKm: number): GroundPoint {
  const out = new Float64Array(2);
  destination(from.latitudeRad, from.longitudeRad, bearingRad, rangeKm / EARTH_MEAN_RADIUS_KM, out);
  return { latitudeRad: out[0], longitudeRad: out[1], heightKm: 0.2 };
}

function flown(result: Trajectory | NoTrajectory): Trajectory {
  if (!isTrajectory(result)) throw new Error(`no trajectory: ${result.reason}`);
  return result;
}

const FROM: GroundPoint = { latitudeRad: 40 * DEG_RAD, longitudeRad: 100 * DEG_RAD, heightKm: 0 };

/** Speed over the rotating Earth at a sample. */
function groundSpeedKmS(path: Trajectory, k: number): number {
  const out = new Float64Array(3);
  const position = path.positionEciKm.subarray(3 * k, 3 * k + 3);
  ecefVelocityFromEci(0, position, path.velocityEciKmS.subarray(3 * k, 3 * k + 3), out);
  return norm(out);
}

describe('a glide vehicle', () => {
  test('lands on the aim point from anywhere, at any range of its class', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(LONG, MEDIUM),
        fc.double({ min: -1.4, max: 1.4, noNaN: true }),
        fc.double({ min: 0, max: 6.28, noNaN: true }),
        fc.double({ min: 0.6, max: 0.995, noNaN: true }),
        (missile, latitudeRad, bearingRad, share) => {
          const from = { latitudeRad, longitudeRad: 1, heightKm: 0.5 };
          const aim = away(from, bearingRad, share * maxGlideRangeKm(missile));
          const path = flown(buildGlide(missile, from, aim, { stepS: 20, launchGmstRad: 2 }));
          const end = new Float64Array(3);
          geodeticAt(path, path.impactS, end);
          expect(greatCircleKm(end[0], end[1], aim.latitudeRad, aim.longitudeRad)).toBeLessThan(0.001);
          expect(end[2]).toBeCloseTo(0.2, 6);
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each([LONG, MEDIUM])('moves without a jump of position or velocity', (missile) => {
    const path = flown(buildGlide(missile, FROM, away(FROM, 1, 0.9 * maxGlideRangeKm(missile)), { stepS: 0.1 }));
    const { positionEciKm: p, velocityEciKmS: v, stepS } = path;
    for (let k = 1; k < path.count; k++) {
      expect(distance(v, 3 * k, v, 3 * k - 3)).toBeLessThan(stepS * 12 * STANDARD_GRAVITY_KM_S2);
      for (let i = 0; i < 3; i++) {
        const meanKmS = (v[3 * k + i] + v[3 * k - 3 + i]) / 2;
        expect(Math.abs((p[3 * k + i] - p[3 * k - 3 + i]) / stepS - meanKmS)).toBeLessThan(1e-2);
      }
    }
  });

  test('glides lower and slower all the way, between 20 and 60 km, over the ground of the closed form', () => {
    const path = flown(buildGlide(LONG, FROM, away(FROM, 1, 9000), { stepS: 5 }));
    const first = Math.ceil(path.glideStartS / path.stepS);
    const last = Math.floor(path.glideEndS / path.stepS);
    for (let k = first; k < last; k++) {
      expect(altitudeAtKm(path, (k + 1) * path.stepS)).toBeLessThan(altitudeAtKm(path, k * path.stepS));
      expect(groundSpeedKmS(path, k + 1)).toBeLessThan(groundSpeedKmS(path, k));
    }
    expect(altitudeAtKm(path, path.glideStartS)).toBeLessThan(60);
    expect(altitudeAtKm(path, path.glideEndS)).toBeGreaterThan(20);
    const glidedKm = groundRangeAtKm(path, last * path.stepS) - groundRangeAtKm(path, first * path.stepS);
    const onGroundKmS = (k: number) =>
      (groundSpeedKmS(path, k) * EARTH_MEAN_RADIUS_KM) / norm(path.positionEciKm, 3 * k);
    const formulaKm = glideRangeKm(2.6, onGroundKmS(first), onGroundKmS(last));
    expect(Math.abs(glidedKm / formulaKm - 1)).toBeLessThan(0.02); // the ellipsoid's curvature against the sphere's
  });

  test('says why it cannot fly', () => {
    const most = maxGlideRangeKm(LONG);
    expect(buildGlide(LONG, FROM, away(FROM, 1, most + 50))).toMatchObject({ reason: 'out-of-range' });
    const limited = { ...LONG, maxRangeKm: 5000 };
    expect(buildGlide(limited, FROM, away(FROM, 1, 5100))).toMatchObject({ reason: 'out-of-range', maxRangeKm: 5000 });
    expect(buildGlide(LONG, FROM, away(FROM, 1, 1000))).toMatchObject({ reason: 'too-short' });
    expect(() => buildGlide({ ...LONG, glideSpeedKmS: 8 }, FROM, FROM)).toThrow(RangeError);
    expect(() => buildGlide({ ...LONG, leastSpeedKmS: 7 }, FROM, FROM)).toThrow(RangeError);
  });
});

describe('the equilibrium glide', () => {
  test('agrees with stepping its equation of motion', () => {
    let v = 6;
    let km = 0;
    let tS = 0;
    const stepS = 0.01;
    while (v > 2) {
      const slowing = (STANDARD_GRAVITY_KM_S2 - (v * v) / EARTH_MEAN_RADIUS_KM) / 2.6;
      km += (v - (slowing * stepS) / 2) * stepS;
      v -= slowing * stepS;
      tS += stepS;
    }
    expect(glideRangeKm(2.6, 6, v) / km).toBeCloseTo(1, 4);
    expect(glideTimeS(2.6, 6, v) / tS).toBeCloseTo(1, 4);
  });

  test('is higher at more speed and for a lighter vehicle', () => {
    expect(glideAltitudeKm(4000, 6)).toBeGreaterThan(glideAltitudeKm(4000, 3));
    expect(glideAltitudeKm(2000, 3)).toBeGreaterThan(glideAltitudeKm(4000, 3));
  });
});

describe('a cruise missile', () => {
  const missile = { speedKmS: 0.24, altitudeKm: 0.1, maxRangeKm: 2000 };
  test('keeps its height above the slope and its ground speed, and arrives', () => {
    const aim = away(FROM, 2, 1200);
    const path = flown(buildCruise(missile, FROM, aim));
    expect(path.impactS).toBeCloseTo(1200 / 0.24, 6);
    expect(altitudeAtKm(path, path.impactS / 2)).toBeCloseTo(0.2, 4);
    expect(groundRangeAtKm(path, path.impactS / 2)).toBeCloseTo(600, 3);
    const end = new Float64Array(3);
    geodeticAt(path, path.impactS, end);
    expect(greatCircleKm(end[0], end[1], aim.latitudeRad, aim.longitudeRad)).toBeLessThan(0.001);
    for (const k of [0, 100, path.count - 1]) expect(groundSpeedKmS(path, k)).toBeCloseTo(0.24, 2);
  });

  test('says why it cannot fly', () => {
    expect(buildCruise(missile, FROM, away(FROM, 2, 2100))).toMatchObject({ reason: 'out-of-range', maxRangeKm: 2000 });
    expect(() => buildCruise({ ...missile, speedKmS: 0 }, FROM, FROM)).toThrow(RangeError);
  });
});
