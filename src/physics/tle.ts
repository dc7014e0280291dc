import { twoline2satrec } from 'satellite.js';
import { type Said, said } from '../flow/said.ts';
import { catalogNumber } from './catalog-number.ts';
import {
  addProblem,
  type ElementProblem,
  MAX_ELEMENT_SET_COUNT,
  MAX_ELEMENT_TEXT_LENGTH,
  type ParsedElements,
  refusedFile,
} from './element-problem.ts';
import { identityOf, type MeanElements, MOST_COUNT, MOST_RATE } from './mean-elements.ts';
import { type ElementSet, sgp4Words } from './sgp4.ts';

const LINE_LENGTH = 69;
/** Columns that must hold a number: name, first, past the last, smallest and largest value. */
const FIELDS_1: Field[] = [[said('elements.epoch-column'), 18, 32, 0, 99367]];
const FIELDS_2: Field[] = [
  [said('elements.inclination'), 8, 16, 0, 180],
  [said('elements.right-ascension'), 17, 25, 0, 360],
  [said('elements.argument-of-perigee'), 34, 42, 0, 360],
  [said('elements.mean-anomaly'), 43, 51, 0, 360],
  [said('elements.mean-motion'), 52, 63, 1e-5, 20],
];
type Field = [Said, number, number, number, number];

export interface Line {
  text: string;
  /** from 1 */
  at: number;
}

/**
 * Reads a file of two-line elements, with or without a name line before each pair.
 *
 * Blank lines and lines that begin with # are passed over; a name line may begin with "0 ". Sets with a problem are left out and
 * each problem is told with its line; the caller decides whether to go on.
 *
 * @source celestrak-tle-format
 */
export function parseTle(text: string): ParsedElements {
  if (text.length > MAX_ELEMENT_TEXT_LENGTH) {
    return refusedFile(
      'too-long',
      said('problem.file-too-long', { count: text.length, limit: MAX_ELEMENT_TEXT_LENGTH }),
    );
  }
  const sets: ElementSet[] = [];
  const problems: ElementProblem[] = [];
  eachPair(text, problems, ({ name, first, second }) => {
    const set = sets.length < MAX_ELEMENT_SET_COUNT ? readSet(name, first, second, problems) : null;
    if (set) sets.push(set);
    else if (sets.length >= MAX_ELEMENT_SET_COUNT)
      addProblem(problems, 'too-many', said('elements.too-many', { limit: MAX_ELEMENT_SET_COUNT }), first.at);
  });
  return { sets, problems };
}

/** The elements of two-line sets as they stand there, not made ready for SGP4. */
export function meansOfTle(text: string): { means: MeanElements[]; problems: ElementProblem[] } {
  const means: MeanElements[] = [];
  const problems: ElementProblem[] = [];
  eachPair(text, problems, ({ name, first, second }) => {
    const mean = meanOfLines(name, first, second, problems);
    if (mean) means.push(mean);
  });
  return { means, problems };
}

interface Pair {
  name: Line | null;
  first: Line;
  second: Line;
}

/** Finds the pairs of element lines; lines that belong to none are told. */
function eachPair(text: string, problems: ElementProblem[], take: (pair: Pair) => void): void {
  const lines = usefulLines(text);
  if (lines.length === 0) addProblem(problems, 'no-elements', said('elements.empty'));
  let name: Line | null = null;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!isElementLine(line.text, '1')) {
      if (name) addProblem(problems, 'tle-stray-line', said('elements.name-alone'), name.at);
      name = isElementLine(line.text, '2') ? null : line;
      if (!name) addProblem(problems, 'tle-no-first-line', said('elements.no-first'), line.at);
      continue;
    }
    const second = lines[i + 1];
    if (second && isElementLine(second.text, '2')) {
      take({ name, first: line, second });
      i++;
    } else addProblem(problems, 'tle-no-second-line', said('elements.no-second'), line.at);
    name = null;
  }
  if (name) addProblem(problems, 'tle-stray-line', said('elements.name-alone'), name.at);
}

/** Modulo-10 sum of the first 68 columns: digits count as themselves, minus signs as 1. */
export function tleChecksum(line: string): number {
  let sum = 0;
  for (let i = 0; i < LINE_LENGTH - 1; i++) {
    const code = line.charCodeAt(i);
    if (code >= 48 && code <= 57) sum += code - 48;
    else if (code === 45) sum += 1;
  }
  return sum % 10;
}

function usefulLines(text: string): Line[] {
  const lines: Line[] = [];
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .forEach((raw, k) => {
      const trimmed = raw.trimEnd();
      if (trimmed && !trimmed.startsWith('#')) lines.push({ text: trimmed, at: k + 1 });
    });
  return lines;
}

const STARTS = { '1': /^\s*1\s/, '2': /^\s*2\s/ };

/** An element line is known by its number and its length: a name may begin with "1 " too. */
function isElementLine(text: string, which: '1' | '2'): boolean {
  return text.length > 40 && STARTS[which].test(text);
}

function readSet(name: Line | null, first: Line, second: Line, problems: ElementProblem[]): ElementSet | null {
  const mean = meanOfLines(name, first, second, problems);
  if (!mean) return null;
  const satrec = twoline2satrec(first.text, second.text);
  const id = first.text.slice(2, 7).trim();
  if (satrec.error !== 0 || !Number.isFinite(satrec.no)) {
    const why = sgp4Words(satrec.error);
    addProblem(problems, 'sgp4-refused', said('elements.refused-satellite', { id, code: satrec.error, why }), first.at);
    return null;
  }
  return { name: mean.name, id: identityOf(mean) ?? id, epochUnixS: mean.epochUnixUs / 1e6, satrec, mean };
}

/** The elements of two lines; null, with what is wrong among the problems, where they are faulty. */
export function meanOfLines(
  name: Line | null,
  first: Line,
  second: Line,
  problems: ElementProblem[],
): MeanElements | null {
  const before = problems.length;
  checkLine(first, FIELDS_1, problems);
  checkLine(second, FIELDS_2, problems);
  if (problems.length > before) return null;
  const [one, two] = [first.text, second.text];
  const bad = (code: string, sentence: Said, { at } = first) => void addProblem(problems, code, sentence, at);
  const id = one.slice(2, 7).trim();
  const secondId = two.slice(2, 7).trim();
  if (id !== secondId) bad('tle-number', said('elements.two-satellites', { id, second: secondId }), second);
  const eccentricity = two.slice(26, 33);
  if (!/^[\d ]{7}$/.test(eccentricity))
    bad('tle-field', said('elements.eccentricity', { given: eccentricity }), second);
  const bstar = exponential(one.slice(53, 61));
  if (!Number.isFinite(bstar)) bad('tle-field', said('elements.drag', { given: one.slice(53, 61) }));
  const day = Number(one.slice(20, 32));
  if (!(day >= 1 && day < 367)) bad('tle-epoch', said('elements.day', { given: one.slice(20, 32).trim() }));
  const beside = besideNumbers(one, two, (key, given) => {
    const line = key === 'REV_AT_EPOCH' ? second : first;
    const bounds = /MOTION/.test(key) ? MOST_RATE : MOST_COUNT;
    bad('tle-field', said('elements.number', { who: id, key, low: -bounds, high: bounds, given }), line);
  });
  const type = one[62];
  if (!SGP4_TYPES.includes(type)) bad('tle-type', ephemerisTypeFault(id, type));
  if (problems.length > before) return null;
  const number = (text: string) => Number(text.replaceAll(' ', '')) || 0;
  return {
    name: name?.text.trim().replace(/^0 /, '').trim() || id,
    catalogNumber: catalogNumber(id),
    designator: designatorOf(one.slice(9, 17)),
    epochUnixUs: epochUnixUs(one),
    meanMotionRevDay: number(two.slice(52, 63)),
    ecc: Number(`0.${eccentricity.replaceAll(' ', '0')}`),
    inclinationDeg: number(two.slice(8, 16)),
    raanDeg: number(two.slice(17, 25)),
    argPericenterDeg: number(two.slice(34, 42)),
    meanAnomalyDeg: number(two.slice(43, 51)),
    bstar,
    ...beside,
    classification: one[7].trim() || 'U',
  };
}

/** Numbers that SGP4 does not use; 0 where the columns are blank. What is none is told by its keyword of CCSDS. */
function besideNumbers(one: string, two: string, bad: (key: string, given: string) => void) {
  const plain = (key: string, columns: string) => {
    const word = columns.replaceAll(' ', '');
    const value = /^[+-]?(\d+\.?\d*|\.\d+)?$/.test(word) ? Number(word) || 0 : Number.NaN;
    if (Number.isNaN(value)) bad(key, columns);
    return value;
  };
  const meanMotionDdot = exponential(one.slice(44, 52));
  if (Number.isNaN(meanMotionDdot)) bad('MEAN_MOTION_DDOT', one.slice(44, 52));
  return {
    meanMotionDot: plain('MEAN_MOTION_DOT', one.slice(33, 43)),
    meanMotionDdot,
    elementSetNo: plain('ELEMENT_SET_NO', one.slice(64, 68)),
    revAtEpoch: plain('REV_AT_EPOCH', two.slice(63, 68)),
  };
}

/** Types of ephemeris that classic SGP4 flies: left out, distributed, SGP4. */
export const SGP4_TYPES = ['0', ' ', '2'];

/** What to say of a type of ephemeris that SGP4 does not fly; 4 is SGP4-XP. */
export function ephemerisTypeFault(who: string, type: string): Said {
  return type === '4' ? said('elements.xp', { who }) : said('elements.type', { who, type });
}

/** Number with an assumed point and an exponent: ` 12345-3` is 0.00012345; NaN for anything else. */
function exponential(text: string): number {
  const word = text.trim();
  if (/^[+-]?[0. ]*([+-]\d)?$/.test(word)) return 0;
  const [, sign = '', digits, exponent] = /^([+-]?)\s*\.?(\d{1,5})\s*([+-]\d)$/.exec(word) ?? [];
  return digits === undefined ? Number.NaN : Number(`${sign}0.${digits}e${exponent}`);
}

/** `19074A  ` is 2019-074A. */
function designatorOf(columns: string): string {
  const [, year, launch, piece] = /^(\d\d)([\d ]{3})([A-Z]{1,3})/.exec(columns) ?? [];
  if (!year) return '';
  return `${Number(year) < 57 ? 20 : 19}${year}-${launch.trim().padStart(3, '0')}${piece}`;
}

function checkLine(line: Line, fields: Field[], problems: ElementProblem[]): void {
  const { text, at } = line;
  const shape = shapeFault(text);
  if (shape) {
    addProblem(problems, 'tle-length', shape, at);
    return;
  }
  const sum = tleChecksum(text);
  if (text[LINE_LENGTH - 1] !== String(sum)) {
    addProblem(problems, 'tle-checksum', said('elements.checksum', { given: text[LINE_LENGTH - 1], sum }), at);
    return;
  }
  for (const [label, from, to, low, high] of fields) {
    const field = text.slice(from, to).trim();
    const value = /^\d*\.?\d+$|^\d+\.$|^\d\d +\d+\.?\d*$/.test(field) ? Number(field.replaceAll(' ', '0')) : Number.NaN;
    if (!(value >= low && value <= high)) {
      addProblem(
        problems,
        'tle-field',
        said('elements.field', { label, from: from + 1, to, low, high, given: field }),
        at,
      );
    }
  }
}

/** Why a line cannot be read by its columns; undefined where it can. */
function shapeFault(text: string): Said | undefined {
  const odd = /[^\x20-\x7e]/.exec(text);
  if (odd) {
    const code = `U+${odd[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
    return said('elements.character', { code, column: odd.index + 1 });
  }
  const length = LINE_LENGTH;
  const blanks = text.length - text.trimStart().length;
  if (blanks > 0) return said('elements.indented', { count: blanks });
  if (text.length === length - 1) return said('elements.no-checksum', { length });
  if (text.length > length) return said('elements.beyond', { length, given: text.slice(length).trim() });
  return text.length < length ? said('elements.columns', { count: text.length, length }) : undefined;
}

/** Two-digit years from 57 on are of the last century; a hundred-millionth of a day is 864 microseconds. */
function epochUnixUs(first: string): number {
  const year = Number(first.slice(18, 20));
  const [day, fraction = ''] = first.slice(20, 32).split('.');
  const midnightMs = Date.UTC(year < 57 ? 2000 + year : 1900 + year, 0, Number(day));
  return midnightMs * 1000 + Number(fraction.replaceAll(' ', '0').padEnd(8, '0').slice(0, 8)) * 864;
}
