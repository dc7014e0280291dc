import { describe, expect, test } from 'vitest';
import { testCatalog } from '../../test/fixtures/catalog.ts';
import type { AimPoint } from '../flow/footprint.ts';
import { areaGrid } from '../physics/area-grid.ts';
import { areaOf } from '../physics/areas.ts';
import { parseScenario } from '../read/parse.ts';
import { resolveScenario } from '../read/resolve.ts';
import { defendedAims, footprintOf } from './footprint.ts';
import { prepare } from './prepare.ts';

const catalog = testCatalog();

function prepared(interceptors: string, threat = 'from: north-korea-interior, toward: washington') {
  const text = `name: Test
epochUtc: 2028-06-01T00:00:00Z
defended: [fifty-states]
command:
  - { id: c2, site: schriever }
interceptors:
${interceptors}
threat:
  - { id: raid, use: icbm-solid, count: 1, ${threat} }
`;
  return prepare(resolveScenario(parseScenario(text, 'case.yaml'), catalog));
}

const aim = (latDeg: number, lonDeg: number): AimPoint => ({ area: 'test', latDeg, lonDeg, areaKm2: 1 });

describe('areaGrid', () => {
  test('the squares add up to the area, and every island has a point', () => {
    const [conus, alaska, hawaii] = ['conus', 'alaska', 'hawaii'].map(areaOf);
    const total = (points: AimPoint[]) => points.reduce((sum, { areaKm2 }) => sum + areaKm2, 0);
    // land and inland water, CIA and Census figures: 8.08, 1.72 M and 16,600 km2 of land
    expect(Math.abs(total(areaGrid([conus], 100)) / 7.9e6 - 1)).toBeLessThan(0.04);
    expect(Math.abs(total(areaGrid([alaska], 100)) / 1.52e6 - 1)).toBeLessThan(0.06);
    const islands = areaGrid([hawaii], 300);
    expect(islands).toHaveLength(hawaii.rings.length);
    expect(Math.abs(total(islands) / 16_600 - 1)).toBeLessThan(0.2);
  });
});

describe('defendedAims', () => {
  const gmd = prepared('  - { id: gbi, use: gbi, sites: [fort-greely] }');
  const [threat] = gmd.architecture.threats;
  const from = threat.from[0];

  test('a field in Alaska defends the states against North Korea and not Guam', () => {
    const aims = [aim(38.9, -77), aim(34, -118.2), aim(61.2, -149.9), aim(13.44, 144.79)];
    const { layers, any } = defendedAims(gmd, { threat: threat, from, orderS: 100, momentCount: 2, aims });
    expect(layers).toEqual([[1, 1, 1, 0]]);
    expect(any).toEqual([1, 1, 1, 0]);
  });

  test('an order after arrival defends nothing; a later one never more', () => {
    const aims = areaGrid([areaOf('conus')], 600);
    const counts = [100, 900, 1300, 2500].map((orderS) =>
      defendedAims(gmd, { threat: threat, from, orderS, momentCount: 1, aims }).any.reduce((a, b) => a + b),
    );
    expect(counts.at(-1)).toBe(0);
    counts.forEach((count, i) => {
      if (i > 0) expect(count).toBeLessThanOrEqual(counts[i - 1]);
    });
    expect(counts[0]).toBe(aims.length);
  });

  test('a terminal layer like THAAD defends a disc of some 120 km against an ICBM', () => {
    // straight-in closed form: 161 km across at 40 km height; Wilkening (Adelphi 334, abstract): about 120 km
    const thaad = prepared(
      '  - { id: thaad, use: thaad-battery, sites: [washington], maxTargetRangeKm: 20000, burnoutSpeedKmS: 2, boostS: 0.1, minAltitudeKm: 40, maxAltitudeKm: 40.5, reactionS: 10, maxRangeKm: 400 }',
    );
    const stepKm = 30;
    const aims: AimPoint[] = [];
    for (let north = -195; north <= 195; north += stepKm)
      for (let east = -195; east <= 195; east += stepKm)
        aims.push({ ...aim(38.9 + north / 111.2, -77 + east / (111.2 * Math.cos(0.679))), areaKm2: stepKm * stepKm });
    const [raid] = thaad.architecture.threats;
    const { impactS } = thaad.flights[0].trajectory;
    const orderS = impactS - 500 / 7.2;
    const { points, any } = defendedAims(thaad, { threat: raid, from, orderS, momentCount: 1, aims });
    const areaKm2 = points.reduce((sum, point, i) => sum + point.areaKm2 * any[i], 0);
    const acrossKm = 2 * Math.sqrt(areaKm2 / Math.PI);
    expect(acrossKm).toBeGreaterThan(100);
    expect(acrossKm).toBeLessThan(200);
  });
});

test('footprintOf: shares by part, of the layer and of all', () => {
  const two = prepared(`  - { id: gbi, use: gbi, sites: [fort-greely], maxRangeKm: 2500 }
  - { id: sbi, use: cbo-2026-sbi }`);
  const found = footprintOf(two, {
    areas: ['fifty-states'],
    threat: two.architecture.threats[0],
    orderS: 90,
    spacingKm: 700,
    momentCount: 3,
  });
  expect(found.areas.map(({ id }) => id)).toEqual(['conus', 'alaska', 'hawaii']);
  expect(found.points.length + found.outOfRangeCount).toBe(
    found.areas.reduce((sum, { pointCount }) => sum + pointCount, 0) + found.outOfRangeCount,
  );
  const [gbi, sbi] = found.layers;
  for (const { fraction, byArea, chances } of [gbi, sbi, found.all]) {
    const weighted = found.areas.reduce((sum, { id, areaKm2 }) => sum + areaKm2 * byArea[id], 0);
    expect(fraction).toBeCloseTo(weighted / found.areas.reduce((sum, { areaKm2 }) => sum + areaKm2, 0), 9);
    for (const chance of chances) expect([0, 1 / 3, 2 / 3, 1].some((x) => Math.abs(x - chance) < 1e-9)).toBe(true);
  }
  expect(gbi.byArea).toMatchObject({ alaska: 1, hawaii: 0 }); // no missile to Hawaii comes within 2,500 km of Alaska
  found.points.forEach((_, i) => {
    expect(found.all.chances[i]).toBeGreaterThanOrEqual(Math.max(gbi.chances[i], sbi.chances[i]));
  });
});
