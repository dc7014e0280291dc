import type { Opportunities } from '../flow/orders.ts';

/** Rows of opportunities while they are found; grows as needed. */
export class OpportunityList {
  #rows = new Float64Array(6 * 256);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(
    threatIndex: number,
    unitIndex: number,
    releaseS: number,
    interceptS: number,
    phaseIndex: number,
    killProbability: number,
  ): void {
    if (6 * this.#count === this.#rows.length) {
      const more = new Float64Array(2 * this.#rows.length);
      more.set(this.#rows);
      this.#rows = more;
    }
    const rows = this.#rows;
    const o = 6 * this.#count++;
    rows[o] = threatIndex;
    rows[o + 1] = unitIndex;
    rows[o + 2] = releaseS;
    rows[o + 3] = interceptS;
    rows[o + 4] = phaseIndex;
    rows[o + 5] = killProbability;
  }

  /** The rows as a table, sorted by threat, then intercept time, then unit. */
  table(): Opportunities {
    const rows = this.#rows;
    const count = this.#count;
    const order = new Int32Array(count);
    for (let i = 0; i < count; i++) order[i] = i;
    order.sort((i, j) => {
      const a = 6 * i;
      const b = 6 * j;
      return rows[a] - rows[b] || rows[a + 3] - rows[b + 3] || rows[a + 1] - rows[b + 1];
    });
    const table: Opportunities = {
      count,
      threatIndex: new Int32Array(count),
      unitIndex: new Int32Array(count),
      releaseS: new Float64Array(count),
      interceptS: new Float64Array(count),
      phaseIndex: new Uint8Array(count),
      killProbability: new Float64Array(count),
    };
    for (let i = 0; i < count; i++) {
      const o = 6 * order[i];
      table.threatIndex[i] = rows[o];
      table.unitIndex[i] = rows[o + 1];
      table.releaseS[i] = rows[o + 2];
      table.interceptS[i] = rows[o + 3];
      table.phaseIndex[i] = rows[o + 4];
      table.killProbability[i] = rows[o + 5];
    }
    return table;
  }
}
