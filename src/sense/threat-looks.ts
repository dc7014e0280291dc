import type { Contacts } from '../flow/contacts.ts';

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

const TICKS_S = 1e4;
const ROWS = 2 ** 22;

/**
 * Sorts the contacts of each threat by time.
 *
 * @returns by threat, rows of the contacts
 * @throws RangeError if there are more than 4,194,304 contacts
 */
export function rowsByThreat(contacts: Contacts, threatCount: number): Int32Array[] {
  if (contacts.count > ROWS) throw new RangeError(`contacts.count must not exceed ${ROWS}: ${contacts.count}`);
  const size = new Int32Array(threatCount);
  for (let row = 0; row < contacts.count; row++) size[contacts.threatIndex[row]]++;
  const keys = Array.from(size, (count) => new Float64Array(count)); // time in ticks, then row: sorts without a callback
  size.fill(0);
  for (let row = 0; row < contacts.count; row++) {
    const threat = contacts.threatIndex[row];
    keys[threat][size[threat]++] = Math.round(contacts.tS[row] * TICKS_S) * ROWS + row;
  }
  return keys.map((key) => Int32Array.from(key.sort(), (value) => ((value % ROWS) + ROWS) % ROWS));
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

/** Places of the looks that arrive, by arrival. */
export function placesByArrival(arrivalS: Float64Array): Int32Array {
  const keys: number[] = [];
  for (let place = 0; place < arrivalS.length; place++) {
    if (arrivalS[place] >= 0) keys.push(Math.round(arrivalS[place] * TICKS_S) * ROWS + place);
  }
  return Int32Array.from(Float64Array.from(keys).sort(), (value) => value % ROWS);
}
