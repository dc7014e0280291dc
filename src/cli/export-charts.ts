import { basename } from 'node:path';
import type { Architecture } from '../flow/architecture.ts';
import type { DeparturesByDate } from '../flow/departures.ts';
import { InputError } from '../flow/problems.ts';
import type { Result } from '../flow/result.ts';
import { plainly } from '../flow/said.ts';
import type { CommandContext } from './command.ts';
import { type InputFile, shownName } from './input-file.ts';
import type { JointNumbers } from './joint-run.ts';
import type { LoadedScenario } from './load-scenario.ts';
import type { FolderFile } from './result-folder.ts';

/** Widest picture, in pixels: a page of A3 at 600 dots an inch. */
const MAX_WIDTH_PX = 10_000;

/**
 * Writes every chart and map of the report as a file of its own, with its title and where it comes from.
 *
 * @param file the scenario as the user named it
 * @param inputs what is read, and so never written
 * @throws InputError where there is no folder, or the width is none
 */
export async function exportCharts(
  { architecture, catalog }: LoadedScenario,
  format: 'svg' | 'png',
  file: string,
  inputs: readonly InputFile[],
  context: CommandContext,
): Promise<number> {
  const { out, widthPx } = readOptions(context.options, format);
  const [{ simulateAndAnswer }, { reportInput }, { allFigures }, { titledPicture }, { openOutputs, wishOf }] =
    await Promise.all([
      import('./run.ts'),
      import('./report-files.ts'),
      import('../report/svg/all-figures.ts'),
      import('../report/svg/titled-picture.ts'),
      import('./write-file.ts'),
    ]);
  const outputs = await openOutputs(wishOf('--out', out, 'folder', format), inputs, context);
  const rasterize = format === 'png' ? await (await import('./rasterize.ts')).loadRasterizer() : undefined;
  const joint = await drawsOf(context.options, architecture);
  const done = await simulateAndAnswer(architecture, context);
  const departures = joint ? await byDate(done.result, { architecture, catalog }, joint, context) : undefined;
  const figures = allFigures(await reportInput(done, { file, text: '', catalog, departures }, context));
  const { seed, trials, version, provenance } = done.result;
  const run = trials > 0 ? `seed ${seed}, ${trials} raids, ` : '';
  const origin = `${basename(shownName(file))}, ${run}scenario ${provenance.scenarioHash}, cupola ${version}`;
  const files = figures.map((figure): FolderFile => {
    const svg = titledPicture(figure, origin);
    const content = rasterize ? rasterize(svg, widthPx) : `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`;
    return [`${figure.id}.${format}`, content];
  });
  if (await outputs.folder('--out', files)) context.note(`wrote ${files.map(([name]) => name).join(', ')} to ${out}`);
  return outputs.exitCode;
}

/** Adds the answer by date, and gives what departures do to it. */
async function byDate(
  result: Result,
  loaded: Pick<LoadedScenario, 'architecture' | 'catalog'>,
  joint: JointNumbers,
  context: CommandContext,
): Promise<DeparturesByDate | undefined> {
  const [{ addJoint }, { reportDepartures }] = await Promise.all([
    import('./joint-run.ts'),
    import('./report-partners.ts'),
  ]);
  const made = await addJoint(
    result,
    loaded.architecture,
    { ...joint, departures: await reportDepartures(loaded) },
    context,
  );
  return made?.departures;
}

/** Draws behind the chart by date, where they are asked for. */
async function drawsOf({ draws }: Record<string, unknown>, architecture: Architecture): Promise<JointNumbers | null> {
  if (draws === undefined) return null;
  return (await import('./joint-run.ts')).jointWords({ draws }, architecture);
}

function readOptions(options: Record<string, unknown>, format: 'svg' | 'png') {
  const { out, width } = options as { out?: string; width: string };
  const widthPx = Number(width);
  const problems = [];
  if (out === undefined)
    problems.push({ code: 'no-folder', path: '--out', said: plainly('expected a folder for the pictures') });
  if (format === 'png' && !(Number.isInteger(widthPx) && widthPx >= 100 && widthPx <= MAX_WIDTH_PX)) {
    const message = `expected a whole number from 100 to ${MAX_WIDTH_PX}, found "${width}"`;
    problems.push({ code: 'wrong-number', path: '--width', said: plainly(message) });
  }
  if (problems.length > 0) throw new InputError(problems);
  return { out: out!, widthPx };
}
