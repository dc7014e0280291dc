// Runs the benchmarks: npm run bench [NAME...]. Each file of bench/ exports `bench(): Promise<string[]>`, the lines to print.
import { readdirSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { rawPlugin } from './raw-plugin.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const known = readdirSync('bench')
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
  .sort();
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`No benchmark ${unknown.join(', ')}; there are ${known.join(', ')}.`);
  process.exit(2);
}
const names = asked.length > 0 ? asked : known;

const outdir = `node_modules/.cache/cupola-bench-${process.pid}`;
try {
  await build({
    entryPoints: names.map((name) => `bench/${name}.ts`),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    plugins: [rawPlugin],
    logLevel: 'warning',
  });
  console.log(`Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model.trim()}`);
  for (const name of names) {
    console.log(`\n${name}`);
    const { bench } = await import(pathToFileURL(`${outdir}/${name}.mjs`).href);
    for (const line of await bench()) console.log(`  ${line}`);
  }
} finally {
  rmSync(outdir, { recursive: true, force: true });
}
