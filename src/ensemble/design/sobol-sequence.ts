import { randomStream } from '../../num/random.ts';

/** Degree, polynomial and initial direction numbers of dimensions 2 and up. */
const DIRECTIONS: [degree: number, polynomial: number, numbers: number[]][] = [
  [1, 0, [1]],
  [2, 1, [1, 3]],
  [3, 1, [1, 3, 1]],
  [3, 2, [1, 1, 1]],
  [4, 1, [1, 1, 3, 3]],
  [4, 4, [1, 3, 5, 13]],
  [5, 2, [1, 1, 5, 5, 17]],
  [5, 4, [1, 1, 5, 5, 5]],
  [5, 7, [1, 1, 7, 11, 19]],
  [5, 11, [1, 1, 5, 1, 1]],
  [5, 13, [1, 1, 1, 3, 11]],
  [5, 14, [1, 3, 5, 5, 31]],
  [6, 1, [1, 3, 3, 9, 7, 49]],
  [6, 13, [1, 1, 1, 15, 21, 21]],
  [6, 16, [1, 3, 1, 13, 27, 49]],
  [6, 19, [1, 1, 1, 15, 7, 5]],
  [6, 22, [1, 3, 1, 15, 13, 25]],
  [6, 25, [1, 1, 5, 5, 19, 61]],
  [7, 1, [1, 3, 7, 11, 23, 15, 103]],
  [7, 4, [1, 3, 7, 13, 13, 15, 69]],
];
const BITS = 32;

export const maxSobolDimensions = DIRECTIONS.length + 1;

/**
 * Points of Sobol's low-discrepancy sequence in the unit cube, with a digital shift that belongs to the seed.
 *
 * Every block of 2^k points puts one into each of 2^k equal slices of every coordinate.
 *
 * @param count points
 * @param dimensions 1 to `maxSobolDimensions`
 * @param seed undefined: no shift, so that the first point is the origin
 * @returns by point: coordinates in [0, 1)
 * @throws RangeError for other dimensions
 * @source joe-kuo-2008, direction numbers new-joe-kuo-6
 */
export function sobolPoints(count: number, dimensions: number, seed?: number): number[][] {
  if (!Number.isInteger(dimensions) || dimensions < 1 || dimensions > maxSobolDimensions)
    throw new RangeError(`dimensions must be a whole number from 1 to ${maxSobolDimensions}: ${dimensions}`);
  const columns = Array.from({ length: dimensions }, (_, d) => directionNumbers(d));
  const shifts = columns.map((_, d) =>
    seed === undefined ? 0 : Math.floor(randomStream(seed, d, 'sobol-shift').uniform() * 2 ** BITS) | 0,
  );
  return Array.from({ length: count }, (_, i) =>
    columns.map((numbers, d) => ((coordinate(i ^ (i >>> 1), numbers) ^ shifts[d]!) >>> 0) / 2 ** BITS),
  );
}

function coordinate(gray: number, numbers: Int32Array): number {
  let x = 0;
  for (let bit = 0, rest = gray; rest !== 0; bit++, rest >>>= 1) if (rest & 1) x ^= numbers[bit]!;
  return x;
}

function directionNumbers(dimension: number): Int32Array {
  const out = new Int32Array(BITS);
  if (dimension === 0) {
    for (let i = 0; i < BITS; i++) out[i] = 1 << (BITS - 1 - i);
    return out;
  }
  const [degree, polynomial, numbers] = DIRECTIONS[dimension - 1]!;
  for (let i = 0; i < BITS; i++) {
    if (i < degree) {
      out[i] = numbers[i]! << (BITS - 1 - i);
      continue;
    }
    let v = out[i - degree]! ^ (out[i - degree]! >>> degree);
    for (let k = 1; k < degree; k++) if ((polynomial >>> (degree - 1 - k)) & 1) v ^= out[i - k]!;
    out[i] = v;
  }
  return out;
}
