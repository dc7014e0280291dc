import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InputError } from '../../flow/problems.ts';
import { readDesignMatrix } from './design-matrix.ts';
import { combinations, linearLevels, logLevels, valueAt } from './levels.ts';
import { latinHypercube, morrisDesign, saltelliDesign } from './samples.ts';
import { maxSobolDimensions, sobolPoints } from './sobol-sequence.ts';

test('a Latin hypercube has one point in each slice of every coordinate', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 8 }), fc.nat(1000), (count, k, seed) => {
      const points = latinHypercube(count, k, seed);
      for (let d = 0; d < k; d++) {
        const slices = points.map((point) => Math.floor(point[d] * count)).sort((a, b) => a - b);
        expect(slices).toEqual(Array.from({ length: count }, (_, i) => i));
      }
    }),
    { numRuns: 30 },
  );
});

test('blocks of the Sobol sequence fill equal slices of every coordinate, with and without a shift', () => {
  for (const seed of [undefined, 1, 77]) {
    const points = sobolPoints(64, maxSobolDimensions, seed);
    for (let d = 0; d < maxSobolDimensions; d++)
      for (const [from, to] of [
        [0, 64],
        [32, 64],
        [16, 32],
      ] as const) {
        const slices = points.slice(from, to).map((point) => Math.floor(point[d] * (to - from)));
        expect(new Set(slices).size).toBe(to - from);
      }
  }
});

test('the first points are those of the published sequence', () => {
  expect(sobolPoints(6, 3)).toEqual([
    [0, 0, 0],
    [0.5, 0.5, 0.5],
    [0.75, 0.25, 0.25],
    [0.25, 0.75, 0.75],
    [0.375, 0.375, 0.625],
    [0.875, 0.875, 0.125],
  ]);
  expect(() => sobolPoints(4, maxSobolDimensions + 1)).toThrow(RangeError);
});

test('every dimension agrees with SciPy, which reads the published file of direction numbers', () => {
  // scipy.stats.qmc.Sobol(d=64, scramble=False, bits=32).random(4096), rows 1000 and 4095 in units of 2^-12; SciPy 1.17.1
  // biome-ignore format: a table
  const published: Record<number, number[]> = {
    1000: [900, 396, 2124, 2772, 1148, 3716, 188, 3684, 2052, 284, 348, 1044, 660, 1572, 588, 1516, 2948, 1412, 4060, 2972, 2140, 2252, 3892, 2212, 2388, 3716, 164, 4012, 244, 1396, 604, 596, 1212, 2428, 3284, 3156, 3476, 3404, 1260, 1964, 3740, 1044, 3932, 2876, 3444, 380, 3572, 3764, 4092, 1964, 1444, 2116, 3084, 1796, 516, 3652, 1860, 324, 3620, 2340, 1828, 2468, 1060, 1828],
    4095: [1, 3855, 1369, 3693, 3851, 323, 3889, 1601, 785, 1009, 2333, 1317, 1511, 2129, 2257, 1707, 255, 2495, 3331, 2135, 925, 2999, 2777, 1825, 751, 2183, 1551, 117, 3827, 3503, 1481, 359, 3115, 1077, 3903, 719, 2377, 1343, 679, 931, 823, 43, 2743, 2773, 2741, 3983, 2865, 81, 3923, 2489, 1905, 151, 2787, 4069, 227, 593, 2865, 2161, 2621, 2333, 1215, 1577, 2813, 2267],
  };
  const points = sobolPoints(4096, maxSobolDimensions);
  for (const [row, units] of Object.entries(published)) expect(points[Number(row)].map((x) => x * 4096)).toEqual(units);
});

test('a Saltelli block differs from A in one input at a time, taken from B', () => {
  const k = 3;
  const design = saltelliDesign(8, k, 5);
  expect(design.length).toBe(8 * (k + 2));
  for (let block = 0; block < 8; block++) {
    const [a, b, ...mixed] = design.slice(block * (k + 2), (block + 1) * (k + 2));
    mixed.forEach((point, j) => {
      expect(point).toEqual(a.map((x, d) => (d === j ? b[d] : x)));
    });
  }
});

test('a Morris trajectory moves every input once, by two thirds, inside the cube', () => {
  const k = 5;
  const design = morrisDesign(6, k, 3);
  for (let t = 0; t < 6; t++) {
    const path = design.slice(t * (k + 1), (t + 1) * (k + 1));
    const moved = path.slice(1).map((point, i) => {
      const steps = point.map((x, d) => x - path[i][d]);
      const at = steps.findIndex((x) => x !== 0);
      expect(Math.abs(steps[at])).toBeCloseTo(2 / 3, 12);
      return at;
    });
    expect(moved.sort()).toEqual([0, 1, 2, 3, 4]);
    for (const x of path.flat()) expect(x >= 0 && x <= 1 + 1e-9).toBe(true);
  }
});

test('levels include both ends', () => {
  expect(linearLevels(0, 0.3, 4)).toEqual([0, 0.1, 0.2, 0.3]);
  expect(logLevels(1, 1000, 4)).toEqual([1, 10, 100, 1000]);
  expect(combinations<number | string | boolean>([[1, 2], ['a'], [true, false]])).toEqual([
    [1, 'a', true],
    [1, 'a', false],
    [2, 'a', true],
    [2, 'a', false],
  ]);
});

test('whole numbers of a range come up equally often, ends included', () => {
  const range = { low: 2, high: 5, isLog: false, isWhole: true };
  const counts = new Map<number, number>();
  for (let i = 0; i < 400; i++) {
    const value = valueAt(range, (i + 0.5) / 400);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  expect([...counts]).toEqual([2, 3, 4, 5].map((value) => [value, 100]));
  expect(valueAt({ low: 1, high: 100, isLog: true, isWhole: false }, 0.5)).toBeCloseTo(10, 10);
});

test('a design matrix is read with quotes, numbers and words', () => {
  const { columns, rows, lines } = readDesignMatrix('raid, site ,x\n1,"a, ""b""",2e-3\r\n\n-5,north,+1\n', 'm.csv');
  expect(lines).toEqual([2, 4]);
  expect(columns).toEqual(['raid', 'site', 'x']);
  expect(rows).toEqual([
    [1, 'a, "b"', 0.002],
    [-5, 'north', 1],
  ]);
});

test.each([
  ['', 'is empty'],
  ['a,b\n', 'no design point'],
  ['a,a\n1,2\n', 'twice'],
  ['a,b\n1\n', 'm.csv:2:1 has 1 cells, expected 2'],
  ['a,b\n1,\n', 'm.csv:2:1 "b" is empty'],
  ['a,b\n1,2\n"1,2\n', 'm.csv:3:1 has a quote that is not closed'],
  ['a,b\n"1"5,2\n', 'm.csv:2:1 has a quote that is not closed'],
  ['a,"b\n1,2\n', 'm.csv:1:1 has a quote that is not closed'],
])('a faulty design matrix is refused with its line: %j', (text, message) => {
  expect(() => readDesignMatrix(text, 'm.csv')).toThrow(message);
});

test('no text makes the reader of matrices fail otherwise', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '1', ',', '"', '\n', ' ', '.') }), (text) => {
      try {
        const { columns, rows } = readDesignMatrix(text, 'm.csv');
        for (const row of rows) expect(row.length).toBe(columns.length);
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
      }
    }),
  );
});
