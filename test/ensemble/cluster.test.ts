import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { beforeAll, expect, test } from 'vitest';
import { type Broker, freePort } from './broker.ts';
import { useClusterStudy } from './cluster-study.ts';
import { type Install, install } from './install.ts';
import { idsIn, summaryOf, untilLines } from './ledger-file.ts';
import { Network } from './network.ts';
import type { Running } from './run-cli.ts';
import { FAILS, failingInputs, onePointFails, TRIALS, writeStudy } from './studies.ts';

let program: Install;
let broker: Broker;
let folder = '';
let study = '';
let expected = '';

const cluster = useClusterStudy('cluster');
const { run } = cluster;
beforeAll(() => {
  ({ program, broker, folder, study, expected } = cluster);
});

const worker = (url = broker.url) => run(['worker', '--cluster', url, '--threads', '1']);
const coordinator = (out: string, url = broker.url, file = study, more: string[] = []) =>
  run(['sweep', file, '--out', out, '--cluster', url, '--shard-trials', '20', ...more]);

/** The whole study is done, every trial once, with the bits of one machine, and nothing stays in the broker. */
async function expectWhole(out: string, running: Running): Promise<void> {
  expect(await running.done, running.notes()).toBe(0);
  expect(summaryOf(join(folder, out)).resultHash).toBe(expected);
  const ids = idsIn(join(folder, out));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBe((4 * TRIALS) / 20);
  const redis = new Redis(broker.port);
  expect(await redis.keys('cupola:results:*')).toEqual([]);
  expect(await redis.keys('cupola:study:*')).toEqual([]);
  redis.disconnect();
}

test('a worker killed in the middle: its shards go to others', async () => {
  const victim = worker();
  const running = coordinator('worker-killed');
  await untilLines(join(folder, 'worker-killed'), 4);
  const heir = worker();
  await heir.says('threads for');
  await victim.kill('SIGKILL');
  await expectWhole('worker-killed', running);
});

test('the broker killed in the middle and started again on its file', async () => {
  worker();
  const running = coordinator('broker-killed');
  await untilLines(join(folder, 'broker-killed'), 6);
  await broker.kill();
  await new Promise((resolve) => setTimeout(resolve, 500));
  await broker.start();
  await expectWhole('broker-killed', running);
});

test('the broker loses all it had: shards are offered again', async () => {
  worker();
  const running = coordinator('broker-empty');
  await untilLines(join(folder, 'broker-empty'), 6);
  const redis = new Redis(broker.port);
  await redis.flushall();
  redis.disconnect();
  await expectWhole('broker-empty', running);
});

test('a broker that is full in the middle: nothing is given up, and with room it goes on', async () => {
  const helper = worker();
  const running = coordinator('broker-full');
  await untilLines(join(folder, 'broker-full'), 4);
  const redis = new Redis(broker.port);
  try {
    await redis.config('SET', 'maxmemory', '1');
    await helper.says('OOM');
  } finally {
    await redis.config('SET', 'maxmemory', '0');
    redis.disconnect();
  }
  await expectWhole('broker-full', running);
});

test('the coordinator killed in the middle: a new one takes over what is queued and what is done', async () => {
  worker();
  const first = coordinator('coordinator-killed');
  await untilLines(join(folder, 'coordinator-killed'), 6);
  await first.kill('SIGKILL');
  await new Promise((resolve) => setTimeout(resolve, 300)); // the worker goes on meanwhile
  await expectWhole('coordinator-killed', coordinator('coordinator-killed', broker.url, study, ['--resume']));
});

test('Ctrl-C takes the queue back; --resume goes on', async () => {
  worker();
  const first = coordinator('interrupted');
  await untilLines(join(folder, 'interrupted'), 4);
  first.child.kill('SIGINT');
  expect(await first.done).toBe(130);
  await expectWhole('interrupted', coordinator('interrupted', broker.url, study, ['--resume']));
});

test('a network that refuses at first, then works, then fails, then works', async () => {
  const network = new Network(await freePort(), broker.port);
  const url = `redis://127.0.0.1:${network.port}`;
  const far = worker(url);
  const running = coordinator('network', url);
  await running.says('cannot be reached');
  await far.says('cannot be reached');
  await network.open();
  await untilLines(join(folder, 'network'), 6);
  await network.cut();
  await new Promise((resolve) => setTimeout(resolve, 500));
  await network.open();
  await expectWhole('network', running);
  await cluster.killAll();
  await network.cut();
});

test('a worker of another version gets no shard, and refuses one that is forced on it', async () => {
  const other = install('9.9.9', program);
  try {
    const stranger = run(['worker', '--cluster', broker.url, '--threads', '1'], { cli: other.cli });
    await stranger.says('threads for');
    const running = coordinator('other-version');
    await running.says('there are workers of 9.9.9');
    const held = JSON.parse(readFileSync(join(folder, 'other-version/study.json'), 'utf8'));
    const { version, catalogHash } = held.plan.job;
    const forced = new Queue(`shards-9.9.9-${catalogHash}`, { connection: { port: broker.port }, prefix: 'cupola' });
    await forced.add('shard', { study: held.hash, shard: 'p0-t0-20', version, catalogHash });
    await forced.add('shard', { study: held.hash, shard: 'p0-t0-20', version: '9.9.9', catalogHash });
    await stranger.says('refused: made for cupola 0.0.1-test');
    await stranger.says('refused: its study was made for cupola 0.0.1-test');
    await forced.close();
    expect(existsSync(join(folder, 'other-version/summary.json'))).toBe(false);
    worker();
    await expectWhole('other-version', running);
  } finally {
    other.remove();
  }
});

test('poisoned payloads, studies and results are refused; nothing of them counts', async () => {
  const redis = new Redis(broker.port);
  const running = coordinator('poisoned');
  await running.says('no worker');
  const { hash, plan } = JSON.parse(readFileSync(join(folder, 'poisoned/study.json'), 'utf8'));
  const { version, catalogHash } = plan.job;
  const queue = new Queue(`shards-${version}-${catalogHash}`, { connection: { port: broker.port }, prefix: 'cupola' });
  const fake = 'a'.repeat(64);
  await redis.set(`cupola:study:${fake}`, JSON.stringify({ ...plan.job, seed: 666 }));
  const whole = { study: hash, shard: 'p0-t0-20', version, catalogHash };
  const poison: unknown[] = [
    'text',
    { ...whole, command: 'rm -rf /' },
    { ...whole, study: '../../etc/passwd' },
    { ...whole, study: fake },
    { ...whole, study: 'b'.repeat(64) },
    { ...whole, shard: 'p99-t0-20' },
    { ...whole, shard: 'p0-t0-900000000' },
    JSON.parse(`{"__proto__":{"x":1},"study":"${hash}"}`),
  ];
  await queue.addBulk(poison.map((data) => ({ name: 'shard', data, opts: { priority: 0 } })));
  // a result that nobody computed, and one in a false name
  const local = readFileSync(join(folder, 'local/ledger.jsonl'), 'utf8')
    .split('\n')[0]
    .replace(/"study":"[0-9a-f]*",/, '');
  const done = JSON.parse(local);
  done.result.effect.trialsByLeakers = [done.result.effect.trials];
  await redis.hset(`cupola:results:${hash}`, 'p0-t0-20', JSON.stringify({ spentS: 0, done }));
  await redis.hset(`cupola:results:${hash}`, 'p1-t0-20', JSON.stringify({ spentS: 0, done: JSON.parse(local) }));
  await redis.hset(`cupola:results:${hash}`, 'rubbish', '{');
  await running.says('result rubbish is refused');
  const honest = worker();
  await honest.says('refused: not a shard of a study');
  await honest.says('refused: its study does not have the hash it is named by');
  await redis.del(`cupola:study:${fake}`);
  await queue.close();
  redis.disconnect();
  await expectWhole('poisoned', running);
});

test('a shard that throws is tried three times, then reported with its inputs; the rest finishes', async () => {
  const file = writeStudy(folder, onePointFails, 'fails.yaml');
  worker();
  const running = coordinator('throws', broker.url, file);
  expect(await running.done, running.notes()).toBe(1);
  const { failures, points } = summaryOf(join(folder, 'throws'));
  expect(points.map(({ state }) => state)).toEqual([...Array(FAILS).fill('complete'), 'failed']);
  expect(failures.length).toBe(1);
  expect(failures[0].inputs).toEqual(failingInputs);
});
