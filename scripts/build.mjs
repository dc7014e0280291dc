// Builds dist/: the command line as one bundle, the library with its types, and the checked catalog.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { cliEntries } from './cli-entries.mjs';
import { modulesOf, notices } from './notices.mjs';
import { rawPlugin } from './raw-plugin.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
// each part is made apart and then put in place, so that a build that fails leaves the last one working
const made = `dist/.made-${process.pid}`;
mkdirSync(made, { recursive: true });
process.on('exit', () => rmSync(made, { recursive: true, force: true }));

function put(name) {
  const old = `${made}/old-${name}`;
  if (existsSync(`dist/${name}`)) renameSync(`dist/${name}`, old);
  renameSync(`${made}/${name}`, `dist/${name}`);
}

const common = {
  absWorkingDir: root, // esbuild keeps the folder that it was started in
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  plugins: [rawPlugin],
  logLevel: 'warning',
  // some dependencies are CommonJS and ask for `require`
  banner: { js: "import { createRequire as $require } from 'node:module'; const require = $require(import.meta.url);" },
};

/** Lines of packages are not named in a stack: their part of the maps would be a third of all. */
const FIRST_LINE = Buffer.from('{"version":3,"sources":[""],"mappings":"AAAA"}').toString('base64');
const noForeignMaps = {
  name: 'no-foreign-maps',
  setup({ onLoad }) {
    onLoad({ filter: /node_modules.*\.[cm]?js$/ }, async ({ path }) => ({
      contents: `${await readFile(path, 'utf8')}\n//# sourceMappingURL=data:application/json;base64,${FIRST_LINE}\n`,
      loader: 'js',
    }));
  },
};

const bundle = await build({
  ...common,
  plugins: [...common.plugins, noForeignMaps],
  metafile: true,
  entryPoints: cliEntries,
  outdir: `${made}/cli`,
  splitting: true,
  chunkNames: 'parts/[name]-[hash]',
  legalComments: 'none', // all licence texts stand in one file, see below
  // a stack names lines of src/; the sources themselves are not packed a second time
  sourcemap: 'linked',
  sourcesContent: false,
  // loaded from node_modules when a cluster or a PNG is asked for
  external: ['bullmq', 'ioredis', '@resvg/resvg-wasm'],
});

// one font, with its licence, for pictures as PNG
const inter = 'node_modules/@expo-google-fonts/inter';
copyFileSync(`${inter}/400Regular/Inter_400Regular.ttf`, `${made}/cli/inter-regular.ttf`);
copyFileSync(`${inter}/LICENSE_FONT`, `${made}/cli/inter-licence.txt`);

writeFileSync(`${made}/cli/third-party-licences.txt`, notices(modulesOf(bundle, root), ['node_modules/highs', inter]));

// the catalog is checked once, here; the program then reads it as JSON
await build({ ...common, entryPoints: ['src/cli/load-catalog.ts'], outfile: `${made}/load-catalog.mjs` });
const { loadCatalogFolder } = await import(pathToFileURL(`${made}/load-catalog.mjs`).href);
try {
  const catalog = await loadCatalogFolder(pathToFileURL(`${root}/catalog/`));
  writeFileSync(`${made}/catalog.json`, JSON.stringify(catalog));
  put('catalog.json');
} catch (error) {
  console.error(`The catalog has problems:\n${error.message}`);
  process.exit(1);
}
put('cli');

if (!process.argv.includes('--cli-only')) {
  // types are written, not checked: `npm run types` does that
  const tsc = ['node_modules/typescript-native/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', `${made}/lib`];
  execFileSync(process.execPath, tsc, { stdio: 'inherit' });
  put('lib');
}
