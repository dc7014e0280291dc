import type { Contacts } from '../flow/contacts.ts';

/** Contacts while they are being collected: columns that grow by doubling. */
export class ContactTable {
  #count = 0;
  #tS = new Float64Array(1024);
  #arrivalS = new Float64Array(1024);
  #threatIndex = new Int32Array(1024);
  #sensorIndex = new Int32Array(1024);
  #unitIndex = new Int32Array(1024);
  #sensorEciKm = new Float64Array(3 * 1024);
  #rangeKm = new Float64Array(1024);
  #sensor = 0;
  #unit = 0;
  #threat = 0;

  get count(): number {
    return this.#count;
  }

  /** Begins a new record in the same columns; the one before must be done with. */
  clear(): void {
    this.#count = 0;
  }

  get tS(): Float64Array {
    return this.#tS;
  }
  get threatIndex(): Int32Array {
    return this.#threatIndex;
  }
  get unitIndex(): Int32Array {
    return this.#unitIndex;
  }

  /** Leaves out the rows from `fromRow` on that are not to be kept. */
  retain(fromRow: number, isKept: (row: number) => boolean): void {
    let to = fromRow;
    for (let row = fromRow; row < this.#count; row++) {
      if (!isKept(row)) continue;
      this.#tS[to] = this.#tS[row];
      this.#arrivalS[to] = this.#arrivalS[row];
      this.#threatIndex[to] = this.#threatIndex[row];
      this.#sensorIndex[to] = this.#sensorIndex[row];
      this.#unitIndex[to] = this.#unitIndex[row];
      this.#sensorEciKm.copyWithin(3 * to, 3 * row, 3 * row + 3);
      this.#rangeKm[to] = this.#rangeKm[row];
      to++;
    }
    this.#count = to;
  }

  /** Who looks at what, in the rows that are added next. */
  between(sensor: number, unit: number, threat: number): void {
    this.#sensor = sensor;
    this.#unit = unit;
    this.#threat = threat;
  }

  /** Adds a row; the position of the sensor is copied. */
  add(tS: number, arrivalS: number, sensorEciKm: Float64Array, rangeKm: number): void {
    const row = this.#count++;
    if (row === this.#tS.length) this.#grow();
    this.#tS[row] = tS;
    this.#arrivalS[row] = arrivalS;
    this.#threatIndex[row] = this.#threat;
    this.#sensorIndex[row] = this.#sensor;
    this.#unitIndex[row] = this.#unit;
    this.#sensorEciKm[3 * row] = sensorEciKm[0];
    this.#sensorEciKm[3 * row + 1] = sensorEciKm[1];
    this.#sensorEciKm[3 * row + 2] = sensorEciKm[2];
    this.#rangeKm[row] = rangeKm;
  }

  /** The finished record, without a copy; columns end with the last row, their buffers may not. */
  finish(refusedCount: Int32Array): Contacts {
    const count = this.#count;
    return {
      count,
      tS: this.#tS.subarray(0, count),
      arrivalS: this.#arrivalS.subarray(0, count),
      threatIndex: this.#threatIndex.subarray(0, count),
      sensorIndex: this.#sensorIndex.subarray(0, count),
      unitIndex: this.#unitIndex.subarray(0, count),
      sensorEciKm: this.#sensorEciKm.subarray(0, 3 * count),
      rangeKm: this.#rangeKm.subarray(0, count),
      refusedCount,
    };
  }

  #grow(): void {
    this.#tS = doubled(this.#tS, new Float64Array(2 * this.#tS.length));
    this.#arrivalS = doubled(this.#arrivalS, new Float64Array(2 * this.#arrivalS.length));
    this.#threatIndex = doubled(this.#threatIndex, new Int32Array(2 * this.#threatIndex.length));
    this.#sensorIndex = doubled(this.#sensorIndex, new Int32Array(2 * this.#sensorIndex.length));
    this.#unitIndex = doubled(this.#unitIndex, new Int32Array(2 * this.#unitIndex.length));
    this.#sensorEciKm = doubled(this.#sensorEciKm, new Float64Array(2 * this.#sensorEciKm.length));
    this.#rangeKm = doubled(this.#rangeKm, new Float64Array(2 * this.#rangeKm.length));
  }
}

function doubled<Column extends Float64Array | Int32Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
