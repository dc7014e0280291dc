// Writes the JSON Schemas of the scenario and the study file; with --check only tells whether they are up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const schemas = [
  ['cupola.schema.json', 'src/read/schema.ts', 'scenarioJsonSchema'],
  ['cupola-study.schema.json', 'src/ensemble/study/study-schema.ts', 'studyJsonSchema'],
];
for (const [file, source, make] of schemas) {
  const outfile = `node_modules/.cache/${make}.mjs`;
  await build({ entryPoints: [source], outfile, bundle: true, format: 'esm', platform: 'node' });
  const module = await import(pathToFileURL(outfile).href);
  const text = `${JSON.stringify(module[make](), null, 2)}\n`;
  if (!process.argv.includes('--check')) {
    writeFileSync(file, text);
  } else if (readFileSync(file, 'utf8') !== text) {
    console.error(`${file} is out of date: npm run schema`);
    process.exit(1);
  }
}
