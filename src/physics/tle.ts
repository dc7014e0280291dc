import { twoline2satrec } from 'satellite.js';
import { type Said, said } from '../flow/said.ts';
import { DAY_S } from './constants.ts';
import {
  addProblem,
  type ElementFile,
  type ElementProblem,
  MAX_ELEMENT_SET_COUNT,
  MAX_ELEMENT_TEXT_LENGTH,
  refusedFile,
} from './element-problem.ts';
import type { ElementSet } from './sgp4.ts';

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

interface Line {
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
export function parseTle(text: string): ElementFile {
  if (text.length > MAX_ELEMENT_TEXT_LENGTH) {
    return refusedFile(
      'too-long',
      said('problem.file-too-long', { count: text.length, limit: MAX_ELEMENT_TEXT_LENGTH }),
    );
  }
  const sets: ElementSet[] = [];
  const problems: ElementProblem[] = [];
  const lines = usefulLines(text);
  if (lines.length === 0) return refusedFile('no-elements', said('elements.empty'));
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
      if (sets.length >= MAX_ELEMENT_SET_COUNT) {
        addProblem(problems, 'too-many', said('elements.too-many', { limit: MAX_ELEMENT_SET_COUNT }), line.at);
        return { sets, problems };
      }
      const set = readSet(name, line, second, problems);
      if (set) sets.push(set);
      i++;
    } else addProblem(problems, 'tle-no-second-line', said('elements.no-second'), line.at);
    name = null;
  }
  if (name) addProblem(problems, 'tle-stray-line', said('elements.name-alone'), name.at);
  return { sets, problems };
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

/** An element line is known by its number and its length: a name may begin with "1 " too. */
function isElementLine(text: string, which: '1' | '2'): boolean {
  return text.startsWith(`${which} `) && text.length > 40;
}

function readSet(name: Line | null, first: Line, second: Line, problems: ElementProblem[]): ElementSet | null {
  const before = problems.length;
  checkLine(first, FIELDS_1, problems);
  checkLine(second, FIELDS_2, problems);
  const id = first.text.slice(2, 7).trim();
  const secondId = second.text.slice(2, 7).trim();
  if (id !== secondId) {
    addProblem(problems, 'tle-number', said('elements.two-satellites', { id, second: secondId }), second.at);
  }
  if (!/^[\d ]{7}$/.test(second.text.slice(26, 33))) {
    addProblem(problems, 'tle-field', said('elements.eccentricity', { given: second.text.slice(26, 33) }), second.at);
  }
  if (problems.length > before) return null;
  const satrec = twoline2satrec(first.text, second.text);
  if (!Number.isFinite(satrec.bstar)) {
    addProblem(problems, 'tle-field', said('elements.drag', { given: first.text.slice(53, 61) }), first.at);
    return null;
  }
  if (satrec.error !== 0 || !Number.isFinite(satrec.no)) {
    addProblem(problems, 'sgp4-refused', said('elements.refused-satellite', { id, code: satrec.error }), first.at);
    return null;
  }
  const title = name?.text.replace(/^0 /, '').trim();
  return { name: title || id, id, epochUnixS: epochUnixS(first.text), satrec };
}

function checkLine(line: Line, fields: Field[], problems: ElementProblem[]): void {
  const { text, at } = line;
  if (text.length !== LINE_LENGTH) {
    addProblem(problems, 'tle-length', said('elements.columns', { count: text.length, length: LINE_LENGTH }), at);
    return;
  }
  const sum = tleChecksum(text);
  if (text[LINE_LENGTH - 1] !== String(sum)) {
    addProblem(problems, 'tle-checksum', said('elements.checksum', { given: text[LINE_LENGTH - 1]!, sum }), at);
    return;
  }
  for (const [label, from, to, low, high] of fields) {
    const field = text.slice(from, to).trim();
    const value = /^\d*\.?\d+$|^\d+\.$/.test(field) ? Number(field) : Number.NaN;
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

/** Two-digit years from 57 on are of the last century. */
function epochUnixS(first: string): number {
  const year = Number(first.slice(18, 20));
  const day = Number(first.slice(20, 32));
  const wholeDay = Math.floor(day);
  const midnightS = Date.UTC(year < 57 ? 2000 + year : 1900 + year, 0, wholeDay) / 1000;
  return midnightS + (day - wholeDay) * DAY_S;
}
