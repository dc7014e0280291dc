// Builds dist/: the command line as one bundle, the library with its types, and the checked catalog.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { rawPlugin } from './raw-plugin.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');

const common = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  plugins: [rawPlugin],
  logLevel: 'warning',
  // some dependencies are CommonJS and ask for `require`
  banner: { js: "import { createRequire as $require } from 'node:module'; const require = $require(import.meta.url);" },
};

await build({
  ...common,
  entryPoints: { main: 'src/cli/main.ts', 'trial-worker': 'src/ensemble/trial-worker.ts', 'partners-worker': 'src/cli/partners-worker.ts' },
  outdir: 'dist/cli',
  splitting: true,
  chunkNames: 'parts/[name]-[hash]',
  legalComments: 'none',
});

// the catalog is checked once, here; the program then reads it as JSON
await build({ ...common, entryPoints: ['src/cli/load-catalog.ts'], outfile: 'dist/.build/load-catalog.mjs' });
const { loadCatalogFolder } = await import(pathToFileURL('dist/.build/load-catalog.mjs').href);
try {
  const catalog = await loadCatalogFolder(pathToFileURL(`${root}/catalog/`));
  writeFileSync('dist/catalog.json', JSON.stringify(catalog));
} catch (error) {
  console.error(`The catalog has problems:\n${error.message}`);
  process.exit(1);
}
rmSync('dist/.build', { recursive: true });

if (!process.argv.includes('--cli-only')) {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
    stdio: 'inherit',
  });
}
