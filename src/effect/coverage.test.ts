import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEG_RAD, EARTH_MEAN_RADIUS_KM } from '../physics/constants.ts';
import { ecefFromGeodetic, geodeticFromEcef } from '../physics/ellipsoid.ts';
import { localFrame } from '../physics/frames.ts';
import { geostationaryOrbits } from '../physics/kepler-orbits.ts';
import { grazingSurface, rangeOverEarthKm } from '../physics/sight.ts';
import { compileWalker, walkerPositionsEcefKm } from '../physics/walker.ts';
import { coverage, coverageByLatitude, coverageOverall } from './coverage.ts';
import {
  type CoverageCap,
  type CoverageGrid,
  columnLongitudeRad,
  countCovered,
  coveredAngleRad,
  equalAngleGrid,
  SPHERE,
} from './coverage-grid.ts';

/** The plain twin: every satellite against every cell, on WGS84. */
function countPlainly(grid: CoverageGrid, positionKm: Float64Array, count: number, cap: CoverageCap): Int32Array {
  const out = new Int32Array(grid.latitudeRad.length * grid.columns);
  for (let cell = 0; cell < out.length; cell++) {
    const latitude = grid.latitudeRad[Math.floor(cell / grid.columns)];
    const longitude = columnLongitudeRad(grid, cell % grid.columns);
    const heightKm = cap.kind === 'elevation' ? 0 : cap.targetAltitudeKm;
    const { positionEcefKm: place, upEcef: up } = localFrame(latitude, longitude, heightKm);
    for (let k = 0; k < count; k++) {
      const way = [0, 1, 2].map((i) => positionKm[3 * k + i] - place[i]);
      const km = Math.hypot(...way);
      const high = way[0] * up[0] + way[1] * up[1] + way[2] * up[2];
      const isCovered = cap.kind === 'elevation' ? high >= Math.sin(cap.minElevationRad) * km : km <= cap.rangeKm;
      if (isCovered) out[cell]++;
    }
  }
  return out;
}

const elevation: fc.Arbitrary<CoverageCap> = fc.record({
  kind: fc.constant('elevation' as const),
  minElevationRad: fc.double({ min: 0.01, max: 1.4, noNaN: true }),
});
const range: fc.Arbitrary<CoverageCap> = fc.record({
  kind: fc.constant('range' as const),
  rangeKm: fc.double({ min: 100, max: 30000, noNaN: true }),
  targetAltitudeKm: fc.double({ min: 0, max: 300, noNaN: true }),
});

/** Least height over the ellipsoid of a straight line, by trying many points. */
function lowestKm(a: Float64Array, b: Float64Array): number {
  const geodetic = new Float64Array(3);
  const heightKm = (share: number) => {
    geodeticFromEcef(
      a.map((from, i) => from + share * (b[i] - from)),
      geodetic,
    );
    return geodetic[2];
  };
  let [from, to] = [0, 1];
  for (let turn = 0; turn < 60; turn++) {
    const [p, q] = [from + (to - from) / 3, to - (to - from) / 3];
    if (heightKm(p) < heightKm(q)) to = q;
    else from = p;
  }
  return heightKm((from + to) / 2);
}

describe('counting by spans of columns', () => {
  test('gives the same count as testing every pair, in every cell', () => {
    const place = fc.tuple(
      fc.double({ min: -Math.PI / 2, max: Math.PI / 2, noNaN: true }),
      fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
      fc.double({ min: 6500, max: 42000, noNaN: true }),
    );
    const places = fc.array(place, { minLength: 1, maxLength: 30 });
    const grid = fc.tuple(fc.integer({ min: 1, max: 25 }), fc.integer({ min: 1, max: 40 }));
    fc.assert(
      fc.property(grid, places, fc.oneof(elevation, range), ([rows, columns], where, cap) => {
        const cells = equalAngleGrid(rows, columns);
        // a hundred-thousandth of a radian off round numbers, where a centre could lie on a cap's edge
        const positionKm = Float64Array.from(
          where.flatMap(([lat, lon, r]) => {
            const [a, b] = [lat * 0.99 + 1.2345e-5, lon + 2.3456e-5];
            return [r * Math.cos(a) * Math.cos(b), r * Math.cos(a) * Math.sin(b), r * Math.sin(a)];
          }),
        );
        const out = new Int32Array(rows * columns).fill(99);
        countCovered(cells, positionKm, where.length, cap, out);
        expect([...out]).toEqual([...countPlainly(cells, positionKm, where.length, cap)]);
      }),
      { numRuns: 300 },
    );
  });

  test('a whole constellation at several times, no count different', () => {
    const orbits = compileWalker({
      pattern: 'delta',
      planes: 40,
      satellitesPerPlane: 20,
      altitudeKm: 550,
      inclinationDeg: 70,
      phasing: 3,
    });
    const grid = equalAngleGrid(36, 72);
    const cap: CoverageCap = { kind: 'elevation', minElevationRad: 25 * DEG_RAD };
    const positionKm = new Float64Array(3 * orbits.count);
    const out = new Int32Array(36 * 72);
    for (const tS of [11, 1234.5, 50000.1]) {
      walkerPositionsEcefKm(orbits, tS, tS * 7.29e-5, positionKm);
      countCovered(grid, positionKm, orbits.count, cap, out);
      expect([...out]).toEqual([...countPlainly(grid, positionKm, orbits.count, cap)]);
    }
  });

  test('a line of sight is counted where it stays over the grazing height above the ellipsoid, at every latitude', () => {
    const grazingKm = 30;
    const cap: CoverageCap = {
      kind: 'sight',
      targetAltitudeKm: 200,
      grazingKm,
      fieldOfRegardRad: Math.PI,
      rangeKm: Infinity,
    };
    const cells: CoverageGrid = { latitudeRad: Float64Array.of(-1.5, -0.8, 0.02, 0.7, 1.2, 1.55), columns: 90 };
    const one = new Int32Array(6 * 90);
    for (const latDeg of [0, 35, 52, 80, 90]) {
      const satellite = new Float64Array(3);
      ecefFromGeodetic(latDeg * DEG_RAD, 0.011, 1000, satellite);
      countCovered(cells, satellite, 1, cap, one);
      cells.latitudeRad.forEach((latitude, row) => {
        for (let column = 0; column < 90; column++) {
          const target = new Float64Array(3);
          ecefFromGeodetic(latitude, columnLongitudeRad(cells, column), 200, target);
          const lowest = lowestKm(satellite, target);
          if (Math.abs(lowest - grazingKm) < 0.05) continue;
          const place = `from ${latDeg} to row ${row}, column ${column}`;
          expect(one[row * 90 + column], place).toBe(lowest > grazingKm ? 1 : 0);
          expect(rangeOverEarthKm(satellite, 0, target, 0, grazingSurface(grazingKm)) > 0, place).toBe(
            lowest > grazingKm,
          );
        }
      });
    }
  });

  test('a satellite that is not there, or too low to be seen, covers nothing', () => {
    const out = new Int32Array(12);
    const positionKm = Float64Array.of(Number.NaN, 0, 0, 6000, 0, 0);
    countCovered(equalAngleGrid(3, 4), positionKm, 2, { kind: 'elevation', minElevationRad: 0.1 }, out);
    expect([...out]).toEqual(new Array(12).fill(0));
  });
});

describe('coverage over time', () => {
  const grid = equalAngleGrid(18, 36);
  const everySky: CoverageCap = { kind: 'range', rangeKm: 1e6, targetAltitudeKm: 0 };

  test('layers add up, and everything is seen by what reaches everywhere', () => {
    const orbits = compileWalker({
      pattern: 'star',
      planes: 3,
      satellitesPerPlane: 4,
      altitudeKm: 800,
      inclinationDeg: 86,
      phasing: 1,
    });
    const layers = [
      { orbits, cap: everySky },
      { orbits: geostationaryOrbits([0, 90], 0), cap: everySky },
    ];
    const found = coverage(layers, grid, { epochUnixS: 0, startS: 0, stepS: 600, stepCount: 5 });
    const overall = coverageOverall(grid, found);
    expect(overall).toEqual({ minCount: 14, maxCount: 14, meanCount: expect.closeTo(14, 9), zeroFraction: 0 });
  });

  test('a geostationary satellite covers its half of the equator and never the poles', () => {
    const cap: CoverageCap = { kind: 'elevation', minElevationRad: 0 };
    const found = coverage([{ orbits: geostationaryOrbits([5], 1e9), cap }], grid, {
      epochUnixS: 1e9,
      startS: 0,
      stepS: 7200,
      stepCount: 12,
    });
    const rows = coverageByLatitude(grid, found);
    const halfAngleDeg = Math.acos(EARTH_MEAN_RADIUS_KM / 42164.17) / DEG_RAD;
    expect(rows[0]).toMatchObject({ meanCount: 0, zeroFraction: 1 });
    expect(rows[9].meanCount).toBeCloseTo((2 * Math.round(halfAngleDeg / 10)) / 36, 1);
    expect(rows[9].meanCount + rows[9].zeroFraction).toBeCloseTo(1, 12);
  });

  test('mean over the globe is satellites times the share of the globe under a cap', () => {
    const orbits = compileWalker({
      pattern: 'delta',
      planes: 6,
      satellitesPerPlane: 5,
      altitudeKm: 2000,
      inclinationDeg: 60,
      phasing: 2,
    });
    const cap: CoverageCap = { kind: 'elevation', minElevationRad: 10 * DEG_RAD };
    const fine = { ...equalAngleGrid(90, 180), earth: SPHERE };
    const found = coverage([{ orbits, cap }], fine, { epochUnixS: 0, startS: 0, stepS: 300, stepCount: 24 });
    const theta = coveredAngleRad(cap, orbits.semiMajorAxisKm);
    expect(coverageOverall(fine, found).meanCount).toBeCloseTo((30 * (1 - Math.cos(theta))) / 2, 2);
  });

  test('refuses a grid or a span of nothing', () => {
    expect(() => equalAngleGrid(0, 4)).toThrow(/rows.*: 0/);
    expect(() => equalAngleGrid(4, 1.5)).toThrow(/columns.*: 1.5/);
    expect(() => coverage([], grid, { epochUnixS: 0, startS: 0, stepS: 60, stepCount: 0 })).toThrow(/stepCount.*: 0/);
  });
});
