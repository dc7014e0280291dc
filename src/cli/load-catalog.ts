import { readdir, readFile } from 'node:fs/promises';
import type { Catalog } from '../catalog/entry.ts';
import type { CatalogFile } from '../catalog/load.ts';
import { InputError } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { isDate } from '../num/dates.ts';
import { packageFolder } from './package-folder.ts';

/** The date of `--as-of`, once for the whole process: every file that a command reads is resolved against one catalog. */
let asOfDate: string | undefined;

/**
 * From now on every catalog that is loaded is the one that was known at the end of this day, month or year; without a date
 * it is all that there is.
 *
 * @throws InputError where it is no date
 */
export function useCatalogAsOf(date: string | undefined): void {
  if (date !== undefined && !isDate(date)) {
    throw new InputError([{ code: 'wrong-date', path: '--as-of', said: said('option.date', { word: date }) }]);
  }
  asOfDate = date;
}

/**
 * The catalog that came with the program, as known at the date of `--as-of` where one is given.
 *
 * @throws InputError where the YAML files have problems
 */
export async function loadInstalledCatalog(): Promise<Catalog> {
  const catalog = await loadWholeCatalog();
  if (asOfDate === undefined) return catalog;
  return (await import('../catalog/as-of.ts')).catalogAsOf(catalog, asOfDate);
}

/**
 * All that the catalog holds, of any date: the checked copy that the build left, or the YAML files themselves.
 *
 * @throws InputError where the YAML files have problems
 */
export async function loadWholeCatalog(): Promise<Catalog> {
  const built = await readFile(new URL('dist/catalog.json', packageFolder), 'utf8').catch(() => undefined);
  return built ? (JSON.parse(built) as Catalog) : loadCatalogFolder(catalogFolder);
}

/** Where the catalog's YAML files lie. */
export const catalogFolder = new URL('catalog/', packageFolder);

/** Reads and checks a folder of YAML files. */
export async function loadCatalogFolder(folder: URL): Promise<Catalog> {
  const { loadCatalog } = await import('../catalog/load.ts');
  return loadCatalog(await readCatalogFiles(folder));
}

/** The YAML files of a folder, with their paths below it. */
export async function readCatalogFiles(folder: URL): Promise<CatalogFile[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.yaml'));
  return Promise.all(names.map(async (path) => ({ path, text: await readFile(new URL(path, folder), 'utf8') })));
}
