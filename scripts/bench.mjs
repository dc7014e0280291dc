// Runs the benchmarks: npm run bench [NAME...]. Each file of bench/ exports `bench(): Promise<string[]>`, the lines to print.
// `node scripts/bench.mjs --bundle [NAME...]` leaves them in dist/bench, where they run on a machine with Node and dist alone.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rawPlugin } from './raw-plugin.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const known = readdirSync('bench')
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'measure.ts')
  .map((file) => file.slice(0, -'.ts'.length))
  .sort();
const isBundle = process.argv.includes('--bundle');
const asked = process.argv.slice(2).filter((word) => word !== '--bundle');
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`No benchmark ${unknown.join(', ')}; there are ${known.join(', ')}.`);
  process.exit(2);
}
const names = asked.length > 0 ? asked : known;

const bundled = 'dist/bench';
// some dependencies are CommonJS and ask for `require`
const REQUIRE = "import { createRequire as $require } from 'node:module'; const require = $require(import.meta.url);";
const esbuild = existsSync('src') ? await import('esbuild').catch(() => undefined) : undefined;
if (!esbuild && (isBundle || !existsSync(bundled))) {
  console.error('esbuild is missing: npm install, or bring dist/bench from `node scripts/bench.mjs --bundle`.');
  process.exit(1);
}
const isKept = isBundle || !esbuild;
const outdir = isKept ? bundled : `node_modules/.cache/cupola-bench-${process.pid}`;

try {
  if (esbuild) {
    await esbuild.build({
      entryPoints: names.map((name) => `bench/${name}.ts`),
      outdir,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      // a bundle that is to run elsewhere brings all but the clients of the broker
      ...(isBundle ? { external: ['bullmq', 'ioredis'], banner: { js: REQUIRE } } : { packages: 'external' }),
      plugins: [rawPlugin],
      logLevel: 'warning',
    });
  }
  if (!isBundle) {
    console.log(`Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model.trim()}`);
    for (const name of names) {
      console.log(`\n${name}`);
      const { bench } = await import(pathToFileURL(`${outdir}/${name}.mjs`).href);
      for (const line of await bench()) console.log(`  ${line}`);
    }
  }
} finally {
  if (!isKept) rmSync(outdir, { recursive: true, force: true });
}
