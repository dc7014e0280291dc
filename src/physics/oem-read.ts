import { type Said, said } from '../flow/said.ts';
import type { ElementProblem } from './element-problem.ts';
import { addProblem } from './element-problem.ts';
import { type FrameName, toTeme } from './inertial-frames.ts';
import { unixSFromIso } from './time.ts';

/** States of one object over time, in TEME. */
export interface OemEphemeris {
  name: string;
  designator: string;
  unixS: number[];
  /** km and km/s; [sample][x, y, z, vx, vy, vz] */
  stateKm: Float64Array[];
}

/** Names that messages have for axes known here. */
const FRAMES: Record<string, FrameName> = {
  TEME: 'TEME',
  TEMEOFDATE: 'TEME',
  EME2000: 'EME2000',
  J2000: 'EME2000',
  GCRF: 'GCRF',
  ICRF: 'GCRF',
  ITRF: 'ITRF',
  ITRF2000: 'ITRF',
  'ITRF-93': 'ITRF',
  'ITRF-97': 'ITRF',
};
const MAX_STATES = 5_000_000;
/** Numbers after the time: without and with accelerations. */
const STATE_COUNTS = [6, 9];

/** Whether a text is an orbit ephemeris message in key-value notation. */
export function looksLikeOem(text: string): boolean {
  return /^\uFEFF?\s*CCSDS_OEM_VERS\s*=/.test(text.slice(0, 4096));
}

/**
 * Reads orbit ephemeris messages in key-value notation; segments of one object are put one behind the other. Accelerations and covariances are passed over.
 *
 * @source ccsds-502-odm, sections 5 and 7
 */
export function readOem(text: string): { objects: OemEphemeris[]; problems: ElementProblem[] } {
  const reader = new OemReader();
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .forEach((line, i) => {
      reader.line(line.trim(), i + 1);
    });
  return reader.done();
}

class OemReader {
  readonly #problems: ElementProblem[] = [];
  readonly #objects = new Map<string, OemEphemeris>();
  #meta: Record<string, string> | null = null;
  #current: OemEphemeris | null = null;
  #frame: FrameName = 'TEME';
  #isCovariance = false;
  #count = 0;

  line(line: string, at: number): void {
    if (line === '' || /^COMMENT\b/.test(line)) return;
    if (line === 'COVARIANCE_START' || line === 'COVARIANCE_STOP') this.#isCovariance = line.endsWith('START');
    else if (line === 'META_START') this.#meta = {};
    else if (line === 'META_STOP') this.#begin(at);
    else if (this.#isCovariance) return;
    else if (/^\d{4}-/.test(line)) this.#state(line, at);
    else this.#assign(line, at);
  }

  done(): { objects: OemEphemeris[]; problems: ElementProblem[] } {
    const objects = [...this.#objects.values()].filter(({ unixS }) => unixS.length > 0);
    if (objects.length === 0 && this.#problems.length === 0) this.#bad('no-states', said('elements.no-states'), 1);
    return { objects, problems: this.#problems };
  }

  #assign(line: string, at: number): void {
    const [, key, value] = /^([A-Z0-9_]+)\s*=\s*(.*?)$/.exec(line) ?? [];
    if (key === undefined) this.#bad('oem-line', said('elements.oem-line', { given: line.slice(0, 60) }), at);
    else if (this.#meta) this.#meta[key] = value;
  }

  #begin(at: number): void {
    const meta = this.#meta ?? {};
    this.#meta = null;
    this.#current = null;
    const [name = '', centre, system] = [meta.OBJECT_NAME, meta.CENTER_NAME, meta.TIME_SYSTEM];
    const frame = FRAMES[(meta.REF_FRAME ?? '').toUpperCase()];
    const wrong = [
      ['CENTER_NAME', 'EARTH', centre, centre?.toUpperCase() === 'EARTH'],
      ['TIME_SYSTEM', 'UTC', system, system?.toUpperCase() === 'UTC'],
      ['REF_FRAME', 'TEME, EME2000, GCRF, ICRF, ITRF', meta.REF_FRAME, frame !== undefined],
    ] as const;
    for (const [key, value, given = '', isRight] of wrong)
      if (!isRight) this.#bad('oem-unsupported', said('elements.fixed', { who: name || '?', key, value, given }), at);
    if (wrong.some(([, , , isRight]) => !isRight)) return;
    const id = meta.OBJECT_ID ?? '';
    const key = `${name} ${id}`;
    const known = this.#objects.get(key) ?? { name, designator: id === 'UNKNOWN' ? '' : id, unixS: [], stateKm: [] };
    this.#objects.set(key, known);
    this.#frame = frame;
    this.#current = known;
  }

  #state(line: string, at: number): void {
    const [date = '', ...words] = line.split(/\s+/);
    const numbers = words.map(Number);
    const unixS = unixSFromIso(date);
    const object = this.#current;
    const isState = !Number.isNaN(unixS) && STATE_COUNTS.includes(numbers.length) && numbers.every(Number.isFinite);
    if (!isState) this.#bad('oem-state', said('elements.oem-state', { given: line.slice(0, 60) }), at);
    const before = object?.unixS.at(-1) ?? -Infinity;
    if (object && unixS < before) this.#bad('oem-order', said('elements.oem-order', { given: date }), at);
    if (!object || !isState || unixS <= before) return; // segments share their border
    if (++this.#count === MAX_STATES) this.#bad('too-many', said('elements.too-many', { limit: MAX_STATES }), at);
    if (this.#count >= MAX_STATES) return;
    object.unixS.push(unixS);
    object.stateKm.push(toTeme(this.#frame, unixS, Float64Array.from(numbers.slice(0, 6))));
  }

  #bad(code: string, sentence: Said, at: number): void {
    addProblem(this.#problems, code, sentence, at);
  }
}
