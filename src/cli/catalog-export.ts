import type { Catalog } from '../catalog/entry.ts';
import { InputError } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { rowCount } from '../report/tables/tidy-table.ts';
import { say } from '../words/words.ts';
import { ledgerTable, numbersTable, sourcesTable } from './catalog-tables.ts';
import type { CommandContext } from './command.ts';
import { dataPackage, versionOf } from './data-package.ts';
import { version } from './package-folder.ts';
import { openOutputs, wishOf } from './write-file.ts';

/** `cupola catalog export DIR`: the catalog as a data package. */
export async function exportCatalog(
  catalog: Catalog,
  words: readonly string[],
  context: CommandContext,
): Promise<number> {
  const [folder] = words;
  if (folder === undefined)
    throw new InputError([{ code: 'missing', path: 'export', said: said('catalog.needs-folder') }]);
  const outputs = await openOutputs(wishOf('export', folder, 'folder', 'catalog'), [], context);
  const { hash: catalogHash, asOfDate } = catalog;
  const tables = [numbersTable(catalog), ledgerTable(catalog), sourcesTable(catalog)];
  const head = { version, catalogHash, ...(asOfDate !== undefined && { asOfDate }) };
  if (await outputs.folder('export', dataPackage(tables, head))) {
    const [numbers, records, sources] = tables.map(rowCount) as [number, number, number];
    const wrote = { folder, version: versionOf(head), numbers, records, sources };
    context.out(context.options.json ? JSON.stringify(wrote) : say('catalog.wrote', wrote));
  }
  return outputs.exitCode;
}
