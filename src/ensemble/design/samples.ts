import { randomStream } from '../../num/random.ts';
import { sobolPoints } from './sobol-sequence.ts';

/** Levels of Morris's grid; a step is two thirds of the range. */
const MORRIS_LEVELS = 4;
const MORRIS_STEP = MORRIS_LEVELS / (2 * (MORRIS_LEVELS - 1));

/**
 * A Latin hypercube: in every coordinate exactly one point in each of `count` equal slices, at a random place within.
 *
 * @returns by point: coordinates in (0, 1)
 */
export function latinHypercube(count: number, dimensions: number, seed: number): number[][] {
  const points = Array.from({ length: count }, () => new Array<number>(dimensions).fill(0));
  for (let d = 0; d < dimensions; d++) {
    const random = randomStream(seed, d, 'latin-hypercube');
    const slices = Array.from({ length: count }, (_, i) => i);
    for (let i = count - 1; i > 0; i--) {
      const other = random.integer(i + 1);
      [slices[i], slices[other]] = [slices[other], slices[i]];
    }
    slices.forEach((slice, i) => {
      points[i][d] = (slice + random.uniform()) / count;
    });
  }
  return points;
}

/**
 * Saltelli's design for Sobol indices: for each base point A, B and, for each input, A with that input from B.
 *
 * @returns count x (dimensions + 2) points in the unit cube, in blocks of A, B, AB1, AB2, ...
 * @source saltelli-2010, table 2
 */
export function saltelliDesign(count: number, dimensions: number, seed: number): number[][] {
  return sobolPoints(count, 2 * dimensions, seed).flatMap((both) => {
    const a = both.slice(0, dimensions);
    const b = both.slice(dimensions);
    const mixed = a.map((_, d) => a.map((x, k) => (k === d ? b[k] : x)));
    return [a, b, ...mixed];
  });
}

/**
 * Morris's trajectories: each starts at a random point of a four-level grid and moves one input after the other, in random
 * order, by two thirds of its range.
 *
 * @returns count x (dimensions + 1) points in the unit cube
 * @source morris-1991, section 3
 */
export function morrisDesign(count: number, dimensions: number, seed: number): number[][] {
  return Array.from({ length: count }, (_, trajectory) => {
    const random = randomStream(seed, trajectory, 'morris');
    const start = Array.from({ length: dimensions }, () => random.integer(MORRIS_LEVELS) / (MORRIS_LEVELS - 1));
    const order = Array.from({ length: dimensions }, (_, d) => d);
    for (let i = dimensions - 1; i > 0; i--) {
      const other = random.integer(i + 1);
      [order[i], order[other]] = [order[other], order[i]];
    }
    const points = [start];
    for (const d of order) {
      const next = [...points.at(-1)!];
      next[d] = next[d] + MORRIS_STEP <= 1 + 1e-9 ? next[d] + MORRIS_STEP : next[d] - MORRIS_STEP;
      points.push(next);
    }
    return points;
  }).flat();
}
