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
    // long enough for a busy machine: no test asserts a time
    testTimeout: 180_000,
    hookTimeout: 180_000,
    execArgv: ['--expose-gc'],
  },
});
