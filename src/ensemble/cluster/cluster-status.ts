import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { clusterAddress } from './address.ts';
import { orBrokerProblem } from './broker-fault.ts';
import { connect } from './connect.ts';
import { type Engine, PREFIX, queueName, WORKER_GONE_S, type WorkerNote, workerSchema, workersKey } from './names.ts';

/** Workers that a broker knows of, those of an engine apart. */
export async function liveWorkers(redis: Redis, engine: Engine): Promise<{ ours: WorkerNote[]; others: WorkerNote[] }> {
  const [[seconds], all] = await Promise.all([redis.time(), redis.hgetall(workersKey)]);
  const ours: WorkerNote[] = [];
  const others: WorkerNote[] = [];
  for (const [id, text] of Object.entries(all)) {
    const word = workerWord(text);
    if (!word || Number(seconds) - word.seenS > WORKER_GONE_S) {
      await redis.hdel(workersKey, id);
      continue;
    }
    const isOurs = word.version === engine.version && word.catalogHash === engine.catalogHash;
    (isOurs ? ours : others).push(word);
  }
  return { ours, others };
}

function workerWord(text: string): WorkerNote | undefined {
  try {
    return workerSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** What a broker says of the work: workers of the engine, shards waiting and under way. @throws InputError */
export async function readClusterStatus(
  url: string,
  engine: Engine,
): Promise<{ workers: number; threads: number; shardsWaiting: number; shardsActive: number }> {
  const address = clusterAddress(url);
  const redis = await connect(address, () => undefined, undefined, 3);
  const queue = new Queue(queueName(engine), { connection: { ...address.options }, prefix: PREFIX });
  queue.on('error', () => undefined); // what is asked below says it too
  try {
    const [{ ours }, counts] = await Promise.all([
      liveWorkers(redis, engine),
      queue.getJobCounts('waiting', 'delayed', 'prioritized', 'active'),
    ]);
    return {
      workers: ours.length,
      threads: ours.reduce((sum, { threads }) => sum + threads, 0),
      shardsWaiting: (counts.waiting ?? 0) + (counts.delayed ?? 0) + (counts.prioritized ?? 0),
      shardsActive: counts.active ?? 0,
    };
  } catch (error) {
    throw orBrokerProblem(address, error);
  } finally {
    await queue.close();
    redis.disconnect();
  }
}
