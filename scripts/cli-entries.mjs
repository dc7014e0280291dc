/** The program and its threads, as `dist/cli` has them. */
export const cliEntries = {
  main: 'src/cli/main.ts',
  'trial-worker': 'src/ensemble/trial-worker.ts',
  'joint-worker': 'src/ensemble/joint-worker.ts',
  'shard-thread': 'src/ensemble/shards/shard-thread.ts',
  'partners-worker': 'src/cli/partners-worker.ts',
  'swings-worker': 'src/cli/swings-worker.ts',
};
