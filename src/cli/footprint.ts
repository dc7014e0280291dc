import type { Architecture, ThreatPlan } from '../flow/architecture.ts';
import type { Footprint } from '../flow/footprint.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import { type Said, said } from '../flow/said.ts';
import { say } from '../words/words.ts';
import { type CommandContext, type CommandSpec, WITHOUT_FORCE, withoutOption } from './command.ts';
import { numberOption } from './number-option.ts';
import { PICTURE_PX } from './rasterize.ts';

/** Raids behind the median time of the order. */
const ORDER_RAIDS = 20;
/** Letters in a line of the page, as wide as its text. */
const PAGE_COLUMNS = 84;

/** `cupola footprint`: which aim points each layer can defend. */
export const command: CommandSpec = {
  name: 'footprint',
  readsScenario: true,
  summary: 'Which aim points each layer and all together can defend, by geometry and timing: share of area, maps',
  configure(program) {
    program
      .option('--area <list>', 'areas, comma separated; default: those that the scenario defends')
      .option('--threat <id>', 'group of the raid whose missile flies; default: the first that is no cruise missile')
      .option('--order-s <seconds>', `order after launch; default: the median of ${ORDER_RAIDS} raids of the scenario`)
      .option('--spacing-km <km>', 'between aim points', '200')
      .option('--moments <n>', 'launch times over the launch window, for layers in space', '6')
      .option('--html <file>', 'maps as a page')
      .option('--png <file>', 'map of all layers as a picture')
      .option('--geojson <file>', 'aim points for a geographic information system')
      .option('--force', 'replace files that cupola did not write, or that were edited since')
      .option('--json', 'one JSON document');
    withoutOption(program, WITHOUT_FORCE);
  },
  examples: [
    'cupola footprint scenarios/golden-dome.yaml --spacing-km 400',
    'cupola footprint scenarios/golden-dome.yaml --area alaska,hawaii --html out/footprint.html',
    'cupola footprint scenarios/golden-dome.yaml --area conus --spacing-km 400 --without spacex@2031',
    'cupola footprint scenarios/limited-raid.yaml --area conus --spacing-km 400 --geojson out/footprint.geojson',
  ],
  async run(context) {
    const { args, options, out, color, columns } = context;
    const numbers = readNumbers(options);
    const [{ loadForce }, { openOutputs, wishOf }] = await Promise.all([
      import('./load-force.ts'),
      import('./write-file.ts'),
    ]);
    const loaded = await loadForce(args[0]!, options);
    const { architecture, thinned, remaining, inputs } = loaded;
    const asked = await readAsked(architecture, options);
    const wishes = (['html', 'png', 'geojson'] as const).flatMap((key) => wishOf(`--${key}`, options[key], 'file'));
    const outputs = await openOutputs(wishes, inputs, context);
    const [{ prepare }, { footprintOf }, { workingShare }] = await Promise.all([
      import('../run/prepare.ts'),
      import('../run/footprint.ts'),
      import('../force/standing.ts'),
    ]);
    const prepared = prepare(thinned);
    const orderS = numbers.orderS ?? (await medianOrderS(prepared));
    const availability = workingShare(prepared.elements, remaining);
    const found = footprintOf(prepared, { ...numbers, ...asked, orderS, availability });
    const wanted = (key: string) => options[key] !== undefined;
    if (wanted('html')) await outputs.file('--html', await pageOf(architecture.name, found, context));
    if (wanted('png')) await outputs.file('--png', await pictureOf(found, context));
    if (wanted('geojson')) {
      const { footprintGeoJson } = await import('../report/export/footprint-geojson.ts');
      await outputs.file('--geojson', footprintGeoJson(found));
    }
    if (options.json) {
      const { carry } = await import('./carry.ts');
      out(JSON.stringify(await carry(found, { spec: command, loaded }, context)));
      return outputs.exitCode;
    }
    const [{ footprintScreen }, { colorStyle, plainStyle }] = await Promise.all([
      import('../report/footprint-screen.ts'),
      import('../report/text.ts'),
      import('../figures/draw.ts'),
      import('./package-folder.ts'),
    ]);
    out(footprintScreen(architecture.name, found, color ? colorStyle : plainStyle, columns));
    return outputs.exitCode;
  },
};

async function medianOrderS(prepared: Parameters<typeof import('../run/drive.ts').simulate>[0]): Promise<number> {
  const [{ simulate }, { canSimulate }, { summarizeEffect }] = await Promise.all([
    import('../run/drive.ts'),
    import('../run/prepare.ts'),
    import('../effect/effect-summary.ts'),
  ]);
  const decided = canSimulate(prepared.architecture)
    ? summarizeEffect(simulate(prepared, 0, ORDER_RAIDS).effect, []).times.decided.medianS
    : Number.NaN;
  if (Number.isFinite(decided)) return decided;
  throw new InputError([{ code: 'no-order', path: '--order-s', said: said('footprint.no-order') }]);
}

async function pageOf(name: string, footprint: Footprint, { args }: CommandContext): Promise<string> {
  const [
    { page },
    { html },
    { figureBlock },
    { footprintFigures },
    { footprintText },
    { plainStyle },
    { draw },
    { version },
  ] = await Promise.all([
    import('../report/html/html-report.ts'),
    import('../report/html/markup.ts'),
    import('../report/html/sections.ts'),
    import('../report/figures/footprint-figure.ts'),
    import('../report/footprint-screen.ts'),
    import('../report/text.ts'),
    import('../figures/draw.ts'),
    import('./package-folder.ts'),
  ]);
  const text = footprintText(footprint, plainStyle, PAGE_COLUMNS);
  const source = say('figure.source-command', { command: `${args[0]}, cupola ${version}` });
  return page(
    name,
    html`<main><header><h1>${name}</h1></header><pre>${text}</pre>${footprintFigures(footprint).map((figure) => figureBlock(figure, { draw, source }))}</main>`,
  );
}

async function pictureOf(footprint: Footprint, { args }: CommandContext): Promise<Uint8Array> {
  const [{ footprintFigures }, { titledPicture }, { draw }, { loadRasterizer }, { version }] = await Promise.all([
    import('../report/figures/footprint-figure.ts'),
    import('../report/figures/titled-picture.ts'),
    import('../figures/draw.ts'),
    import('./rasterize.ts'),
    import('./package-folder.ts'),
  ]);
  const rasterize = await loadRasterizer();
  const origin = `${args[0]}, cupola ${version}`;
  return rasterize(titledPicture(footprintFigures(footprint)[0], origin, draw), PICTURE_PX);
}

/** Areas and the missile, by the words of the user and of the scenario. */
async function readAsked(
  { defended = [], threats }: Architecture,
  { area, threat: id }: Record<string, unknown>,
): Promise<{ areas: string[]; threat: ThreatPlan }> {
  const [{ areaIds }, { suggestion }] = await Promise.all([
    import('../physics/areas.ts'),
    import('../catalog/yaml-document.ts'),
  ]);
  const problems: Problem[] = [];
  const add = (path: string, fault: Said) => problems.push({ code: 'unknown-name', path, said: fault });
  const areas = typeof area === 'string' ? area.split(',').map((word) => word.trim()) : defended;
  if (areas.length === 0) add('--area', said('footprint.no-area'));
  for (const word of areas)
    if (!areaIds.includes(word))
      add('--area', said('footprint.unknown-area', { word, hint: suggestion(word, areaIds) }));
  const flying = threats.filter(({ flight }) => flight !== 'cruise');
  const threat = id === undefined ? flying[0] : flying.find((plan) => plan.id === id);
  const ids = flying.map((plan) => plan.id);
  if (!threat)
    add(
      '--threat',
      id === undefined
        ? said('footprint.no-missile')
        : said('footprint.no-group', { word: String(id), hint: suggestion(String(id), ids) }),
    );
  if (problems.length > 0) throw new InputError(problems);
  return { areas, threat: threat! };
}

function readNumbers(options: Record<string, unknown>) {
  const problems: Problem[] = [];
  const number = (flag: string, word: unknown, min: number, max: number, isWhole = false): number =>
    numberOption(flag, word, { min, max, isWhole }, problems);
  const read = {
    spacingKm: number('--spacing-km', options.spacingKm, 50, 2000),
    momentCount: number('--moments', options.moments, 1, 1000, true),
    ...(options.orderS !== undefined && { orderS: number('--order-s', options.orderS, 0, 10_000) }),
  };
  if (problems.length > 0) throw new InputError(problems);
  return read as { spacingKm: number; momentCount: number; orderS?: number };
}
