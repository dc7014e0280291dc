import { configDefaults, defineConfig } from 'vitest/config';
import { sourceAlias } from './scripts/source-alias.mjs';

/** What a change is tried against at every save: no browser, broker, Python, subprocess, golden, whole command or long run. */
export default defineConfig({
  resolve: { alias: sourceAlias },
  test: {
    include: ['src/**/*.test.ts', 'test/imports.test.ts', 'test/units.test.ts'],
    exclude: [
      ...configDefaults.exclude,
      'src/cli/**',
      'src/ensemble/results/study-result.test.ts',
      'src/physics/walker.test.ts', // measures the heap: npm run unit
      'src/force/raid-streams.test.ts', // watches a module, which must be loaded by it alone
    ],
    pool: 'threads',
    isolate: false,
    testTimeout: 60_000,
  },
});
