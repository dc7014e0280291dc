import type { Said } from './said.ts';

/** A value for missiles launched from each cell of the globe at one aim point; cells in rows from the south, from 180° W. */
export interface LaunchMap {
  id: string;
  title: Said;
  /** What the value is, such as `interceptors in reach, mean over the day`. */
  meaning: Said;
  /** The value in a word or two, for the key. */
  unit: Said;
  rows: number;
  columns: number;
  /** [row][column]; NaN: no flight from there, or one that `blank` marks. */
  values: number[];
  /** Cells with a flight and no value, and what that means, such as `never seen`. */
  blank?: { cells: boolean[]; meaning: Said };
  /** Further values of the same cells, for tables. */
  beside?: { column: string; values: number[] }[];
  places: MapPlace[];
  /** Digits after the point. */
  digits: number;
  /** Name of the value with its unit, for a table. */
  column: string;
  /** Ends of the shading; absent: least and most of the values. */
  scale?: [low: number, high: number];
}

/** A place to name on the map. */
export interface MapPlace {
  latDeg: number;
  lonDeg: number;
  /** A name, or a sentence that names it. */
  name: string | Said;
}
