import { basename } from 'node:path';
import type { Architecture } from '../flow/architecture.ts';
import type { DependenceResult } from '../flow/dependence.ts';
import type { Result, RunRows } from '../flow/result.ts';
import type { WithdrawalsResult } from '../flow/withdrawal.ts';
import type { ReportInput } from '../report/html/report-input.ts';
import { writeWhole } from './write-file.ts';

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
 * @param note tells the user what was written
 * @throws InputError where a place cannot be written
 */
export async function writeReports(
  architecture: Architecture,
  rows: RunRows,
  scenario: { file: string; text: string },
  files: ReportFiles,
  note: (text: string) => void,
): Promise<void> {
  if (files.html !== undefined) {
    const { htmlReport } = await import('../report/html/html-report.ts');
    await writeWhole(files.html, htmlReport(await reportInput(architecture, rows.result, scenario)));
    note(`wrote ${files.html}`);
  }
  if (files.out !== undefined) {
    const { writeTables } = await import('./table-files.ts');
    const written = await writeTables(files.out, architecture, rows);
    note(`wrote ${written.length} files to ${files.out}; README.md lists the columns`);
  }
}

/** Parts of a result that not every version of the run fills. */
type Extra = { dependence?: DependenceResult | null; withdrawals?: WithdrawalsResult | null };

/** A run with everything that its report shows: dependence, maps, sources. */
export async function reportInput(
  architecture: Architecture,
  result: Result & Extra,
  scenario: { file: string; text: string },
): Promise<ReportInput> {
  const [{ launchMaps }, { prepare }] = await Promise.all([import('./launch-maps.ts'), import('../trial.ts')]);
  return {
    result,
    scenarioText: scenario.text,
    scenarioName: basename(scenario.file),
    uses: architecture.uses,
    dependence: result.dependence ?? (await dependenceHere(architecture, result)),
    withdrawals: result.withdrawals ?? null,
    maps: launchMaps(prepare(architecture), result),
  };
}

async function dependenceHere(architecture: Architecture, { cost }: Result): Promise<DependenceResult | null> {
  if (!architecture.partners || !cost) return null;
  const { dependenceOf } = await import('../assess/dependence/dependence.ts');
  return dependenceOf(architecture, cost.result);
}
