import { readdir, readFile } from 'node:fs/promises';
import type { Catalog } from '../catalog/entry.ts';
import { loadCatalog } from '../catalog/load.ts';

/** Folder of the package that holds `catalog/`, `scenarios/` and `dist/`: this file sits one or two levels below it. */
async function packageFolder(): Promise<URL> {
  for (const up of ['../../', '../']) {
    const folder = new URL(up, import.meta.url);
    if (
      await readFile(new URL('package.json', folder)).then(
        () => true,
        () => false,
      )
    )
      return folder;
  }
  throw new Error('the package folder was not found beside the program');
}

/**
 * The catalog that came with the program: the checked copy that the build left, or the YAML files themselves.
 *
 * @throws InputError where the YAML files have problems
 */
export async function loadInstalledCatalog(): Promise<Catalog> {
  const root = await packageFolder();
  const built = await readFile(new URL('dist/catalog.json', root), 'utf8').catch(() => undefined);
  return built ? (JSON.parse(built) as Catalog) : loadCatalogFolder(new URL('catalog/', root));
}

/** Reads and checks a folder of YAML files. */
export async function loadCatalogFolder(folder: URL): Promise<Catalog> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.yaml'));
  return loadCatalog(
    await Promise.all(names.map(async (path) => ({ path, text: await readFile(new URL(path, folder), 'utf8') }))),
  );
}
