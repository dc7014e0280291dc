// Writes cupola.schema.json from the scenario schema; with --check only tells whether the file is up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const outfile = 'node_modules/.cache/cupola-schema.mjs';
await build({ entryPoints: ['src/scenario/schema.ts'], outfile, bundle: true, format: 'esm', platform: 'node' });
const { scenarioJsonSchema } = await import(pathToFileURL(outfile).href);
const text = `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`;
if (process.argv.includes('--check')) {
  if (readFileSync('cupola.schema.json', 'utf8') !== text) {
    console.error('cupola.schema.json is out of date: npm run schema');
    process.exit(1);
  }
} else {
  writeFileSync('cupola.schema.json', text);
}
