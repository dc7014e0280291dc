import { Worker } from 'node:worker_threads';
import type { Catalog } from '../../catalog/entry.ts';
import type { StudyJob } from '../study/study-job.ts';
import type { DoneShard, Shard } from './shard.ts';
import type { ShardOrder } from './shard-thread.ts';

/** Something that computes shards, as many at once as it has places. */
export interface ShardPool {
  readonly size: number;
  /** @throws Error with the message of what went wrong in the shard, or that its thread died */
  run(jobHash: string, job: StudyJob, shard: Shard): Promise<DoneShard>;
  close(): Promise<void>;
}

interface Thread {
  worker: Worker;
  /** Studies that were sent to it. */
  knows: Set<string>;
}

/** Trials leave little behind: room for new objects beyond this only adds to the memory of many threads. */
const LIMITS = { maxYoungGenerationSizeMb: 24 };

type Answer = { done: DoneShard } | { error: string } | { unknownJob: true };

/**
 * Threads that compute shards; the thread that calls stays free. A thread that dies fails its shard and is replaced.
 *
 * @param script bundle of `shard-thread.ts`
 */
export function shardPool(script: URL, catalog: Catalog, size: number): ShardPool {
  const idle: Thread[] = [];
  const waiting: ((thread: Thread) => void)[] = [];
  const all = new Set<Thread>();
  let isClosed = false;
  const begin = (): Thread => {
    const thread = {
      worker: new Worker(script, { workerData: { catalog }, resourceLimits: LIMITS }),
      knows: new Set<string>(),
    };
    all.add(thread);
    return thread;
  };
  const giveBack = (thread: Thread) => {
    const next = waiting.shift();
    if (next) next(thread);
    else idle.push(thread);
  };
  const take = (): Promise<Thread> => {
    const thread = idle.pop() ?? (all.size < size ? begin() : undefined);
    return thread ? Promise.resolve(thread) : new Promise((resolve) => waiting.push(resolve));
  };
  const replace = (thread: Thread) => {
    all.delete(thread);
    void thread.worker.terminate();
    if (waiting.length > 0 && !isClosed) giveBack(begin());
  };
  return {
    size,
    async run(jobHash, job, shard) {
      const thread = await take();
      try {
        let answer = await ask(thread, { jobHash, shard, ...(!thread.knows.has(jobHash) && { job }) });
        if ('unknownJob' in answer) answer = await ask(thread, { jobHash, shard, job });
        thread.knows.add(jobHash);
        giveBack(thread);
        if ('done' in answer) return answer.done;
        throw new ShardError('error' in answer ? answer.error : 'the thread does not know the study');
      } catch (error) {
        if (error instanceof ShardError) throw error;
        replace(thread);
        throw error;
      }
    },
    async close() {
      isClosed = true; // what still waits for a thread gets none
      await Promise.all([...all].map(({ worker }) => worker.terminate()));
    },
  };
}

/** The shard itself failed; the thread is well. */
class ShardError extends Error {}

function ask({ worker }: Thread, order: ShardOrder): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onMessage = (answer: Answer) => stop(() => resolve(answer));
    const onError = (error: unknown) => stop(() => reject(error));
    const onExit = (code: number) => stop(() => reject(new Error(`a thread ended early with code ${code}`)));
    const stop = (finish: () => void) => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      finish();
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(order);
  });
}
