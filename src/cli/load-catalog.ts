import { readdir, readFile } from 'node:fs/promises';
import type { Catalog } from '../catalog/entry.ts';
import { loadCatalog } from '../catalog/load.ts';
import { packageFolder } from './package-folder.ts';

/**
 * The catalog that came with the program: the checked copy that the build left, or the YAML files themselves.
 *
 * @throws InputError where the YAML files have problems
 */
export async function loadInstalledCatalog(): Promise<Catalog> {
  const built = await readFile(new URL('dist/catalog.json', packageFolder), 'utf8').catch(() => undefined);
  return built ? (JSON.parse(built) as Catalog) : loadCatalogFolder(new URL('catalog/', packageFolder));
}

/** Reads and checks a folder of YAML files. */
export async function loadCatalogFolder(folder: URL): Promise<Catalog> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.yaml'));
  return loadCatalog(
    await Promise.all(names.map(async (path) => ({ path, text: await readFile(new URL(path, folder), 'utf8') }))),
  );
}
