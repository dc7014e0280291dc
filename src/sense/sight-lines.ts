import type { Contacts } from '../flow/contacts.ts';

/** How many units see a threat at once, over time. */
export interface SightLines {
  fromS: number;
  slotS: number;
  /** [slot] units with a look in that slot. */
  count: Uint16Array;
}

/**
 * Counts the lines of sight to one threat in slots of time.
 *
 * @param rows of one threat, by time
 * @param slotS at least the longest time between two looks of a unit, else sight lines blink
 * @param firstUnit by sensor, as in `usableLooks`
 */
export function countSightLines(
  contacts: Contacts,
  rows: Int32Array,
  slotS: number,
  firstUnit: Int32Array,
  unitCount: number,
): SightLines {
  if (rows.length === 0) return { fromS: 0, slotS, count: new Uint16Array(0) };
  const fromS = contacts.tS[rows[0]];
  const slots = Math.floor((contacts.tS[rows[rows.length - 1]] - fromS) / slotS) + 1;
  const count = new Uint16Array(slots);
  const latest = new Int32Array(unitCount).fill(-1);
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place];
    const slot = Math.floor((contacts.tS[row] - fromS) / slotS);
    const unit = firstUnit[contacts.sensorIndex[row]] + contacts.unitIndex[row];
    if (latest[unit] === slot) continue;
    latest[unit] = slot;
    count[slot]++;
  }
  return { fromS, slotS, count };
}

/** Units that see the threat at a time; 0 outside the looks. */
export function sightLinesAt({ fromS, slotS, count }: SightLines, tS: number): number {
  return count[Math.floor((tS - fromS) / slotS)] ?? 0;
}

/**
 * Longest time without a look at one threat after its detection.
 *
 * @param rows of one threat, by time
 * @param endS end of the flight, which closes the last gap
 * @returns NaN where it was not detected
 */
export function custodyGapS(contacts: Contacts, rows: Int32Array, detectedS: number, endS: number): number {
  if (Number.isNaN(detectedS)) return Number.NaN;
  let gapS = 0;
  let lastS = detectedS;
  for (let place = 0; place < rows.length; place++) {
    const tS = contacts.tS[rows[place]];
    if (tS <= detectedS) continue;
    if (tS - lastS > gapS) gapS = tS - lastS;
    lastS = tS;
  }
  return Math.max(gapS, endS - lastS);
}
