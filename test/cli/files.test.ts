import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Install, install } from '../ensemble/install.ts';
import { untilLines } from '../ensemble/ledger-file.ts';
import { finish, start } from '../ensemble/run-cli.ts';
import { fourPoints, writeStudy } from '../ensemble/studies.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const scenario = readFileSync(join(root, 'scenarios/one-missile.yaml'), 'utf8');
const LONG = 'a'.repeat(300);

let program: Install;
let folder = '';

beforeAll(() => {
  program = install();
  folder = mkdtempSync(join(tmpdir(), 'cupola-files-'));
  writeFileSync(join(folder, 's.yaml'), scenario);
}, 120_000);
afterAll(() => {
  program.remove();
  rmSync(folder, { recursive: true, force: true });
});

interface Said {
  code: number | null;
  out: string;
  notes: string;
}

/** Runs a line of bash in the folder; `cupola` in it is the program. */
async function bash(line: string, input = ''): Promise<Said> {
  const script = `cupola() { '${process.execPath}' '${program.cli}' "$@"; }\n${line}`;
  const child = spawn('bash', ['-c', script], { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.on('error', () => undefined); // who refuses early does not read to the end
  child.stdin.end(input);
  let [out, notes] = ['', ''];
  child.stdout.on('data', (text) => (out += text));
  child.stderr.on('data', (text) => (notes += text));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, out, notes };
}

describe('a scenario comes', () => {
  const words = '--trials 3 --threads 1 --json';
  let expected = '';
  beforeAll(async () => {
    expected = (await bash(`cupola run s.yaml ${words}`)).out;
  });

  test.each([
    ['through -', `cupola run - ${words}`],
    ['through /dev/stdin', `cupola run /dev/stdin ${words}`],
    ['redirected from a file', `cupola run - ${words} <s.yaml`],
    ['by process substitution', `cupola run <(cat s.yaml) ${words}`],
  ])('%s and gives the same bits', async (_, line) => {
    const { code, out, notes } = await bash(line, scenario);
    expect(code, notes).toBe(0);
    expect(out).toBe(expected.replaceAll('"s.yaml"', '"-"').replace('cupola run s.yaml', 'cupola run -'));
  });

  test.each([
    ['coverage -', scenario],
    ['field - --trials 2', scenario],
    ['partners - --dependence', readFileSync(join(root, 'scenarios/networks.yaml'), 'utf8')],
    ['route -', readFileSync(join(root, 'scenarios/networks.yaml'), 'utf8')],
    ['export omm -', scenario],
    ['compare - s.yaml --trials 2 --threads 1', scenario],
    ['size -', 'salvo: 10\n'],
    ['import - --out imported', 'name,lat,lon\nA,1,2\nB,3,4\n'],
    ['sweep - --out swept --workers 1', `name: T\nscenario: s.yaml\nvary: []\ntrials: 2\n`],
  ])('through - into cupola %s', async (words, input) => {
    const { code, notes } = await bash(`cupola ${words}`, input);
    if (words.startsWith('sweep')) expect(notes).not.toContain('does not exist');
    else expect(code, notes).toBe(0);
  });

  test('with its problems told of stdin, and its files beside the working folder', async () => {
    const broken = await bash('cupola run -', 'name: X\nepoch: 1\n');
    expect(broken.code).toBe(2);
    expect(broken.notes).toMatch(/^stdin:2:1 epoch: unknown key/m);
    const real = readFileSync(join(root, 'scenarios/starlink-now.yaml'), 'utf8');
    const { notes } = await bash('cupola run -', real);
    expect(notes).toContain(`${join(folder, 'starlink.tle')} does not exist`);
    const twice = await bash('cupola compare - -', scenario);
    expect([twice.code, twice.notes]).toEqual([2, expect.stringContaining('read only once')]);
  });

  test('from a file that standard output or an output goes to, which is refused', async () => {
    for (const line of ['cupola run - --html s.yaml <s.yaml', 'cupola run s.yaml --html /dev/stdout >>s.yaml']) {
      const { code, notes } = await bash(line);
      expect([code, notes]).toEqual([2, expect.stringContaining('an output never replaces an input')]);
    }
    expect(readFileSync(join(folder, 's.yaml'), 'utf8')).toBe(scenario);
  });
});

test.each([
  'run s.yaml/x',
  `run ${LONG}`,
  'run .',
  'run ""',
  'run loop',
  'run <(cat </dev/zero)',
  'import s.yaml/x --out i',
  `import ${LONG} --out i`,
  'sweep s.yaml/x',
  `sweep --status --out ${LONG}`,
  `sweep --collect ${LONG}`,
  `worker --array ${LONG} --task 0`,
  'run s.yaml --elements x=s.yaml/y',
  'run s.yaml --html s.yaml/x --out /dev/full --save-stages loop/x',
  'run s.yaml --save-stages s.yaml',
  'run s.yaml --out /proc/none/x',
  `export omm s.yaml --out ${LONG}`,
  'source s.yaml --write /dev/null/x',
])('cupola %s ends with a sentence', async (words) => {
  if (!existsSync(join(folder, 'loop'))) await bash('ln -s loop loop');
  const { code, out, notes } = await bash(`cupola ${words}`);
  expect(code, notes).toBe(2);
  expect(out).toBe('');
  expect(notes).not.toMatch(/bug in cupola|^ +at |node:/m);
  expect(notes).toMatch(/problems?; nothing was run\.\n$/);
});

test.each(['env -u HOME', 'HOME=/nonexistent env', 'TMPDIR=/nonexistent env'])('%s: a run as ever', async (by) => {
  const node = `${by} '${process.execPath}' '${program.cli}'`;
  const { code, notes } = await bash(`${node} run s.yaml --trials 3 --threads 1 --json >/dev/null`);
  expect([code, notes.replace(/^.*raids?.*$/gm, '').trim()]).toEqual([0, '']);
});

test('a folder that cannot be written is told for every kind of output, and answers come all the same', async () => {
  // root writes where others may not: a file system that takes no writes stands for it
  const isReadOnly = (await bash('mkdir -p ro; mount -t tmpfs -o ro tmpfs ro')).code === 0;
  if (!isReadOnly) await bash('chmod 500 ro');
  try {
    for (const line of [
      'run ../s.yaml --out o',
      'run ../s.yaml --html o.html',
      'run ../s.yaml --save-stages o',
      'new --out o.yaml',
      'export omm ../s.yaml --out o.json',
      `sweep ${writeStudy(folder, fourPoints)} --out o`,
      `sweep ${writeStudy(folder, fourPoints)} --array o`,
    ]) {
      const { code, out, notes } = await bash(`cd ro; cupola ${line}`);
      expect([code, out], line).toEqual([2, '']);
      expect(notes, line).toMatch(/read-only|permission|not permitted/);
      expect(notes).not.toMatch(/bug in cupola|^ +at |node:/m);
    }
    expect((await bash('cd ro; cupola run ../s.yaml --trials 2 --threads 1')).code).toBe(0);
  } finally {
    if (isReadOnly) await bash('umount ro');
  }
});

test('full standard output ends with one sentence and 1, a closed pipe with nothing', async () => {
  const full = await bash('cupola catalog list --json >/dev/full');
  expect(full).toEqual({ code: 1, out: '', notes: 'Standard output cannot be written: no space left on device.\n' });
  const closed = await bash('set -o pipefail; cupola catalog list --json | head -c 10');
  expect([closed.code, closed.notes]).toEqual([0, '']);
});

test('what cannot be written after the raids costs no answer, and the exit code tells', async () => {
  const { code, out, notes } = await bash(
    'cupola compare s.yaml s.yaml --trials 3 --threads 1 --json --html /dev/full',
  );
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ a: 's.yaml', b: 's.yaml' });
  expect(notes).toBe('/dev/full --html: cannot be written: no space left on device\n');
});

test('a page goes into a pipe and to standard output, and the places stay what they are', async () => {
  const piped = await bash(
    'cupola compare s.yaml s.yaml --trials 2 --threads 1 --html >(cat >got.html) >/dev/null; wait; sleep 0.2',
  );
  expect(piped.code, piped.notes).toBe(0);
  expect(readFileSync(join(folder, 'got.html'), 'utf8').trimEnd().endsWith('</html>')).toBe(true);
  const said = await bash('cupola compare s.yaml s.yaml --trials 2 --threads 1 --html - >both.txt');
  expect(said.code, said.notes).toBe(0);
  const [page, answer] = readFileSync(join(folder, 'both.txt'), 'utf8').split('</html>');
  expect([page.startsWith('<!doctype html>'), answer.includes('raids each')]).toEqual([true, true]);
});

describe.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s', (signal, exitCode) => {
  test('ends a run with the answer of the raids that were done', async () => {
    const words = ['run', 's.yaml', '--trials', '1000000', '--threads', '1', '--json'];
    const running = start(program.cli, words, { cwd: folder });
    await new Promise((resolve) => setTimeout(resolve, 4000)); // nothing is said before the end
    running.child.kill(signal);
    expect(await running.done).toBe(exitCode);
    if (running.out() === '') expect(running.notes()).toContain('Interrupted before the first raid was done.');
    else {
      const { trials } = JSON.parse(running.out());
      expect(trials).toBeLessThan(1_000_000);
      expect(running.notes()).toContain(`Interrupted: the answer rests on the ${trials} raids that were done.`);
    }
  });

  test('ends a sweep with what is done, and gives its folder back', async () => {
    const study = writeStudy(folder, fourPoints.replace(/trials: \d+/, 'trials: 40000'), `${signal}.yaml`);
    const running = start(program.cli, ['sweep', study, '--out', signal, '--workers', '1', '--shard-trials', '10'], {
      cwd: folder,
    });
    await untilLines(join(folder, signal), 2);
    running.child.kill(signal);
    expect(await running.done).toBe(exitCode);
    expect(running.notes()).toContain('Interrupted; what is done is in');
    expect(readdirSync(join(folder, signal)).sort()).toEqual([
      'README.md',
      'ledger.jsonl',
      'points.csv',
      'points.parquet',
      'report.html',
      'study.json',
      'summary.json',
      ...(existsSync(join(folder, signal, 'trials.parquet')) ? ['trials.csv', 'trials.parquet'] : []),
    ]);
  });
});

test('what new asks for comes by lines of a pipe; one that ends too early is told', async () => {
  const asked = await bash('cupola new --ask', 'Mine\n\n\n\nnone\n\n');
  expect([asked.code, asked.out], asked.notes).toEqual([0, expect.stringMatching(/^name: "Mine"$/m)]);
  expect(asked.out).not.toContain('networks:');
  const short = await bash('cupola new --ask', 'Mine\n');
  expect([short.code, short.out, short.notes]).toEqual([
    2,
    '',
    expect.stringContaining('--ask: the input ended before all was asked'),
  ]);
});

test('--quiet keeps standard error empty, and leaves errors', async () => {
  const loud = await bash('cupola new --out loud/new.yaml');
  expect(loud.notes).toMatch(/made the folder .*loud/);
  expect(await bash('cupola new --out quiet/new.yaml -q')).toEqual({ ...loud, notes: '' });
  expect((await bash('cupola check - -q', 'name: x')).notes).toContain('epochUtc: is missing');
});

test('a study takes no folder of another hand and none of its own inputs', async () => {
  const study = writeStudy(
    folder,
    'vary: [{ name: a, input: command.c2.decisionS, list: [10] }]\ntrials: 2\n',
    'a.yaml',
  );
  await bash('mkdir other; echo mine >other/report.html');
  const { code, notes } = await finish(program.cli, ['sweep', study, '--out', 'other'], { cwd: folder });
  expect([code, notes]).toEqual([2, expect.stringContaining('holds files that cupola did not write')]);
  expect(readFileSync(join(folder, 'other/report.html'), 'utf8')).toBe('mine\n');
  const forced = await finish(program.cli, ['sweep', study, '--out', 'other', '--force'], { cwd: folder });
  expect(forced.code, forced.notes).toBe(0);
});

test.skipIf(!existsSync('/proc/self/cmdline'))(
  'a password in --cluster is warned of and leaves the list of processes',
  async () => {
    const running = start(program.cli, ['worker', '--cluster', 'rediss://:hunter2@127.0.0.1:1', '--threads', '1']);
    await running.says('cannot be reached');
    const line = readFileSync(`/proc/${running.child.pid}/cmdline`, 'utf8');
    await running.kill('SIGKILL');
    expect(line).toContain('rediss://:***@127.0.0.1:1');
    expect(line + running.out() + running.notes()).not.toContain('hunter2');
    expect(running.notes()).toContain('CUPOLA_CLUSTER_PASSWORD_FILE');
    expect(running.notes()).not.toMatch(/DeprecationWarning|DEP0123/);
  },
);
