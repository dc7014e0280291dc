import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../ensemble/broker.ts';
import { type Install, install } from '../ensemble/install.ts';
import { summaryOf } from '../ensemble/ledger-file.ts';
import { hasPrograms, pathWithCupola } from '../ensemble/programs.ts';
import { writeStudy } from '../ensemble/studies.ts';
import { textOf } from './pages.ts';

const bash = promisify(execFile);
const SMALL = `vary: [{ name: decisionS, input: command.c2.decisionS, list: [15, 45] }]\ntrials: 40\n`;

let program: Install;
/** Where the page is followed: `cupola` is on the path, and its studies are there as small ones. */
let folder: string;
let env: NodeJS.ProcessEnv;
let blocks: string[];
beforeAll(async () => {
  blocks = [...textOf('ensembles.md').matchAll(/^```(?:sh|text)\n([\s\S]*?)^```/gm)].map(([, text]) => text);
  program = install();
  folder = mkdtempSync(join(tmpdir(), 'cupola-page-'));
  mkdirSync(join(folder, 'studies'));
  for (const name of ['partner-loss', 'interceptors-vs-raid']) writeStudy(folder, SMALL, `studies/${name}.yaml`);
  env = { ...process.env, PATH: pathWithCupola(folder, program.cli) };
}, 60_000);
afterAll(() => {
  program.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** The block that shows the words, typed line after line into a shell. @returns what it printed */
async function typed(words: string, change: (text: string) => string = (text) => text): Promise<string> {
  const text = change(blocks.find((block) => block.includes(words))!);
  const { stdout } = await bash('bash', ['-e', '-o', 'pipefail', '-c', text], { cwd: folder, env });
  return stdout;
}

test('one machine: the lines as they stand, from one folder', async () => {
  const said = await typed('--workers 2');
  expect(said.match(/^result [0-9a-f]{16}/gm)).toHaveLength(3);
  expect(new Set(said.match(/^result [0-9a-f]{16}/gm)).size).toBe(1);
  expect(said).toContain('2 of 2 design points complete');
}, 60_000);

test.runIf(hasPrograms(['parallel']))(
  'a job array: the lines as they stand, with GNU parallel for the scheduler',
  async () => {
    const said = await typed('--array jobs', (text) => text.replace('sbatch slurm.sh', 'bash parallel.sh'));
    expect(said).toContain('80 of 80 trials (100.0 %)');
    expect(said.match(/^result [0-9a-f]{16}/gm)).toHaveLength(2);
  },
  60_000,
);

test.runIf(hasPrograms(['redis-server']))(
  'a cluster: the broker, the worker and the sweep as they stand, under the ACL line of the page',
  async () => {
    const port = String(await freePort());
    const acl = blocks.find((block) => block.startsWith('user '))!;
    writeFileSync(join(folder, 'users.acl'), `user default off\n${acl}`);
    Object.assign(env, { CUPOLA_CLUSTER_USER: 'sweeper', CUPOLA_CLUSTER_PASSWORD: 'PASSWORD' });
    const said = await typed('redis-server', (text) =>
      [
        "trap 'kill $(jobs -p)' EXIT",
        text
          .replace(/6379/g, port)
          .replace(/broker:/g, '127.0.0.1:')
          .replace(/^(redis-server .*)$/m, `$1 --bind 127.0.0.1 --aclfile users.acl > broker.log &\nsleep 1`)
          .replace(/^(cupola worker .*?)(#.*)?$/m, '$1 > worker.log &')
          .replace('STUDY', 'studies/partner-loss.yaml --out by-cluster'),
      ].join('\n'),
    );
    expect(said).toMatch(/^result [0-9a-f]{16}/m);
    expect(summaryOf(join(folder, 'by-cluster')).resultHash).toBe(
      summaryOf(join(folder, 'partner-loss-sweep')).resultHash,
    );
    expect(readFileSync(join(folder, 'worker.log'), 'utf8')).not.toContain('PASSWORD');
  },
  60_000,
);
