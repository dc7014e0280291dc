/**
 * How many targets each unit of a sensor has taken up, over time.
 *
 * Targets are taken in the order of the raid; one that finds all places of a unit taken is not looked at in that slot of time.
 */
export class TargetPlaces {
  readonly #limit: number;
  readonly #slotS: number;
  readonly #slots: number;
  readonly #taken: Uint16Array;
  /** [unit][slot] 1 + the last target that was counted. */
  readonly #lastTarget: Int32Array;

  /** @param slotS a unit that takes up a target keeps it this long; at least the time between its looks */
  constructor(limit: number, units: number, toS: number, slotS: number) {
    this.#limit = limit;
    this.#slotS = slotS;
    this.#slots = Math.max(1, Math.ceil(toS / slotS) + 1);
    const size = Number.isFinite(limit) ? units * this.#slots : 0;
    this.#taken = new Uint16Array(size);
    this.#lastTarget = new Int32Array(size);
  }

  /** Whether a unit has a place for a target at a time; targets must be asked for one after the other. */
  take(unit: number, target: number, tS: number): boolean {
    if (this.#taken.length === 0) return true;
    const slot = unit * this.#slots + Math.min(this.#slots - 1, Math.max(0, Math.floor(tS / this.#slotS)));
    if (this.#lastTarget[slot] === target + 1) return true;
    if (this.#taken[slot] >= this.#limit) return false;
    this.#taken[slot]++;
    this.#lastTarget[slot] = target + 1;
    return true;
  }
}
