import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Highs, InitOptions } from 'highs';
import { packageFolder } from './package-folder.ts';

/** The solver, with its WebAssembly from beside the bundle, or from its own package where nothing is built. */
export async function loadHighs(): Promise<Highs> {
  const load = (await import('highs')).default as unknown as (options: InitOptions) => Promise<Highs>;
  const built = fileURLToPath(new URL('dist/cli/highs.wasm', packageFolder));
  const resolve = () => createRequire(new URL('package.json', packageFolder)).resolve('highs/runtime');
  const file = existsSync(built) ? built : resolve();
  return load({ locateFile: () => file });
}
