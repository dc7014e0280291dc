import type { Ledger } from './ledger.ts';
import { type DoneShard, type Shard, shardId } from './shard.ts';
import type { ShardPool } from './shard-pool.ts';
import type { ShardSize } from './shard-size.ts';
import type { StudyProgress } from './study-progress.ts';

/** A shard that fails is tried this often. */
export const MAX_TRIES = 3;

export interface RunOptions {
  jobHash: string;
  size: ShardSize;
  signal: AbortSignal;
  /** Called after every shard. */
  onShard(): void;
  /** Called when a shard failed and will be tried again. */
  onRetry(id: string, error: string): void;
}

/**
 * Computes what is left of a study on the places of a pool; on abort, what is under way is finished and kept.
 *
 * @throws StorageError, ConflictError; a shard that fails every try is given up and the rest goes on
 */
export async function runLocal(
  progress: StudyProgress,
  ledger: Pick<Ledger, 'append'>,
  pool: ShardPool,
  options: RunOptions,
): Promise<void> {
  const { signal } = options;
  let fault: { error: unknown } | undefined;
  const wake: (() => void)[] = [];
  const wakeAll = () => {
    for (const each of wake.splice(0)) each();
  };
  const place = async () => {
    while (!signal.aborted && !fault && !progress.isOver) {
      const { done, wanted } = progress.trials;
      const shard = progress.next(options.size.trials(wanted - done, pool.size));
      if (!shard) {
        // others are at work; one of them may open the next round of a point
        if (progress.underCount === 0) throw new Error('nothing is left to do and the study is not over');
        await new Promise<void>((resolve) => wake.push(resolve));
        continue;
      }
      try {
        await computeOne(shard, progress, ledger, pool, options);
      } catch (error) {
        fault ??= { error };
      }
      wakeAll();
    }
    wakeAll();
  };
  await Promise.all(Array.from({ length: pool.size }, place));
  if (fault) throw fault.error;
}

async function computeOne(
  shard: Shard,
  progress: StudyProgress,
  ledger: Pick<Ledger, 'append'>,
  pool: ShardPool,
  options: RunOptions,
): Promise<void> {
  const done = await compute(shard, progress, pool, options);
  if (done === 'interrupted') progress.release(shard);
  else if ('error' in done) progress.fail(shard, done.error);
  else if (progress.accept(shard, done) === 'new') await ledger.append([done]);
  options.onShard();
}

async function compute(
  shard: Shard,
  { job }: StudyProgress,
  pool: ShardPool,
  { jobHash, size, signal, onRetry }: RunOptions,
): Promise<DoneShard | { error: string } | 'interrupted'> {
  for (let attempt = 1; ; attempt++) {
    try {
      const begun = performance.now();
      const done = await pool.run(jobHash, job, shard);
      size.note(shard.to - shard.from, (performance.now() - begun) / 1000);
      return done;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (attempt >= MAX_TRIES) return { error: message };
      if (signal.aborted) return 'interrupted';
      onRetry(shardId(shard), message);
    }
  }
}
