import type { RandomStream } from './random.ts';

/**
 * One coordinate of a Latin hypercube: exactly one value in each of `count` equal slices of (0, 1), at a random place within,
 * in random order.
 *
 * Coordinates drawn from streams of their own make the hypercube; one more leaves the others as they were.
 *
 * @source mckay-1979, Latin hypercube sampling
 */
export function latinColumn(count: number, random: RandomStream): Float64Array {
  const slices = Uint32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const other = random.integer(i + 1);
    const slice = slices[i];
    slices[i] = slices[other];
    slices[other] = slice;
  }
  return Float64Array.from(slices, (slice) => (slice + random.uniform()) / count);
}
