// Builds the command line with its shard threads into the folder given as the only argument.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { rawPlugin } from '../../scripts/raw-plugin.mjs';

await build({
  absWorkingDir: fileURLToPath(new URL('../..', import.meta.url)),
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  plugins: [rawPlugin],
  logLevel: 'error',
  banner: { js: "import { createRequire as $require } from 'node:module'; const require = $require(import.meta.url);" },
  entryPoints: { main: 'src/cli/main.ts', 'shard-thread': 'src/ensemble/shards/shard-thread.ts' },
  outdir: process.argv[2],
  splitting: true,
  external: ['bullmq', 'ioredis'],
});
