// Builds the command line with its shard threads, and the catalog, into the folder given as the only argument.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { cliEntries } from '../../scripts/cli-entries.mjs';
import { rawPlugin } from '../../scripts/raw-plugin.mjs';

const root = new URL('../../', import.meta.url);
const dist = process.argv[2];
const common = {
  absWorkingDir: fileURLToPath(root),
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  plugins: [rawPlugin],
  logLevel: 'error',
  banner: { js: "import { createRequire as $require } from 'node:module'; const require = $require(import.meta.url);" },
};
await build({
  ...common,
  entryPoints: cliEntries,
  outdir: join(dist, 'cli'),
  splitting: true,
  external: ['bullmq', 'ioredis'],
});
const loader = join(dist, 'load-catalog.mjs');
await build({ ...common, entryPoints: ['src/cli/load-catalog.ts'], outfile: loader });
const { loadCatalogFolder } = await import(pathToFileURL(loader).href);
writeFileSync(join(dist, 'catalog.json'), JSON.stringify(await loadCatalogFolder(new URL('catalog/', root))));
rmSync(loader);
