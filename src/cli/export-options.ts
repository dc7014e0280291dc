import { InputError, type Problem } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { type FrameName, frames } from '../physics/inertial-frames.ts';
import type { Prepared } from '../run/prepare.ts';
import type { Word } from '../words/template.ts';
import { numberOption } from './number-option.ts';

/** What a scenario can be exported as. */
export const FORMATS = [
  'czml',
  'oem',
  'geojson',
  'omm',
  'omm-csv',
  'omm-xml',
  'omm-kvn',
  'tle',
  'kml',
  'stk',
  'svg',
  'png',
  'links',
  'delays',
  'graphml',
  'contacts',
] as const;
export type Format = (typeof FORMATS)[number];

/** The format of a word. @throws InputError for a word that names none */
export function formatOf(word: string): Format {
  if ((FORMATS as readonly string[]).includes(word)) return word as Format;
  throw new InputError([
    { code: 'unknown-format', path: 'format', said: said('option.format', { formats: FORMATS, word }) },
  ]);
}

/** Whether a format is made of the pictures of the report. */
export function isChart(format: Format): format is 'svg' | 'png' {
  return format === 'svg' || format === 'png';
}

/** Whether a format is of the networks and the fibre. */
export function isOfNetworks(format: Format): format is 'links' | 'delays' | 'graphml' | 'contacts' {
  return format === 'links' || format === 'delays' || format === 'graphml' || format === 'contacts';
}

/** Formats that each option without a default means something to. */
const MEANT_FOR: [option: string, formats: readonly Format[]][] = [
  ['select', ['czml', 'oem', 'geojson', 'omm', 'omm-csv', 'omm-xml', 'omm-kvn', 'tle', 'kml', 'stk']],
  ['frame', ['oem', 'stk']],
  ['trial', ['czml', 'oem', 'geojson', 'kml']],
  ['routes', ['czml']],
  ['maps', ['geojson']],
  ['rateMbps', ['contacts']],
];

/** The options, checked together. @throws InputError wrong numbers, and options that mean nothing to the format */
export function readOptions(options: Record<string, unknown>, format: Format) {
  const problems: Problem[] = MEANT_FOR.filter(
    ([option, formats]) => options[option] !== undefined && !formats.includes(format),
  ).map(([option, formats]) => ({
    code: 'option-of-another-format',
    path: flagOf(option),
    said: said('option.other-format', { format, formats }),
  }));
  const number = (name: string, min: number, max: number, isWhole = false): number =>
    numberOption(flagOf(name), options[name], { min, max, isWhole }, problems);
  const wanted = {
    fromS: number('from', -1e10, 1e10),
    durationS: number('duration', 1, 366 * 86_400),
    stepS: number('step', 0.1, 86_400),
    trials: number('trials', 1, 10_000_000, true),
    trial: options.trial === undefined ? undefined : number('trial', 0, Number.MAX_SAFE_INTEGER, true),
    rateMbps: options.rateMbps === undefined ? undefined : number('rateMbps', 1e-6, 1e9),
    routes: options.routes === true,
    frame: frameOf(options.frame as string | undefined, problems),
  };
  if (problems.length > 0) throw new InputError(problems);
  return wanted;
}

/** The option as it is written. */
const flagOf = (name: string) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** The axes of a word, TEME without one; what is none goes into the problems. */
export function frameOf(word = 'TEME', problems: Problem[]): FrameName {
  const known = frames.find((each) => each === word.toUpperCase());
  if (known) return known;
  problems.push({ code: 'unknown-frame', path: '--frame', said: said('option.format', { formats: frames, word }) });
  return 'TEME';
}

/**
 * Space elements by id; `none` for none.
 *
 * @throws InputError for what is not in space, and where a format of satellites alone would hold none
 */
export async function selected(
  { architecture, elements }: Prepared,
  words: string | undefined,
  format: Format,
): Promise<string[]> {
  const known = elements.space.map(({ id }) => id);
  const isEmpty = words === undefined ? known.length === 0 : words === 'none';
  if (isEmpty && format !== 'czml' && format !== 'geojson' && format !== 'kml') {
    throw new InputError([
      { code: 'no-satellites', path: '--select', said: said('export.chooses-none', { format, known: orNone(known) }) },
    ]);
  }
  if (words === undefined) return [];
  if (words === 'none') return ['none'];
  const ids = words.split(',').map((word) => word.trim());
  const grounded = [...architecture.sensors, ...architecture.interceptors].map(({ id }) => id);
  const { suggestion } = await import('../catalog/yaml-document.ts');
  const problems = ids
    .filter((id) => !known.includes(id))
    .map((id) => {
      const isGrounded = grounded.includes(id);
      return {
        code: 'unknown-element',
        path: '--select',
        said: isGrounded
          ? said('export.on-ground', { id, known: orNone(known) })
          : said('export.no-element', { id, hint: suggestion(id, known), known: orNone(known) }),
      };
    });
  if (problems.length > 0) throw new InputError(problems);
  return ids;
}

function orNone(known: readonly string[]): Word {
  return known.length > 0 ? known : said('command.none');
}
