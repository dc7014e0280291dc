import { configDefaults, defineConfig } from 'vitest/config';
import { sourceAlias } from './scripts/source-alias.mjs';
import { setupFiles } from './vitest.config.ts';

/** What mutants are tried against: the tests of their rooms alone (CUPOLA_MUTATE, by commas), each seconds at most. */
const rooms = (process.env.CUPOLA_MUTATE ?? '').split(',');

export default defineConfig({
  resolve: { alias: sourceAlias },
  test: {
    include: rooms.map((room) => `src/${room}/**/*.test.ts`),
    exclude: configDefaults.exclude,
    setupFiles,
    isolate: false,
    testTimeout: 60_000,
  },
});
