import { resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkCatalog } from '../catalog/check/check.ts';
import { readCatalog } from '../catalog/load.ts';
import { problemText } from '../flow/problems.ts';
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
  if (exceptions.length > 0)
    out(`${problems.length > 0 ? '\n' : ''}Exceptions that the catalog makes, with its reasons:`);
  for (const { file, line, entry, field, rule, why } of exceptions)
    out(`  ${file}:${line} ${entry} ${field} (${rule}): ${why}`);
  const entries = read.read.length;
  out(`\n${entries} entries, ${count(problems.length, 'problem')}, ${count(exceptions.length, 'exception')}.`);
  return code;
}

function count(n: number, what: string): string {
  return `${n === 0 ? 'no' : n} ${what}${n === 1 ? '' : 's'}`;
}
