import { json2satrec, type OMMJsonObject } from 'satellite.js';
import { said } from '../flow/said.ts';
import { addProblem, type ElementFile, type ElementProblem, MAX_ELEMENT_SET_COUNT } from './element-problem.ts';
import type { ElementSet } from './sgp4.ts';
import { unixSFromIso } from './time.ts';

/** One orbit mean-elements message as text fields by keyword, whatever the file's format was. */
export interface OmmRecord {
  fields: Record<string, unknown>;
  /** where the message begins, from 1 */
  line?: number;
}

/** Keywords that must hold a number, with the smallest and largest value that SGP4 can use. */
const NUMBERS: [string, number, number][] = [
  ['MEAN_MOTION', 1e-5, 20],
  ['ECCENTRICITY', 0, 0.999999],
  ['INCLINATION', 0, 180],
  ['RA_OF_ASC_NODE', -360, 360],
  ['ARG_OF_PERICENTER', -360, 360],
  ['MEAN_ANOMALY', -360, 360],
  ['BSTAR', -100, 100],
];

/** Keywords that may be left out, and the only values that SGP4's theory allows. */
const FIXED: [string, string[]][] = [
  ['CENTER_NAME', ['EARTH']],
  ['REF_FRAME', ['TEME']],
  ['TIME_SYSTEM', ['UTC']],
  ['MEAN_ELEMENT_THEORY', ['SGP4', 'SGP/SGP4']],
  ['EPHEMERIS_TYPE', ['0']],
];

/**
 * Turns orbit mean-elements messages into satellites that SGP4 can move.
 *
 * Messages with a problem are left out and each problem is told; drag and its rates may be absent (then 0).
 *
 * @source ccsds-502-odm, section 4
 */
export function satellitesFromOmm(records: readonly OmmRecord[]): ElementFile {
  const sets: ElementSet[] = [];
  const problems: ElementProblem[] = [];
  if (records.length === 0) addProblem(problems, 'no-elements', said('elements.empty'));
  for (const record of records) {
    if (sets.length >= MAX_ELEMENT_SET_COUNT) {
      addProblem(problems, 'too-many', said('elements.too-many', { limit: MAX_ELEMENT_SET_COUNT }), record.line);
      break;
    }
    const set = readRecord(record, problems);
    if (set) sets.push(set);
  }
  return { sets, problems };
}

function readRecord({ fields, line }: OmmRecord, problems: ElementProblem[]): ElementSet | null {
  const before = problems.length;
  const text = (key: string) => {
    const value = Object.hasOwn(fields, key) ? fields[key] : undefined;
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  };
  const id = text('NORAD_CAT_ID');
  const name = text('OBJECT_NAME') || id;
  const who = name || said('elements.message');
  const numbers: Record<string, number> = {};
  for (const [key, low, high] of NUMBERS) {
    const given = text(key) || (key === 'BSTAR' ? '0' : '');
    const value = given === '' ? Number.NaN : Number(given);
    if (!(value >= low && value <= high)) {
      addProblem(problems, 'omm-field', said('elements.number', { who, key, low, high, given }), line);
    }
    numbers[key] = value;
  }
  for (const [key, allowed] of FIXED) {
    const given = text(key);
    if (given && !allowed.includes(given.toUpperCase())) {
      addProblem(problems, 'omm-unsupported', said('elements.fixed', { who, key, value: allowed[0]!, given }), line);
    }
  }
  const epochUnixS = unixSFromIso(text('EPOCH'));
  if (Number.isNaN(epochUnixS)) {
    addProblem(problems, 'omm-epoch', said('elements.epoch', { who, given: text('EPOCH') }), line);
  }
  if (!id) addProblem(problems, 'omm-field', said('elements.no-number', { who }), line);
  return problems.length > before ? null : initialise(numbers, name, id, epochUnixS, problems, line);
}

function initialise(
  numbers: Record<string, number>,
  name: string,
  id: string,
  epochUnixS: number,
  problems: ElementProblem[],
  line: number | undefined,
): ElementSet | null {
  const message = {
    ...numbers,
    OBJECT_NAME: name,
    OBJECT_ID: id,
    NORAD_CAT_ID: id,
    ELEMENT_SET_NO: 0,
    EPOCH: new Date(epochUnixS * 1000).toISOString(),
    MEAN_MOTION_DOT: 0, // both rates are of the older SGP theory: SGP4 does not use them
    MEAN_MOTION_DDOT: 0,
  };
  const satrec = json2satrec(message as unknown as OMMJsonObject);
  if (satrec.error !== 0 || !Number.isFinite(satrec.no)) {
    addProblem(problems, 'sgp4-refused', said('elements.refused', { name, code: satrec.error }), line);
    return null;
  }
  return { name, id, epochUnixS, satrec };
}
