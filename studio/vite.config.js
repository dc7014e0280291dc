import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { parse } from 'yaml';
import { noticesPlugin } from '../scripts/notices.mjs';
import { sourceAlias } from '../scripts/source-alias.mjs';
import { builtCatalog } from '../scripts/studio-catalog.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

const outDir = process.env.CUPOLA_STUDIO_OUT ?? `${root}dist/studio`;

const CATALOG = '\0cupola-catalog';
const SCENARIOS = '\0cupola-scenarios';
const STORIES = '\0cupola-stories';

/** Names without ending, and texts, of the YAML files of a folder. */
function yamlFiles(folder) {
  const files = readdirSync(root + folder).filter((name) => name.endsWith('.yaml'));
  const names = files.map((name) => name.slice(0, -'.yaml'.length)).sort(); // `a` before `a-2026`
  return names.map((name) => [name, readFileSync(`${root}${folder}/${name}.yaml`, 'utf8')]);
}

/** Modules that the build computes: the checked catalog, the shipped scenarios and the stories. */
const cupolaData = {
  name: 'cupola-data',
  resolveId(id) {
    if (id === 'cupola/catalog.json') return CATALOG;
    if (id === 'virtual:stories') return STORIES;
    return id === 'virtual:scenarios' ? SCENARIOS : undefined;
  },
  async load(id) {
    if (id === CATALOG) return `export default JSON.parse(${JSON.stringify(await builtCatalog())});`;
    if (id === STORIES) {
      const stories = yamlFiles('stories').map(([name, text]) => [name, parse(text)]);
      return `export default ${JSON.stringify(Object.fromEntries(stories))};`;
    }
    if (id !== SCENARIOS) return undefined;
    const texts = yamlFiles('scenarios');
    const titles = texts.map(([name, text]) => [name, parse(text).name]);
    const [byName, titleOf] = [texts, titles].map((pairs) => JSON.stringify(Object.fromEntries(pairs)));
    return `export default ${byName};\nexport const titles = ${titleOf};`;
  },
};

/** The part of satellite.js in WebAssembly is not used: SGP4 runs in plain JavaScript. */
const noWasm = {
  name: 'no-wasm',
  enforce: 'pre',
  resolveId: (id) => (id.startsWith('#wasm-') ? `\0${id}` : undefined),
  load: (id) => (id.startsWith('\0#wasm-') ? 'export default undefined;' : undefined),
};

/** The service worker is told the files of the build that it keeps, and a hash of their contents, by which the build goes. */
const offline = {
  name: 'offline',
  closeBundle() {
    const beside = ['index.html', 'icon.svg', 'manifest.webmanifest'];
    const files = [
      ...beside,
      ...readdirSync(`${outDir}/assets`)
        .sort()
        .map((name) => `assets/${name}`),
    ];
    const hash = createHash('sha256');
    for (const name of files) hash.update(name).update(readFileSync(`${outDir}/${name}`));
    const names = ['./', ...files.slice(1)];
    const head = `self.CUPOLA_FILES=${JSON.stringify(names)};self.CUPOLA_BUILD="${hash.digest('hex').slice(0, 16)}";`;
    writeFileSync(`${outDir}/sw.js`, `${head}\n${readFileSync(`${outDir}/sw.js`, 'utf8')}`);
  },
};

/** Modules of the page and of its workers: the licences of all of them lie beside the page. */
const bundled = new Set();

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  resolve: { alias: sourceAlias },
  define: { CUPOLA_VERSION: JSON.stringify(version) },
  plugins: [cupolaData, noWasm, noticesPlugin(bundled, 'third-party-licences.txt'), offline],
  worker: { format: 'es', plugins: () => [cupolaData, noWasm, noticesPlugin(bundled)] },
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
    rollupOptions: {
      input: [`${root}studio/index.html`, `${root}studio/src/offline/service-worker.ts`],
      output: {
        // a service worker goes by its address: that stays
        entryFileNames: ({ name }) => (name === 'service-worker' ? 'sw.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
});
