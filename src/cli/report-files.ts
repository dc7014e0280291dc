import { basename } from 'node:path';
import type { Catalog } from '../catalog/entry.ts';
import { historyOf } from '../dependence/history.ts';
import type { Architecture } from '../flow/architecture.ts';
import type { Certificate } from '../flow/certificate.ts';
import type { DeparturesByDate } from '../flow/departures.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import type { ReportInput } from '../report/html/report-input.ts';
import type { FinishedRun } from '../run/run.ts';
import { say } from '../words/words.ts';
import type { CommandContext } from './command.ts';
import { shownName } from './input-file.ts';
import type { Outputs } from './write-file.ts';

/** The scenario of a report as the user gave it. */
interface ReportedScenario {
  file: string;
  text: string;
  /** The catalog that it was resolved with; absent: no withdrawals and no price of independence. */
  catalog?: Catalog;
  /** With everybody in: what the cost is of. */
  whole?: Architecture;
  /** Prints the page of `--page`, where that is to be a PDF. */
  printer?: string;
  /** Options of the run. */
  words?: Record<string, unknown>;
  /** What departures do to the answer by date. */
  departures?: DeparturesByDate;
}

/**
 * The browser that prints the page of `--page`; undefined where it is to be HTML.
 *
 * @throws InputError for a file of another kind, and where there is no browser
 */
export async function printerOf(file: string | undefined): Promise<string | undefined> {
  if (file === undefined || /\.html?$/i.test(file)) return undefined;
  const fail = (code: string, why: Problem['said']) => new InputError([{ code, path: '--page', said: why }]);
  if (!/\.pdf$/i.test(file)) throw fail('wrong-word', said('option.page', { word: file }));
  const browser = await (await import('./print-pdf.ts')).findBrowser();
  if (browser === undefined) throw fail('no-browser', said('option.no-browser'));
  return browser;
}

/**
 * Writes the files that a run was asked for: a page at `--html`, a workbook at `--xlsx`, tables in the folder of `--out`.
 *
 * @param scenario file as the user named it, and its text
 */
export async function writeReports(
  done: FinishedRun,
  scenario: ReportedScenario,
  outputs: Outputs,
  context: CommandContext,
): Promise<void> {
  const { html, out, page, xlsx } = context.options;
  if (outputs.has('--html')) {
    const { htmlReport } = await import('../report/html/html-report.ts');
    const report = htmlReport(await reportInput(done, scenario, context));
    if (await outputs.file('--html', report)) context.note(say('told.wrote', { file: String(html) }));
  }
  if (outputs.has('--page')) {
    const [{ briefPage }, { draw }] = await Promise.all([
      import('../report/html/brief-page.ts'),
      import('../figures/draw.ts'),
    ]);
    const brief = briefPage(done.result, draw);
    const { printer } = scenario;
    const content = printer === undefined ? brief : await (await import('./print-pdf.ts')).printPdf(printer, brief);
    if (await outputs.file('--page', content)) context.note(say('told.wrote', { file: String(page) }));
  }
  if (outputs.has('--xlsx')) {
    const { workbookBytes } = await import('./workbook.ts');
    const bytes = await workbookBytes(done.result, scenario.whole ?? done.prepared.architecture);
    if (await outputs.file('--xlsx', bytes)) context.note(say('told.wrote', { file: String(xlsx) }));
  }
  if (outputs.has('--out')) {
    const { tableFiles } = await import('./table-files.ts');
    const files = await tableFiles(done);
    if (await outputs.folder('--out', files))
      context.note(say('told.wrote-files', { count: files.length, folder: String(out) }));
  }
}

/**
 * A run with everything that its report shows: maps, sources and, given a context to work in, withdrawals, the price of
 * independence, and what moves the shield.
 *
 * @param scenario its file as the user named it, and its text
 */
export async function reportInput(
  { prepared, result }: FinishedRun,
  scenario: ReportedScenario,
  context?: CommandContext,
): Promise<ReportInput> {
  const { architecture } = prepared;
  const [{ launchMaps }, { draw }] = await Promise.all([import('../run/launch-maps.ts'), import('../figures/draw.ts')]);
  const isWhole = !result.run?.events.length; // who would leave next, or come in place, is asked of the whole
  const partners =
    isWhole &&
    context &&
    scenario.catalog &&
    (await (
      await import('./report-partners.ts')
    ).partnerParts(architecture, scenario.catalog, context, {
      isByDate: scenario.departures !== undefined,
    }));
  const shieldSwings =
    context && (await (await import('./report-shield.ts')).shieldParts(architecture, result, context));
  const certificate =
    context && scenario.words?.selftest
      ? await certificateFor(architecture, context, scenario.words.threads)
      : undefined;
  return {
    result,
    scenarioText: scenario.text,
    scenarioName: basename(shownName(scenario.file)),
    uses: architecture.uses,
    dependence: result.dependence,
    history: historyOf(architecture),
    ...(partners || undefined),
    departures: scenario.departures,
    shieldSwings,
    certificate,
    maps: launchMaps(prepared, result),
    draw,
  };
}

/** The laws on the scenario of a report, with the raids of `cupola selftest`. */
async function certificateFor(
  architecture: Architecture,
  context: CommandContext,
  threads: unknown,
): Promise<Certificate> {
  const { certificateOf, DEFAULT_TRIALS } = await import('./selftest.ts');
  const analysis = { ...architecture.analysis, trials: DEFAULT_TRIALS };
  return certificateOf({ ...architecture, analysis }, context, threads === undefined ? undefined : Number(threads));
}
