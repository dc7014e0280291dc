/** Whole numbers held as ranges: little memory however many numbers, as long as they hang together. */
export class IntervalSet {
  /** Start and end in turn, rising; an end is the first number that is not in the range. */
  readonly #ends: number[] = [];

  /** Adds the numbers from `from` to `to`, without the last. */
  add(from: number, to: number): void {
    if (!(from < to)) return;
    const ends = this.#ends;
    let first = 0;
    while (first < ends.length && ends[first + 1] < from) first += 2;
    let last = first;
    let low = from;
    let high = to;
    while (last < ends.length && ends[last] <= to) {
      low = Math.min(low, ends[last]);
      high = Math.max(high, ends[last + 1]);
      last += 2;
    }
    ends.splice(first, last - first, low, high);
  }

  /** Whether any number from `from` to `to`, without the last, is in the set. */
  touches(from: number, to: number): boolean {
    if (!(from < to)) return false;
    for (let i = 0; i < this.#ends.length; i += 2) if (this.#ends[i] < to && from < this.#ends[i + 1]) return true;
    return false;
  }

  /** Whether all numbers from 0 to `total`, without the last, are in the set. */
  fills(total: number): boolean {
    return total === 0 || (this.#ends[0] === 0 && this.#ends[1] >= total);
  }

  /** First range of missing numbers below `total`. */
  firstGap(total: number): [from: number, to: number] | undefined {
    const ends = this.#ends;
    if (ends.length === 0 || ends[0] > 0) return total > 0 ? [0, Math.min(total, ends[0] ?? total)] : undefined;
    return ends[1] < total ? [ends[1], Math.min(total, ends[2] ?? total)] : undefined;
  }

  /** How many numbers it holds. */
  get size(): number {
    let size = 0;
    for (let i = 0; i < this.#ends.length; i += 2) size += this.#ends[i + 1] - this.#ends[i];
    return size;
  }

  /** Its ranges, rising. */
  *ranges(): Generator<[from: number, to: number]> {
    for (let i = 0; i < this.#ends.length; i += 2) yield [this.#ends[i], this.#ends[i + 1]];
  }

  copy(): IntervalSet {
    const copy = new IntervalSet();
    copy.#ends.push(...this.#ends);
    return copy;
  }
}
