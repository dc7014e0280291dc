import type { ElementHealth } from '../flow/element-health.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import { plainly, said } from '../flow/said.ts';
import type { Scene } from '../flow/scene.ts';
import type { MeanElements } from '../physics/mean-elements.ts';
import { tell } from '../words/words.ts';
import { collect } from './collect.ts';
import type { CommandContext, CommandSpec } from './command.ts';
import { inputStem, shownName } from './input-file.ts';
import { noteLeftOut } from './left-out.ts';
import { numberOption } from './number-option.ts';
import type { FolderFile } from './result-folder.ts';
import type { Outputs } from './write-file.ts';

const MAX_BYTES = 128 * 1024 * 1024;
const MAX_SAMPLES = 20_000_000;

/** Formats by their endings; the first of a format is that of its files in a folder. */
const ENDINGS: Record<string, Format> = {
  tle: 'tle',
  txt: 'tle',
  '3le': '3le',
  json: 'json',
  csv: 'csv',
  xml: 'xml',
  kvn: 'kvn',
  omm: 'kvn',
  oem: 'oem',
  e: 'stk',
  czml: 'czml',
  kml: 'kml',
  geojson: 'geojson',
};
const ELEMENT_FORMATS = ['tle', '3le', 'json', 'csv', 'xml', 'kvn'] as const;
const MOVING_FORMATS = ['oem', 'stk', 'czml', 'kml', 'geojson'] as const;
type ElementNotation = (typeof ELEMENT_FORMATS)[number];
type Moving = (typeof MOVING_FORMATS)[number];
type Format = ElementNotation | Moving;
const FORMATS: readonly Format[] = [...ELEMENT_FORMATS, ...MOVING_FORMATS];

/** `cupola convert`: files of orbits from one format into another. */
export const command: CommandSpec = {
  name: 'convert',
  isEnglishOnly: true,
  isDateless: true,
  summary: 'Files of orbits from one format into another: TLE, OMM, OEM, STK, CZML, KML, GeoJSON',
  configure(program) {
    program
      .argument('<in>', 'TLE, OMM as JSON, CSV, XML or KVN, or OEM; - for standard input')
      .argument('<out>', 'file, or folder for oem and stk of several objects; - for standard output')
      .option('--to <format>', `${FORMATS.join(', ')}; default: by the ending of <out>`)
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
    const { args, options } = context;
    const [source, target] = args as [string, string];
    const format = formatOf(target, options.to as string | undefined);
    const moving = await movingWords(options, format);
    const { keeper } = await import('./keep-words.ts');
    const keep = keeper((options.keep as string[] | undefined) ?? []);
    const { openOutputs, wishOf } = await import('./write-file.ts');
    const isFolder = (format === 'oem' || format === 'stk') && !/\.\w+$/.test(target) && !isStream(target);
    const wish = wishOf('<out>', target, isFolder ? 'folder' : 'file', 'convert');
    const outputs = await openOutputs(wish, [{ path: source, what: 'the source' }], context);
    const { readInputFile } = await import('./input-file.ts');
    const text = await readInputFile(source, MAX_BYTES);
    const { looksLikeOem } = await import('../physics/oem-read.ts');
    const made = looksLikeOem(text)
      ? await fromEphemeris(text, source, format, moving)
      : await fromElements(text, source, format, { ...moving, keep }, context);
    const isDone =
      'files' in made ? await putFiles(made.files, isFolder, outputs) : await outputs.file('<out>', made.pieces);
    if (isDone && !isStream(target))
      context.note(`${made.count} ${made.count === 1 ? 'object' : 'objects'} in ${target}`);
    return outputs.exitCode;
  },
};

interface Made {
  count: number;
}
type Pieces = Made & { pieces: Iterable<string> };
type Files = Made & { files: FolderFile[] };

function isStream(target: string): boolean {
  return target === '-' || target.startsWith('/dev/');
}

async function putFiles(files: Files['files'], isFolder: boolean, outputs: Outputs) {
  if (isFolder) return outputs.folder('<out>', files);
  if (files.length === 1) return outputs.file('<out>', files[0]![1]);
  const message = `one file holds one object and these are ${files.length}: expected a folder`;
  throw new InputError([{ code: 'many-objects', path: '<out>', said: plainly(message) }]);
}

function formatOf(target: string, word: string | undefined): Format {
  const ending = /\.(\w+)$/.exec(target)?.[1]?.toLowerCase() ?? '';
  const found = word === undefined ? ENDINGS[ending] : FORMATS.find((each) => each === word);
  if (found) return found;
  const problem: Problem =
    word === undefined
      ? {
          code: 'unknown-format',
          path: '<out>',
          said: plainly(`"${target}" has no ending that names a format: add --to with one of ${FORMATS.join(', ')}`),
        }
      : { code: 'unknown-format', path: '--to', said: said('option.format', { formats: FORMATS, word }) };
  throw new InputError([problem]);
}

/** What is asked of things that move. @throws InputError wrong numbers, and words that mean nothing to the format */
async function movingWords(options: Record<string, unknown>, format: Format) {
  const { frameOf } = await import('./export-options.ts');
  const { unixSFromIso } = await import('../physics/time.ts');
  const { flightOf } = await import('./load-scenario.ts');
  const problems: Problem[] = [];
  const isElements = ELEMENT_FORMATS.some((each) => each === format);
  for (const option of ['epoch', 'duration', 'step', 'stale'])
    if (isElements && options[option] !== undefined)
      problems.push({
        code: 'option-of-another-format',
        path: `--${option}`,
        said: said('option.other-format', { format, formats: MOVING_FORMATS }),
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
      said: plainly(`expected an ISO 8601 time, found "${epoch}"`),
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

type Words = Awaited<ReturnType<typeof movingWords>>;

async function fromEphemeris(text: string, source: string, format: Format, words: Words): Promise<Pieces | Files> {
  const file = shownName(source);
  if (ELEMENT_FORMATS.some((each) => each === format)) {
    const message = `holds positions over time, no mean elements: choose one of ${MOVING_FORMATS.join(', ')}`;
    throw new InputError([{ code: 'no-elements', file, path: '', said: plainly(message) }]);
  }
  const [{ readOem }, { sceneOfEphemerides }] = await Promise.all([
    import('../physics/oem-read.ts'),
    import('./convert-scene.ts'),
  ]);
  const { objects, problems } = readOem(text);
  if (problems.length > 0) throw new InputError(problems.map((problem) => ({ ...problem, file, path: '' })));
  return sceneFiles(sceneOfEphemerides(inputStem(source), objects), format as Moving, words);
}

async function fromElements(
  text: string,
  source: string,
  format: Format,
  words: Words & { keep: (elements: MeanElements) => boolean },
  { note }: CommandContext,
): Promise<Pieces | Files> {
  const { readMeans } = await import('../physics/element-file.ts');
  const file = shownName(source);
  const { means, problems } = readMeans(text);
  const faults = problems.map((problem) => ({ ...problem, file, path: '' }));
  if (faults.length > 0 && !(words.isSkippingBad && means.length > 0)) throw new InputError(faults);
  noteLeftOut(faults, note);
  const kept = means.filter(words.keep);
  if (kept.length === 0)
    throw new InputError([
      { code: 'none-kept', path: '--keep', said: plainly(`none of the ${means.length} objects is kept`) },
    ]);
  const notation = ELEMENT_FORMATS.find((each) => each === format);
  if (notation) return { count: kept.length, pieces: await elementPieces(kept, notation, note) };
  return movedFiles(kept, source, format as Moving, words, note);
}

async function elementPieces(kept: MeanElements[], notation: ElementNotation, note: (line: string) => void) {
  const [{ ommPieces }, { tlePieces }] = await Promise.all([
    import('../report/export/omm.ts'),
    import('./element-text.ts'),
  ]);
  return notation === 'tle' || notation === '3le'
    ? tlePieces(kept, note, notation === '3le')
    : ommPieces(kept, notation, true);
}

/** Elements flown over a span of time: those that fly at its start. */
async function movedFiles(
  kept: readonly MeanElements[],
  source: string,
  format: Moving,
  words: Words,
  note: (line: string) => void,
): Promise<Pieces | Files> {
  const [{ elementFleet, epochOfBulk }, { initialise }, { sceneOfSets }, { healthNote, noneFlies }, { isoFromUnixS }] =
    await Promise.all([
      import('../physics/element-health.ts'),
      import('../physics/omm.ts'),
      import('./convert-scene.ts'),
      import('../world/health-notes.ts'),
      import('../physics/time.ts'),
    ]);
  const faults: Parameters<typeof initialise>[1] = [];
  const sets = kept.flatMap((mean) => initialise(mean, faults) ?? []);
  const startUnixS = words.startUnixS ?? Math.ceil(epochOfBulk(sets));
  const { flying, health: counts } = elementFleet(sets, startUnixS, words.maxAgeDays);
  const health: ElementHealth = {
    id: inputStem(source),
    file: shownName(source),
    ...counts,
    faultCount: faults.length,
  };
  if (flying.length === 0)
    throw new InputError([{ code: 'none-flies', file: health.file, path: '', said: noneFlies(health, startUnixS) }]);
  note(tell(healthNote(health, isoFromUnixS(startUnixS))));
  const { durationS, stepS } = words;
  if (flying.length * (durationS / stepS + 1) > MAX_SAMPLES) {
    const message = `${flying.length} objects at this step are more than ${MAX_SAMPLES} samples: choose fewer with --keep, or a longer step`;
    throw new InputError([{ code: 'too-large', path: '--step', said: plainly(message) }]);
  }
  const scene = sceneOfSets(inputStem(source), flying, { startUnixS, durationS, stepS });
  return sceneFiles(scene, format, words);
}

async function sceneFiles(scene: Scene, format: Moving, { frame }: Words): Promise<Pieces | Files> {
  const [{ isoFromUnixS }, { epochWords }] = await Promise.all([
    import('../physics/time.ts'),
    import('../physics/mean-elements.ts'),
  ]);
  const isoOf = (tS: number) => {
    const unixUs = Math.round((scene.startUnixS + tS) * 1e6);
    return unixUs % 1000 === 0 ? isoFromUnixS(unixUs / 1e6) : `${epochWords(unixUs)}Z`;
  };
  const count = scene.objects.length;
  if (format === 'oem' || format === 'stk') {
    const [{ oemMessages }, { stkTexts }, { namedFiles }] = await Promise.all([
      import('../report/export/oem.ts'),
      import('../report/export/stk.ts'),
      import('./export-files.ts'),
    ]);
    const messages = format === 'stk' ? stkTexts(scene, frame) : oemMessages(scene, scene.startUtc, isoOf, frame);
    return { count, files: namedFiles(messages, format === 'stk' ? 'e' : 'oem') };
  }
  if (format === 'geojson') {
    const [{ groundTracks }, { geoJsonText }] = await Promise.all([
      import('../run/scene.ts'),
      import('../report/export/geojson.ts'),
    ]);
    return { count, pieces: [geoJsonText([], groundTracks(scene), [])] };
  }
  const [{ czmlText }, { kmlText }] = await Promise.all([
    import('../report/export/czml.ts'),
    import('../report/export/kml.ts'),
  ]);
  return { count, pieces: [format === 'kml' ? kmlText(scene, isoOf) : czmlText(scene, isoOf)] };
}
