import { expect, test } from 'vitest';
import { draw } from '../figures/draw.ts';
import type { Footprint } from '../flow/footprint.ts';
import { footprintGeoJson } from './export/footprint-geojson.ts';
import { footprintFigures } from './figures/footprint-figure.ts';
import { footprintScreen } from './footprint-screen.ts';
import { plainStyle } from './text.ts';

const layer = (id: string, chances: number[]) => ({
  id,
  name: id,
  fraction: chances.reduce((a, b) => a + b, 0) / chances.length,
  byArea: { alaska: chances[0], hawaii: chances[1] },
  chances,
});
const footprint: Footprint = {
  threatId: 'raid',
  threatName: 'ICBM',
  from: { name: 'somewhere', latDeg: 40, lonDeg: 127 },
  orderS: 80,
  spacingKm: 300,
  momentCount: 2,
  areas: [
    { id: 'alaska', name: 'Alaska', areaKm2: 90_000, pointCount: 1 },
    { id: 'hawaii', name: 'Hawaii', areaKm2: 90_000, pointCount: 1 },
  ],
  points: [
    { area: 'alaska', latDeg: 64, lonDeg: 179, areaKm2: 90_000 },
    { area: 'hawaii', latDeg: 20, lonDeg: -156, areaKm2: 400 },
  ],
  outOfRangeCount: 3,
  layers: [layer('sbi', [0.5, 1]), layer('none', [0, 0])],
  all: layer('all', [0.5, 1]),
};

test('the screen has a row for each layer, and says that it is area', () => {
  const screen = footprintScreen('Case', footprint, plainStyle, 100);
  expect(screen).toMatch(/sbi +50\.0 % +100\.0 % +75\.0 %/);
  expect(screen).toMatch(/all layers +50\.0 % +100\.0 % +75\.0 %/);
  expect(screen).toContain('area, not people');
  expect(screen).toContain('3 aim points out of the');
});

test('a figure for all and for each layer that defends something, with its numbers', () => {
  const figures = footprintFigures(footprint);
  expect(figures.map(({ id }) => id)).toEqual(['footprint-all', 'footprint-sbi']);
  expect(figures[1].rows).toEqual([
    ['alaska', 64, 179, 90_000, 0.5],
    ['hawaii', 20, -156, 400, 1],
  ]);
  expect(draw(figures[0])).not.toContain('NaN');
});

test('the GeoJSON has a square for each point, not over 180 degrees, an island as large as it is', () => {
  const { features } = JSON.parse(footprintGeoJson(footprint)) as {
    features: { properties: Record<string, unknown>; geometry: { coordinates: [number, number][][] } }[];
  };
  expect(features.map(({ properties }) => [properties.area, properties.sbi, properties.all])).toEqual([
    ['alaska', 0.5, 0.5],
    ['hawaii', 1, 1],
  ]);
  const [alaska, hawaii] = features.map(({ geometry }) => geometry.coordinates[0]);
  expect(Math.max(...alaska.map(([lonDeg]) => lonDeg))).toBe(180);
  expect(hawaii[2][1] - hawaii[0][1]).toBeCloseTo(20 / 111.195, 4);
  expect(hawaii[0]).toEqual(hawaii.at(-1));
});
