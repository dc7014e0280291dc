import { normalQuantile } from './special.ts';

const PARITY = 0x1bd11bda;
export const TWO_32 = 4294967296;
const STRING_STREAM = 0x80000000; // top bit: a named stream never meets a numbered one
const UNIT = 2 ** -52;

/**
 * One block of Threefry-2x32 with 20 rounds: two random words from a two-word key and a two-word counter.
 *
 * The output depends on nothing but its inputs, so draws can be made in any order and on any thread.
 *
 * @param out receives the two words, unsigned
 * @source salmon-2011, section 3.3
 */
export function threefry2x32(key0: number, key1: number, counter0: number, counter1: number, out: Uint32Array): void {
  const k0 = key0 | 0;
  const k1 = key1 | 0;
  const k2 = PARITY ^ k0 ^ k1;
  let x = ((counter0 | 0) + k0) | 0;
  let y = ((counter1 | 0) + k1) | 0;
  // Rounds 1-4, then key injection 1
  x = (x + y) | 0;
  y = ((y << 13) | (y >>> 19)) ^ x;
  x = (x + y) | 0;
  y = ((y << 15) | (y >>> 17)) ^ x;
  x = (x + y) | 0;
  y = ((y << 26) | (y >>> 6)) ^ x;
  x = (x + y) | 0;
  y = ((y << 6) | (y >>> 26)) ^ x;
  x = (x + k1) | 0;
  y = (y + k2 + 1) | 0;
  // Rounds 5-8, injection 2
  x = (x + y) | 0;
  y = ((y << 17) | (y >>> 15)) ^ x;
  x = (x + y) | 0;
  y = ((y << 29) | (y >>> 3)) ^ x;
  x = (x + y) | 0;
  y = ((y << 16) | (y >>> 16)) ^ x;
  x = (x + y) | 0;
  y = ((y << 24) | (y >>> 8)) ^ x;
  x = (x + k2) | 0;
  y = (y + k0 + 2) | 0;
  // Rounds 9-12, injection 3
  x = (x + y) | 0;
  y = ((y << 13) | (y >>> 19)) ^ x;
  x = (x + y) | 0;
  y = ((y << 15) | (y >>> 17)) ^ x;
  x = (x + y) | 0;
  y = ((y << 26) | (y >>> 6)) ^ x;
  x = (x + y) | 0;
  y = ((y << 6) | (y >>> 26)) ^ x;
  x = (x + k0) | 0;
  y = (y + k1 + 3) | 0;
  // Rounds 13-16, injection 4
  x = (x + y) | 0;
  y = ((y << 17) | (y >>> 15)) ^ x;
  x = (x + y) | 0;
  y = ((y << 29) | (y >>> 3)) ^ x;
  x = (x + y) | 0;
  y = ((y << 16) | (y >>> 16)) ^ x;
  x = (x + y) | 0;
  y = ((y << 24) | (y >>> 8)) ^ x;
  x = (x + k1) | 0;
  y = (y + k2 + 4) | 0;
  // Rounds 17-20, injection 5
  x = (x + y) | 0;
  y = ((y << 13) | (y >>> 19)) ^ x;
  x = (x + y) | 0;
  y = ((y << 15) | (y >>> 17)) ^ x;
  x = (x + y) | 0;
  y = ((y << 26) | (y >>> 6)) ^ x;
  x = (x + y) | 0;
  y = ((y << 6) | (y >>> 26)) ^ x;
  out[0] = (x + k2) | 0;
  out[1] = (y + k0 + 5) | 0;
}

const words = new Uint32Array(2);

/** A stream of random numbers that belongs to one (seed, trial, stream) and to nothing else. */
export class RandomStream {
  readonly #key0: number;
  readonly #key1: number;
  #counter0 = 0;
  #counter1 = 0;

  constructor(key0: number, key1: number) {
    this.#key0 = key0;
    this.#key1 = key1;
  }

  /** A number in the open interval (0, 1), an odd multiple of 2^-53: never 0, never 1. */
  uniform(): number {
    threefry2x32(this.#key0, this.#key1, this.#counter0, this.#counter1, words);
    this.#counter0 = (this.#counter0 + 1) | 0;
    if (this.#counter0 === 0) this.#counter1 = (this.#counter1 + 1) | 0;
    return ((words[0] >>> 6) * 67108864 + (words[1] >>> 6) + 0.5) * UNIT;
  }

  /** The number that `uniform` gives as call `index`, from 0, of a new stream; the stream itself stays where it is. */
  uniformAt(index: number): number {
    threefry2x32(this.#key0, this.#key1, index, high(index), words);
    return ((words[0] >>> 6) * 67108864 + (words[1] >>> 6) + 0.5) * UNIT;
  }

  /** Fills an array with uniform numbers: the same ones as that many calls of `uniform`. */
  fillUniform(out: Float64Array): void {
    for (let i = 0; i < out.length; i++) out[i] = this.uniform();
  }

  /** A normal deviate by inversion: one uniform each, so a shift of the mean keeps all else in step. */
  normal(mean = 0, deviation = 1): number {
    return mean + deviation * normalQuantile(this.uniform());
  }

  /** A lognormal deviate with the given median and standard deviation of its logarithm. */
  lognormal(median: number, logDeviation: number): number {
    return median * Math.exp(logDeviation * normalQuantile(this.uniform()));
  }

  /**
   * A triangular deviate by inversion; a range of no width gives its only value.
   *
   * @throws RangeError unless low <= mode <= high
   */
  triangular(low: number, mode: number, high: number): number {
    if (!(low <= mode && mode <= high)) {
      throw new RangeError(`triangular needs low <= mode <= high: ${low}, ${mode}, ${high}`);
    }
    const u = this.uniform();
    const width = high - low;
    if (width === 0) return low;
    if (u * width < mode - low) return low + Math.sqrt(u * width * (mode - low));
    return high - Math.sqrt((1 - u) * width * (high - mode));
  }

  /** An exponential deviate with the given mean. */
  exponential(mean: number): number {
    return -mean * Math.log(this.uniform());
  }

  /** True with probability p; false for p <= 0 and true for p >= 1 without exception. */
  bernoulli(p: number): boolean {
    return this.uniform() < p;
  }

  /**
   * A whole number from 0 to n - 1.
   *
   * Inversion of one 52-bit uniform: the bias is under n / 2^52.
   *
   * @throws RangeError unless n is a whole number from 1 to 2^40
   */
  integer(n: number): number {
    if (!Number.isInteger(n) || n < 1 || n > 2 ** 40) {
      throw new RangeError(`integer needs a whole n from 1 to 2^40: ${n}`);
    }
    return Math.floor(this.uniform() * n);
  }
}

/** Whose random numbers: those of one trial of one run. */
export interface Luck {
  seed: number;
  trial: number;
}

/**
 * The stream of random numbers of one purpose in one trial.
 *
 * The same three arguments give the same numbers on any thread, in any order and beside any other streams.
 * Two rounds of key derivation: (seed, trial) to a key, then (that key, stream) to the key of the stream.
 *
 * @param seed whole number from 0 to 2^53 - 1; both words count
 * @param trial whole number from 0 to 2^53 - 1
 * @param stream name (hashed to 63 bits) or whole number: what the numbers are for, as 'detection'
 * @throws RangeError if a number is not whole or out of range
 */
export function randomStream(seed: number, trial: number, stream: string | number): RandomStream {
  checkWhole('seed', seed);
  checkWhole('trial', trial);
  threefry2x32(seed, high(seed), trial, high(trial), words);
  const key0 = words[0];
  const key1 = words[1];
  if (typeof stream === 'number') {
    checkWhole('stream', stream);
    threefry2x32(key0, key1, stream, high(stream), words);
  } else {
    threefry2x32(key0, key1, hash(stream, 0x811c9dc5), hash(stream, 0x01234567) | STRING_STREAM, words);
  }
  return new RandomStream(words[0], words[1]);
}

/** FNV-1a over the UTF-16 code units, both bytes each, with a final mix (murmur3). */
function hash(text: string, start: number): number {
  let h = start | 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    h = Math.imul(h ^ (unit & 0xff), 0x01000193);
    h = Math.imul(h ^ (unit >>> 8), 0x01000193);
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function high(whole: number): number {
  return Math.floor(whole / TWO_32);
}

function checkWhole(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`${name} must be a whole number from 0 to 2^53 - 1: ${value}`);
  }
}
