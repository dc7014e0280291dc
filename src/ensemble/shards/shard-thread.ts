import { parentPort, workerData } from 'node:worker_threads';
import type { Catalog } from '../../catalog/entry.ts';
import type { StudyJob } from '../study/study-job.ts';
// what fails is told here, in English: it stands in results, which are the same in every language
import '../../words/words.ts';
import { shardComputer } from './compute-shard.ts';
import { doneShard, type Shard, type ShardResult } from './shard.ts';

/** What a shard thread is sent: a shard, and its study the first time. */
export interface ShardOrder {
  jobHash: string;
  job?: StudyJob;
  shard: Shard;
}

/** Studies whose state a thread keeps. */
const KEEP_STUDIES = 4;

const { catalog } = workerData as { catalog: Catalog };
const computers = new Map<string, (shard: Shard) => ShardResult>();

parentPort?.on('message', ({ jobHash, job, shard }: ShardOrder) => {
  try {
    if (job) computers.set(jobHash, shardComputer(job, catalog));
    for (const oldest of computers.keys()) if (computers.size > KEEP_STUDIES) computers.delete(oldest);
    const compute = computers.get(jobHash);
    if (!compute) {
      parentPort?.postMessage({ unknownJob: true });
      return;
    }
    parentPort?.postMessage({ done: doneShard(shard, compute(shard)) });
  } catch (error) {
    const { name, message } = error as Error;
    parentPort?.postMessage({ error: name === 'InputError' ? message : `${name}: ${message}` });
  }
});
