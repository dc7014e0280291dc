import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'validation/**/*.test.ts'],
    pool: 'forks',
    testTimeout: 60_000,
    execArgv: ['--expose-gc'],
  },
});
