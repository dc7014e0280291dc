import type { Opportunities } from '../flow/orders.ts';

/** Rows of opportunities while they are found; keeps its arrays from one table to the next. */
export class OpportunityList {
  #rows = new Float64Array(6 * 64);
  #count = 0;
  #order = new Int32Array(64);
  #table: Opportunities = emptyTable(64);

  get count(): number {
    return this.#count;
  }

  /** Begins a new table; the one before must be done with. */
  clear(): void {
    this.#count = 0;
  }

  add(
    threatIndex: number,
    unitIndex: number,
    releaseS: number,
    interceptS: number,
    phaseIndex: number,
    killProbability: number,
  ): void {
    if (6 * this.#count === this.#rows.length) this.#grow();
    const rows = this.#rows;
    const o = 6 * this.#count++;
    rows[o] = threatIndex;
    rows[o + 1] = unitIndex;
    rows[o + 2] = releaseS;
    rows[o + 3] = interceptS;
    rows[o + 4] = phaseIndex;
    rows[o + 5] = killProbability;
  }

  /** The rows as a table, sorted by threat, then intercept time, then unit; its arrays may be longer than `count`. */
  table(): Opportunities {
    const rows = this.#rows;
    const order = this.#order;
    const table = this.#table;
    const count = this.#count;
    table.count = count;
    this.#sort();
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

  /** Shell sort: no two rows are equal, so any sort gives the same order. */
  #sort(): void {
    const order = this.#order;
    const count = this.#count;
    for (let i = 0; i < count; i++) order[i] = i;
    let gap = 1;
    while (gap < count / 3) gap = 3 * gap + 1;
    for (; gap >= 1; gap = (gap - 1) / 3) {
      for (let i = gap; i < count; i++) {
        const row = order[i];
        let j = i;
        for (; j >= gap && this.#isBefore(row, order[j - gap]); j -= gap) order[j] = order[j - gap];
        order[j] = row;
      }
    }
  }

  #isBefore(i: number, j: number): boolean {
    const rows = this.#rows;
    const a = 6 * i;
    const b = 6 * j;
    if (rows[a] !== rows[b]) return rows[a] < rows[b];
    if (rows[a + 3] !== rows[b + 3]) return rows[a + 3] < rows[b + 3];
    return rows[a + 1] < rows[b + 1];
  }

  #grow(): void {
    const more = new Float64Array(2 * this.#rows.length);
    more.set(this.#rows);
    this.#rows = more;
    this.#order = new Int32Array(more.length / 6);
    this.#table = emptyTable(more.length / 6);
  }
}

function emptyTable(length: number): Opportunities {
  return {
    count: 0,
    threatIndex: new Int32Array(length),
    unitIndex: new Int32Array(length),
    releaseS: new Float64Array(length),
    interceptS: new Float64Array(length),
    phaseIndex: new Uint8Array(length),
    killProbability: new Float64Array(length),
  };
}
