import { json2satrec, type OMMJsonObject } from 'satellite.js';
import { type Said, said } from '../flow/said.ts';
import { catalogNumber } from './catalog-number.ts';
import { DAY_S, TAU_RAD } from './constants.ts';
import { addProblem, type ElementProblem, MAX_ELEMENT_SET_COUNT, type ParsedElements } from './element-problem.ts';
import { epochWords, identityOf, type MeanElements, MOST_COUNT, MOST_DRAG, MOST_RATE } from './mean-elements.ts';
import { type ElementSet, sgp4Words } from './sgp4.ts';
import { unixSFromIso } from './time.ts';
import { ephemerisTypeFault, SGP4_TYPES } from './tle.ts';

/** One orbit mean-elements message as text fields by keyword, whatever the file's format was. */
export interface OmmRecord {
  fields: Record<string, unknown>;
  /** where the message begins, from 1 */
  line?: number;
}

/** Keywords that may be left out, and the only values that SGP4's theory allows. */
const FIXED: [string, string[]][] = [
  ['CENTER_NAME', ['EARTH']],
  ['REF_FRAME', ['TEME']],
  ['TIME_SYSTEM', ['UTC']],
  ['MEAN_ELEMENT_THEORY', ['SGP4', 'SGP/SGP4']],
];

/**
 * Turns orbit mean-elements messages into satellites that SGP4 can move.
 *
 * Messages with a problem are left out and each problem is told; drag and its rates may be absent (then 0).
 *
 * @source ccsds-502-odm, section 4
 */
export function satellitesFromOmm(records: readonly OmmRecord[]): ParsedElements {
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

function readRecord(record: OmmRecord, problems: ElementProblem[]): ElementSet | null {
  const mean = meanOfRecord(record, problems);
  return mean && initialise(mean, problems, record.line);
}

/** The elements of a message; null, with what is wrong among the problems, where it is faulty. */
export function meanOfRecord({ fields, line }: OmmRecord, problems: ElementProblem[]): MeanElements | null {
  const before = problems.length;
  const text = (key: string) => {
    const value = Object.hasOwn(fields, key) ? fields[key] : undefined;
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  };
  const [number, designator] = [text('NORAD_CAT_ID'), text('OBJECT_ID')];
  const name = text('OBJECT_NAME') || number || designator;
  const who = name || said('elements.message');
  const bad = (code: string, sentence: Said) => void addProblem(problems, code, sentence, line);
  const numberOf = (key: string, low: number, high: number, absent = Number.NaN) => {
    const given = text(key);
    const value = given === '' ? absent : Number(given);
    if (!(value >= low && value <= high)) bad('omm-field', said('elements.number', { who, key, low, high, given }));
    return value;
  };
  const axisKm = text('MEAN_MOTION') === '' && text('SEMI_MAJOR_AXIS') !== '';
  const numbers = {
    meanMotionRevDay: axisKm
      ? meanMotionOf(numberOf('SEMI_MAJOR_AXIS', 5740, 9_000_000))
      : numberOf('MEAN_MOTION', 1e-5, 20),
    ecc: numberOf('ECCENTRICITY', 0, 0.999999),
    inclinationDeg: numberOf('INCLINATION', 0, 180),
    raanDeg: numberOf('RA_OF_ASC_NODE', -360, 360),
    argPericenterDeg: numberOf('ARG_OF_PERICENTER', -360, 360),
    meanAnomalyDeg: numberOf('MEAN_ANOMALY', -360, 360),
    bstar: numberOf('BSTAR', -MOST_DRAG, MOST_DRAG, 0),
    meanMotionDot: numberOf('MEAN_MOTION_DOT', -MOST_RATE, MOST_RATE, 0),
    meanMotionDdot: numberOf('MEAN_MOTION_DDOT', -MOST_RATE, MOST_RATE, 0),
    elementSetNo: numberOf('ELEMENT_SET_NO', -MOST_COUNT, MOST_COUNT, 0),
    revAtEpoch: numberOf('REV_AT_EPOCH', -MOST_COUNT, MOST_COUNT, 0),
  };
  for (const [key, allowed] of FIXED) {
    const given = text(key);
    if (given && !allowed.includes(given.toUpperCase()))
      bad('omm-unsupported', said('elements.fixed', { who, key, value: allowed[0], given }));
  }
  const type = text('EPHEMERIS_TYPE') || ' ';
  if (!SGP4_TYPES.includes(type)) bad('omm-unsupported', ephemerisTypeFault(name || '?', type));
  const epochUnixUs = unixUsFromIso(text('EPOCH'));
  if (Number.isNaN(epochUnixUs)) bad('omm-epoch', said('elements.epoch', { who, given: text('EPOCH') }));
  const wordOf = number === '' ? null : catalogNumber(number);
  if (number !== '' && wordOf === null && !/^0*(99999)?$/.test(number))
    bad('omm-field', said('elements.catalog-number', { who, given: number }));
  if (name === '') bad('omm-field', said('elements.no-name'));
  const decay = text('DECAY_DATE') || text('DECAY');
  const decayUnixS = decay === '' ? undefined : unixSFromIso(decay);
  if (Number.isNaN(decayUnixS)) bad('omm-field', said('elements.decay-date', { who, given: decay }));
  if (problems.length > before) return null;
  return {
    name,
    catalogNumber: wordOf,
    designator: designator === 'UNKNOWN' ? '' : designator,
    epochUnixUs,
    ...numbers,
    classification: text('CLASSIFICATION_TYPE') || 'U',
    ...(text('OBJECT_TYPE') && { objectType: text('OBJECT_TYPE') }),
    ...(decayUnixS !== undefined && { decayUnixS }),
  };
}

/** Earth's gravitational parameter of WGS-72, with which SGP4 counts, km³/s². */
const WGS72_MU_KM3_S2 = 398600.8;

function meanMotionOf(semiMajorAxisKm: number): number {
  return (Math.sqrt(WGS72_MU_KM3_S2 / semiMajorAxisKm ** 3) * DAY_S) / TAU_RAD;
}

/** Whole microseconds of a time, so that six digits stay as they are; NaN for none. */
function unixUsFromIso(iso: string): number {
  const [, fraction = '0'] = /\.(\d+)/.exec(iso) ?? [];
  const wholeS = unixSFromIso(iso.replace(/\.\d+/, ''));
  return wholeS * 1e6 + Math.round(Number(`0.${fraction}`) * 1e6);
}

/** Makes a satellite of elements; null, with SGP4's refusal among the problems. */
export function initialise(mean: MeanElements, problems: ElementProblem[], line?: number): ElementSet | null {
  const id = identityOf(mean) ?? mean.name;
  const message = {
    OBJECT_NAME: mean.name,
    OBJECT_ID: id,
    NORAD_CAT_ID: id,
    ELEMENT_SET_NO: 0,
    EPOCH: epochWords(mean.epochUnixUs),
    MEAN_MOTION: mean.meanMotionRevDay,
    ECCENTRICITY: mean.ecc,
    INCLINATION: mean.inclinationDeg,
    RA_OF_ASC_NODE: mean.raanDeg,
    ARG_OF_PERICENTER: mean.argPericenterDeg,
    MEAN_ANOMALY: mean.meanAnomalyDeg,
    BSTAR: mean.bstar,
    MEAN_MOTION_DOT: 0, // both rates are of the older SGP theory: SGP4 does not use them
    MEAN_MOTION_DDOT: 0,
  };
  const satrec = json2satrec(message as unknown as OMMJsonObject);
  if (satrec.error !== 0 || !Number.isFinite(satrec.no)) {
    const why = sgp4Words(satrec.error);
    addProblem(problems, 'sgp4-refused', said('elements.refused', { name: mean.name, code: satrec.error, why }), line);
    return null;
  }
  return { name: mean.name, id, epochUnixS: mean.epochUnixUs / 1e6, satrec, mean };
}
