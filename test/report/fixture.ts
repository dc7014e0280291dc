import { fileURLToPath } from 'node:url';
import { loadScenarioFile } from '../../src/cli/load-scenario.ts';
import { reportInput } from '../../src/cli/report-files.ts';
import type { Architecture } from '../../src/flow/architecture.ts';
import type { ReportInput } from '../../src/report/html/report-input.ts';
import { type FinishedRun, run } from '../../src/run/run.ts';

export interface Fixture {
  architecture: Architecture;
  rows: FinishedRun;
  input: ReportInput;
}

/** A short run of an example, with what its report shows. */
export async function fixture(scenario: string, trials: number): Promise<Fixture> {
  const file = fileURLToPath(new URL(`../../scenarios/${scenario}.yaml`, import.meta.url));
  const { architecture, text } = await loadScenarioFile(file);
  architecture.analysis.trials = trials;
  const rows = run(architecture, { version: '1.2.3' });
  return { architecture, rows, input: await reportInput(rows, { file, text }) };
}
