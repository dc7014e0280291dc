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

/** More than any raid has. */
const MOST_THREATS = 2 ** 20;

/** What the looks of one sensor are shared out by. */
export interface PlaceRules {
  /** Targets that a unit can follow at once. */
  places: number;
  /** A unit that takes up a target keeps it this long; at least the time between its looks. */
  slotS: number;
  /** Which targets a unit takes first, those of the least rank: whole numbers under 2^32. */
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
  const cell = new Int32Array(count - fromRow);
  for (let row = fromRow; row < count; row++)
    cell[row - fromRow] = unitIndex[row] * slots + Math.floor(tS[row] / slotS) - firstSlot;
  const sizeAt = (row: number) => Math.min(places, sizeOf(threatIndex[row], tS[row]));
  // rank and threat in one whole number under 2^52: what stands before what is a comparison
  const turnOf = (unit: number, threat: number) => rankOf(unit, threat) * MOST_THREATS + threat;
  const sizeOfThreat = new Float64Array(refusedCount.length);
  const lastTurn = new Map<number, number>();
  crowdedLooks(table, fromRow, { cell, cellCount: units * slots, places, sizeAt }).forEach((rows, at) => {
    const unit = Math.floor(at / slots);
    for (const row of rows) sizeOfThreat[threatIndex[row]] = sizeAt(row);
    const turns = Float64Array.from(rows, (row) => turnOf(unit, threatIndex[row])).sort();
    let taken = 0;
    const left = turns.findIndex((turn) => {
      taken += sizeOfThreat[turn % MOST_THREATS];
      return taken > places;
    });
    lastTurn.set(at, left > 0 ? turns[left - 1] : -1);
  });
  if (lastTurn.size === 0) return;
  table.retain(fromRow, (row) => {
    const at = cell[row - fromRow];
    const last = lastTurn.get(at);
    const isKept = last === undefined || turnOf(Math.floor(at / slots), threatIndex[row]) <= last;
    if (!isKept) refusedCount[threatIndex[row]]++;
    return isKept;
  });
}

/** What units see in slots of time, as cells of a table. */
interface Cells {
  /** By look, from the first of the sensor: the cell that it belongs to. */
  cell: Int32Array;
  cellCount: number;
  /** Places of each cell, and how many of them the target of a look takes. */
  places: number;
  sizeAt: (row: number) => number;
}

/** By cell with more in it than it has places: the first look at each threat. Looks at one threat stand together in the table. */
function crowdedLooks(
  { threatIndex, count }: ContactTable,
  fromRow: number,
  { cell, cellCount, places, sizeAt }: Cells,
): Map<number, number[]> {
  const seen = new Map<number, number[]>();
  const last = new Int32Array(cellCount).fill(-1);
  const taken = new Float64Array(cellCount);
  let isCrowded = false;
  for (let row = fromRow; row < count; row++) {
    const at = cell[row - fromRow];
    if (last[at] === threatIndex[row]) continue;
    last[at] = threatIndex[row];
    taken[at] += sizeAt(row);
    isCrowded ||= taken[at] > places;
  }
  if (!isCrowded) return seen;
  last.fill(-1);
  for (let row = fromRow; row < count; row++) {
    const at = cell[row - fromRow];
    if (!(taken[at] > places) || last[at] === threatIndex[row]) continue;
    last[at] = threatIndex[row];
    const rows = seen.get(at);
    if (rows) rows.push(row);
    else seen.set(at, [row]);
  }
  return seen;
}
