import { configDefaults, defineConfig } from 'vitest/config';
import { sourceAlias } from './scripts/source-alias.mjs';
import { needAProcess, setupFiles, together } from './vitest.config.ts';

/** Whole raids and answers, shipped constellations moment by moment, searches to their end, input at random by the hundred. */
const long = [
  'src/cli/**',
  'src/catalog/check/package.test.ts',
  'src/catalog/yaml-random.test.ts',
  'src/effect/{claims,coverage-minimum-cap}.test.ts',
  'src/engage/design-luck.test.ts',
  'src/ensemble/results/{find-coverage,study-result}.test.ts',
  'src/ensemble/shards/study-progress.test.ts',
  'src/ensemble/study/plan-study.test.ts',
  'src/kinds/{networks,sensors}/new-kind.test.ts',
  'src/programme/programme.test.ts',
  'src/reconcile/estimate-walk.test.ts',
  'src/run/{availability-in-runs,centres-by-layer,commit-by-layer,content-streams,drive,falls}.test.ts',
  'src/run/{flyable-draw,footprint,force-by-date,guided-at-once,joint,space-radar}.test.ts',
  'src/sourcing/coupled/**',
  'src/sourcing/{fielding-without,shield-swings}.test.ts',
  'src/transport/{alone,centre-tree,client-service,served-shares}.test.ts',
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
    // what did not change is not transformed again
    experimental: { fsModuleCache: true },
  },
});
