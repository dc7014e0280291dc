import type { Contacts } from '../flow/contacts.ts';
import { timeOrder } from './time-order.ts';

/** The looks at one threat in order of time, as rows of the contacts, and what became of each at the centre. */
export interface ThreatLooks {
  count: number;
  /** Rows of the contacts by time of the look. */
  row: Int32Array;
  /** By place in `row`: arrival as a measurement of a detected target; NaN: never. */
  usableS: Float64Array;
  /** By place in `row`: the same if every look arrived at the moment it was made. */
  usableIfDeliveredS: Float64Array;
  /** First time at which a unit had looks enough for a detection; NaN: never. */
  detectedS: number;
}

/**
 * Sorts the contacts of each threat by time.
 *
 * @returns by threat, rows of the contacts
 */
export function rowsByThreat(contacts: Contacts, threatCount: number): Int32Array[] {
  const { count, threatIndex, tS } = contacts;
  const size = new Int32Array(threatCount);
  for (let row = 0; row < count; row++) size[threatIndex[row]]++;
  const rows: Int32Array[] = Array.from(size, (length) => new Int32Array(length));
  const times = Array.from(size, (length) => new Float64Array(length));
  size.fill(0);
  for (let row = 0; row < count; row++) {
    const threat = threatIndex[row];
    const place = size[threat]++;
    rows[threat][place] = row;
    times[threat][place] = tS[row];
  }
  for (let threat = 0; threat < threatCount; threat++) {
    const order = timeOrder(times[threat]);
    const unsorted = rows[threat];
    for (let k = 0; k < order.length; k++) order[k] = unsorted[order[k]];
    rows[threat] = order;
  }
  return rows;
}

/**
 * Which looks at one threat are of use to the command centre, and when.
 *
 * A unit detects the target with the look that completes its number of looks, in a row or not. Looks before that one are confirmed by
 * it: they are of use when it has arrived. Each unit detects for itself; a cue from another saves no looks.
 *
 * @param rows of one threat, by time
 * @param looksNeeded by sensor
 * @param firstUnit by sensor: number of its first unit when the units of all sensors are counted through
 * @param unitCount units of all sensors
 */
export function usableLooks(
  contacts: Contacts,
  rows: Int32Array,
  looksNeeded: Int32Array,
  firstUnit: Int32Array,
  unitCount: number,
): ThreatLooks {
  const { tS, arrivalS, sensorIndex, unitIndex } = contacts;
  const looks: ThreatLooks = {
    count: rows.length,
    row: rows,
    usableS: new Float64Array(rows.length).fill(Number.NaN),
    usableIfDeliveredS: new Float64Array(rows.length).fill(Number.NaN),
    detectedS: Number.NaN,
  };
  const found = new Int32Array(unitCount);
  const latest = new Int32Array(unitCount).fill(-1); // place of the unit's look before
  const before = new Int32Array(rows.length);
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place];
    const unit = firstUnit[sensorIndex[row]] + unitIndex[row];
    const needed = looksNeeded[sensorIndex[row]];
    before[place] = latest[unit];
    latest[unit] = place;
    found[unit]++;
    if (found[unit] < needed) continue;
    looks.usableS[place] = arrivalS[row];
    looks.usableIfDeliveredS[place] = tS[row];
    if (found[unit] > needed) continue;
    if (Number.isNaN(looks.detectedS)) looks.detectedS = tS[row];
    for (let earlier = before[place]; earlier >= 0; earlier = before[earlier]) {
      looks.usableS[earlier] = Math.max(arrivalS[rows[earlier]], arrivalS[row]);
      looks.usableIfDeliveredS[earlier] = tS[row];
    }
  }
  return looks;
}
