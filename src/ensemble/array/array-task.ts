import type { Catalog } from '../../catalog/entry.ts';
import { InputError } from '../../flow/problems.ts';
import { said } from '../../flow/said.ts';
import { MAX_TRIES } from '../shards/run-local.ts';
import { type DoneShard, type Shard, shardId } from '../shards/shard.ts';
import type { ShardPool } from '../shards/shard-pool.ts';
import type { StudyJob } from '../study/study-job.ts';
import { noArray, readArrayStudy, readResult, writeError, writeResult } from './array-folder.ts';
import { readNote, readTask } from './array-tasks.ts';

/** What a worker of a job array is told. */
export interface ArrayOrder {
  folder: string;
  task: number;
  /** List of tasks that the number is of; default: the newest. */
  round?: number;
  catalog: Catalog;
  version: string;
  pool: ShardPool;
  /** Called with a sentence for each shard. */
  note: (text: string) => void;
}

/**
 * One task of a job array: computes each of its shards unless its result is there, and writes it as a whole. A shard that
 * fails every try leaves word of it, and the others go on.
 *
 * @returns how many shards failed
 * @throws InputError for a folder of another version or catalog, and for a task that does not exist; StorageError
 */
export async function runArrayTask(order: ArrayOrder): Promise<number> {
  const { folder, task, catalog, version, pool, note } = order;
  const { hash, plan } = await readArrayStudy(folder);
  checkSame(plan.job, catalog, version, folder);
  const round = order.round ?? (await readNote(folder))?.round;
  if (round === undefined) throw noArray(folder);
  let failed = 0;
  for (const shard of await readTask(folder, round, task)) {
    const id = shardId(shard);
    if (await readResult(folder, shard, hash)) {
      note(`${id} was done before`);
      continue;
    }
    const done = await compute(pool, hash, plan.job, shard, note);
    if ('error' in done) {
      failed++;
      await writeError(folder, shard, done.error, hash);
    } else await writeResult(folder, shard, done, hash);
    note('error' in done ? `${id} is given up: ${done.error}` : `${id} is done`);
  }
  return failed;
}

async function compute(
  pool: ShardPool,
  hash: string,
  job: StudyJob,
  shard: Shard,
  note: (text: string) => void,
): Promise<DoneShard | { error: string }> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await pool.run(hash, job, shard);
    } catch (error) {
      const { message } = error as Error;
      if (attempt >= MAX_TRIES) return { error: message };
      note(`${shardId(shard)} failed, tried again: ${message}`);
    }
  }
}

/** What was computed by one version and catalog is neither computed further nor put together by another. @throws InputError */
export function checkSame(job: StudyJob, catalog: Catalog, version: string, where: string): void {
  const faults = [
    job.version !== version && said('sweep.needs-version', { needed: job.version, version }),
    job.catalogHash !== catalog.hash && said('sweep.needs-catalog', { needed: job.catalogHash, hash: catalog.hash }),
  ].filter((fault) => fault !== false);
  if (faults.length > 0)
    throw new InputError(faults.map((fault) => ({ code: 'other-version', file: where, path: '', said: fault })));
}
