// Tries masses of inputs: npm run nightly -- [PART[=COUNT] ...] [--count N] [--seed N] [--processes N] [--from N]. test/endurance holds the parts.
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { parse } from 'yaml';
import { rawPlugin } from './raw-plugin.mjs';
import { sourceAlias } from './source-alias.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
// threads come from dist, and the catalog
const built = spawnSync('./cupola', ['--version'], { stdio: ['ignore', 'ignore', 'inherit'] });
if (built.status !== 0) process.exit(1);

/** Files of tests find others beside them wherever the bundle lies. */
const placePlugin = {
  name: 'place',
  setup({ onLoad }) {
    onLoad({ filter: /\/test\/(ensemble|fixtures)\/.*\.ts$/ }, async ({ path }) => {
      const { readFile } = await import('node:fs/promises');
      const text = await readFile(path, 'utf8');
      return { contents: text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)), loader: 'ts' };
    });
  },
};

// a package of its own, so that a build meanwhile takes nothing from under it
const place = `out/nightly-${process.pid}`;
process.on('exit', () => rmSync(place, { recursive: true, force: true }));
for (const part of ['dist/cli', 'dist/catalog.json', 'package.json'])
  cpSync(part, `${place}/${part}`, { recursive: true });
for (const part of ['node_modules', 'catalog', 'scenarios', 'studies', 'examples', 'validation'])
  symlinkSync(`${root}${part}`, `${place}/${part}`);
const outdir = `${place}/dist/nightly`;
const common = {
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
};
await build({
  ...common,
  entryPoints: ['test/endurance/main.ts', 'test/endurance/work.ts'],
  plugins: [rawPlugin, placePlugin],
});

/** The page's own data, as its build makes them. */
const pagePlugin = {
  name: 'page',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^virtual:/ }, ({ path }) => ({ path, namespace: 'page' }));
    onLoad({ filter: /.*/, namespace: 'page' }, ({ path }) => {
      const folder = path.slice('virtual:'.length);
      const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
      const each = (make) =>
        JSON.stringify(
          Object.fromEntries(
            names.map((name) => [name.slice(0, -'.yaml'.length), make(readFileSync(`${folder}/${name}`, 'utf8'))]),
          ),
        );
      if (folder === 'stories') return { contents: `export default ${each((text) => parse(text))};` };
      return {
        contents: `export default ${each((text) => text)}; export const titles = ${each((text) => parse(text).name)};`,
      };
    });
    for (const { find, replacement } of sourceAlias) onResolve({ filter: find }, () => ({ path: replacement }));
  },
};
await build({
  ...common,
  packages: 'bundle',
  entryPoints: { links: 'test/studio/mass-of-links.ts' },
  plugins: [rawPlugin, pagePlugin],
  loader: { '.css': 'empty' },
  define: { CUPOLA_VERSION: '"night"', 'import.meta.glob': 'Object', 'import.meta.env.PROD': 'false' },
});
process.env.NIGHTLY_PACKAGE = `${root}${place}`;
await import(pathToFileURL(`${root}${outdir}/main.mjs`).href);
