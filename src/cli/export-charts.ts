import type { Architecture } from '../flow/architecture.ts';
import { InputError } from '../flow/problems.ts';
import type { CommandContext } from './command.ts';

/** Widest picture, in pixels: a page of A3 at 600 dots an inch. */
const MAX_WIDTH_PX = 10_000;

/**
 * Writes every chart and map of the report as a file of its own, with its title and where it comes from.
 *
 * @param file the scenario as the user named it
 * @throws InputError where there is no folder, or the width is none
 */
export async function exportCharts(
  architecture: Architecture,
  format: 'svg' | 'png',
  file: string,
  context: CommandContext,
): Promise<void> {
  const { out, widthPx } = readOptions(context.options, format);
  const [{ simulateAndAnswer }, { reportInput }, { allFigures }, { titledPicture }, { writeWhole }, { basename }] =
    await Promise.all([
      import('./run.ts'),
      import('./report-files.ts'),
      import('../report/svg/all-figures.ts'),
      import('../report/svg/titled-picture.ts'),
      import('./write-file.ts'),
      import('node:path'),
    ]);
  const rasterize = format === 'png' ? await (await import('./rasterize.ts')).loadRasterizer() : undefined;
  const done = await simulateAndAnswer(architecture, context);
  const figures = allFigures(await reportInput(done, { file, text: '' }, context));
  const { seed, trials, version, provenance } = done.result;
  const run = trials > 0 ? `seed ${seed}, ${trials} raids, ` : '';
  const origin = `${basename(file)}, ${run}scenario ${provenance.scenarioHash}, cupola ${version}`;
  for (const figure of figures) {
    const svg = titledPicture(figure, origin);
    const content = rasterize ? rasterize(svg, widthPx) : `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`;
    await writeWhole(`${out}/${figure.id}.${format}`, content);
  }
  context.note(`wrote ${figures.map(({ id }) => `${id}.${format}`).join(', ')} to ${out}`);
}

function readOptions(options: Record<string, unknown>, format: 'svg' | 'png') {
  const { out, width } = options as { out?: string; width: string };
  const widthPx = Number(width);
  const problems = [];
  if (out === undefined)
    problems.push({ code: 'no-folder', path: '--out', message: 'expected a folder for the pictures' });
  if (format === 'png' && !(Number.isInteger(widthPx) && widthPx >= 100 && widthPx <= MAX_WIDTH_PX)) {
    const message = `expected a whole number from 100 to ${MAX_WIDTH_PX}, found "${width}"`;
    problems.push({ code: 'wrong-number', path: '--width', message });
  }
  if (problems.length > 0) throw new InputError(problems);
  return { out: out!, widthPx };
}
