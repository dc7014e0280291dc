import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install } from '../ensemble/install.ts';
import { summaryOf } from '../ensemble/ledger-file.ts';
import { finish, start } from '../ensemble/run-cli.ts';
import { fourPoints, writeStudy } from '../ensemble/studies.ts';
import type { Luck } from './luck.ts';
import { type Fate, Fault, type Part, type Trier } from './part.ts';

const LATEST_MS = 4000;
/** A program of its own begins, reads and flies within so long; the signal comes somewhere in between. */
const LINES = [
  'run S --trials 100000 --threads 2 --draws 0',
  'run N --trials 2000 --threads 1 --draws 16 --raids 4 --out o --html o.html --force',
  'compare S S --trials 50000 --threads 1',
  'partners N --draws 16 --raids 4 --threads 1',
  'coverage S --hours 24 --step-s 10',
  'export czml S --out o.czml --force',
  'selftest S --trials 200',
];

/** Signals to stop at random moments: a command ends with what it has, and a study goes on where it was. */
export const signals: Part = { count: 500, limitS: 600, open };

function open(): Trier {
  const program = install();
  const folder = mkdtempSync(join(tmpdir(), 'cupola-signals-'));
  const study = writeStudy(folder, fourPoints);
  let expected: string | undefined;
  const sweep = (out: string) => ['sweep', study, '--out', out, '--workers', '1', '--shard-trials', '10', '--resume'];
  return {
    async tryOne(luck, index): Promise<Fate> {
      if (luck.isSo(0.5)) {
        await interrupted(program.cli, luck.one(LINES).split(' ').map(placeOf), folder, luck);
        return 'accepted';
      }
      if (expected === undefined) {
        await finish(program.cli, sweep('whole'), { cwd: folder });
        expected = summaryOf(join(folder, 'whole')).resultHash;
      }
      const out = `s${index}`;
      for (let i = 1 + luck.below(3); i > 0; i--) await interrupted(program.cli, sweep(out), folder, luck);
      const { code, notes } = await finish(program.cli, sweep(out), { cwd: folder });
      if (code !== 0) throw new Fault(`after signals the sweep ended with ${code}: ${notes}`, '');
      if (summaryOf(join(folder, out)).resultHash !== expected) throw new Fault('after signals another hash', '');
      return 'accepted';
    },
    close() {
      program.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function placeOf(word: string): string {
  const names: Record<string, string> = { S: 'one-missile', N: 'limited-raid' };
  return names[word] ? join(process.cwd(), `scenarios/${names[word]}.yaml`) : word;
}

/** Starts a command, sends a signal some time later, now and then a second one. @throws Fault where it does not end as it should */
async function interrupted(cli: string, words: string[], folder: string, luck: Luck): Promise<void> {
  const running = start(cli, words, { cwd: folder });
  const signal = luck.one(['SIGINT', 'SIGTERM'] as const);
  await pause(luck.below(LATEST_MS));
  running.child.kill(signal);
  if (luck.isSo(0.2)) {
    await pause(luck.below(300));
    running.child.kill(signal);
  }
  const code = await running.done;
  const isSound = code === null ? running.child.signalCode === signal : [0, 130, 143].includes(code);
  if (!isSound || /bug in cupola|node:|Warning:/.test(running.notes()))
    throw new Fault(`${words.join(' ')} after ${signal}: ${code ?? running.child.signalCode}: ${running.notes()}`, '');
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
