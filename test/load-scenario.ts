import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Architecture } from '../src/flow/architecture.ts';
import { loadScenario } from '../src/read/load-scenario.ts';
import { testCatalog } from '../src/read/test-catalog.ts';

/** Folder of the package, with a slash at its end. */
export const root = fileURLToPath(new URL('../', import.meta.url));

const catalog = testCatalog();

/**
 * A shipped scenario with the catalog as it stands in its files, whatever was built last.
 *
 * @param elementFiles element files by element, relative to the package
 */
export function shippedScenario(name: string, elementFiles: Record<string, string> = {}): Architecture {
  const text = readFileSync(`${root}scenarios/${name}.yaml`, 'utf8');
  const files = Object.fromEntries(
    Object.entries(elementFiles).map(([id, file]) => [id, { file, text: readFileSync(root + file, 'utf8') }]),
  );
  return loadScenario(text, catalog, { file: `${name}.yaml`, files });
}
