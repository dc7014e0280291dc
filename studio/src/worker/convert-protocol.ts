import type { Problem } from 'cupola';
import type { ConvertFormat, FrameName } from 'cupola/convert';
import type { Said } from 'cupola/words';

/** A file of orbits, as it was read. */
export interface OrbitFile {
  name: string;
  text: string;
}

/** When elements are flown. */
export interface Moment {
  /** ISO 8601; empty: the newest elements of the bulk. */
  startUtc: string;
  /** Elements up to so many days from it fly. */
  maxAgeDays: number;
}

/** What is to be made of a file, as the form has it. */
export interface ConvertForm extends Moment {
  format: ConvertFormat;
  /** Conditions of the objects that are kept, as in `cupola convert --keep`. */
  keep: string;
  frame: FrameName;
  durationS: number;
  stepS: number;
  isSkippingBad: boolean;
}

export type ToConverter =
  | ({ type: 'inspect'; id: number; file: OrbitFile } & Moment)
  | { type: 'convert'; id: number; file: OrbitFile; form: ConvertForm };

export type FromConverter =
  | { type: 'inspected'; id: number; count: number; faults: Problem[]; verdict?: Said }
  | { type: 'made'; id: number; count: number; name: string; bytes: Uint8Array; notes: Said[]; left: Problem[] }
  | { type: 'problems'; id: number; problems: Problem[] }
  | { type: 'failed'; id: number; message: string };
