import { basename } from 'node:path';
import type { Catalog } from '../catalog/entry.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import type { Walk } from '../flow/reconcile.ts';
import { said } from '../flow/said.ts';
import { say } from '../words/words.ts';
import type { CommandContext, CommandSpec } from './command.ts';
import type { InputFile } from './input-file.ts';
import { PICTURE_PX } from './rasterize.ts';
import type { Outputs } from './write-file.ts';

/** Estimate that lends what neither end states and no price can do without. */
const LENDER = 'cbo-2026';

/** `cupola reconcile`: the walk from one published total to another. */
export const command: CommandSpec = {
  name: 'reconcile',
  summary: 'Why two published totals differ: a walk from one to the other, one changed assumption a step',
  configure(program) {
    program
      .argument('[a]', 'published estimate (id of the catalog), or scenario file (YAML)')
      .argument('[b]', 'the other one, of the same kind')
      .option('--all', 'every published estimate side by side, with what each does not state')
      .option('--csv <file>', 'steps of the walk, or the estimates, as a table')
      .option('--svg <file>', 'the walk as a waterfall (SVG)')
      .option('--png <file>', 'the same as PNG')
      .option('--html <file>', 'the walk as one HTML page')
      .option('--force', 'replace files that cupola did not write, or that were edited since')
      .option('--json', 'one JSON document');
  },
  examples: [
    'cupola reconcile white-house-2025 cbo-2026',
    'cupola reconcile cbo-2026 aei-2025-robust --svg out/walk.svg',
    'cupola reconcile scenarios/golden-dome-2026-07.yaml scenarios/golden-dome.yaml',
    'cupola reconcile --all',
  ],
  async run(context) {
    const { args, options } = context;
    if (options.all) return showAll(context);
    const [a, b] = args;
    if (a === undefined || b === undefined)
      throw new InputError([{ code: 'missing', path: 'b', said: said('reconcile.needs-two') }]);
    const { walk, inputs } = await walkOf(a, b);
    const { openOutputs, wishOf } = await import('./write-file.ts');
    const wishes = (['csv', 'svg', 'png', 'html'] as const).flatMap((key) => wishOf(`--${key}`, options[key], 'file'));
    const outputs = await openOutputs(wishes, inputs, context);
    await writeWalk(walk, outputs, context);
    if (options.json) {
      context.out(JSON.stringify(walk));
      return outputs.exitCode;
    }
    const [{ walkScreen }, { colorStyle, plainStyle }] = await Promise.all([
      import('../report/reconcile-screen.ts'),
      import('../report/text.ts'),
    ]);
    context.out(walkScreen(walk, context.color ? colorStyle : plainStyle, context.columns));
    return outputs.exitCode;
  },
};

async function showAll(context: CommandContext): Promise<number> {
  const { args, options, out, color, columns } = context;
  const words = [
    ...args.filter((word) => word !== undefined),
    ...(['svg', 'png', 'html'] as const).filter((key) => options[key] !== undefined).map((key) => `--${key}`),
  ];
  if (words.length > 0)
    throw new InputError([{ code: 'wrong-word', path: '--all', said: said('reconcile.all-alone', { words }) }]);
  const [{ openOutputs, wishOf }, { estimateMatrix }, { matrixScreen }, { colorStyle, plainStyle }] = await Promise.all(
    [
      import('./write-file.ts'),
      import('../reconcile/matrix.ts'),
      import('../report/reconcile-screen.ts'),
      import('../report/text.ts'),
    ],
  );
  const outputs = await openOutputs(wishOf('--csv', options.csv, 'file'), [], context);
  const { studies, ...known } = await published();
  const matrix = estimateMatrix(studies, known);
  if (outputs.has('--csv')) {
    const [{ csvText }, { estimateTable }] = await Promise.all([
      import('../report/tables/csv.ts'),
      import('../report/tables/reconcile-table.ts'),
    ]);
    await outputs.file('--csv', csvText(estimateTable(matrix)));
  }
  out(
    options.json
      ? JSON.stringify(matrix)
      : matrixScreen(matrix, known.lender?.name ?? '-', color ? colorStyle : plainStyle, columns),
  );
  return outputs.exitCode;
}

/** The published estimates of the catalog, and what they are computed with. */
async function published() {
  const [{ loadInstalledCatalog }, { studiesOf }, { catalogDeflator }] = await Promise.all([
    import('./load-catalog.ts'),
    import('../reconcile/study.ts'),
    import('../read/offence-prices.ts'),
  ]);
  const catalog: Catalog = await loadInstalledCatalog();
  const studies = studiesOf(catalog);
  return { studies, economy: catalogDeflator(catalog), lender: studies.find(({ id }) => id === LENDER) };
}

/** Walks between two estimates, or between two scenarios. @throws InputError every end that is neither, and pairs of two kinds */
async function walkOf(a: string, b: string): Promise<{ walk: Walk; inputs: InputFile[] }> {
  const { studies, ...known } = await published();
  const [from, to] = [a, b].map((word) => studies.find(({ id }) => id === word));
  const problems: Problem[] = [];
  for (const [path, word, study] of [
    ['a', a, from],
    ['b', b, to],
  ] as const) {
    const add = (code: string, why: Problem['said']) => problems.push({ code, path, said: why });
    if (!study && !isFile(word)) {
      const { suggestion } = await import('../catalog/suggestion.ts');
      const hint = suggestion(
        word,
        studies.map(({ id }) => id),
      );
      add('unknown-end', said('reconcile.unknown-end', { word, hint }));
    } else if (study && study.totalMusd === undefined) add('no-total', said('reconcile.no-total', { id: word }));
  }
  if (problems.length === 0 && (from === undefined) !== (to === undefined))
    problems.push({ code: 'two-kinds', path: 'b', said: said('reconcile.kinds-apart') });
  if (problems.length === 0 && a === b)
    problems.push({ code: 'same', path: 'b', said: said('reconcile.same', { id: a }) });
  if (problems.length > 0) throw new InputError(problems);
  if (from && to) {
    const { estimateWalk } = await import('../reconcile/estimate-walk.ts');
    return { walk: estimateWalk(from, to, known), inputs: [] };
  }
  return scenariosWalk(a, b);
}

function isFile(word: string): boolean {
  return word === '-' || /\.ya?ml$/.test(word);
}

async function scenariosWalk(a: string, b: string): Promise<{ walk: Walk; inputs: InputFile[] }> {
  const [{ loadScenarioFile }, { scenarioWalk }] = await Promise.all([
    import('./load-scenario.ts'),
    import('../reconcile/scenario-walk.ts'),
  ]);
  const [from, to] = [await loadScenarioFile(a), await loadScenarioFile(b)];
  const walk = scenarioWalk({ id: a, architecture: from.architecture }, { id: b, architecture: to.architecture });
  return { walk, inputs: [...from.inputs, ...to.inputs] };
}

async function writeWalk(walk: Walk, outputs: Outputs, { options }: CommandContext): Promise<void> {
  if (outputs.has('--csv')) {
    const [{ csvText }, { walkTable }] = await Promise.all([
      import('../report/tables/csv.ts'),
      import('../report/tables/reconcile-table.ts'),
    ]);
    await outputs.file('--csv', csvText(walkTable(walk)));
  }
  if (options.svg === undefined && options.png === undefined && options.html === undefined) return;
  const [{ reconcileFigure }, { titledPicture }, { draw }, { version }] = await Promise.all([
    import('../report/figures/reconcile-figure.ts'),
    import('../report/figures/titled-picture.ts'),
    import('../figures/draw.ts'),
    import('./package-folder.ts'),
  ]);
  const figure = reconcileFigure(walk);
  const origin = `cupola reconcile ${basename(walk.from.id)} ${basename(walk.to.id)}, cupola ${version}`;
  const svg = titledPicture(figure, origin, draw);
  if (outputs.has('--svg')) await outputs.file('--svg', `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`);
  if (outputs.has('--png')) {
    const rasterize = await (await import('./rasterize.ts')).loadRasterizer();
    await outputs.file('--png', rasterize(svg, PICTURE_PX));
  }
  if (outputs.has('--html')) {
    const { reconcilePage } = await import('../report/html/reconcile-page.ts');
    await outputs.file(
      '--html',
      reconcilePage(walk, { draw, source: say('figure.source-command', { command: origin }) }),
    );
  }
}
