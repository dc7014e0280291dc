import type { FallSummary } from '../flow/effect.ts';
import type { BoostFall } from '../flow/outcomes.ts';
import { areaOf, countryAt } from '../physics/areas.ts';

/** Payloads of missiles hit in boost, by where they fall. */
export interface FallState {
  /** On the defended area all the same. */
  insideCount: number;
  /** By country of the map, `sea` for none; in order of the name. */
  places: [place: string, count: number][];
  /** By cell of one degree: row from the south x 360 + column from 180° W; rising. */
  cells: [cell: number, count: number][];
}

const SEA = 'sea';
const COLUMNS = 360;

/** Counts of where payloads fall: whole numbers, the same total in whatever order and parts they come. */
export class FallTally {
  #insideCount = 0;
  readonly #places = new Map<string, number>();
  readonly #cells = new Map<number, number>();

  add(falls: readonly BoostFall[]): void {
    for (const { latDeg, lonDeg, isInside } of falls) {
      if (isInside) this.#insideCount++;
      count(this.#places, countryAt(latDeg, lonDeg)?.id ?? SEA, 1);
      const row = Math.min(179, Math.floor(latDeg + 90));
      const column = Math.min(COLUMNS - 1, Math.floor(lonDeg + 180));
      count(this.#cells, row * COLUMNS + column, 1);
    }
  }

  merge({ insideCount, places, cells }: FallState): void {
    this.#insideCount += insideCount;
    for (const [place, number] of places) count(this.#places, place, number);
    for (const [cell, number] of cells) count(this.#cells, cell, number);
  }

  state(): FallState {
    return {
      insideCount: this.#insideCount,
      places: [...this.#places].sort(([a], [b]) => (a < b ? -1 : 1)),
      cells: [...this.#cells].sort(([a], [b]) => a - b),
    };
  }
}

function count<Key>(counts: Map<Key, number>, key: Key, number: number): void {
  counts.set(key, (counts.get(key) ?? 0) + number);
}

/** Shares of the falls by sea, land, country; null where nothing was hit in boost. */
export function fallSummary({ insideCount, places, cells }: FallState, trials: number): FallSummary | null {
  const total = places.reduce((sum, [, number]) => sum + number, 0);
  if (total === 0) return null;
  const countries = places
    .filter(([place]) => place !== SEA)
    .sort(([a, more], [b, fewer]) => fewer - more || (a < b ? -1 : 1))
    .map(([id, number]) => ({ id, name: areaOf(id).name, fraction: number / total }));
  const landFraction = countries.reduce((sum, { fraction }) => sum + fraction, 0);
  return {
    perRaid: total / trials,
    seaFraction: (places.find(([place]) => place === SEA)?.[1] ?? 0) / total,
    landFraction,
    defendedFraction: insideCount / total,
    countries,
    cells: cells.map(([cell, number]) => ({
      latDeg: Math.floor(cell / COLUMNS) - 89.5,
      lonDeg: (cell % COLUMNS) - 179.5,
      count: number,
    })),
  };
}
