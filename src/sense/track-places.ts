import type { SensorPlan } from '../flow/architecture.ts';
import type { ContactTable } from './contact-table.ts';

/**
 * Targets that one unit of a sensor can follow at once: what its class states, and what the time of a radar allows, whichever is less.
 *
 * A radar that searches a share f of its time and looks at each tracked target for a dwell once an update has time for (1 - f) update / dwell
 * of them.
 *
 * @returns Infinity where the class sets no limit
 * @source skolnik-2008, time budget of a phased array
 */
export function trackPlaces({ targetsCount = Infinity, ...budget }: SensorPlan): number {
  const { searchShareFraction = 0, dwellMs, trackUpdateS } = budget;
  if (dwellMs === undefined || trackUpdateS === undefined) return targetsCount;
  return Math.min(targetsCount, Math.floor(((1 - searchShareFraction) * trackUpdateS * 1000) / dwellMs + 1e-9));
}

/** What the looks of one sensor are shared out by. */
export interface PlaceRules {
  /** Targets that a unit can follow at once. */
  places: number;
  /** A unit that takes up a target keeps it this long; at least the time between its looks. */
  slotS: number;
  /** Which targets a unit takes first, those of the least rank. */
  rankOf: (unit: number, threat: number) => number;
  /** Places that a threat takes at a time: one, or as many as it has objects apart. */
  sizeOf: (threat: number, tS: number) => number;
}

/**
 * Leaves out the looks for which a unit has no place left, and counts them by threat.
 *
 * In every slot of time a unit follows the targets of the least rank among those that it sees, until its places are taken; of one that has more
 * objects than it has places it follows some. Ranks do not change, so that a target is kept from slot to slot, and more places never lose a look
 * that fewer had.
 *
 * @param fromRow first look of the sensor; its looks are the last of the table
 * @param refusedCount by threat; added to
 */
export function keepWithinPlaces(
  table: ContactTable,
  fromRow: number,
  { places, slotS, rankOf, sizeOf }: PlaceRules,
  refusedCount: Int32Array,
): void {
  const { tS, threatIndex, unitIndex, count } = table;
  let firstSlot = Infinity;
  let lastSlot = -Infinity;
  let units = 0;
  for (let row = fromRow; row < count; row++) {
    const slot = Math.floor(tS[row] / slotS);
    if (slot < firstSlot) firstSlot = slot;
    if (slot > lastSlot) lastSlot = slot;
    if (unitIndex[row] >= units) units = unitIndex[row] + 1;
  }
  if (units === 0) return;
  const slots = lastSlot - firstSlot + 1;
  const cellOf = (row: number) => unitIndex[row] * slots + Math.floor(tS[row] / slotS) - firstSlot;
  const seen = firstLooks(table, fromRow, units * slots, cellOf);
  const kept = new Map<number, Set<number>>();
  seen.forEach((rows, cell) => {
    const unit = Math.floor(cell / slots);
    const sizes = rows.map((row) => Math.min(places, sizeOf(threatIndex[row], tS[row])));
    if (sizes.reduce((sum, size) => sum + size, 0) <= places) return;
    const byRank = rows
      .map((row, i) => ({ threat: threatIndex[row], size: sizes[i], rank: rankOf(unit, threatIndex[row]) }))
      .sort((a, b) => a.rank - b.rank);
    let taken = 0;
    const held = byRank.filter(({ size }) => {
      taken += size;
      return taken <= places;
    });
    kept.set(cell, new Set(held.map(({ threat }) => threat)));
  });
  if (kept.size === 0) return;
  table.retain(fromRow, (row) => {
    const isKept = kept.get(cellOf(row))?.has(threatIndex[row]) ?? true;
    if (!isKept) refusedCount[threatIndex[row]]++;
    return isKept;
  });
}

/** By unit and slot: the first look at each threat. Looks at one threat stand together in the table. */
function firstLooks(
  { threatIndex, count }: ContactTable,
  fromRow: number,
  cells: number,
  cellOf: (row: number) => number,
): Map<number, number[]> {
  const last = new Int32Array(cells).fill(-1);
  const seen = new Map<number, number[]>();
  for (let row = fromRow; row < count; row++) {
    const cell = cellOf(row);
    if (last[cell] === threatIndex[row]) continue;
    last[cell] = threatIndex[row];
    const rows = seen.get(cell);
    if (rows) rows.push(row);
    else seen.set(cell, [row]);
  }
  return seen;
}
