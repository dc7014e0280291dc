import { configDefaults, defineConfig } from 'vitest/config';
import { sourceAlias } from './scripts/source-alias.mjs';
import { needAProcess, setupFiles, together } from './vitest.config.ts';

/** Seconds each: whole raids, or a search to its end. */
const long = [
  'src/cli/**',
  'src/catalog/check/package.test.ts',
  'src/effect/coverage-minimum-cap.test.ts',
  'src/ensemble/results/{find-coverage,study-result}.test.ts',
  'src/ensemble/study/plan-study.test.ts',
  'src/kinds/{networks,sensors}/new-kind.test.ts',
  'src/run/{commit-by-layer,content-streams,drive,footprint,force-by-date,guided-at-once,joint}.test.ts',
];

/** What a change is tried against at every save: no browser, broker, Python, subprocess, golden, whole command or long run. */
export default defineConfig({
  resolve: { alias: sourceAlias },
  test: {
    include: together,
    exclude: [...configDefaults.exclude, ...needAProcess, ...long],
    setupFiles,
    pool: 'threads',
    isolate: false,
    maxWorkers: '100%',
    testTimeout: 60_000,
  },
});
