const SUB_BITS = 8;
const DROP = 20 - SUB_BITS;
const SMALLEST_NORMAL = 2 ** -1022;

/** Greatest relative error of a quantile from the sketch: half a bin, 2^-9. */
export const sketchAccuracy = 2 ** -(SUB_BITS + 1);

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer); // little-endian, as every engine that runs this

/** What a sketch holds, ready for JSON; equal contents have equal states. */
export interface SketchState {
  /** Bin and count in turn, bins rising. */
  bins: number[];
  min: number | null;
  max: number | null;
}

/**
 * Quantiles of a stream in little memory, the same whatever the order or the sharing out.
 *
 * Counts values in bins cut by the bits of the double: 256 bins to each power of two, so a quantile is within
 * `sketchAccuracy` of the true value of its rank, relative. Zero and subnormal numbers share one bin. Counts are
 * whole numbers and bins come from bits, not from a logarithm, so machines agree exactly.
 *
 * @source masson-2019, section 2 (the guarantee; the bins here are linear within each octave)
 */
export class QuantileSketch {
  readonly #counts = new Map<number, number>();
  #count = 0;
  #min = Infinity;
  #max = -Infinity;

  /**
   * Adds one finite value, or `times` of it.
   *
   * @throws RangeError if the value is not finite or times is not a whole number from 0
   */
  add(value: number, times = 1): void {
    if (!Number.isFinite(value)) throw new RangeError(`sketch value must be finite: ${value}`);
    if (!Number.isSafeInteger(times) || times < 0) throw new RangeError(`times must be a whole number: ${times}`);
    if (times === 0) return;
    const plain = value + 0; // no negative zero
    this.#put(binOf(plain), times);
    this.#min = Math.min(this.#min, plain);
    this.#max = Math.max(this.#max, plain);
  }

  /** Adds everything another sketch holds; the other stays as it is. */
  merge(other: QuantileSketch): void {
    for (const [bin, count] of [...other.#counts]) this.#put(bin, count);
    this.#min = Math.min(this.#min, other.#min);
    this.#max = Math.max(this.#max, other.#max);
  }

  /** How many values it holds. */
  get count(): number {
    return this.#count;
  }

  /**
   * The value of rank floor(q (n - 1)), counted from 0, within `sketchAccuracy`; smallest and largest are exact.
   *
   * @param q from 0 to 1
   * @returns NaN when empty
   * @throws RangeError if q is out of range
   */
  quantile(q: number): number {
    if (!(q >= 0 && q <= 1)) throw new RangeError(`q must be from 0 to 1: ${q}`);
    if (this.#count === 0) return Number.NaN;
    const rank = Math.floor(q * (this.#count - 1));
    if (rank === 0) return this.#min;
    if (rank === this.#count - 1) return this.#max;
    let below = 0;
    for (const [bin, count] of this.#sorted()) {
      below += count;
      if (below > rank) return Math.min(this.#max, Math.max(this.#min, middleOf(bin)));
    }
    return this.#max;
  }

  /** The sketch as plain data. */
  state(): SketchState {
    const empty = this.#count === 0;
    return { bins: this.#sorted().flat(), min: empty ? null : this.#min, max: empty ? null : this.#max };
  }

  /**
   * The sketch that a state describes.
   *
   * @throws RangeError if the state is not one that `state` could give
   */
  static from({ bins, min, max }: SketchState): QuantileSketch {
    const sketch = new QuantileSketch();
    if (bins.length % 2 !== 0 || !bins.every(Number.isSafeInteger)) {
      throw new RangeError(`sketch bins must be pairs of whole numbers: ${bins.length} given`);
    }
    for (let i = 0; i < bins.length; i += 2) {
      if (Number.isNaN(middleOf(bins[i]))) throw new RangeError(`sketch bin must exist: ${bins[i]}`);
      if (bins[i + 1] <= 0) throw new RangeError(`sketch count must be positive: ${bins[i + 1]}`);
      sketch.#put(bins[i], bins[i + 1]);
    }
    if (sketch.#count > 0 !== (min !== null && max !== null)) {
      throw new RangeError(`sketch must have min and max exactly when it has values: ${min}, ${max}`);
    }
    sketch.#min = min ?? Infinity;
    sketch.#max = max ?? -Infinity;
    return sketch;
  }

  #put(bin: number, times: number): void {
    this.#counts.set(bin, (this.#counts.get(bin) ?? 0) + times);
    this.#count += times;
  }

  #sorted(): [bin: number, count: number][] {
    return [...this.#counts].sort((a, b) => a[0] - b[0]);
  }
}

/** Whole number that rises with the value; 0 for zero, negative for negative values. */
function binOf(value: number): number {
  if (Math.abs(value) < SMALLEST_NORMAL) return 0;
  double[0] = Math.abs(value);
  const bin = words[1] >>> DROP;
  return value < 0 ? -bin : bin;
}

function middleOf(bin: number): number {
  if (bin === 0) return 0;
  const magnitude = Math.abs(bin);
  if (magnitude < 1 << SUB_BITS || magnitude >= 0x7ff << SUB_BITS) return Number.NaN;
  words[0] = 0;
  words[1] = (magnitude << DROP) | (1 << (DROP - 1));
  return bin < 0 ? -double[0] : double[0];
}
