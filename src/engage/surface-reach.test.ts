import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { surfacePlan } from '../../test/fixtures/small-layers.ts';
import { cross, norm } from '../num/vec.ts';
import { DEG_RAD, EARTH_MEAN_RADIUS_KM, EARTH_ROTATION_RAD_S } from '../physics/constants.ts';
import { ecefFromGeodetic } from '../physics/ellipsoid.ts';
import { destination } from '../physics/great-circle.ts';
import { lambert } from '../physics/lambert.ts';
import { type SurfaceFlyOut, surfaceFlyOutOf, surfaceTimeS } from './surface-reach.ts';

const range = new Float64Array(1);

function place(latDeg: number, lonDeg: number, heightKm = 0): Float64Array {
  const out = new Float64Array(3);
  ecefFromGeodetic(latDeg * DEG_RAD, lonDeg * DEG_RAD, heightKm, out);
  return out;
}

function away(latDeg: number, azimuthDeg: number, groundKm: number, heightKm: number): Float64Array {
  const at = new Float64Array(2);
  destination(latDeg * DEG_RAD, 0, azimuthDeg * DEG_RAD, groundKm / EARTH_MEAN_RADIUS_KM, at);
  return place(at[0] / DEG_RAD, at[1] / DEG_RAD, heightKm);
}

/** Ground range of the farthest point at a height that is reached. */
function farthestKm(flyOut: SurfaceFlyOut, latDeg: number, azimuthDeg: number, heightKm: number): number {
  const site = place(latDeg, 0);
  const isReached = (groundKm: number) =>
    surfaceTimeS(flyOut, site, away(latDeg, azimuthDeg, groundKm, heightKm), range) > 0;
  let [near, far] = [1, 10_000];
  while (far - near > 1e-3) {
    const middle = (near + far) / 2;
    if (isReached(middle)) near = middle;
    else far = middle;
  }
  return near;
}

const azimuths = [0, 45, 90, 135, 180, 225, 270, 315];

describe('the reach of a surface interceptor', () => {
  test.each([
    ['PAC-3', { burnoutSpeedKmS: 1.7, boostS: 10, maxRangeKm: 35, maxAltitudeKm: 36 }, 0.1],
    ['SM-6', { burnoutSpeedKmS: 1.2, boostS: 15, maxRangeKm: 240, maxAltitudeKm: 34 }, 0.1],
    ['THAAD', { burnoutSpeedKmS: 2.8, boostS: 20, maxRangeKm: 200, maxAltitudeKm: 150 }, 60],
    ['SM-3 IIA', { burnoutSpeedKmS: 4.5, boostS: 60, maxRangeKm: 1200, maxAltitudeKm: 1000 }, 200],
  ])('%s: the range of its class on every azimuth', (_name, plan, heightKm) => {
    const flyOut = surfaceFlyOutOf(surfacePlan(plan));
    for (const azimuth of azimuths) {
      const km = farthestKm(flyOut, 38.9, azimuth, heightKm);
      expect(Math.abs(km / plan.maxRangeKm - 1)).toBeLessThan(0.004); // the ellipsoid against the mean sphere
    }
  });

  test('a straight fly-out over the turning Earth takes as long in every direction', () => {
    const flyOut = surfaceFlyOutOf(
      surfacePlan({ burnoutSpeedKmS: 1.2, boostS: 15, maxRangeKm: 240, maxAltitudeKm: 34 }),
    );
    const times = azimuths.map((azimuth) => surfaceTimeS(flyOut, place(38.9, 0), away(38.9, azimuth, 200, 1), range));
    expect(Math.max(...times) - Math.min(...times)).toBeLessThan(0.8); // a degree is longer to the north
  });

  test('an arc is the free fall that leaves the moving site at class speed', () => {
    let reached = 0;
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 7.5, noNaN: true }),
        fc.double({ min: -80, max: 80, noNaN: true }),
        fc.double({ min: 0, max: 360, noNaN: true }),
        fc.double({ min: 0.05, max: 1.1, noNaN: true }),
        fc.double({ min: 5, max: 400, noNaN: true }),
        (burnoutSpeedKmS, latDeg, azimuthDeg, share, heightKm) => {
          const groundKm = (share * burnoutSpeedKmS * burnoutSpeedKmS) / 9.8e-3;
          const flyOut = { burnoutSpeedKmS, boostS: 0, maxRangeKm: Infinity, maxS: Infinity, straight: false };
          const target = away(latDeg, azimuthDeg, groundKm, heightKm);
          const timeS = surfaceTimeS(flyOut, place(latDeg, 0), target, range);
          if (Number.isNaN(timeS)) return;
          reached++;
          const start = place(latDeg, -(EARTH_ROTATION_RAD_S * timeS) / DEG_RAD); // where the site was
          const [begin, end, carried] = [new Float64Array(3), new Float64Array(3), new Float64Array(3)];
          expect(lambert([...start], [...target], timeS, false, begin, end)).toBeGreaterThan(0);
          cross(Float64Array.of(0, 0, EARTH_ROTATION_RAD_S), 0, start, 0, carried);
          expect(norm(begin.map((v, i) => v - carried[i]))).toBeCloseTo(burnoutSpeedKmS, 4);
        },
      ),
      { numRuns: 500 },
    );
    expect(reached).toBeGreaterThan(200);
  });

  test('a 1.2 km/s arc at 38.9 north on a sphere: 149.6 km to the east, 147.6 to the west, 148.3 to the north', () => {
    const flyOut = { burnoutSpeedKmS: 1.2, boostS: 0, maxRangeKm: Infinity, maxS: Infinity, straight: false };
    const onSphere = (latRad: number, lonRad: number) =>
      Float64Array.of(Math.cos(latRad) * Math.cos(lonRad), Math.cos(latRad) * Math.sin(lonRad), Math.sin(latRad)).map(
        (x) => EARTH_MEAN_RADIUS_KM * x,
      );
    const at = new Float64Array(2);
    const farthest = (azimuthDeg: number) => {
      let last = 0;
      for (let km = 140; km < 155; km += 0.1) {
        destination(38.9 * DEG_RAD, 0, azimuthDeg * DEG_RAD, km / EARTH_MEAN_RADIUS_KM, at);
        if (surfaceTimeS(flyOut, onSphere(38.9 * DEG_RAD, 0), onSphere(at[0], at[1]), range) > 0) last = km;
      }
      return last;
    };
    expect(Math.abs(farthest(90) - 149.6)).toBeLessThan(0.5);
    expect(Math.abs(farthest(270) - 147.6)).toBeLessThan(0.5);
    expect(Math.abs(farthest(0) - 148.3)).toBeLessThan(0.5);
  });
});

test('a fly-out that would take longer than is wanted has no time, any other the same as without that limit', () => {
  const flyOut = surfaceFlyOutOf(surfacePlan({ burnoutSpeedKmS: 7, boostS: 60, maxRangeKm: 6000 }));
  let [late, inTime] = [0, 0];
  fc.assert(
    fc.property(
      fc.double({ min: -70, max: 70, noNaN: true }),
      fc.double({ min: 0, max: 360, noNaN: true }),
      fc.double({ min: 200, max: 5500, noNaN: true }),
      fc.double({ min: 100, max: 1500, noNaN: true }),
      fc.double({ min: 0.3, max: 1.7, noNaN: true }),
      (latDeg, azimuthDeg, groundKm, heightKm, share) => {
        const [site, target] = [place(latDeg, 0), away(latDeg, azimuthDeg, groundKm, heightKm)];
        const wholeS = surfaceTimeS(flyOut, site, target, range);
        if (Number.isNaN(wholeS) || Math.abs(share - 1) < 1e-3) return;
        const limitedS = surfaceTimeS(flyOut, site, target, range, share * wholeS);
        if (share > 1) {
          inTime++;
          expect(limitedS).toBe(wholeS);
        } else {
          late++;
          expect(limitedS).toBeNaN();
        }
      },
    ),
    { numRuns: 500 },
  );
  expect(Math.min(late, inTime)).toBeGreaterThan(100);
});
