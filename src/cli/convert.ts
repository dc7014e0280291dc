import {
  CONVERT_FORMATS,
  type ConvertFormat,
  formatOfEnding,
  isElementNotation,
  MOVING_FORMATS,
} from '../convert/formats.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { say, tell } from '../words/words.ts';
import { collect } from './collect.ts';
import type { CommandSpec } from './command.ts';
import { inputStem, shownName } from './input-file.ts';
import { noteLeftOut } from './left-out.ts';
import { numberOption } from './number-option.ts';
import type { FolderFile } from './result-folder.ts';
import type { Outputs } from './write-file.ts';

const MAX_BYTES = 128 * 1024 * 1024;

/** `cupola convert`: files of orbits from one format into another. */
export const command: CommandSpec = {
  name: 'convert',
  isDateless: true,
  summary: 'Files of orbits from one format into another: TLE, OMM, OEM, STK, CZML, KML, GeoJSON',
  configure(program) {
    program
      .argument('<in>', 'TLE, OMM as JSON, CSV, XML or KVN, or OEM; - for standard input')
      .argument('<out>', 'file, or folder for oem and stk of several objects; - for standard output')
      .option('--to <format>', `${CONVERT_FORMATS.join(', ')}; default: by the ending of <out>`)
      .option(
        '--keep <where>',
        'objects that are kept, such as "inclination > 52 and name ~ starlink" (repeatable)',
        collect,
      )
      .option('--frame <axes>', 'TEME, EME2000, GCRF or ITRF; default TEME (oem, stk)')
      .option('--epoch <utc>', 'start of what moves; default: the newest elements of the bulk')
      .option('--duration <s>', 'span of time of what moves; default 6000')
      .option('--step <s>', 'time between samples of what moves; default 60')
      .option('--stale <days>', 'elements up to so many days from the start move; default 30')
      .option('--skip-bad', 'leave out sets of elements that have faults, and list them')
      .option('--force', 'replace a file that cupola did not write, or that was edited since');
  },
  examples: [
    'cupola convert examples/data/starlink-plane.tle out/starlink.xml',
    'cupola convert examples/data/starlink-plane.json out/starlink.tle --keep "name ~ starlink and inclination < 60"',
    'cupola convert examples/data/starlink-plane.tle out/ephemerides --to oem --frame EME2000 --duration 86400 --step 60',
    'cupola convert examples/data/starlink-3720.oem out/starlink-3720.kml',
  ],
  async run(context) {
    const { args, options, note } = context;
    const [source, target] = args as [string, string];
    const format = formatOf(target, options.to as string | undefined);
    const moving = await movingWords(options, format);
    const { convertOrbits, keeper } = await import('../convert/index.ts');
    const keep = keeper((options.keep as string[] | undefined) ?? []);
    const { openOutputs, wishOf } = await import('./write-file.ts');
    const isFolder = (format === 'oem' || format === 'stk') && !/\.\w+$/.test(target) && !isStream(target);
    const wish = wishOf('<out>', target, isFolder ? 'folder' : 'file', 'convert');
    const outputs = await openOutputs(wish, [{ path: source, what: say('file.the-source') }], context);
    const { readInputFile } = await import('./input-file.ts');
    const text = await readInputFile(source, MAX_BYTES);
    const names = { name: inputStem(source), file: shownName(source) };
    const made = convertOrbits(text, names, { format, keep, ...moving }, (sentence) => note(tell(sentence)));
    noteLeftOut(made.left, note);
    if (made.health) {
      const { healthNote } = await import('../world/health-notes.ts');
      note(tell(healthNote(made.health, made.epochUtc!)));
    }
    const isDone = made.files
      ? await putFiles(made.files, isFolder, outputs)
      : await outputs.file('<out>', made.pieces!);
    if (isDone && !isStream(target)) note(say('convert.done', { count: made.count, file: target }));
    return outputs.exitCode;
  },
};

function isStream(target: string): boolean {
  return target === '-' || target.startsWith('/dev/');
}

async function putFiles(files: FolderFile[], isFolder: boolean, outputs: Outputs) {
  if (isFolder) return outputs.folder('<out>', files);
  if (files.length === 1) return outputs.file('<out>', files[0][1]);
  const sentence = said('convert.many-objects', { count: files.length });
  throw new InputError([{ code: 'many-objects', path: '<out>', said: sentence }]);
}

function formatOf(target: string, word: string | undefined): ConvertFormat {
  const ending = /\.(\w+)$/.exec(target)?.[1]?.toLowerCase() ?? '';
  const found = word === undefined ? formatOfEnding(ending) : CONVERT_FORMATS.find((each) => each === word);
  if (found) return found;
  const problem: Problem =
    word === undefined
      ? {
          code: 'unknown-format',
          path: '<out>',
          said: said('convert.no-ending', { file: target, formats: CONVERT_FORMATS }),
        }
      : { code: 'unknown-format', path: '--to', said: said('option.format', { formats: CONVERT_FORMATS, word }) };
  throw new InputError([problem]);
}

/** What is asked of things that move. @throws InputError wrong numbers, and words that mean nothing to the format */
async function movingWords(options: Record<string, unknown>, format: ConvertFormat) {
  const { frameOf } = await import('./export-options.ts');
  const { unixSFromIso } = await import('../physics/time.ts');
  const { flightOf } = await import('./load-scenario.ts');
  const problems: Problem[] = [];
  const isElements = isElementNotation(format);
  for (const option of ['epoch', 'duration', 'step', 'stale'])
    if (isElements && options[option] !== undefined)
      problems.push({
        code: 'option-of-another-format',
        path: `--${option}`,
        said: said('option.other-format', { format, formats: [...MOVING_FORMATS] }),
      });
  if (options.frame !== undefined && format !== 'oem' && format !== 'stk')
    problems.push({
      code: 'option-of-another-format',
      path: '--frame',
      said: said('option.other-format', { format, formats: ['oem', 'stk'] }),
    });
  const number = (name: string, absent: number, min: number, max: number) =>
    numberOption(`--${name}`, options[name] ?? absent, { min, max }, problems);
  const epoch = options.epoch as string | undefined;
  const startUnixS = epoch === undefined ? undefined : unixSFromIso(epoch);
  if (Number.isNaN(startUnixS))
    problems.push({
      code: 'wrong-word',
      path: '--epoch',
      said: said('convert.time', { word: epoch! }),
    });
  const words = {
    startUnixS,
    durationS: number('duration', 6000, 1, 366 * 86_400),
    stepS: number('step', 60, 0.1, 86_400),
    frame: frameOf(options.frame as string | undefined, problems),
    ...flightOf(options),
  };
  if (problems.length > 0) throw new InputError(problems);
  return words;
}
