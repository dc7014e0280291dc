import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Catalog } from '../catalog/entry.ts';
import { loadCatalog } from '../catalog/load.ts';

/** The catalog of the package, for tests. */
export function testCatalog(): Catalog {
  const folder = fileURLToPath(new URL('../../catalog/', import.meta.url));
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
  return loadCatalog(names.map((path) => ({ path, text: readFileSync(folder + path, 'utf8') })));
}
