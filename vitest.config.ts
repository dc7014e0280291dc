import { defineConfig } from 'vitest/config';
import { sourceAlias } from './scripts/source-alias.mjs';

export default defineConfig({
  resolve: { alias: sourceAlias },
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'validation/**/*.test.ts'],
    pool: 'forks',
    testTimeout: 60_000,
    setupFiles: ['test/fixed-seed.ts'],
    execArgv: ['--expose-gc'],
  },
});
