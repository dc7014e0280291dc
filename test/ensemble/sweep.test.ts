import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet/src/node.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Install, install } from './install.ts';
import { linesIn, summaryOf, untilLines } from './ledger-file.ts';
import { pathWithCupola } from './programs.ts';
import { finish, start } from './run-cli.ts';
import { FAILS, failingInputs, fourPoints, onePointFails, TRIALS, writeStudy } from './studies.ts';

let program: Install;
let folder = '';
let study = '';
/** Hash of the study on one thread, in shards of the program's own choice. */
let expected = '';

beforeAll(async () => {
  program = install();
  folder = mkdtempSync(join(tmpdir(), 'cupola-sweep-'));
  study = writeStudy(folder, fourPoints);
  const { code, notes } = await sweep(['--out', 'one', '--workers', '1']);
  expect(code, notes).toBe(0);
  expected = summaryOf(join(folder, 'one')).resultHash;
}, 120_000);
afterAll(() => {
  program.remove();
  rmSync(folder, { recursive: true, force: true });
});

const sweep = (args: string[], file = study) => finish(program.cli, ['sweep', file, ...args], { cwd: folder });

test.each([
  ['2', '7'],
  ['8', '45'],
])('%s threads and shards of %s trials give the same result', async (workers, trials) => {
  const out = `w${workers}`;
  const { code } = await sweep(['--out', out, '--workers', workers, '--shard-trials', trials]);
  expect(code).toBe(0);
  expect(summaryOf(join(folder, out)).resultHash).toBe(expected);
});

test('tables hold every point and every trial once', async () => {
  const points = await parquetReadObjects({ file: await asyncBufferFromFile(join(folder, 'one/points.parquet')) });
  expect(points.map(({ planes, decisionS }) => [planes, decisionS])).toEqual([
    [10, 10],
    [10, 60],
    [40, 10],
    [40, 60],
  ]);
  const trials = await parquetReadObjects({ file: await asyncBufferFromFile(join(folder, 'one/trials.parquet')) });
  expect(trials.map(({ point, trial }) => (point as number) * TRIALS + (trial as number))).toEqual(
    Array.from({ length: 4 * TRIALS }, (_, i) => i),
  );
  points.forEach((row, point) => {
    const clean = trials.filter((trial) => trial.point === point && trial.leakerCount === 0).length;
    expect(clean / TRIALS).toBeCloseTo(row.noLeaker as number, 12);
  });
  // the CSV has the same rows, and the README every column of both tables and no other
  const csv = (name: string) =>
    readFileSync(join(folder, 'one', name), 'utf8')
      .trim()
      .split('\r\n');
  expect(csv('points.csv')[0].split(',')).toEqual(Object.keys(points[0]));
  expect(csv('trials.csv').slice(1)).toEqual(trials.map((row) => Object.values(row).join(',')));
  const described = readFileSync(join(folder, 'one/README.md'), 'utf8').matchAll(/^\| `([^`]+)` \|/gm);
  expect([...described].map(([, name]) => name)).toEqual([
    ...Object.keys(points[0]),
    ...csv('trials.csv')[0].split(','),
  ]);
  const page = readFileSync(join(folder, 'one/report.html'), 'utf8');
  expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
  expect(page.match(/<svg/g)!.length).toBeGreaterThan(3);
});

test('Ctrl-C saves, --resume goes on, a finished study is not computed again', async () => {
  const running = start(program.cli, ['sweep', study, '--out', 'c', '--workers', '2', '--shard-trials', '10'], {
    cwd: folder,
  });
  await untilLines(join(folder, 'c'), 5);
  await running.kill('SIGINT');
  expect(running.child.exitCode).toBe(130);
  expect(running.notes()).toContain('--resume');
  const saved = linesIn(join(folder, 'c'));
  expect(saved).toBeGreaterThanOrEqual(5);
  expect(saved).toBeLessThan((4 * TRIALS) / 10);
  const refused = await sweep(['--out', 'c']);
  expect(refused.code).toBe(2);
  expect(refused.notes).toContain('add --resume to go on');
  expect((await sweep(['--out', 'c', '--resume', '--shard-trials', '33'])).code).toBe(0);
  expect(summaryOf(join(folder, 'c')).resultHash).toBe(expected);
  const { mtimeMs, size } = statSync(join(folder, 'c/ledger.jsonl'));
  const again = await sweep(['--out', 'c', '--json']);
  expect(again.code).toBe(0);
  expect(JSON.parse(again.out).resultHash).toBe(expected);
  expect(statSync(join(folder, 'c/ledger.jsonl'))).toMatchObject({ mtimeMs, size });
});

test('a killed sweep goes on where it was', async () => {
  const running = start(program.cli, ['sweep', study, '--out', 'k', '--workers', '2', '--shard-trials', '10'], {
    cwd: folder,
  });
  await untilLines(join(folder, 'k'), 5);
  await running.kill('SIGKILL');
  const saved = linesIn(join(folder, 'k'));
  const status = await finish(program.cli, ['sweep', '--status', '--out', 'k', '--json'], { cwd: folder });
  expect(JSON.parse(status.out)).toMatchObject({ points: 4, trialsWanted: 4 * TRIALS, shardsDone: saved });
  const gauges = await finish(program.cli, ['sweep', '--status', '--out', 'k', '--prometheus'], { cwd: folder });
  expect(gauges.out).toContain('cupola_sweep_trials_wanted{');
  expect((await sweep(['--out', 'k', '--resume'])).code).toBe(0);
  expect(summaryOf(join(folder, 'k')).resultHash).toBe(expected);
});

test('a ledger with a torn and a spoiled line: those trials are computed again, and every table is the same', async () => {
  const place = join(folder, 'spoiled');
  cpSync(join(folder, 'one'), place, { recursive: true });
  const lines = readFileSync(join(place, 'ledger.jsonl')).toString('latin1').split('\n');
  lines[1] = `${lines[1].slice(0, 300)}\xff\r{`;
  writeFileSync(join(place, 'ledger.jsonl'), lines.join('\n').slice(0, -200), 'latin1');
  const { code, notes } = await sweep(['--out', place, '--resume']);
  expect(code, notes).toBe(0);
  expect(notes).toContain('1 line of the ledger was unreadable');
  expect(summaryOf(place).resultHash).toBe(expected);
  for (const name of ['points.parquet', 'trials.parquet'])
    expect(readFileSync(join(place, name)).equals(readFileSync(join(folder, 'one', name))), name).toBe(true);
});

test('files that a study names and that are not there are told at its lines; an option out of place is refused', async () => {
  const file = join(folder, 'nowhere.yaml');
  writeFileSync(file, 'name: X\nscenario: gone.yaml\nmatrix: away.csv\nvary: [{ name: a, input: b.c, column: d }]\n');
  const { code, notes } = await sweep([], file);
  expect(code).toBe(2);
  expect(notes).toMatch(/nowhere\.yaml:2:11 scenario: \S*gone\.yaml does not exist/);
  expect(notes).toMatch(/nowhere\.yaml:3:9 matrix: \S*away\.csv does not exist/);
  const alone = await sweep(['--prometheus', '--submit', 'slurm']);
  expect(alone.code).toBe(2);
  expect(alone.notes).toContain('--prometheus: goes only with --status');
  expect(alone.notes).toContain('--submit: goes only with --collect');
});

test('a folder belongs to one study and to one process', async () => {
  const other = writeStudy(folder, fourPoints.replace(`trials: ${TRIALS}`, 'trials: 20'), 'other.yaml');
  const { code, notes } = await sweep(['--out', 'one', '--resume'], other);
  expect(code).toBe(2);
  expect(notes).toContain('holds another study');
  mkdirSync(join(folder, 'locked'));
  writeFileSync(join(folder, 'locked/lock-1-00000000-another-machine'), '');
  const locked = await sweep(['--out', 'locked']);
  expect(locked.code).toBe(2);
  expect(locked.notes).toContain('process 1 on another-machine works on it');
});

test('a point that cannot be computed is tried three times and reported with its inputs; the rest is complete', async () => {
  const { code, out, notes } = await sweep(
    ['--out', 'f', '--workers', '2', '--shard-trials', '20'],
    writeStudy(folder, onePointFails, 'fails.yaml'),
  );
  expect(code, notes).toBe(1);
  const { failures, points } = summaryOf(join(folder, 'f'));
  expect(points.map(({ state }) => state)).toEqual([...Array(FAILS).fill('complete'), 'failed']);
  expect(failures.length).toBe(1);
  expect(failures[0]).toMatchObject({ pointIndex: FAILS, inputs: failingInputs });
  expect(failures[0].error).toContain('farther than the class flies');
  expect(notes.match(new RegExp(`p${FAILS}-t0-2 failed, tried again: .*"missile" cannot fly from`, 'g'))!.length).toBe(
    2,
  );
  expect(out).toMatch(/parts? failed three times/);
});

test('a full disk ends the sweep with what to do; with room it goes on', async () => {
  const place = join(folder, 'small');
  mkdirSync(place);
  const isMounted = mountSmall(place);
  if (!isMounted) symlinkSync('/dev/full', join(place, 'ledger.jsonl'));
  try {
    const full = await sweep(['--out', place, '--shard-trials', '10', '--workers', '2']);
    expect(full.code).toBe(1);
    expect(full.notes).toContain('no space left on device');
    expect(full.notes).toContain('--resume');
    if (isMounted) execFileSync('mount', ['-o', 'remount,size=16m', place]);
    else unlinkSync(join(place, 'ledger.jsonl'));
    if (isMounted) expect(linesIn(place)).toBeGreaterThan(0);
    expect((await sweep(['--out', place, '--resume'])).code).toBe(0);
    expect(summaryOf(place).resultHash).toBe(expected);
  } finally {
    if (isMounted) execFileSync('umount', [place]);
  }
});

/** A real disk of 32 KiB, where the system lets us; else the device that is always full stands in for the ledger. */
function mountSmall(place: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=32k', 'tmpfs', place], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

test('a job array gives the same result: any order, a task lost, a task spoiled, the rest submitted again', async () => {
  const jobs = join(folder, 'jobs');
  expect((await sweep(['--array', jobs, '--shard-trials', String(TRIALS)])).code).toBe(0);
  const tasksOf = (round: number) =>
    readFileSync(join(jobs, `tasks-${round}.txt`), 'utf8')
      .trim()
      .split('\n');
  const tasks = tasksOf(1);
  expect(tasks.length).toBe(4);
  const task = (number: number, round = 1) =>
    finish(program.cli, ['worker', '--array', jobs, '--round', String(round), '--task', String(number)]);
  await Promise.all([3, 1, 0].map((number) => task(number)));
  const done = readdirSync(join(jobs, 'results'));
  expect(done.length).toBe(3);
  expect((await task(1)).notes).toContain('was done before');
  expect((await task(99)).code).toBe(2);
  writeFileSync(join(jobs, 'results', `${tasks[0]}.json`), '{"study":"x"}');
  unlinkSync(join(jobs, 'results', `${tasks[3]}.json`));
  const first = await finish(program.cli, ['sweep', '--collect', jobs]);
  expect(first.code).toBe(1);
  expect(first.out).toContain(`${TRIALS} of ${4 * TRIALS} trials; 3 shards are missing`);
  expect(tasksOf(2)).toEqual([tasks[0], tasks[2], tasks[3]]);
  expect(tasksOf(1)).toEqual(tasks); // a task of the first list that still waits somewhere stays what it was
  const status = await finish(program.cli, ['sweep', '--status', '--out', jobs, '--json']);
  expect(JSON.parse(status.out)).toMatchObject({ trialsDone: TRIALS, trialsWanted: 4 * TRIALS });
  expect(readFileSync(join(jobs, 'slurm.sh'), 'utf8')).toContain('--array=0-2\n');
  // a scheduler of its own: runs the tasks of a script one after the other
  const path = pathWithCupola(folder, program.cli);
  const loop = `last=$(sed -n 's/^#SBATCH --array=0-//p' "$1")\nfor i in $(seq 0 "$last"); do SLURM_ARRAY_TASK_ID=$i sh "$1" || exit 1; done\n`;
  writeFileSync(join(folder, 'bin/sbatch'), `#!/bin/sh\n${loop}`);
  chmodSync(join(folder, 'bin/sbatch'), 0o755);
  const env = { PATH: path };
  expect((await finish(program.cli, ['sweep', '--collect', jobs, '--submit', 'slurm'], { env })).code).toBe(0);
  const last = await finish(program.cli, ['sweep', '--collect', jobs]);
  expect(last.code, last.notes).toBe(0);
  expect(summaryOf(jobs).resultHash).toBe(expected);
  for (const name of ['points.parquet', 'trials.parquet', 'report.html'])
    expect(readFileSync(join(jobs, name)).equals(readFileSync(join(folder, 'one', name))), name).toBe(true);
  expect((await sweep(['--array', jobs])).notes).toContain('holds this study already');
});

test('a shard of a job array that throws is tried three times, then reported with its inputs; the rest is complete', async () => {
  const jobs = join(folder, 'jobs-fail');
  const file = writeStudy(folder, onePointFails, 'fails-array.yaml');
  expect((await sweep(['--array', jobs, '--shard-trials', '1000'], file)).code).toBe(0);
  const task = await finish(program.cli, ['worker', '--array', jobs, '--task', '0']);
  expect(task.code).toBe(1);
  expect(
    task.notes.match(new RegExp(`p${FAILS}-t0-2 failed, tried again: .*"missile" cannot fly from`, 'g'))!.length,
  ).toBe(2);
  expect(task.notes).toContain('p0-t0-2 is done');
  const { code, out } = await finish(program.cli, ['sweep', '--collect', jobs]);
  expect(code).toBe(1);
  expect(out).toMatch(/parts? failed three times/);
  const { failures, points } = summaryOf(jobs);
  expect(points.map(({ state }) => state)).toEqual([...Array(FAILS).fill('complete'), 'failed']);
  expect(failures[0]).toMatchObject({ shard: `p${FAILS}-t0-2`, inputs: failingInputs });
});

test('a task of another version is refused', async () => {
  const jobs = join(folder, 'jobs-other');
  const written = JSON.parse((await sweep(['--array', jobs, '--json'])).out);
  expect(written).toMatchObject({
    folder: jobs,
    taskCount: 1,
    startWithOneOf: expect.arrayContaining([`(cd ${jobs} && sbatch slurm.sh)`]),
  });
  const other = install('9.9.9', program);
  try {
    const { code, notes } = await finish(other.cli, ['worker', '--array', jobs, '--task', '0']);
    expect(code).toBe(2);
    expect(notes).toContain('needs cupola 0.0.1-test; this is 9.9.9');
  } finally {
    other.remove();
  }
  expect(readdirSync(join(jobs, 'results'))).toEqual([]);
});
