import { expect, test } from 'vitest';
import type { StudyJob } from '../study/study-job.ts';
import { runLocal } from './run-local.ts';
import { doneShard, type Shard, shardId } from './shard.ts';
import type { ShardPool } from './shard-pool.ts';
import { ShardSize } from './shard-size.ts';
import { StudyProgress } from './study-progress.ts';

const job: StudyJob = {
  format: 1,
  version: 'test',
  catalogHash: '0123456789abcdef',
  scenarioFile: 's.yaml',
  scenarioText: '',
  files: {},
  seed: 1,
  inputs: [{ name: 'x', paths: [['threat', 0, 'count']] }],
  points: [[1], [2], [3]],
  rule: { trials: 40 },
  record: [],
};

/** A pool of `size` places that computes nothing, and fails as it is told. */
function fakePool(size: number, fails: (shard: Shard, time: number) => boolean): ShardPool & { most: number } {
  const times = new Map<string, number>();
  let under = 0;
  const pool = {
    size,
    most: 0,
    async run(_hash: string, _job: StudyJob, shard: Shard) {
      const time = (times.get(shardId(shard)) ?? 0) + 1;
      times.set(shardId(shard), time);
      pool.most = Math.max(pool.most, ++under);
      await new Promise((resolve) => setTimeout(resolve, 1));
      under--;
      if (fails(shard, time)) throw new Error(`broken at time ${time}`);
      return doneShard(shard, { effect: null, layerIds: [], notes: [] });
    },
    close: async () => undefined,
  };
  return pool;
}

function options(signal = new AbortController().signal) {
  const retries: string[] = [];
  const size = new ShardSize(1, 10);
  return {
    jobHash: 'h',
    size,
    signal,
    onShard: () => undefined,
    onRetry: (id: string) => void retries.push(id),
    retries,
  };
}

const ledger = { append: async () => undefined };

test('a shard that fails twice is tried a third time, and no more shards run than there are places', async () => {
  const progress = new StudyProgress(job);
  const given = options();
  const pool = fakePool(4, ({ pointIndex, from }, time) => pointIndex === 1 && from === 10 && time < 3);
  await runLocal(progress, ledger, pool, given);
  expect(progress.isComplete).toBe(true);
  expect(given.retries).toEqual(['p1-t10-20', 'p1-t10-20']);
  expect(pool.most).toBe(4);
});

test('a shard that always fails is reported with its inputs; the rest finishes', async () => {
  const progress = new StudyProgress(job);
  await runLocal(
    progress,
    ledger,
    fakePool(2, ({ pointIndex, from }) => pointIndex === 2 && from === 0),
    options(),
  );
  expect(progress.points.map(({ state }) => state)).toEqual(['complete', 'complete', 'failed']);
  expect(progress.failures).toEqual([
    { shard: 'p2-t0-10', pointIndex: 2, inputs: { x: 3 }, error: 'broken at time 3' },
  ]);
});

test('an abort keeps what is under way and starts nothing more', async () => {
  const progress = new StudyProgress(job);
  const stop = new AbortController();
  let done = 0;
  const given = options(stop.signal);
  given.onShard = () => void (++done === 3 && stop.abort());
  await runLocal(
    progress,
    ledger,
    fakePool(2, () => false),
    given,
  );
  expect(progress.isOver).toBe(false);
  expect(progress.underCount).toBe(0);
  expect(progress.doneShardCount).toBeLessThanOrEqual(4);
  await runLocal(
    progress,
    ledger,
    fakePool(2, () => false),
    options(),
  );
  expect(progress.isComplete).toBe(true);
});

test('a ledger that cannot be written ends the run with its error', async () => {
  const progress = new StudyProgress(job);
  const broken = { append: async () => Promise.reject(new Error('disk full')) };
  await expect(
    runLocal(
      progress,
      broken,
      fakePool(3, () => false),
      options(),
    ),
  ).rejects.toThrow('disk full');
});
