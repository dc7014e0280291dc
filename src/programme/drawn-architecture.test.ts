import { describe, expect, test } from 'vitest';
import { shippedScenario } from '../../test/fixtures/shipped-scenario.ts';
import { quantile } from '../num/statistics.ts';
import { type DrawInput, drawInputs } from './draw-inputs.ts';
import { drawnArchitecture, drawTable, valuesOf } from './drawn-architecture.ts';
import { drawnValue } from './drawn-value.ts';

const golden = shippedScenario('golden-dome');
const input = (fields: Partial<DrawInput>): DrawInput => ({
  key: 'x.y',
  element: 'x',
  path: 'y',
  value: 3,
  low: 1,
  high: 6,
  rangeKind: 'bounds',
  distribution: 'triangular',
  basis: 'assumption',
  source: 'cupola',
  isWhole: false,
  elements: ['x'],
  ...fields,
});
const sample = (given: DrawInput) => Float64Array.from({ length: 9999 }, (_, i) => drawnValue(given, (i + 1) / 10_000));

describe('one value for every uncertain number', () => {
  test('bounds are kept, a band holds a tenth on each side', () => {
    for (const distribution of ['triangular', 'lognormal'] as const) {
      const bounds = sample(input({ distribution }));
      expect(Math.min(...bounds)).toBeGreaterThanOrEqual(1);
      expect(Math.max(...bounds)).toBeLessThanOrEqual(6);
      const band = sample(input({ distribution, rangeKind: 'band80', low: 2, high: 5 }));
      expect(quantile(band, 0.1)).toBeCloseTo(2, 2);
      expect(quantile(band, 0.9)).toBeCloseTo(5, 2);
    }
  });

  test('a chance stays a chance', () => {
    const band = sample(input({ path: 'killProbability', value: 0.9, low: 0.7, high: 0.98, rangeKind: 'band80' }));
    expect(Math.max(...band)).toBeLessThanOrEqual(1);
  });

  test('draw 0 is the architecture itself', () => {
    expect(drawnArchitecture(golden, drawTable(golden, 8), 0)).toBe(golden);
  });

  test('every drawn number stands where the architecture uses it, and the first is not touched', () => {
    const before = structuredClone(golden);
    const table = drawTable(golden, 8);
    const drawn = drawnArchitecture(golden, table, 3);
    const values = valuesOf(table, 3);
    const i = table.inputs.findIndex(({ key }) => key === 'cbo-2026-sbi.killProbability');
    expect(drawn.interceptors.find(({ id }) => id === 'sbi')!.killProbability).toBe(values[i]);
    expect(golden).toEqual(before);
    expect(drawInputs(drawn)).toEqual([]);
  });

  test('each slice of each input is hit once; one input less moves no other', () => {
    const table = drawTable(golden, 16);
    for (const column of table.columns)
      expect([...column].map((p) => Math.floor(p * 16)).sort((a, b) => a - b)).toEqual([...Array(16).keys()]);
    const less = { ...golden, uses: golden.uses.filter(({ path }) => path !== 'killProbability') };
    const other = drawTable(less, 16);
    const at = (t: typeof table) => t.columns[t.inputs.findIndex(({ key }) => key === 'cbo-2026-sbi.deltaVKmS')];
    expect(at(other)).toEqual(at(table));
  });

  test('rates, delays and qualification of the book are drawn for a search, its shares never; a programme reads none of them', () => {
    const ofBook = (reader?: 'search') =>
      drawInputs(golden, reader).filter(({ element }) => element === golden.partners!.id);
    expect(ofBook()).toEqual([]);
    const fields = new Set(ofBook('search').map(({ path }) => path.replace(/^edges\[\d+\]\./, '')));
    expect(fields).toEqual(new Set(['capacityPerYr', 'delayYr', 'fixedMusd']));
    const table = drawTable(golden, 8, 'search');
    const i = table.inputs.findIndex(({ path }) => path.endsWith('.delayYr'));
    const edge = Number(/\d+/.exec(table.inputs[i].path)![0]);
    expect(drawnArchitecture(golden, table, 3).partners!.edges![edge].delayYr).toBe(valuesOf(table, 3)[i]);
  });

  test('what a scenario states is not drawn: counts, orbits, the raid', () => {
    const paths = drawInputs(golden).map(({ path }) => path);
    expect(paths.length).toBeGreaterThan(60);
    expect(paths.filter((path) => /planes|shells|inclination|warheadCount|perSiteCount/.test(path))).toEqual([]);
    expect(paths).toContain('killProbability');
  });
});
