import { basename } from 'node:path';
import type { DeparturesByDate } from '../flow/departures.ts';
import { InputError } from '../flow/problems.ts';
import type { Result } from '../flow/result.ts';
import { said } from '../flow/said.ts';
import { say } from '../words/words.ts';
import type { CommandContext } from './command.ts';
import { shownName } from './input-file.ts';
import type { JointNumbers } from './joint-run.ts';
import type { LoadedCase } from './load-case.ts';
import type { FolderFile } from './result-folder.ts';

/** Widest picture, in pixels: a page of A3 at 600 dots an inch. */
const MAX_WIDTH_PX = 10_000;

/**
 * Writes every chart and map of the report as a file of its own, with its title and where it comes from. Who is gone is so as in `run`.
 *
 * @param file the scenario as the user named it
 * @param trials raids behind the charts
 * @throws InputError where there is no folder, or the width is none
 */
export async function exportCharts(
  file: string,
  format: 'svg' | 'png',
  trials: number,
  context: CommandContext,
): Promise<number> {
  const { out, widthPx } = readOptions(context.options, format);
  const [{ addLeftFielding, loadCase }, { changeWords, titleOf }] = await Promise.all([
    import('./load-case.ts'),
    import('../report/run-record.ts'),
  ]);
  const loaded = await loadCase(file, context.options);
  const { architecture, catalog, inputs, events, overrides } = loaded;
  for (const { analysis } of [architecture, loaded.whole]) analysis.trials = trials;
  const [{ simulateAndAnswer }, { reportInput }, { allFigures }, { titledPicture }, { draw }, { openOutputs, wishOf }] =
    await Promise.all([
      import('./run.ts'),
      import('./report-files.ts'),
      import('../report/figures/all-figures.ts'),
      import('../report/figures/titled-picture.ts'),
      import('../figures/draw.ts'),
      import('./write-file.ts'),
    ]);
  const outputs = await openOutputs(wishOf('--out', out, 'folder', format), inputs, context);
  const rasterize = format === 'png' ? await (await import('./rasterize.ts')).loadRasterizer() : undefined;
  const joint = await drawsOf(loaded);
  const name = titleOf(architecture.name, changeWords(events, overrides));
  const done = await simulateAndAnswer({ ...architecture, name }, context);
  const departures = joint ? await byDate(done.result, loaded, joint, context) : undefined;
  await addLeftFielding(done.result, loaded);
  // who would leave next, or come in place, is asked of the whole
  const isWhole = events.length === 0;
  const figures = allFigures(
    await reportInput(done, { file, text: '', ...(isWhole && { catalog }), departures }, context),
  );
  const { seed, trials: flown, version, provenance } = done.result;
  const run = flown > 0 ? said('export.run', { seed: String(seed), raids: flown }) : '';
  const without = events.length > 0 ? said('export.without', { names: events.map(({ partner }) => partner) }) : '';
  const origin = say('export.origin', {
    file: basename(shownName(file)),
    without,
    run,
    scenario: provenance.scenarioHash,
    version,
  });
  const files = figures.map((figure): FolderFile => {
    const svg = titledPicture(figure, origin, draw);
    const content = rasterize ? rasterize(svg, widthPx) : `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`;
    return [`${figure.id}.${format}`, content];
  });
  if (await outputs.folder('--out', files))
    context.note(say('export.wrote-list', { names: files.map(([name]) => name), folder: out }));
  return outputs.exitCode;
}

/** Adds the answer by date, and gives what departures do to it where nobody is gone. */
async function byDate(
  result: Result,
  loaded: Pick<LoadedCase, 'architecture' | 'programme' | 'catalog' | 'events'>,
  joint: JointNumbers,
  context: CommandContext,
): Promise<DeparturesByDate | undefined> {
  const [{ addJoint }, { reportDepartures }] = await Promise.all([
    import('./joint-run.ts'),
    import('./report-partners.ts'),
  ]);
  const made = await addJoint(
    result,
    loaded.programme,
    { ...joint, ...(loaded.events.length === 0 && { departures: await reportDepartures(loaded) }) },
    context,
  );
  return made?.departures;
}

/** Draws behind the chart by date, where they are asked for. */
async function drawsOf({ dated: { draws }, programme }: LoadedCase): Promise<JointNumbers | null> {
  if (draws === undefined) return null;
  return (await import('./joint-run.ts')).jointWords({ draws }, programme);
}

function readOptions(options: Record<string, unknown>, format: 'svg' | 'png') {
  const { out, width } = options as { out?: string; width: string };
  const widthPx = Number(width);
  const problems = [];
  if (out === undefined) problems.push({ code: 'no-folder', path: '--out', said: said('option.folder') });
  if (format === 'png' && !(Number.isInteger(widthPx) && widthPx >= 100 && widthPx <= MAX_WIDTH_PX)) {
    const fault = said('option.whole', { min: 100, max: MAX_WIDTH_PX, word: width });
    problems.push({ code: 'wrong-number', path: '--width', said: fault });
  }
  if (problems.length > 0) throw new InputError(problems);
  return { out: out!, widthPx };
}
