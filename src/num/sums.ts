import { TWO_32 } from './random.ts';

const CHUNKS = 68; // 2046 exponents and 53 bits in chunks of 32, with room above for 2^64 additions
const MOST_ADDITIONS = 2 ** 20; // each adds under 2^32 to a chunk: chunks stay under 2^53 and exact

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer); // little-endian, as every engine that runs this

/** What an exact sum holds, ready for JSON; equal sums have equal states. */
export interface SumState {
  /** Index of the lowest chunk that is not zero. */
  first: number;
  /** 32-bit chunks from `first` up; all but the last from 0 to 2^32 - 1, the last may be negative. */
  chunks: number[];
  /** How many infinities of each sign and NaN were added. */
  special: [positive: number, negative: number, nan: number];
}

/**
 * A sum that does not depend on the order of its terms or on how they were shared out.
 *
 * Holds the total as a fixed-point number as wide as the whole range of doubles, so nothing is lost until `value`
 * rounds once. A small superaccumulator.
 *
 * @source neal-2015, section 3
 */
export class ExactSum {
  readonly #chunks = new Float64Array(CHUNKS);
  readonly #special: [number, number, number] = [0, 0, 0];
  #pending = 0;

  /** Adds one number; infinities and NaN are counted and come out of `value` as ordinary addition would give them. */
  add(x: number): void {
    double[0] = x;
    const high = words[1];
    const low = words[0];
    let exponent = (high >>> 20) & 0x7ff;
    let top = high & 0xfffff;
    if (exponent === 0x7ff) {
      this.#special[top !== 0 || low !== 0 ? 2 : high >>> 31]++;
      return;
    }
    if (exponent === 0) exponent = 1;
    else top |= 0x100000;
    if (++this.#pending >= MOST_ADDITIONS) this.#carry();
    // the 53 bits, shifted left within their chunk, reach into the two above it
    const at = (exponent - 1) >>> 5;
    const shift = (exponent - 1) & 31;
    const first = (low << shift) >>> 0;
    const second = ((top << shift) | ((low >>> 1) >>> (31 - shift))) >>> 0;
    const third = (top >>> 1) >>> (31 - shift);
    const chunks = this.#chunks;
    if (high < 0x80000000) {
      chunks[at] += first;
      chunks[at + 1] += second;
      chunks[at + 2] += third;
    } else {
      chunks[at] -= first;
      chunks[at + 1] -= second;
      chunks[at + 2] -= third;
    }
  }

  /** Adds every number of an array. */
  addAll(values: ArrayLike<number>): void {
    for (let i = 0; i < values.length; i++) this.add(values[i]);
  }

  /** Adds another sum to this one; the other stays as it is. */
  merge(other: ExactSum): void {
    this.#carry();
    other.#carry();
    for (let i = 0; i < CHUNKS; i++) this.#chunks[i] += other.#chunks[i];
    for (let i = 0; i < 3; i++) this.#special[i] += other.#special[i];
    this.#carry();
  }

  /** The total, rounded once to the nearest double. */
  value(): number {
    const [positive, negative, nan] = this.#special;
    if (nan > 0 || (positive > 0 && negative > 0)) return Number.NaN;
    if (positive > 0) return Infinity;
    if (negative > 0) return -Infinity;
    this.#carry();
    let total = 0n;
    for (let i = CHUNKS - 1; i >= 0; i--) total = (total << 32n) + BigInt(this.#chunks[i]);
    return roundFixed(total);
  }

  /** The sum as plain data; the same total gives the same state whatever the order of additions. */
  state(): SumState {
    this.#carry();
    let first = 0;
    let end = CHUNKS;
    while (first < CHUNKS && this.#chunks[first] === 0) first++;
    while (end > first && this.#chunks[end - 1] === 0) end--;
    if (first === CHUNKS) first = 0;
    return { first, chunks: [...this.#chunks.subarray(first, Math.max(first, end))], special: [...this.#special] };
  }

  /**
   * The sum that a state describes.
   *
   * @throws RangeError if the state is not one that `state` could give
   */
  static from({ first, chunks, special }: SumState): ExactSum {
    const sum = new ExactSum();
    const whole = [first, ...chunks, ...special].every(Number.isSafeInteger);
    if (!whole || first < 0 || first + chunks.length > CHUNKS || special.length !== 3) {
      throw new RangeError(`sum state must hold whole numbers within ${CHUNKS} chunks: first ${first}`);
    }
    for (let i = 0; i < chunks.length; i++) {
      if (Math.abs(chunks[i]) >= TWO_32) throw new RangeError(`sum state chunk must be under 2^32: ${chunks[i]}`);
      sum.#chunks[first + i] = chunks[i];
    }
    for (let i = 0; i < 3; i++) sum.#special[i] = special[i];
    sum.#carry();
    return sum;
  }

  /** Brings every chunk but the topmost used one to 0 ... 2^32 - 1. */
  #carry(): void {
    const chunks = this.#chunks;
    for (let i = 0; i < CHUNKS - 1; i++) {
      const carry = Math.floor(chunks[i] / TWO_32);
      if (carry === 0) continue;
      chunks[i] -= carry * TWO_32;
      chunks[i + 1] += carry;
    }
    this.#pending = 0;
  }
}

/** Exact sum of an array, rounded once. */
export function exactSum(values: ArrayLike<number>): number {
  const sum = new ExactSum();
  sum.addAll(values);
  return sum.value();
}

/** A whole number of units of 2^-1074 as the nearest double, ties to even. */
function roundFixed(total: bigint): number {
  const negative = total < 0n;
  let magnitude = negative ? -total : total;
  const bits = magnitude.toString(16).length * 4;
  let shift = 0;
  if (bits > 80) {
    shift = bits - 80; // 77 bits or more stay; what is cut leaves one sticky bit
    const kept = magnitude >> BigInt(shift);
    magnitude = kept << BigInt(shift) === magnitude ? kept : kept | 1n;
  }
  const scaled = Number(magnitude) * 2 ** -500 * 2 ** Math.min(shift - 574, 950) * 2 ** Math.max(0, shift - 1524);
  return negative ? -scaled : scaled;
}
