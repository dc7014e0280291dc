import { defineConfig } from 'vitest/config';
import { sourceAlias } from './scripts/source-alias.mjs';

export default defineConfig({
  resolve: { alias: sourceAlias },
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'validation/**/*.test.ts'],
    // sentences of problems are made by the words; a test may import the engine alone
    setupFiles: ['src/words/words.ts', 'test/fixed-seed.ts'],
    pool: 'forks',
    // as many as cores; vitest's own choice on two cores is one
    maxWorkers: '100%',
    testTimeout: 60_000,
    execArgv: ['--expose-gc'],
  },
});
