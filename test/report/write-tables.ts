import { fillFolder } from '../../src/cli/result-folder.ts';
import { tableFiles } from '../../src/cli/table-files.ts';
import type { FinishedRun } from '../../src/run/run.ts';

/** Writes the tables of a run as `cupola run --out` does; names of the files. */
export async function writeTables(folder: string, done: FinishedRun): Promise<string[]> {
  const files = await tableFiles(done);
  await fillFolder(folder, 'run', files);
  return files.map(([name]) => name);
}
