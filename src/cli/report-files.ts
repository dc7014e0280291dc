import { basename } from 'node:path';

import type { ReportInput } from '../report/html/report-input.ts';
import type { FinishedRun } from '../run/run.ts';
import type { CommandContext } from './command.ts';
import { repeatOf } from './repeat-line.ts';
import { writeWhole } from './write-file.ts';

/** The scenario of a report as the user gave it. */
interface ReportedScenario {
  file: string;
  text: string;
  /** Options of the run. */
  words?: Record<string, unknown>;
}

/** What a run leaves behind beside its screen. */
export interface ReportFiles {
  /** One HTML page. */
  html?: string;
  /** Folder of tables. */
  out?: string;
}

/**
 * Writes the files that a run was asked for.
 *
 * @param scenario file as the user named it, and its text
 * @throws InputError where a place cannot be written
 */
export async function writeReports(
  done: FinishedRun,
  scenario: ReportedScenario,
  files: ReportFiles,
  context: CommandContext,
): Promise<void> {
  if (files.html !== undefined) {
    const { htmlReport } = await import('../report/html/html-report.ts');
    await writeWhole(files.html, htmlReport(await reportInput(done, scenario, context)));
    context.note(`wrote ${files.html}`);
  }
  if (files.out !== undefined) {
    const { writeTables } = await import('./table-files.ts');
    const written = await writeTables(files.out, done);
    context.note(`wrote ${written.length} files to ${files.out}; README.md lists the columns`);
  }
}

/**
 * A run with everything that its report shows: maps, sources and, given a context to work in, withdrawals, the price of
 * independence, and what moves the shield.
 *
 * @param scenario its file as the user named it, its text, and the options of the run, to repeat it
 */
export async function reportInput(
  { prepared, result }: FinishedRun,
  scenario: ReportedScenario,
  context?: CommandContext,
): Promise<ReportInput> {
  const { architecture } = prepared;
  const { launchMaps } = await import('../run/launch-maps.ts');
  const partners = context && (await (await import('./report-partners.ts')).partnerParts(architecture, context));
  const shieldSwings =
    context && (await (await import('./report-shield.ts')).shieldParts(architecture, result, context));
  return {
    result,
    scenarioText: scenario.text,
    scenarioName: basename(scenario.file),
    uses: architecture.uses,
    dependence: result.dependence,
    ...partners,
    shieldSwings,
    repeat: scenario.words && repeatOf(architecture, result, scenario.file, scenario.words),
    maps: launchMaps(prepared, result),
  };
}
