// The checked catalog as JSON text, read from the YAML files.
import { mkdtempSync, rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { rawPlugin } from './raw-plugin.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
let text;

export async function builtCatalog() {
  text ??= readCatalog();
  return text;
}

async function readCatalog() {
  const folder = mkdtempSync(`${root}node_modules/.studio-`);
  try {
    const outfile = `${folder}/load-catalog.mjs`;
    await build({
      entryPoints: [`${root}src/cli/load-catalog.ts`],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      plugins: [rawPlugin],
      logLevel: 'warning',
      banner: { js: "import { createRequire as $r } from 'node:module'; const require = $r(import.meta.url);" },
    });
    const { loadCatalogFolder } = await import(pathToFileURL(outfile).href);
    return JSON.stringify(await loadCatalogFolder(pathToFileURL(`${root}catalog/`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
