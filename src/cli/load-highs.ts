import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Highs, InitOptions } from 'highs';
import { checkWasm } from './check-wasm.ts';
import { packageFolder } from './package-folder.ts';

/** The solver. Its WebAssembly is in its own package beside the sources; an installed cupola has it once, with the studio. */
export async function loadHighs(): Promise<Highs> {
  checkWasm();
  const load = (await import('highs')).default as unknown as (options: InitOptions) => Promise<Highs>;
  const file = fileURLToPath(wasm());
  return load({ locateFile: () => file });
}

function wasm(): URL {
  const own = new URL('node_modules/highs/build/highs.wasm', packageFolder);
  if (existsSync(own)) return own;
  const assets = new URL('dist/studio/assets/', packageFolder);
  const name = readdirSync(assets).find((each) => /^highs-.*\.wasm$/.test(each));
  if (!name) throw new Error(`the solver is missing from ${fileURLToPath(assets)}: install cupola again`);
  return new URL(name, assets);
}
