import { WORKS } from '../flow/availability.ts';
import { type Orbits, orbitPositionsEcefKm } from '../physics/orbits.ts';
import { gmstRad } from '../physics/time.ts';
import { type CoverageCap, type CoverageGrid, countCovered } from './coverage-grid.ts';

/** Satellites with the same rule of what they cover. */
export interface CoverageLayer {
  orbits: Orbits;
  cap: CoverageCap;
  /** [satellite]: its state; absent: all work. Who does not covers nothing. */
  states?: Uint8Array;
}

/** How many satellites cover each cell over time; arrays are [row][column] of the grid. */
export interface Coverage {
  stepCount: number;
  minCount: Int32Array;
  maxCount: Int32Array;
  meanCount: Float64Array;
  /** share of the time with none */
  zeroFraction: Float64Array;
}

/** The same by latitude: the mean of the row, its worst cell, and its share of time and longitude with none. */
export interface LatitudeCoverage {
  latitudeRad: number;
  minCount: number;
  meanCount: number;
  zeroFraction: number;
}

/** Steps at which satellites are counted. */
export interface CoverageSpan {
  /** Epoch of the orbits. */
  epochUnixS: number;
  /** First step, after the epoch. */
  startS: number;
  /** Time between steps. */
  stepS: number;
  stepCount: number;
}

/**
 * Counts the satellites that cover each cell of a grid, over a span of time.
 *
 * Places on the grid's figure of the Earth, WGS84 where it names none; satellites by their own motion and the Earth's rotation. Nothing between steps is seen: a gap
 * shorter than `stepS` may be missed.
 *
 * @param layers counted together; each with its own rule
 * @param onStep called after each step, for progress
 */
export function coverage(
  layers: readonly CoverageLayer[],
  grid: CoverageGrid,
  { epochUnixS, startS, stepS, stepCount }: CoverageSpan,
  onStep?: (done: number) => void,
): Coverage {
  if (!Number.isInteger(stepCount) || stepCount < 1) throw new RangeError(`stepCount must be from 1: ${stepCount}`);
  const cells = grid.latitudeRad.length * grid.columns;
  const positions = layers.map(({ orbits }) => new Float64Array(3 * orbits.count));
  const one = new Int32Array(cells);
  const all = new Int32Array(cells);
  const sum = new Float64Array(cells);
  const zeros = new Float64Array(cells);
  const minCount = new Int32Array(cells).fill(0x7fffffff);
  const maxCount = new Int32Array(cells);
  for (let step = 0; step < stepCount; step++) {
    const tS = startS + step * stepS;
    const gmst = gmstRad(epochUnixS + tS);
    all.fill(0);
    layers.forEach(({ orbits, cap, states }, k) => {
      orbitPositionsEcefKm(orbits, tS, gmst, positions[k]);
      states?.forEach((state, unit) => {
        if (state !== WORKS) positions[k].fill(Number.NaN, 3 * unit, 3 * unit + 3);
      });
      countCovered(grid, positions[k], orbits.count, cap, one);
      for (let cell = 0; cell < cells; cell++) all[cell] += one[cell];
    });
    for (let cell = 0; cell < cells; cell++) {
      const n = all[cell];
      sum[cell] += n;
      if (n === 0) zeros[cell]++;
      if (n < minCount[cell]) minCount[cell] = n;
      if (n > maxCount[cell]) maxCount[cell] = n;
    }
    onStep?.(step + 1);
  }
  for (let cell = 0; cell < cells; cell++) {
    sum[cell] /= stepCount;
    zeros[cell] /= stepCount;
  }
  return { stepCount, minCount, maxCount, meanCount: sum, zeroFraction: zeros };
}

/** Rows of a coverage: means along longitude, and the smallest count met. */
export function coverageByLatitude(grid: CoverageGrid, found: Coverage): LatitudeCoverage[] {
  const { columns } = grid;
  return Array.from(grid.latitudeRad, (latitudeRad, row) => {
    let minCount = Number.POSITIVE_INFINITY;
    let mean = 0;
    let zero = 0;
    for (let cell = row * columns; cell < (row + 1) * columns; cell++) {
      minCount = Math.min(minCount, found.minCount[cell]);
      mean += found.meanCount[cell];
      zero += found.zeroFraction[cell];
    }
    return { latitudeRad, minCount, meanCount: mean / columns, zeroFraction: zero / columns };
  });
}

/** The whole globe, or its half north or south of the equator. */
export type GlobePart = 'all' | 'north' | 'south';

/**
 * Mean over the area of the globe, or of half of it, of a value by latitude row, and the least and greatest count anywhere on it. A row on
 * the equator belongs half to each half.
 */
export function coverageOverall(
  grid: CoverageGrid,
  found: Coverage,
  part: GlobePart = 'all',
): { minCount: number; maxCount: number; meanCount: number; zeroFraction: number } {
  let area = 0;
  let mean = 0;
  let zero = 0;
  let minCount = Number.POSITIVE_INFINITY;
  let maxCount = 0;
  for (let row = 0; row < grid.latitudeRad.length; row++) {
    const latitudeRad = grid.latitudeRad[row];
    const weight = Math.cos(latitudeRad) * partShare(latitudeRad, part);
    if (weight === 0) continue;
    for (let cell = row * grid.columns; cell < (row + 1) * grid.columns; cell++) {
      area += weight;
      mean += weight * found.meanCount[cell];
      zero += weight * found.zeroFraction[cell];
      minCount = Math.min(minCount, found.minCount[cell]);
      maxCount = Math.max(maxCount, found.maxCount[cell]);
    }
  }
  return { minCount, maxCount, meanCount: mean / area, zeroFraction: zero / area };
}

/** Share of a row that is in a part of the globe. */
function partShare(latitudeRad: number, part: GlobePart): number {
  if (part === 'all') return 1;
  const northward = part === 'north' ? latitudeRad : -latitudeRad;
  if (Math.abs(northward) < 1e-9) return 0.5;
  return northward > 0 ? 1 : 0;
}
