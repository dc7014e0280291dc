import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distance, norm } from '../num/vec.ts';
import { DEG_RAD, EARTH_MEAN_RADIUS_KM, STANDARD_GRAVITY_KM_S2 } from './constants.ts';
import { buildCruise } from './cruise.ts';
import { ecefVelocityFromEci } from './frames.ts';
import { buildGlide, maxGlideRangeKm } from './glide.ts';
import { glideRangeKm, glideTimeS } from './glide-equilibrium.ts';
import { fullLift, glideHeightKm, holdGlide, noLift } from './glide-laws.ts';
import { fly, stateAt } from './glide-motion.ts';
import { endGlideAtRange, type GlideClass, startGlide } from './glide-profile.ts';
import { destination, greatCircleKm } from './great-circle.ts';
import { isTrajectory, type NoTrajectory, type Trajectory } from './trajectory.ts';
import { altitudeAtKm, geodeticAt, groundRangeAtKm } from './trajectory-build.ts';
import type { SurfacePoint } from './trajectory-track.ts';

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

function away(from: SurfacePoint, bearingRad: number, rangeKm: number): SurfacePoint {
  const out = new Float64Array(2);
  destination(from.latitudeRad, from.longitudeRad, bearingRad, rangeKm / EARTH_MEAN_RADIUS_KM, out);
  return { latitudeRad: out[0], longitudeRad: out[1], heightKm: 0.2 };
}

function flown(result: Trajectory | NoTrajectory): Trajectory {
  if (!isTrajectory(result)) throw new Error(`no trajectory: ${result.reason}`);
  return result;
}

const FROM: SurfacePoint = { latitudeRad: 40 * DEG_RAD, longitudeRad: 100 * DEG_RAD, heightKm: 0 };

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
        fc.double({ min: 0.75, max: 0.995, noNaN: true }),
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
      expect(distance(v, 3 * k, v, 3 * k - 3)).toBeLessThan(stepS * 30 * STANDARD_GRAVITY_KM_S2); // a dive into thick air
      for (let i = 0; i < 3; i++) {
        const meanKmS = (v[3 * k + i] + v[3 * k - 3 + i]) / 2;
        expect(Math.abs((p[3 * k + i] - p[3 * k - 3 + i]) / stepS - meanKmS)).toBeLessThan(1e-2);
      }
    }
  });

  test('comes out of the pull-out level, recovers, then glides lower and slower all the way at the height that carries it', () => {
    const path = flown(buildGlide(LONG, FROM, away(FROM, 1, 9000), { stepS: 5 }));
    expect(altitudeAtKm(path, path.glideStartS)).toBeGreaterThan(20);
    const first = Math.ceil((path.glideStartS + 300) / path.stepS);
    const last = Math.floor(path.glideEndS / path.stepS);
    expect(last - first).toBeGreaterThan(50);
    for (let k = first; k < last; k++) {
      expect(altitudeAtKm(path, (k + 1) * path.stepS)).toBeLessThan(altitudeAtKm(path, k * path.stepS) + 0.005);
      expect(groundSpeedKmS(path, k + 1)).toBeLessThan(groundSpeedKmS(path, k));
      const heightKm = glideHeightKm(LONG, groundSpeedKmS(path, k));
      expect(Math.abs(altitudeAtKm(path, k * path.stepS) - heightKm)).toBeLessThan(1);
    }
    for (let tS = path.glideStartS; tS < path.glideEndS; tS += path.stepS)
      expect(altitudeAtKm(path, tS)).toBeLessThan(60);
  });

  test('leaves the arc at the speed of its class, whatever the pull-out takes', () => {
    for (const missile of [LONG, MEDIUM, { ...LONG, ballisticCoefficientKgM2: 2000 }]) {
      const profile = startGlide(missile, 0.3, 0);
      const state = new Float64Array(4);
      stateAt(profile.glide, profile.glideStartS, state);
      expect(state[2]).toBeCloseTo(missile.glideSpeedKmS, 6);
      expect(state[3]).toBeCloseTo(0, 6);
      expect(profile.boost.groundKmS).toBeGreaterThan(missile.glideSpeedKmS);
    }
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

// worked out apart from this code, from first principles
describe('the equations of motion', () => {
  test('the arc is free fall: 80 km up at 6.38 km/s over the ground, climbing at 0.8', () => {
    const airless = { liftToDragRatio: 2.6, ballisticCoefficientKgM2: 1e12 };
    const levelKmS = (6.38 * (EARTH_MEAN_RADIUS_KM + 80)) / EARTH_MEAN_RADIUS_KM;
    const state = Float64Array.of(350, 80, Math.hypot(levelKmS, 0.8), Math.atan2(0.8, levelKmS));
    const arc = { lift: noLift, stepS: 2, mostS: 5000 };
    const topS = fly(airless, { ...arc, end: (at) => -at[3] }, 150, state);
    expect(topS - 150).toBeCloseTo(257, 0);
    expect(state[1]).toBeCloseTo(183, 0);
    const backS = fly(airless, { ...arc, end: (at) => 74.7 - at[1] }, topS, state);
    expect(Math.abs(backS - 671)).toBeLessThan(1);
    expect(Math.abs(state[0] - 3606)).toBeLessThan(3);
  });

  test.each([
    [5.5, 5313, 1446],
    [6, 6982, 1738],
    [7, 12801, 2632],
  ])(
    'a glide at L/D 2.6 from %d to 1.5 km/s: %d km in %d s, with all of its lift and as it is steered',
    (fromKmS, km, s) => {
      const airframe = { liftToDragRatio: 2.6, ballisticCoefficientKgM2: 13_000 };
      for (const lift of [fullLift, holdGlide(airframe)]) {
        const state = Float64Array.of(0, glideHeightKm(airframe, fromKmS), fromKmS, 0);
        const endS = fly(airframe, { lift, stepS: 1, mostS: 5000, end: (at) => 1.5 - at[2] }, 0, state);
        expect(Math.abs(state[0] / km - 1)).toBeLessThan(1e-3);
        expect(Math.abs(endS / s - 1)).toBeLessThan(1e-3);
      }
    },
  );

  test.each([
    [5000, 0.99, 22],
    [10_000, 1.96, 18.8],
  ])(
    'a dive without lift at 45 degrees from 46.5 km at 3.87 km/s, %d kg/m2: %d km/s after %d s',
    (beta, speedKmS, s) => {
      const airframe = { liftToDragRatio: 1, ballisticCoefficientKgM2: beta / 2 }; // half the drag is that of lift
      const state = Float64Array.of(0, 46.5, 3.87, -Math.PI / 4);
      const endS = fly(airframe, { lift: noLift, stepS: 0.25, mostS: 100, end: (at) => -at[1] }, 0, state);
      expect(Math.abs(state[2] - speedKmS)).toBeLessThan(0.01);
      expect(Math.abs(endS - s)).toBeLessThan(0.1);
    },
  );

  test('a heavier vehicle hits faster, none as fast as it glided', () => {
    const speeds = [2000, 5000, 13_000].map((ballisticCoefficientKgM2) => {
      const profile = startGlide({ ...LONG, ballisticCoefficientKgM2 }, 0, 0);
      endGlideAtRange(profile, 8060);
      return profile.dive.rows.at(-1)![2];
    });
    expect([...speeds].sort((a, b) => a - b)).toEqual(speeds);
    expect(speeds[2]).toBeLessThan(3);
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

  // own evaluation with the US Standard Atmosphere of 1976
  test.each([
    [6, 57.1],
    [4, 45.8],
    [2, 34.7],
  ])(
    'at %d km/s the height that carries 5,000 kg/m2 at L/D 2.6 is %d km; a lighter vehicle glides higher',
    (kmS, heightKm) => {
      const airframe = { liftToDragRatio: 2.6, ballisticCoefficientKgM2: 5000 };
      expect(Math.abs(glideHeightKm(airframe, kmS) - heightKm)).toBeLessThan(0.25);
      expect(glideHeightKm({ ...airframe, ballisticCoefficientKgM2: 2000 }, kmS)).toBeGreaterThan(heightKm + 3);
    },
  );
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
