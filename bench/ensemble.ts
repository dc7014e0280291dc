import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { loadInstalledCatalog } from '../src/cli/load-catalog.ts';
import { packageFolder } from '../src/cli/package-folder.ts';
import { workerScript } from '../src/cli/worker-script.ts';
import { clusterAddress } from '../src/ensemble/cluster/address.ts';
import { clusterWorker } from '../src/ensemble/cluster/cluster-worker.ts';
import { runCluster } from '../src/ensemble/cluster/run-cluster.ts';
import { shardComputer } from '../src/ensemble/shards/compute-shard.ts';
import { runLocal } from '../src/ensemble/shards/run-local.ts';
import { doneShard } from '../src/ensemble/shards/shard.ts';
import { type ShardPool, shardPool } from '../src/ensemble/shards/shard-pool.ts';
import { ShardSize } from '../src/ensemble/shards/shard-size.ts';
import { StudyProgress } from '../src/ensemble/shards/study-progress.ts';
import { jobHash, type StudyJob } from '../src/ensemble/study/study-job.ts';
import { Broker, freePort } from '../test/ensemble/broker.ts';

const ledger = { append: async () => undefined };
const quiet = {
  signal: new AbortController().signal,
  onShard: () => undefined,
  onRetry: () => undefined,
  note: () => undefined,
};

/** Two threads beside one; what a shard costs on the way through a broker; a thousand workers that only wait. */
export async function bench(): Promise<string[]> {
  const broker = new Broker(await freePort());
  await broker.start();
  try {
    return [
      `load of the machine before: ${loadavg()[0]!.toFixed(1)}`,
      await benchThreads(),
      await benchOverhead(broker.url),
      await benchThousand(broker.url),
    ];
  } finally {
    await broker.remove();
  }
}

async function oneMissile(trials: number): Promise<StudyJob> {
  const { hash } = await loadInstalledCatalog();
  return {
    format: 1,
    version: 'bench',
    catalogHash: hash,
    scenarioFile: 'one-missile.yaml',
    scenarioText: readFileSync(new URL('scenarios/one-missile.yaml', packageFolder), 'utf8'),
    files: {},
    seed: 1,
    inputs: [{ name: 'salvo', paths: [['interceptors', 'sbi', 'salvo']] }],
    points: [[2]],
    rule: { trials },
    record: [],
  };
}

/** Shards of about a second: in this thread, then on two threads, start-up of the threads left out. */
async function benchThreads(): Promise<string> {
  const catalog = await loadInstalledCatalog();
  const job = await oneMissile(100);
  const compute = shardComputer(job, catalog);
  compute({ pointIndex: 0, from: 0, to: 200 });
  let begun = performance.now();
  compute({ pointIndex: 0, from: 0, to: 500 });
  const trials = Math.round(500 / ((performance.now() - begun) / 1000));
  begun = performance.now();
  let cpu = process.cpuUsage();
  for (let i = 0; i < 8; i++) compute({ pointIndex: 0, from: i * trials, to: (i + 1) * trials });
  const aloneS = (performance.now() - begun) / 1000;
  const aloneCpuS = cpuS(cpu);
  const pool = shardPool(workerScript('shard-thread'), catalog, 2);
  const wide = await oneMissile(8 * trials);
  const hash = jobHash(wide);
  await Promise.all([0, 1].map((i) => pool.run(hash, wide, { pointIndex: 0, from: i * 200, to: i * 200 + 200 })));
  begun = performance.now();
  cpu = process.cpuUsage();
  await runLocal(new StudyProgress(wide), ledger, pool, { ...quiet, jobHash: hash, size: new ShardSize(1, trials) });
  const twoS = (performance.now() - begun) / 1000;
  const twoCpuS = cpuS(cpu);
  await pool.close();
  const wall = `in-process ${aloneS.toFixed(2)} s, two threads ${twoS.toFixed(2)} s, ratio ${(aloneS / twoS).toFixed(2)}`;
  const work = `${aloneCpuS.toFixed(2)} and ${twoCpuS.toFixed(2)} s of CPU: at most ${((2 * aloneCpuS) / twoCpuS).toFixed(2)} on two idle cores`;
  return `8 shards of ${(aloneS / 8).toFixed(2)} s: ${wall}; ${work}`;
}

/** Seconds of CPU since a reading, of all threads of this process. */
function cpuS(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
}

/** A pool that takes as long as told and computes nothing. */
function waitingPool(size: number, waitMs: number): ShardPool {
  return {
    size,
    run: async (_hash, _job, shard) => {
      if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
      return doneShard(shard, { effect: null, layerIds: [], notes: [] });
    },
    close: async () => undefined,
  };
}

/** Seconds from the first shard to the last of a study on so many workers of one thread. */
async function clusterRunS(url: string, workers: number, shards: number, waitMs: number): Promise<number> {
  const job = await oneMissile(shards);
  const address = clusterAddress(url, {});
  const stop = new AbortController();
  const engine = { version: job.version, catalogHash: job.catalogHash };
  const common = { address, engine, note: () => undefined, signal: stop.signal };
  const running = Array.from({ length: workers }, () => clusterWorker({ ...common, pool: waitingPool(1, waitMs) }));
  await new Promise((resolve) => setTimeout(resolve, 2000 + 10 * workers));
  const begun = performance.now();
  await runCluster(new StudyProgress(job), ledger, { ...quiet, url, jobHash: jobHash(job), size: new ShardSize(1, 1) });
  const spentS = (performance.now() - begun) / 1000;
  stop.abort();
  await Promise.all(running);
  return spentS;
}

async function benchOverhead(url: string): Promise<string> {
  const shards = 3000;
  const cpu = process.cpuUsage();
  const spentS = await clusterRunS(url, 2, shards, 0);
  const work = `${((1000 * cpuS(cpu)) / shards).toFixed(2)} ms of CPU for worker and coordinator`;
  return `${shards} empty shards through a broker: ${spentS.toFixed(2)} s, ${((1000 * spentS) / shards).toFixed(2)} ms each on 2 workers, ${work}`;
}

async function benchThousand(url: string): Promise<string> {
  const shards = 10_000;
  const cpu = process.cpuUsage();
  const spentS = await clusterRunS(url, 1000, shards, 1000);
  const work = `${((1000 * cpuS(cpu)) / shards).toFixed(2)} ms of CPU a shard`;
  return `${shards} shards of 1 s on 1,000 waiting workers: ${spentS.toFixed(2)} s, ${((100 * shards) / (1000 * spentS)).toFixed(0)} % busy (broker, coordinator and workers on this machine; ${work})`;
}
