import { readdirSync, readFileSync } from 'node:fs';
import { inputText } from '../../src/cli/input-file.ts';
import { type Converted, convertOrbits, inspectOrbits } from '../../src/convert/convert.ts';
import { CONVERT_FORMATS, type ConvertFormat, isElementNotation } from '../../src/convert/formats.ts';
import { InputError, type Problem } from '../../src/flow/problems.ts';
import { elementFormat, parseElements, readMeans } from '../../src/physics/element-file.ts';
import type { ElementProblem } from '../../src/physics/element-problem.ts';
import type { MeanElements } from '../../src/physics/mean-elements.ts';
import { looksLikeOem } from '../../src/physics/oem-read.ts';
import { orbitPositionsEciKm } from '../../src/physics/orbits.ts';
import { elementOrbits } from '../../src/physics/sgp4.ts';
import { tell } from '../../src/words/words.ts';
import type { Luck } from './luck.ts';
import { anyText, mutated } from './mutate-text.ts';
import { Fault, type Part, type Trier } from './part.ts';
import { checkProblems } from './problems.ts';

const NAMES = { name: 'f', file: 'f' };
const FLIGHT = { frame: 'TEME', durationS: 600, stepS: 300 } as const;
/** Notations that keep every digit of elements. */
const WHOLE = ['json', 'csv', 'xml', 'kvn'] as const;
/** Names that every notation holds: XML has no control characters, and a table no cell that a spreadsheet would compute. */
const PLAIN_NAME = /^[^=+@'"\-\p{C}][^\p{C}]*$/u;
const ZOO = 'test/orbit-zoo/files';
/** A file of elements is changed in a digit that a checksum guards, this often. */
const CHECKSUM_SHARE = 0.05;

/** Files of orbits in every notation, with changes: each is refused with places, or taken whole. */
export const elements: Part = { count: 100_000, limitS: 60, open };

function open(): Trier {
  const tle = readFileSync('test/fixtures/starlink-eleven.tle', 'utf8');
  const few = tle.split('\n').slice(1, 7).join('\n');
  const made = CONVERT_FORMATS.filter((format) => isElementNotation(format) || format === 'oem').map((format) =>
    wholeText(converted(few, format)),
  );
  const zoo = readdirSync(ZOO).map((name) => readFileSync(`${ZOO}/${name}`).toString('latin1'));
  const bases = [tle, ...zoo.filter((text) => text.length < 20_000), ...Array<string[]>(12).fill(made).flat()];
  return {
    tryOne(luck) {
      if (luck.isSo(CHECKSUM_SHARE)) return tryChecksum(tle, luck);
      const bytes = mutated(luck.one(bases), anyText, luck);
      let text = Buffer.from(bytes).toString('latin1');
      try {
        text = inputText(bytes, 'f');
      } catch (error) {
        if (error instanceof InputError) return 'refused';
        throw error;
      }
      return tryText(text, luck);
    },
  };
}

/** A digit of a line that its checksum does not fit any more is never taken. */
function tryChecksum(tle: string, luck: Luck): 'refused' {
  const lines = tle.split('\n');
  const at = luck.one([...lines.keys()].filter((i) => /^[12] /.test(lines[i])));
  const line = lines[at];
  const column = luck.one([...line].flatMap((sign, i) => (/\d/.test(sign) && i > 0 ? [i] : [])));
  const digit = (Number(line[column]) + 1 + luck.below(9)) % 10;
  lines[at] = line.slice(0, column) + digit + line.slice(column + 1);
  const text = lines.join('\n');
  const { sets, problems } = parseElements(text);
  const others = lines.filter((each) => each.startsWith('2 ')).length - 1;
  if (problems.length !== 1 || sets.length !== others)
    throw new Fault(`a digit that the checksum guards: ${sets.length} sets, ${problems.length} problems`, text);
  checkPlaces(problems, text);
  return 'refused';
}

function tryText(text: string, luck: Luck): 'refused' | 'accepted' {
  const fail = (why: string): never => {
    throw new Fault(why, text);
  };
  try {
    const format = luck.one(CONVERT_FORMATS);
    if (looksLikeOem(text)) {
      inspectOrbits(text, NAMES, {});
      wholeText(converted(text, format));
      return 'accepted';
    }
    const { sets, problems } = parseElements(text);
    const { means, problems: faults } = readMeans(text);
    checkPlaces([...problems, ...faults], text);
    if (sets.length + problems.length === 0) fail('neither sets nor problems');
    const orbits = elementOrbits(sets, sets[0]?.epochUnixS ?? 0);
    const positions = new Float64Array(3 * sets.length);
    const fallen = orbitPositionsEciKm(orbits, 0, positions);
    if (positions.filter(Number.isNaN).length !== 3 * fallen) fail('a position that is no number and was not counted');
    if (faults.length === 0) {
      const written = countIn(text);
      if (written !== undefined && written !== means.length) fail(`${written} sets are written, ${means.length} read`);
      sameAgain(means, text, luck, fail);
    }
    inspectOrbits(text, NAMES, {});
    wholeText(converted(text, format));
    return problems.length > 0 ? 'refused' : 'accepted';
  } catch (error) {
    if (error instanceof Fault) throw error;
    if (!(error instanceof InputError)) fail((error as Error).stack ?? String(error));
    else
      checkPlaces(
        error.problems.map((problem) => ({ line: 1, ...problem })),
        text,
      );
    return 'refused';
  }
}

function converted(text: string, format: ConvertFormat): Converted {
  return convertOrbits(text, NAMES, { ...FLIGHT, format }, () => undefined);
}

function wholeText({ pieces, files }: Converted): string {
  return pieces ? [...pieces].join('') : (files ?? []).map(([, text]) => text).join('\n');
}

/** What was read is the same after it was written and read again. */
function sameAgain(means: readonly MeanElements[], text: string, luck: Luck, fail: (why: string) => void): void {
  const notation = luck.one(WHOLE);
  const { means: again, problems } = readMeans(wholeText(converted(text, notation)));
  if (problems.length > 0) fail(`written as ${notation} it is refused: ${tell(problems[0].said)}`);
  // a table guards what a spreadsheet would compute with a quote before it; some notations hold no control characters
  const words = (each: MeanElements | undefined) =>
    JSON.stringify({ ...each, name: undefined })
      .replaceAll(`:"'`, ':"')
      .replaceAll(/\\u00\w\w|\\[nrt]|[\p{Cc}?]/gu, '');
  means.forEach((mean, i) => {
    if (words(mean) !== words(again[i]) || (PLAIN_NAME.test(mean.name) && mean.name !== again[i]?.name))
      fail(`written as ${notation} it is another: ${JSON.stringify(mean)} ${JSON.stringify(again[i])}`);
  });
}

/** Lines of such files end in any of the three ways; a problem of a set need not tell its column. */
function checkPlaces(problems: readonly (ElementProblem | Problem)[], text: string): void {
  const placed = problems.map((problem) => ({ column: 1, path: '', ...problem, file: 'f' }));
  if (placed.length > 0) checkProblems(placed, text, /\r\n|\n|\r/);
}

/** Sets that a text holds, counted without reading them; undefined where that is not plain. */
function countIn(text: string): number | undefined {
  const format = elementFormat(text);
  if (format === 'tle') return text.split(/\r\n|\n|\r/).filter((line) => /^\s*1 [0-9A-Z ]{5}.{52}/.test(line)).length;
  if (format === 'omm-json') {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return Array.isArray(value) ? value.length : 1;
  }
  if (format === 'omm-xml') return text.match(/<omm[\s>]/g)?.length;
  return undefined;
}
