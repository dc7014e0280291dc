import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { beforeAll, expect, test } from 'vitest';
import { clusterAddress } from '../../src/ensemble/cluster/address.ts';
import { clusterWorker } from '../../src/ensemble/cluster/cluster-worker.ts';
import { shardComputer } from '../../src/ensemble/shards/compute-shard.ts';
import { doneShard } from '../../src/ensemble/shards/shard.ts';
import type { ShardPool } from '../../src/ensemble/shards/shard-pool.ts';
import { testCatalog } from '../fixtures/catalog.ts';
import type { Broker } from './broker.ts';
import { clockOff } from './clock-off.ts';
import { useClusterStudy } from './cluster-study.ts';
import type { Install } from './install.ts';
import { idsIn, summaryOf, untilLines } from './ledger-file.ts';
import { finish, type Running } from './run-cli.ts';
import { TRIALS } from './studies.ts';

const DAY_S = 86_400;
const catalog = testCatalog();
let program: Install;
let broker: Broker;
let folder = '';
let study = '';
let expected = '';

const cluster = useClusterStudy('trust');
const { run } = cluster;
beforeAll(() => {
  ({ program, broker, folder, study, expected } = cluster);
});

const worker = (env?: Record<string, string>) => run(['worker', '--cluster', broker.url, '--threads', '1'], { env });
const coordinator = (out: string, more: string[] = [], env?: Record<string, string>) =>
  run(['sweep', study, '--out', out, '--cluster', broker.url, '--shard-trials', '20', ...more], { env });

/** The whole study is done with the bits of one machine, every trial once. */
async function expectWhole(out: string, running: Running): Promise<void> {
  expect(await running.done, running.notes()).toBe(0);
  expect(summaryOf(join(folder, out)).resultHash).toBe(expected);
  const ids = idsIn(join(folder, out));
  expect(ids.length).toBe((4 * TRIALS) / 20);
  expect(new Set(ids).size).toBe(ids.length);
}

test('results that are computed twice and are the same change nothing', async () => {
  worker();
  await expectWhole('twice', coordinator('twice', ['--recheck', '0.5']));
  const { code, notes } = await finish(program.cli, ['sweep', study, '--out', 'x', '--recheck', '0.5'], {
    cwd: folder,
  });
  expect([code, notes]).toEqual([2, expect.stringContaining('--recheck: goes only with --cluster')]);
});

test('a worker that lies is named, and the study stops', async () => {
  const running = coordinator('lied', ['--recheck', '1']);
  await running.says('no worker');
  const { plan } = JSON.parse(readFileSync(join(folder, 'lied/study.json'), 'utf8'));
  const compute = shardComputer(plan.job, catalog);
  const pool: ShardPool = {
    size: 1,
    async run(_hash, _job, shard) {
      const { effect, ...rest } = compute(shard);
      const trialsByLeakers =
        effect!.trialsByLeakers.length > 1 ? effect!.trialsByLeakers.toReversed() : [0, effect!.trials];
      return doneShard(shard, { ...rest, effect: { ...effect!, trialsByLeakers } });
    },
    close: async () => undefined,
  };
  const stop = new AbortController();
  const { version, catalogHash } = plan.job;
  const engine = { version, catalogHash };
  const address = clusterAddress(broker.url, {});
  const lying = clusterWorker({ address, engine, pool, note: () => undefined, signal: stop.signal });
  const code = await running.done;
  stop.abort();
  await lying;
  expect(code, running.notes()).toBe(1);
  expect(running.notes()).toMatch(
    new RegExp(
      `result p\\d+-t\\d+-\\d+: worker ${hostname()}:${process.pid} sent [0-9a-f]{12}, computed here it is [0-9a-f]{12}`,
    ),
  );
  expect(running.notes()).not.toContain('bug in cupola');
  const redis = new Redis(broker.port);
  expect(await redis.llen(`cupola:shards-${version}-${catalogHash}:wait`)).toBe(0);
  redis.disconnect();
});

test('a result under another secret counts for nothing, and both sides can have one of their own', async () => {
  const secret = { CUPOLA_CLUSTER_SECRET: 'ours' };
  const stranger = worker({ CUPOLA_CLUSTER_SECRET: 'theirs' });
  const running = coordinator('secret', [], secret);
  await running.says('its seal is of another secret');
  expect(idsOrNone('secret')).toEqual([]);
  await stranger.kill();
  await running.kill('SIGINT');
  worker(secret);
  await expectWhole('secret', coordinator('secret', ['--resume'], secret));
});

function idsOrNone(out: string): string[] {
  return readFileSync(join(folder, out, 'ledger.jsonl'), 'utf8') === '' ? [] : idsIn(join(folder, out));
}

test('two coordinators of one study, in two folders, each get it whole', async () => {
  worker();
  const first = coordinator('one-of-two');
  await untilLines(join(folder, 'one-of-two'), 4);
  const second = coordinator('two-of-two');
  await Promise.all([expectWhole('one-of-two', first), expectWhole('two-of-two', second)]);
});

test('workers whose clocks are a day late and a day early do their part', async () => {
  for (const offS of [-DAY_S, DAY_S]) await worker(clockOff(offS)).says('threads for');
  await expectWhole('clocks', coordinator('clocks'));
});
