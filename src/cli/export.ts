import { InputError } from '../flow/problems.ts';
import { plainly } from '../flow/said.ts';
import type { Prepared } from '../run/prepare.ts';
import { collect } from './collect.ts';
import type { CommandContext, CommandSpec } from './command.ts';
import { FORMATS, type Format, formatOf, isChart, readOptions, selected } from './export-options.ts';
import type { FolderFile } from './result-folder.ts';
import type { Outputs } from './write-file.ts';

const MAX_SAMPLES = 20_000_000;

/** `cupola export`: a scenario for other tools. */
export const command: CommandSpec = {
  name: 'export',
  isEnglishOnly: true,
  summary: 'A scenario for other tools: CZML, CCSDS OEM and OMM, GeoJSON, SVG, PNG',
  configure(program) {
    program
      .argument('<format>', FORMATS.join(', '))
      .argument('<scenario>', 'scenario file (YAML); - for standard input')
      .option('--out <file>', 'file to write (svg, png, oem of several objects: a folder); default: standard output')
      .option('--select <list>', 'elements by id, comma separated; default: all space elements')
      .option('--from <s>', 'start, seconds after the epoch', '0')
      .option('--duration <s>', 'span of time', '6000')
      .option('--step <s>', 'time between samples', '60')
      .option('--trial <n>', 'also the raid of this trial; the span then starts with its first launch')
      .option('--routes', 'also the satellites and links that carry the routes of the scenario (czml)')
      .option('--maps', 'also maps of reach and warning over launch places (geojson)')
      .option('--trials <n>', 'raids behind charts and maps', '100')
      .option(
        '--draws <n>',
        'also the chart by date, over draws of every number with a range; default: none (svg, png)',
      )
      .option('--width <px>', 'width of each picture in pixels (png)', '1520')
      .option('--elements <id=FILE>', 'orbital elements of a network or layer (repeatable)', collect)
      .option('--force', 'replace files that cupola did not write, or that were edited since');
  },
  examples: [
    'cupola export czml scenarios/one-missile.yaml --trial 0 --duration 2400 --step 30 --out out/one.czml',
    'cupola export omm scenarios/networks.yaml --select oneweb --out out/oneweb.json',
    'cupola export oem scenarios/golden-dome.yaml --select opir-geo --duration 86400 --step 600 --out out/opir',
    'cupola export geojson scenarios/cbo-2026.yaml --select none --maps --trials 20 --out out/maps.geojson',
    'cupola export svg scenarios/cbo-2026.yaml --trials 20 --out out/charts',
    'cupola export svg scenarios/two-families.yaml --trials 20 --draws 16 --out out/by-date',
    'cupola export png scenarios/cbo-2026.yaml --trials 20 --width 2280 --out out/charts',
  ],
  async run(context) {
    const { args, options } = context;
    const format = formatOf(args[0]!);
    const wanted = readOptions(options, format);
    const { loadScenario } = await import('./load-scenario.ts');
    const loaded = await loadScenario(args[1]!, (options.elements ?? []) as string[]);
    const { architecture, inputs } = loaded;
    if (wanted.trial !== undefined) {
      const { checkTrial } = await import('./explain.ts');
      checkTrial(wanted.trial, Math.max(wanted.trials, architecture.analysis.trials));
    }
    architecture.analysis.trials = wanted.trials;
    if (isChart(format)) {
      const { exportCharts } = await import('./export-charts.ts');
      return exportCharts(loaded, format, args[1]!, inputs, context);
    }
    const { prepare } = await import('../run/prepare.ts');
    const prepared = prepare(architecture);
    const elements = await selected(prepared, options.select as string | undefined, format);
    const isFolder = format === 'oem' && options.out !== undefined && !isFileName(String(options.out));
    const { openOutputs, wishOf } = await import('./write-file.ts');
    const wish = wishOf('--out', options.out, isFolder ? 'folder' : 'file', format);
    const outputs = await openOutputs(wish, inputs, context);
    if (format === 'oem') return oemFiles(prepared, { ...wanted, elements }, outputs, context);
    const text = await textOf(format, prepared, { ...wanted, elements }, context);
    if (options.out === undefined || !(await outputs.file('--out', text))) context.out(text);
    else context.note(`wrote ${options.out}`);
    return outputs.exitCode;
  },
};

type Wanted = ReturnType<typeof readOptions> & { elements: string[] };

async function textOf(
  format: Exclude<Format, 'oem' | 'svg' | 'png'>,
  prepared: Prepared,
  wanted: Wanted,
  context: CommandContext,
): Promise<string> {
  if (format === 'omm' || format === 'omm-csv' || format === 'omm-xml')
    return ommOf(prepared, wanted.elements, ({ omm: 'json', 'omm-csv': 'csv', 'omm-xml': 'xml' } as const)[format]);
  const [{ sceneOf, groundTracks }, { isoFromUnixS }] = await Promise.all([
    import('../run/scene.ts'),
    import('../physics/time.ts'),
  ]);
  checkSize(prepared, wanted);
  const scene = sceneOf(prepared, wanted);
  const isoOf = (tS: number) => isoFromUnixS(scene.startUnixS + tS);
  if (format === 'geojson') {
    const { geoJsonText } = await import('../report/export/geojson.ts');
    return geoJsonText(scene.places, groundTracks(scene), context.options.maps ? await mapsOf(prepared, context) : []);
  }
  const { CZML_COMFORT_COUNT, czmlText } = await import('../report/export/czml.ts');
  if (scene.objects.length > CZML_COMFORT_COUNT)
    context.note(
      `warning: ${scene.objects.length} objects; CesiumJS gets slow above ${CZML_COMFORT_COUNT}: choose elements with --select`,
    );
  return czmlText(scene, isoOf);
}

/** One message an object: several go into a folder, a file each. */
async function oemFiles(
  prepared: Prepared,
  wanted: Wanted,
  outputs: Outputs,
  context: CommandContext,
): Promise<number> {
  const [{ sceneOf }, { isoFromUnixS }, { oemMessages }] = await Promise.all([
    import('../run/scene.ts'),
    import('../physics/time.ts'),
    import('../report/export/oem.ts'),
  ]);
  checkSize(prepared, wanted);
  const scene = sceneOf(prepared, wanted);
  const { out } = context.options as { out?: string };
  const messages = oemMessages(scene, prepared.architecture.epochUtc, (tS) => isoFromUnixS(scene.startUnixS + tS));
  if (messages.length === 0)
    throw new InputError([
      { code: 'no-states', path: '--from', said: plainly('no satellite has a state in this span of time') },
    ]);
  if (messages.length > 1 && (out === undefined || isFileName(out))) {
    const message = `one message holds one object and these are ${messages.length}: expected a folder, found ${out ?? 'none'}`;
    throw new InputError([{ code: 'many-objects', path: '--out', said: plainly(message) }]);
  }
  const { text } = messages[0]!;
  const isDone =
    out === undefined ||
    (isFileName(out) ? await outputs.file('--out', text) : await outputs.folder('--out', named(messages)));
  if (out === undefined || (!isDone && messages.length === 1)) context.out(text);
  else if (isDone) context.note(`wrote ${messages.length} to ${out}`);
  return outputs.exitCode;
}

/** Whether `--out` of several objects would be a file: it has an ending, or is a device. */
function isFileName(out: string): boolean {
  return /\.\w+$/.test(out) || out === '-' || out.startsWith('/dev/');
}

/** File names of objects: `opir-geo_1-0.oem`; a number sets equal ones apart. */
function named(messages: readonly { id: string; text: string }[]): FolderFile[] {
  const taken = new Map<string, number>();
  return messages.map(({ id, text }) => {
    const name = id.replaceAll(':', '_').replace(/[^\w.-]+/g, '-');
    const before = taken.get(name) ?? 0;
    taken.set(name, before + 1);
    return [`${name}${before > 0 ? `.${before + 1}` : ''}.oem`, text];
  });
}

function checkSize({ elements }: Prepared, { elements: ids, durationS, stepS }: Wanted): void {
  const count = elements.space
    .filter(({ id }) => ids.length === 0 || ids.includes(id))
    .reduce((sum, element) => sum + element.count, 0);
  const samples = count * (durationS / stepS + 1);
  if (samples <= MAX_SAMPLES) return;
  const message = `${count} satellites at this step are ${Math.round(samples)} samples; at most ${MAX_SAMPLES} are written`;
  throw new InputError([{ code: 'too-large', path: '--step', said: plainly(message) }]);
}

async function ommOf(
  { architecture, elements }: Prepared,
  ids: string[],
  format: 'json' | 'csv' | 'xml',
): Promise<string> {
  const [{ meanElements }, { ommText }] = await Promise.all([
    import('./export-elements.ts'),
    import('../report/export/omm.ts'),
  ]);
  const wanted = elements.space.filter(({ id }) => ids.length === 0 || ids.includes(id));
  const real = wanted.filter(({ parts }) => parts.some(({ kind }) => kind === 'elements'));
  if (real.length > 0)
    throw new InputError(
      real.map(({ id }) => ({
        code: 'real-satellites',
        path: '--select',
        said: plainly(`the satellites of "${id}" come from a file of elements: use that file`),
      })),
    );
  let next = 0;
  const list = wanted.flatMap((element) => {
    const found = meanElements(architecture, element, next);
    next += found.length;
    return found;
  });
  return ommText(list, format);
}

async function mapsOf(prepared: Prepared, context: CommandContext) {
  const [{ launchMaps }, { simulateAndAnswer }] = await Promise.all([
    import('../run/launch-maps.ts'),
    import('./run.ts'),
  ]);
  const { result } = await simulateAndAnswer(prepared.architecture, context, { prepared });
  return launchMaps(prepared, result);
}
