import { fillFolder } from '../../src/cli/result-folder.ts';
import { tableFiles } from '../../src/cli/table-files.ts';
import type { Architecture } from '../../src/flow/architecture.ts';
import type { RunRows } from '../../src/flow/result.ts';

/** Writes the tables of a run as `cupola run --out` does; names of the files. */
export async function writeTables(folder: string, architecture: Architecture, rows: RunRows): Promise<string[]> {
  const files = await tableFiles(architecture, rows);
  await fillFolder(folder, 'run', files);
  return files.map(([name]) => name);
}
