import { resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkCatalog } from '../catalog/check/check.ts';
import { readCatalog } from '../catalog/load.ts';
import { problemText } from '../flow/problems.ts';
import { say } from '../words/words.ts';
import type { CommandContext } from './command.ts';
import { catalogFolder, readCatalogFiles } from './load-catalog.ts';

/**
 * `cupola catalog check`: what the loader cannot see. Exit code 1 where something does not hold and no exception says why.
 *
 * @param folder of YAML files; absent: that of the program
 */
export async function checkFolder(folder: string | undefined, { out, options }: CommandContext): Promise<number> {
  const url = folder === undefined ? catalogFolder : pathToFileURL(resolve(folder) + sep);
  const read = readCatalog(await readCatalogFiles(url));
  const { problems, exceptions } = checkCatalog(read);
  const code = problems.length > 0 ? 1 : 0;
  if (options.json) {
    out(JSON.stringify({ problems, exceptions }, null, 2));
    return code;
  }
  for (const problem of problems) out(problemText(problem));
  if (exceptions.length > 0) out(`${problems.length > 0 ? '\n' : ''}${say('catalog.exceptions')}`);
  for (const { file, line, entry, field, rule, why } of exceptions)
    out(`  ${file}:${line} ${entry} ${field} (${rule}): ${why}`);
  const entries = read.read.length;
  out(`\n${say('catalog.checked', { entries, problems: problems.length, exceptions: exceptions.length })}`);
  return code;
}
