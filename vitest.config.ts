import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';
import { sourceAlias } from './scripts/source-alias.mjs';

/** Tests that start no program of their own: they share processes, since to load the sources takes longer than most of them. */
export const together = ['src/**/*.test.ts', 'test/{imports,units}.test.ts'];

/** Those that start none either, but work through whole scenarios: with the others where all is run. */
const wholeScenarios = [
  'test/{announced-layers,cost-scenarios,driver,schema-agreement}.test.ts',
  'test/{bounds,export,golden,joint,orbit-zoo}/**/*.test.ts',
  'test/report/{sourcing-answer,tables}.test.ts',
  'validation/**/*.test.ts',
];

/** What measures the heap, or loads modules a second time: a program that sets itself up once a process would be asked twice. */
export const needAProcess = [
  'src/physics/walker.test.ts',
  'src/force/raid-streams.test.ts',
  'src/kinds/{networks,sensors}/new-kind.test.ts',
];

export const setupFiles = ['test/setup.ts'];

const common = {
  setupFiles,
  pool: 'forks',
  // long enough for a busy machine: no test asserts a time
  testTimeout: 180_000,
  hookTimeout: 180_000,
  execArgv: ['--expose-gc'],
} as const;

/** Projects run by their names: those that start browsers and programs come first, and the short ones fill what is left. */
export default defineConfig({
  test: {
    // one more than cores, since many wait for the programs that they start
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        resolve: { alias: sourceAlias },
        test: {
          ...common,
          name: 'alone',
          include: ['test/**/*.test.ts', ...needAProcess],
          exclude: [
            ...configDefaults.exclude,
            ...[...together, ...wholeScenarios].filter((each) => each.startsWith('test')),
          ],
        },
      },
      {
        resolve: { alias: sourceAlias },
        test: {
          ...common,
          name: 'together',
          isolate: false,
          include: [...together, ...wholeScenarios],
          exclude: [...configDefaults.exclude, ...needAProcess],
        },
      },
    ],
  },
});
