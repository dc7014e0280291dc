import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Broker, freePort } from '../ensemble/broker.ts';
import { install } from '../ensemble/install.ts';
import { idsIn, summaryOf } from '../ensemble/ledger-file.ts';
import { finish, type Running, start } from '../ensemble/run-cli.ts';
import { writeStudy } from '../ensemble/studies.ts';
import type { Luck } from './luck.ts';
import { type Fate, Fault, type Part, type Trier } from './part.ts';

/** Of each try: one of the broker, the others of workers and the coordinator. */
const KILLS = 5;
/** A worker that stands still for so long has lost its shards to others, and comes back with them. */
const STILL_MS = 9500;
const PROGRAMME = `vary:
  - { name: planes, input: 'interceptors.sbi.shells[0].planes', list: [10, 40] }
  - { name: years, input: analysis.horizonYr, list: [10, 30] }
trials: 400
record: [cost, trials]
`;

/** Studies of programmes on a cluster of which something is killed five times: each ends with the bits of one machine. */
export const kills: Part = { count: 40, limitS: 900, open };

async function open(): Promise<Trier> {
  const program = install();
  const folder = mkdtempSync(join(tmpdir(), 'cupola-kills-'));
  const study = writeStudy(folder, PROGRAMME);
  const broker = new Broker(await freePort());
  await broker.start();
  await finish(program.cli, ['sweep', study, '--out', 'local', '--workers', '1'], { cwd: folder });
  const expected = summaryOf(join(folder, 'local')).resultHash;
  const run = (words: string[]) => start(program.cli, words, { cwd: folder });
  const worker = () => run(['worker', '--cluster', broker.url, '--threads', '1']);
  const coordinator = (out: string) =>
    run([
      'sweep',
      study,
      '--out',
      out,
      '--cluster',
      broker.url,
      '--shard-trials',
      '10',
      '--resume',
      '--recheck',
      '0.05',
    ]);

  return {
    async tryOne(luck, index): Promise<Fate> {
      const workers = [worker(), worker()];
      const told: string[] = [];
      let out = `${index}-0`;
      let sweep = coordinator(out);
      try {
        for (let killed = 0; killed < KILLS; killed++) {
          await pause(300 + luck.below(2500));
          if (sweep.child.exitCode !== null) {
            await expectSame(folder, out, sweep, expected, told);
            out = `${index}-${killed}`;
            sweep = coordinator(out);
            await pause(1000 + luck.below(1500));
          }
          const what = killed === 0 ? 'broker' : luck.one(['worker', 'worker', 'coordinator']);
          told.push(what);
          if (what === 'broker') {
            await broker.kill();
            await pause(luck.below(1500));
            await broker.start();
          } else if (what === 'coordinator') {
            await sweep.kill('SIGKILL');
            sweep = coordinator(out);
          } else await killWorker(workers, worker, luck);
        }
        await expectSame(folder, out, sweep, expected, told);
        return 'accepted';
      } finally {
        await Promise.all([...workers, sweep].map((each) => each.kill('SIGKILL')));
      }
    },
    async close() {
      await broker.remove();
      program.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Kills one of the workers and puts another in its place; the other one may stand still for a while. */
async function killWorker(workers: Running[], worker: () => Running, luck: Luck): Promise<void> {
  const at = luck.below(workers.length);
  await workers[at].kill('SIGKILL');
  workers[at] = worker();
  if (!luck.isSo(0.3)) return;
  const slow = workers[1 - at];
  slow.child.kill('SIGSTOP');
  setTimeout(() => slow.child.kill('SIGCONT'), STILL_MS);
}

async function expectSame(
  folder: string,
  out: string,
  sweep: Running,
  expected: string,
  told: string[],
): Promise<void> {
  const code = await sweep.done;
  const fail = (why: string) => {
    throw new Fault(`${why} after kills of ${told.join(', ')}: ${sweep.notes().slice(-1500)}`, '');
  };
  if (code !== 0) fail(`the sweep ended with ${code}`);
  if (summaryOf(join(folder, out)).resultHash !== expected) fail('another hash');
  const ids = idsIn(join(folder, out));
  if (new Set(ids).size !== ids.length) fail('a shard counts twice');
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
