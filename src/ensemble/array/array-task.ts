import type { Catalog } from '../../catalog/entry.ts';
import { InputError } from '../../flow/problems.ts';
import { shardId } from '../shards/shard.ts';
import type { ShardPool } from '../shards/shard-pool.ts';
import type { StudyJob } from '../study/study-job.ts';
import { writeWhole } from '../write-whole.ts';
import { readArrayStudy, readResult, readTask, resultPath, resultText } from './array-folder.ts';

/**
 * One task of a job array: computes its shard unless its result is there, and writes it as a whole.
 *
 * @returns name of the shard, and whether it was there before
 * @throws InputError for a folder of another version or catalog, and for a task that does not exist; Error when the
 *   shard fails
 */
export async function runArrayTask(
  folder: string,
  task: number,
  catalog: Catalog,
  version: string,
  pool: ShardPool,
): Promise<{ id: string; wasDone: boolean }> {
  const { hash, plan } = await readArrayStudy(folder);
  checkSame(plan.job, catalog, version, folder);
  const shard = await readTask(folder, task);
  const id = shardId(shard);
  if (await readResult(folder, shard, hash)) return { id, wasDone: true };
  await writeWhole(resultPath(folder, shard), resultText(await pool.run(hash, plan.job, shard), hash));
  return { id, wasDone: false };
}

/** A worker computes only what its own version and catalog would give. @throws InputError */
export function checkSame(job: StudyJob, catalog: Catalog, version: string, where: string): void {
  const problems = [
    job.version !== version && `needs cupola ${job.version}; this is ${version}`,
    job.catalogHash !== catalog.hash && `needs catalog ${job.catalogHash}; this one is ${catalog.hash}`,
  ].filter((message) => message !== false);
  if (problems.length > 0)
    throw new InputError(problems.map((message) => ({ code: 'other-version', file: where, path: '', message })));
}
