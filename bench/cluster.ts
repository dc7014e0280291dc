import { setMaxListeners } from 'node:events';
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { loadInstalledCatalog } from '../src/cli/load-catalog.ts';
import { packageFolder } from '../src/cli/package-folder.ts';
import { clusterAddress } from '../src/ensemble/cluster/address.ts';
import { clusterWorker } from '../src/ensemble/cluster/cluster-worker.ts';
import { runCluster } from '../src/ensemble/cluster/run-cluster.ts';
import { doneShard } from '../src/ensemble/shards/shard.ts';
import type { ShardPool } from '../src/ensemble/shards/shard-pool.ts';
import { ShardSize } from '../src/ensemble/shards/shard-size.ts';
import { StudyProgress } from '../src/ensemble/shards/study-progress.ts';
import { jobHash, type StudyJob } from '../src/ensemble/study/study-job.ts';
import { Broker, freePort } from '../test/ensemble/broker.ts';
import { cpuS } from './measure.ts';

const ledger = { append: async () => undefined };
const quiet = {
  signal: new AbortController().signal,
  onShard: () => undefined,
  onRetry: () => undefined,
  note: () => undefined,
};

/** What a shard costs on the way through a broker; a thousand workers that only wait. */
export async function bench(): Promise<string[]> {
  const broker = new Broker(await freePort());
  await broker.start();
  try {
    return [
      `load of the machine before: ${loadavg()[0].toFixed(1)}`,
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
  setMaxListeners(0, stop.signal); // every worker listens
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
