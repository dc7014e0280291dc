import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Broker, freePort } from './broker.ts';
import { type Install, install } from './install.ts';
import { summaryOf } from './ledger-file.ts';
import { finish, type Running, start } from './run-cli.ts';
import { writeStudy } from './studies.ts';

const studies = {
  stop: `vary:
  - { name: planes, input: 'interceptors.sbi.shells[0].planes', list: [10, 40] }
stop: { output: noLeaker, halfWidth: 0.08, minTrials: 20, maxTrials: 100 }
record: [cost, layers, times]
`,
  saltelli: `vary:
  - { name: decisionS, input: command.c2.decisionS, between: { low: 5, high: 60 } }
  - { name: planes, input: 'interceptors.sbi.shells[0].planes', between: { low: 5, high: 40 }, whole: true }
sample: { method: saltelli, count: 2 }
trials: 15
record: [cost, trials]
`,
};
const names = Object.keys(studies) as (keyof typeof studies)[];

let program: Install;
let broker: Broker;
let folder = '';
const files: Record<string, string> = {};
const expected: Record<string, string> = {};

beforeAll(async () => {
  program = install();
  folder = mkdtempSync(join(tmpdir(), 'cupola-bits-'));
  broker = new Broker(await freePort());
  await broker.start();
  for (const name of names) {
    files[name] = writeStudy(folder, studies[name], `${name}.yaml`);
    expected[name] = await hashOf(name, 'one', ['--workers', '1']);
  }
}, 120_000);
afterAll(async () => {
  await broker.remove();
  program.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function hashOf(name: string, out: string, args: string[]): Promise<string> {
  const place = join(folder, `${name}-${out}`);
  const { code, notes } = await finish(program.cli, ['sweep', files[name], '--out', place, ...args], { cwd: folder });
  expect(code, notes).toBe(0);
  return summaryOf(place).resultHash;
}

const threads: [shardTrials: number, workers: number[]][] = [
  [1, [1, 8]],
  [7, [2, 8]],
  [1000, [2]],
];

test.each(names.flatMap((name) => threads.map(([trials, workers]) => [name, trials, workers] as const)))(
  '%s in shards of %i on %j threads',
  async (name, trials, workers) => {
    for (const count of workers)
      expect(
        await hashOf(name, `${count}-${trials}`, ['--workers', String(count), '--shard-trials', String(trials)]),
      ).toBe(expected[name]);
  },
  60_000,
);

test.each([1, 3])(
  'a cluster of %i workers',
  async (count) => {
    const args = ['worker', '--cluster', broker.url, '--threads', '1'];
    const workers: Running[] = Array.from({ length: count }, () => start(program.cli, args, { cwd: folder }));
    try {
      for (const name of names)
        for (const trials of count === 1 ? [1000] : [1, 7])
          expect(
            await hashOf(name, `c${count}-${trials}`, ['--cluster', broker.url, '--shard-trials', String(trials)]),
          ).toBe(expected[name]);
    } finally {
      await Promise.all(workers.map((worker) => worker.kill()));
    }
  },
  120_000,
);

test.each([
  ['stop', 1000],
  ['saltelli', 15],
] as const)(
  '%s as a job array in tasks of %i, round by round',
  async (name, trials) => {
    const jobs = join(folder, `${name}-array-${trials}`);
    const array = ['sweep', files[name], '--array', jobs, '--shard-trials', String(trials)];
    expect((await finish(program.cli, array, { cwd: folder })).code).toBe(0);
    const collect = () => finish(program.cli, ['sweep', '--collect', jobs, '--json']);
    for (let round = 1, last = await collect(); last.code === 1; round++, last = await collect()) {
      expect(round, last.notes).toBeLessThan(10);
      const { missing } = JSON.parse(last.out) as { missing: string[] };
      const tasks = missing.map((_, task) => String(task)).reverse();
      for (let i = 0; i < tasks.length; i += 4)
        await Promise.all(
          tasks.slice(i, i + 4).map((task) => finish(program.cli, ['worker', '--array', jobs, '--task', task])),
        );
    }
    expect(summaryOf(jobs).resultHash).toBe(expected[name]);
  },
  180_000,
);
