import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Install, install } from './install.ts';
import { KubernetesApi } from './kubernetes-api.ts';
import { summaryOf } from './ledger-file.ts';
import { hasPrograms, pathWithCupola } from './programs.ts';
import { finish } from './run-cli.ts';
import { hasSlurm, Slurm } from './slurm.ts';
import { fourPoints, TRIALS, writeStudy } from './studies.ts';

const run = promisify(execFile);
const SHARDS = 8;

let program: Install;
let folder = '';
let study = '';
let path = '';
beforeAll(async () => {
  program = install();
  folder = mkdtempSync(join(tmpdir(), 'cupola schedulers-'));
  study = writeStudy(folder, fourPoints);
  path = pathWithCupola(folder, program.cli);
  const { code, notes } = await finish(program.cli, ['sweep', study, '--out', 'local', '--workers', '1'], {
    cwd: folder,
  });
  expect(code, notes).toBe(0);
}, 120_000);
afterAll(() => {
  program.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** A folder of eight tasks. */
async function jobs(name: string): Promise<string> {
  const place = join(folder, name);
  const trials = String((4 * TRIALS) / SHARDS);
  const { code, notes } = await finish(program.cli, ['sweep', study, '--array', place, '--shard-trials', trials]);
  expect(code, notes).toBe(0);
  return place;
}

const collect = (place: string, words: string[] = [], env: Record<string, string> = {}) =>
  finish(program.cli, ['sweep', '--collect', place, ...words], { env: { PATH: path, ...env } });
const results = (place: string) => readdirSync(join(place, 'results')).sort();

/** The answer is there, to the byte what one thread on this machine gave. */
async function expectSame(place: string): Promise<void> {
  const { code, notes } = await collect(place);
  expect(code, notes).toBe(0);
  expect(summaryOf(place).resultHash).toBe(summaryOf(join(folder, 'local')).resultHash);
  for (const name of ['points.parquet', 'trials.parquet', 'report.html'])
    expect(readFileSync(join(place, name)).equals(readFileSync(join(folder, 'local', name))), name).toBe(true);
}

test.runIf(hasPrograms(['parallel']))(
  'GNU parallel runs the tasks, in a folder with a space; then only what is missing',
  async () => {
    const place = await jobs('by parallel');
    writeFileSync(join(folder, 'machines'), '2/:\n');
    const words = ['parallel.sh', '--sshloginfile', join(folder, 'machines')];
    await run('bash', words, { cwd: place, env: { ...process.env, PATH: path } });
    expect(results(place).length).toBe(SHARDS);
    const lost = results(place)[2];
    unlinkSync(join(place, 'results', lost));
    const { out, code, notes } = await collect(place, ['--submit', 'parallel']);
    expect(out).toContain(`1 shard is missing: ${lost.replace('.json', '')}`);
    expect(code, notes).toBe(0);
    expect(readFileSync(join(place, 'parallel.log'), 'utf8').trim().split('\n').length).toBe(2);
    await expectSame(place);
  },
);

test.runIf(hasSlurm)(
  'Slurm runs the array; what scancel killed is reported, and only that is submitted again',
  async () => {
    const slurm = new Slurm();
    try {
      await slurm.start();
      const place = await jobs('by slurm');
      const environment = { ...process.env, ...slurm.env, PATH: path };
      const ofSite = ['--partition=all', '--time=1:00:00', '--parsable'];
      const { stdout } = await run('sbatch', [...ofSite, 'slurm.sh'], { cwd: place, env: environment });
      const job = stdout.trim();
      while (slurm.tasks('RUNNING').length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
      const [running] = slurm.tasks('RUNNING');
      slurm.ask('scancel', ['--signal=KILL', `${job}_${running}`]);
      slurm.ask('scancel', [`${job}_${SHARDS - 1}`]);
      await slurm.empty();
      const done = results(place);
      expect(done.length).toBeLessThan(SHARDS);
      const times = done.map((name) => statSync(join(place, 'results', name)).mtimeMs);
      const again = await collect(place, ['--submit', 'slurm', '--json'], slurm.env);
      expect(again.code, again.notes).toBe(0);
      const { missing } = JSON.parse(again.out) as { missing: string[] };
      expect(missing.length).toBe(SHARDS - done.length);
      await slurm.empty();
      expect(results(place)).toEqual([...done, ...missing.map((id) => `${id}.json`)].sort());
      expect(done.map((name) => statSync(join(place, 'results', name)).mtimeMs)).toEqual(times);
      await expectSame(place);
    } finally {
      await slurm.remove();
    }
  },
  180_000,
);

test.runIf(hasPrograms(['kubectl']))('kubectl takes the Kubernetes job', async () => {
  const place = await jobs('by kubernetes');
  const api = new KubernetesApi();
  const words = ['--server', await api.start(), '--dry-run=client', '--validate=false', '-f', 'kubernetes.yaml'];
  try {
    const env = { ...process.env, KUBECONFIG: '/dev/null', HOME: folder };
    const { stdout } = await run('kubectl', ['create', ...words, '-o', 'json'], { cwd: place, env });
    const made = JSON.parse(stdout);
    expect(made.spec).toMatchObject({ completionMode: 'Indexed', completions: SHARDS, backoffLimitPerIndex: 3 });
    expect(made.spec.template.spec.containers[0].image).toBe('cupola:0.0.1-test');
  } finally {
    await api.stop();
  }
});
