import { availableParallelism } from 'node:os';
import { InputError } from '../flow/problems.ts';
import { plainly } from '../flow/said.ts';
import type { CommandContext, CommandSpec } from './command.ts';
import { hidePassword } from './hide-password.ts';
import { withCluster } from './with-cluster.ts';

/** `cupola worker`: computes shards of studies for a cluster, or one task of a job array. */
export const command: CommandSpec = {
  name: 'worker',
  isEnglishOnly: true,
  summary: 'Compute parts of studies: for a cluster, or one task of a job array',
  configure(program) {
    program
      .option('--cluster <url>', 'take work from Redis or Valkey; also by CUPOLA_CLUSTER')
      .option('--threads <n>', 'threads; default: all of the machine')
      .option('--array <dir>', 'folder of a job array')
      .option('--task <n>', 'with --array: number of the task, from 0')
      .option('--round <n>', 'with --array: list that the number is of; default: the newest');
  },
  isServer: true,
  examples: ['cupola worker --cluster redis://10.0.0.5:6379', 'cupola worker --array jobs --task 0'],
  async run(context) {
    const { array, task, round, threads, cluster } = context.options as Record<string, string | undefined>;
    if (cluster) hidePassword(cluster, context.note);
    const threadCount = wholeWord('--threads', threads, 1, 256) ?? availableParallelism();
    if (array !== undefined) {
      const number = wholeWord('--task', task, 0, 10_000_000);
      if (number === undefined) throw bad('--task', 'missing', 'is missing; expected the number of a task');
      return runTask(array, number, wholeWord('--round', round, 1, 1_000_000), context);
    }
    const { runClusterWorker } = await withCluster(() => import('./worker-cluster.ts'));
    return runClusterWorker(cluster, threadCount, context);
  },
};

async function runTask(
  folder: string,
  task: number,
  round: number | undefined,
  context: CommandContext,
): Promise<number> {
  const [{ runArrayTask }, { shardPool }, { loadInstalledCatalog }, { version }, { workerScript }, { orFullDisk }] =
    await Promise.all([
      import('../ensemble/array/array-task.ts'),
      import('../ensemble/shards/shard-pool.ts'),
      import('./load-catalog.ts'),
      import('./package-folder.ts'),
      import('./worker-script.ts'),
      import('./sweep-run.ts'),
    ]);
  const catalog = await loadInstalledCatalog();
  const pool = shardPool(workerScript('shard-thread'), catalog, 1);
  try {
    return await orFullDisk(context, async () => {
      const failed = await runArrayTask({ folder, task, round, catalog, version, pool, note: context.note });
      return failed === 0 ? 0 : 1;
    });
  } finally {
    await pool.close();
  }
}

function wholeWord(flag: string, word: string | undefined, min: number, max: number): number | undefined {
  if (word === undefined) return undefined;
  if (/^\d{1,8}$/.test(word) && Number(word) >= min && Number(word) <= max) return Number(word);
  throw bad(flag, 'wrong-number', `expected a whole number from ${min} to ${max}, found "${word}"`);
}

function bad(path: string, code: string, message: string): InputError {
  return new InputError([{ code, path, said: plainly(message) }]);
}
