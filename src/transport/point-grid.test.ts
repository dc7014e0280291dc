import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomStream } from '../num/random.ts';
import { PointGrid } from './point-grid.ts';

/** Points on shells between 6,700 and 8,000 km, some without a position. */
function points(count: number, seed: number): Float64Array {
  const draw = randomStream(seed, 0, 'points');
  const position = new Float64Array(3 * count);
  for (let i = 0; i < count; i++) {
    const z = 2 * draw.uniform() - 1;
    const angle = 2 * Math.PI * draw.uniform();
    const r = 6700 + 1300 * draw.uniform();
    const flat = Math.sqrt(1 - z * z);
    position.set([r * flat * Math.cos(angle), r * flat * Math.sin(angle), r * z], 3 * i);
    if (draw.uniform() < 0.02) position[3 * i] = Number.NaN;
  }
  return position;
}

test('the nearest points are those of a scan over all, with and without a hint', () => {
  const whole = { min: 0, max: 9000 };
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 400 }),
      fc.nat(1000),
      fc.integer({ min: 1, max: 5 }),
      fc.constantFrom(300, 3000, 50_000, Infinity),
      fc.tuple(
        fc.double({ ...whole, min: -9000, noNaN: true }),
        fc.double({ ...whole, noNaN: true }),
        fc.double({ ...whole, noNaN: true }),
      ),
      (count, seed, wanted, maxKm, [x, y, z]) => {
        const position = points(count, seed);
        const grid = new PointGrid();
        const isIn = (i: number) => i % 7 !== 0;
        grid.build(position, 0, count, isIn);
        const truth = Array.from({ length: count }, (_, i) => i)
          .filter((i) => isIn(i) && !Number.isNaN(position[3 * i]))
          .map((i) => ({ i, km: Math.hypot(position[3 * i] - x, position[3 * i + 1] - y, position[3 * i + 2] - z) }))
          .filter(({ km }) => km <= maxKm)
          .sort((a, b) => a.km - b.km)
          .slice(0, wanted);
        const found = grid.nearest([x, y, z], 0, maxKm, wanted);
        expect([...grid.foundIndex.subarray(0, found)]).toEqual(truth.map(({ i }) => i));
        if (truth.length === 0 || wanted > 1) return;
        const hint = Array.from({ length: count }, (_, i) => i).find((i) => isIn(i) && !Number.isNaN(position[3 * i]))!;
        expect(grid.nearest([x, y, z], 0, maxKm, 1, -1, hint)).toBe(1);
        expect(grid.foundIndex[0]).toBe(truth[0].i);
      },
    ),
  );
});

test('of points at one distance but for rounding, those of the lowest number are found', () => {
  const jitter = randomStream(3, 0, 'jitter');
  for (let round = 0; round < 20; round++) {
    const km = () => 1000 * (1 + 4e-14 * (jitter.uniform() - 0.5));
    const position = Float64Array.of(km(), 0, 0, 0, km(), 0, -km(), 0, 0, 0, -km(), 0, 0, 0, km());
    const grid = new PointGrid();
    grid.build(position, 0, 5);
    expect(grid.nearest([0, 0, 0], 0, 2000, 3)).toBe(3);
    expect([...grid.foundIndex.subarray(0, 3)]).toEqual([0, 1, 2]);
    for (let hint = 0; hint < 5; hint++) {
      expect(grid.nearest([0, 0, 0], 0, 2000, 1, -1, hint)).toBe(1);
      expect(grid.foundIndex[0]).toBe(0);
    }
  }
});

test('an empty grid finds nothing', () => {
  const grid = new PointGrid();
  grid.build(new Float64Array(0), 0, 0);
  expect(grid.nearest([0, 0, 0], 0, Infinity, 3)).toBe(0);
});

test('all points within a distance are those of a scan over all', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 400 }),
      fc.nat(1000),
      fc.constantFrom(300, 3000, 50_000),
      fc.tuple(
        fc.double({ min: -9000, max: 9000, noNaN: true }),
        fc.double({ min: -9000, max: 9000, noNaN: true }),
        fc.double({ min: -9000, max: 9000, noNaN: true }),
      ),
      (count, seed, maxKm, [x, y, z]) => {
        const position = points(count, seed);
        const grid = new PointGrid();
        grid.build(position, 0, count);
        const index: number[] = [];
        const km2: number[] = [];
        grid.within(x, y, z, maxKm, index, km2);
        const distance = (i: number) =>
          (position[3 * i] - x) ** 2 + (position[3 * i + 1] - y) ** 2 + (position[3 * i + 2] - z) ** 2;
        const truth = Array.from(Array(count).keys()).filter((i) => distance(i) <= maxKm ** 2);
        expect(index.toSorted((a, b) => a - b)).toEqual(truth);
        expect(km2).toEqual(index.map(distance));
      },
    ),
    { numRuns: 60 },
  );
});
