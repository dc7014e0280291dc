import { orbitPositionsEciKm } from 'cupola/physics';
import type { Opened } from '../worker/protocol.ts';

/** All satellites of a scenario in one row of numbers. */
export interface Fleet {
  opened: Opened;
  count: number;
  /** By element: number of its first satellite. */
  first: number[];
  /** [satellite] element that it belongs to. */
  elementIndex: Uint16Array;
  positionEciKm: Float64Array;
  /** Seconds after the epoch at which the positions are; NaN before the first move. */
  atS: number;
}

const known = new WeakMap<Opened, Fleet>();

/** The satellites of a scenario; the same object each time. */
export function fleetOf(opened: Opened): Fleet {
  const before = known.get(opened);
  if (before) return before;
  const first: number[] = [];
  let count = 0;
  for (const element of opened.space) {
    first.push(count);
    count += element.count;
  }
  const elementIndex = new Uint16Array(count);
  opened.space.forEach((element, i) => {
    elementIndex.fill(i, first[i], first[i] + element.count);
  });
  const fleet = { opened, count, first, elementIndex, positionEciKm: new Float64Array(3 * count), atS: Number.NaN };
  known.set(opened, fleet);
  return fleet;
}

/** Moves every satellite to a moment, in double precision. */
export function moveFleet(all: Fleet, epochS: number): void {
  if (all.atS === epochS) return;
  all.atS = epochS;
  const { opened, positionEciKm } = all;
  let offset = 0;
  for (const { parts } of opened.space)
    for (const part of parts) {
      orbitPositionsEciKm(part, epochS, positionEciKm, offset);
      offset += 3 * part.count;
    }
}
