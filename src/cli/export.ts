import type { Architecture } from '../flow/architecture.ts';
import { type Availability, WORKS } from '../flow/availability.ts';
import { InputError } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import type { Scene } from '../flow/scene.ts';
import { shortestPeriodS } from '../physics/orbits.ts';
import { namedFiles } from '../report/export/named-files.ts';
import type { Prepared } from '../run/prepare.ts';
import { say, tell } from '../words/words.ts';
import { type CommandContext, type CommandSpec, WITHOUT_FORCE, withoutOption } from './command.ts';
import { FORMATS, type Format, formatOf, isChart, isOfNetworks, readOptions, selected } from './export-options.ts';
import type { Outputs } from './write-file.ts';

const MAX_SAMPLES = 20_000_000;

/** `cupola export`: a scenario for other tools. */
export const command: CommandSpec = {
  name: 'export',
  readsScenario: true,
  summary:
    'A scenario for other tools: CZML, CCSDS OEM and OMM, TLE, STK, KML, GeoJSON, SVG, PNG; its networks as links, delays, GraphML, contact plan',
  configure(program) {
    program
      .argument('<format>', FORMATS.join(', '))
      .option(
        '--out <file>',
        'file to write (svg, png, oem and stk of several objects: a folder); default: standard output',
      )
      .option('--select <list>', 'elements by id, comma separated; default: all space elements')
      .option('--from <s>', 'start, seconds after the epoch', '0')
      .option('--duration <s>', 'span of time', '6000')
      .option('--step <s>', 'time between samples', '60')
      .option('--frame <axes>', 'TEME, EME2000, GCRF or ITRF; default TEME (oem, stk)')
      .option('--trial <n>', 'also the raid of this trial; the span then starts with its first launch')
      .option('--routes', 'also the satellites and links that carry the routes of the scenario (czml)')
      .option('--maps', 'also maps of reach and warning over launch places (geojson)')
      .option('--trials <n>', 'raids behind charts and maps', '100')
      .option(
        '--draws <n>',
        'also the chart by date, over draws of every number with a range; default: none (svg, png)',
      )
      .option(
        '--rate-mbps <n>',
        'rate of every link (contacts); default: as its network states, and 100 where none is stated',
      )
      .option('--width <px>', 'width of each picture in pixels (png)', '1520')
      .option('--force', 'replace files that cupola did not write, or that were edited since');
    withoutOption(program, `${WITHOUT_FORCE}; svg and png as in run`);
  },
  examples: [
    'cupola export czml scenarios/one-missile.yaml --trial 0 --duration 2400 --step 30 --out out/one.czml',
    'cupola export omm scenarios/networks.yaml --select oneweb --out out/oneweb.json',
    'cupola export oem scenarios/golden-dome.yaml --select opir-geo --duration 86400 --step 600 --out out/opir',
    'cupola export geojson scenarios/cbo-2026.yaml --select none --maps --trials 20 --out out/maps.geojson',
    'cupola export links scenarios/networks.yaml --from 600 --out out/links.parquet',
    'cupola export graphml scenarios/networks.yaml --out out/networks.graphml',
    'cupola export contacts scenarios/networks.yaml --duration 600 --step 60 --rate-mbps 10 --out out/contacts.txt',
    'cupola export contacts scenarios/networks.yaml --duration 600 --step 60 --out out/contacts.json',
    'cupola export kml scenarios/golden-dome.yaml --select sbi --without spacex --out out/left.kml',
    'cupola export svg scenarios/cbo-2026.yaml --trials 20 --out out/charts',
    'cupola export svg scenarios/two-families.yaml --trials 20 --draws 16 --out out/by-date',
    'cupola export png scenarios/cbo-2026.yaml --trials 20 --width 2280 --out out/charts',
  ],
  async run(context) {
    const { args, options } = context;
    const format = formatOf(args[0]!);
    const wanted = readOptions(options, format);
    if (isChart(format)) {
      const { exportCharts } = await import('./export-charts.ts');
      return exportCharts(args[1]!, format, wanted.trials, context);
    }
    const [{ loadForce }, { prepare }, { withStanding, workingShare }] = await Promise.all([
      import('./load-force.ts'),
      import('../run/prepare.ts'),
      import('../force/standing.ts'),
    ]);
    const { architecture, thinned, remaining, inputs } = await loadForce(args[1]!, options);
    if (wanted.trial !== undefined) {
      const { checkTrial } = await import('./explain.ts');
      checkTrial(architecture, wanted.trial, Math.max(wanted.trials, architecture.analysis.trials));
    }
    architecture.analysis.trials = wanted.trials;
    const whole = prepare(architecture);
    const prepared = { ...whole, force: withStanding(whole.force, remaining) };
    if (isOfNetworks(format)) {
      const { exportNetworks } = await import('./export-networks.ts');
      return exportNetworks(prepared, format, wanted, inputs, context);
    }
    const availability = workingShare(prepared.elements, remaining);
    const { healthNotes } = await import('../world/health-notes.ts');
    for (const sentence of healthNotes(prepared.elements.space, architecture.epochUtc)) context.note(tell(sentence));
    const elements = await selected(prepared, options.select as string | undefined, format);
    const isEphemeris = format === 'oem' || format === 'stk';
    const isFolder = isEphemeris && options.out !== undefined && !isFileName(String(options.out));
    const { openOutputs, wishOf } = await import('./write-file.ts');
    const wish = wishOf('--out', options.out, isFolder ? 'folder' : 'file', format);
    const outputs = await openOutputs(wish, inputs, context);
    const chosen = { ...wanted, elements, availability, thinned };
    tellGone(prepared, chosen, context);
    if (isEphemeris) return ephemerisFiles(format, prepared, chosen, outputs, context);
    const text = await textOf(format, prepared, chosen, context);
    if (options.out === undefined || !(await outputs.file('--out', text))) context.out(text);
    else context.note(say('told.wrote', { file: String(options.out) }));
    return outputs.exitCode;
  },
};

/** Notation of each format of messages. */
const NOTATIONS = { omm: 'json', 'omm-csv': 'csv', 'omm-xml': 'xml', 'omm-kvn': 'kvn' } as const;
type ElementFormat = 'tle' | keyof typeof NOTATIONS;

interface Wanted extends ReturnType<typeof readOptions> {
  elements: string[];
  /** Satellites that are there. */
  availability: Pick<Availability, 'space'>;
  /** What raids are flown by, where somebody is gone. */
  thinned: Architecture;
}

async function textOf(
  format: Exclude<Format, 'oem' | 'stk' | 'svg' | 'png' | 'links' | 'delays' | 'graphml' | 'contacts'>,
  prepared: Prepared,
  wanted: Wanted,
  context: CommandContext,
): Promise<string> {
  if (format === 'tle' || format in NOTATIONS) return elementText(format as ElementFormat, prepared, wanted, context);
  const [{ sceneOf }, { isoFromUnixS }] = await Promise.all([import('../run/scene.ts'), import('../physics/time.ts')]);
  checkSize(prepared, wanted);
  warnOfStep(prepared, wanted, context);
  const scene = sceneOf(prepared, wanted);
  tellAbsent(prepared, wanted, scene, context);
  const isoOf = (tS: number) => isoFromUnixS(scene.startUnixS + tS);
  if (format === 'geojson') {
    const [{ geoJsonText }, { groundTracks }] = await Promise.all([
      import('../report/export/geojson.ts'),
      import('../report/export/ground-tracks.ts'),
    ]);
    const maps = context.options.maps ? await mapsOf(wanted.thinned, context) : [];
    return geoJsonText(scene.places, groundTracks(scene), maps);
  }
  if (format === 'kml') return (await import('../report/export/kml.ts')).kmlText(scene, isoOf);
  const { CZML_COMFORT_COUNT, czmlText } = await import('../report/export/czml.ts');
  if (scene.objects.length > CZML_COMFORT_COUNT)
    context.note(say('export.objects', { count: scene.objects.length, limit: CZML_COMFORT_COUNT }));
  return czmlText(scene, isoOf);
}

/** One file an object: several go into a folder. */
async function ephemerisFiles(
  format: 'oem' | 'stk',
  prepared: Prepared,
  wanted: Wanted,
  outputs: Outputs,
  context: CommandContext,
): Promise<number> {
  const [{ sceneOf }, { isoFromUnixS }, { oemMessages }, { stkTexts }] = await Promise.all([
    import('../run/scene.ts'),
    import('../physics/time.ts'),
    import('../report/export/oem.ts'),
    import('../report/export/stk.ts'),
  ]);
  checkSize(prepared, wanted);
  warnOfStep(prepared, wanted, context);
  const scene = sceneOf(prepared, wanted);
  tellAbsent(prepared, wanted, scene, context);
  const { out } = context.options as { out?: string };
  const isoOf = (tS: number) => isoFromUnixS(scene.startUnixS + tS);
  const messages =
    format === 'stk'
      ? stkTexts(scene, wanted.frame)
      : oemMessages(scene, prepared.architecture.epochUtc, isoOf, wanted.frame);
  if (messages.length === 0)
    throw new InputError([{ code: 'no-states', path: '--from', said: said('export.no-states') }]);
  if (messages.length > 1 && (out === undefined || isFileName(out))) {
    const fault = said('export.many-objects', { count: messages.length, found: out ?? said('command.none') });
    throw new InputError([{ code: 'many-objects', path: '--out', said: fault }]);
  }
  const { text } = messages[0];
  const isDone =
    out === undefined ||
    (isFileName(out)
      ? await outputs.file('--out', text)
      : await outputs.folder('--out', namedFiles(messages, ENDINGS[format])));
  if (out === undefined || (!isDone && messages.length === 1)) context.out(text);
  else if (isDone) context.note(say('export.wrote-count', { count: messages.length, folder: out }));
  return outputs.exitCode;
}

const ENDINGS = { oem: 'oem', stk: 'e' };

/** Whether `--out` of several objects would be a file: it has an ending, or is a device. */
function isFileName(out: string): boolean {
  return /\.\w+$/.test(out) || out === '-' || out.startsWith('/dev/');
}

function checkSize({ elements }: Prepared, { elements: ids, durationS, stepS }: Wanted): void {
  const count = elements.space
    .filter(({ id }) => ids.length === 0 || ids.includes(id))
    .reduce((sum, element) => sum + element.count, 0);
  const samples = count * (durationS / stepS + 1);
  if (samples <= MAX_SAMPLES) return;
  const fault = said('export.too-large', { count, samples: Math.round(samples), limit: MAX_SAMPLES });
  throw new InputError([{ code: 'too-large', path: '--step', said: fault }]);
}

/** Space elements that are exported, with their satellites that are there. */
function chosenOf({ elements }: Prepared, { elements: ids, availability }: Pick<Wanted, 'elements' | 'availability'>) {
  return elements.space.flatMap((element, i) => {
    const states = availability.space[i];
    if (ids.length > 0 && !ids.includes(element.id)) return [];
    return [{ element, states, left: states.filter((state) => state === WORKS).length }];
  });
}

/** Satellites that are not there since somebody left are in no file: that is told. */
function tellGone(prepared: Prepared, wanted: Wanted, { note }: CommandContext): void {
  for (const { element, left } of chosenOf(prepared, wanted))
    if (left < element.count)
      note(say('export.gone', { id: element.id, gone: element.count - left, count: element.count }));
}

/** Satellites that have come down before the span begins are in no file: that is told. */
function tellAbsent(prepared: Prepared, wanted: Wanted, { objects }: Scene, { note }: CommandContext) {
  const chosen = chosenOf(prepared, wanted);
  const all = chosen.reduce((sum, { left }) => sum + left, 0);
  const groups = new Set(chosen.map(({ element }) => element.id));
  const there = objects.filter(({ kind, group }) => kind === 'satellite' && groups.has(group)).length;
  if (there < all) note(say('export.nowhere', { absent: all - there, count: all }));
}

/** Samples farther apart than this share of an orbit do not let anybody draw it between them. */
const STEP_SHARE = 0.1;

function warnOfStep({ elements }: Prepared, { elements: ids, stepS }: Wanted, { note }: CommandContext): void {
  const chosen = elements.space.filter(({ id }) => ids.length === 0 || ids.includes(id));
  const periodS = Math.min(...chosen.flatMap(({ parts }) => parts.map(shortestPeriodS)));
  if (!(stepS > STEP_SHARE * periodS)) return;
  const longest = Math.floor(STEP_SHARE * periodS);
  note(say('export.step', { stepS, periodS: Math.round(periodS), longest }));
}

/** Elements of the chosen satellites, of real ones as their file has them. */
async function elementText(
  format: ElementFormat,
  prepared: Prepared,
  asked: Wanted,
  { note }: CommandContext,
): Promise<string> {
  const [{ meanElements }, { ommText }, { tleText }] = await Promise.all([
    import('./export-elements.ts'),
    import('../report/export/omm.ts'),
    import('../report/export/tle-pieces.ts'),
  ]);
  let next = 0;
  const list = chosenOf(prepared, asked).flatMap(({ element, states }) => {
    const found = meanElements(prepared.architecture, element, next);
    next += found.length;
    return found.filter((_, unit) => states[unit] === WORKS);
  });
  return format === 'tle' ? tleText(list, (sentence) => note(tell(sentence))) : ommText(list, NOTATIONS[format]);
}

async function mapsOf(architecture: Architecture, context: CommandContext) {
  const [{ launchMaps }, { simulateAndAnswer }] = await Promise.all([
    import('../run/launch-maps.ts'),
    import('./run.ts'),
  ]);
  const { result, prepared } = await simulateAndAnswer(architecture, context);
  return launchMaps(prepared, result);
}
