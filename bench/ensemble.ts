import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { loadInstalledCatalog } from '../src/cli/load-catalog.ts';
import { packageFolder } from '../src/cli/package-folder.ts';
import { workerScript } from '../src/cli/worker-script.ts';
import { shardComputer } from '../src/ensemble/shards/compute-shard.ts';
import { runLocal } from '../src/ensemble/shards/run-local.ts';
import { shardPool } from '../src/ensemble/shards/shard-pool.ts';
import { ShardSize } from '../src/ensemble/shards/shard-size.ts';
import { StudyProgress } from '../src/ensemble/shards/study-progress.ts';
import { jobHash, type StudyJob } from '../src/ensemble/study/study-job.ts';
import { cpuS, median } from './measure.ts';

const SCENARIO = 'cbo-2026.yaml';
/** Shards of about a second for each thread. */
const SHARDS = 4;
/** Trials before anything is timed: by then the engine is compiled. */
const WARM_UP = 2500;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const PROBE = 200;
/** First word after the script that makes this program one of the separate processes. */
const ALONE = '--alone';
const TASKSET = '/usr/bin/taskset';

/** What a number of places took for the same number of shards each. */
interface Taken {
  wallS: number;
  cpuS: number;
  /** Share of the time in which the thread that hands out shards was busy. */
  mainBusy: number;
}

/** A study of one point of {@link SCENARIO}. */
async function job(trials: number): Promise<StudyJob> {
  const { hash } = await loadInstalledCatalog();
  return {
    format: 1,
    version: 'bench',
    catalogHash: hash,
    scenarioFile: SCENARIO,
    scenarioText: readFileSync(new URL(`scenarios/${SCENARIO}`, packageFolder), 'utf8'),
    files: {},
    seed: 1,
    inputs: [{ name: 'salvo', paths: [['interceptors', 'sbi', 'salvo']] }],
    points: [[1]],
    rule: { trials },
    record: [],
  };
}

/** Computes shards on this thread. */
async function inProcess(): Promise<(trials: number) => Taken> {
  const compute = shardComputer(await job(1), await loadInstalledCatalog());
  compute({ pointIndex: 0, from: 0, to: WARM_UP });
  return (trials) => {
    const begun = performance.now();
    const cpu = process.cpuUsage();
    for (let i = 0; i < SHARDS; i++) compute({ pointIndex: 0, from: i * trials, to: (i + 1) * trials });
    return { wallS: (performance.now() - begun) / 1000, cpuS: cpuS(cpu), mainBusy: 1 };
  };
}

async function threads(count: number, trials: number): Promise<Taken> {
  const pool = shardPool(workerScript('shard-thread'), await loadInstalledCatalog(), count);
  const wide = await job(count * SHARDS * trials);
  const hash = jobHash(wide);
  const warm = (i: number) => pool.run(hash, wide, { pointIndex: 0, from: i * WARM_UP, to: (i + 1) * WARM_UP });
  await Promise.all(Array.from({ length: count }, (_, i) => warm(i)));
  const options = {
    jobHash: hash,
    size: new ShardSize(1, trials),
    signal: new AbortController().signal,
    onShard: () => undefined,
    onRetry: () => undefined,
  };
  const begun = performance.now();
  const cpu = process.cpuUsage();
  const busy = performance.eventLoopUtilization();
  await runLocal(new StudyProgress(wide), { append: async () => undefined }, pool, options);
  const wallS = (performance.now() - begun) / 1000;
  const taken = { wallS, cpuS: cpuS(cpu), mainBusy: performance.eventLoopUtilization(busy).utilization };
  await pool.close();
  return taken;
}

/** The same work in separate processes, each kept to a core of its own where the system can: what the machine allows. */
async function processes(count: number, trials: number): Promise<Taken> {
  const children = Array.from({ length: count }, (_, i) => {
    const words = [process.execPath, fileURLToPath(import.meta.url), ALONE, String(trials)];
    if (existsSync(TASKSET)) words.unshift(TASKSET, '-c', String(i));
    return spawn(words[0], words.slice(1), { stdio: ['pipe', 'pipe', 'inherit'] });
  });
  const line = (child: (typeof children)[number]) =>
    new Promise<string>((resolve) => child.stdout.once('data', (data: Buffer) => resolve(String(data))));
  await Promise.all(children.map(line)); // all are warm
  const begun = performance.now();
  const answers = children.map(line);
  for (const child of children) child.stdin.end('go\n');
  const taken = (await Promise.all(answers)).map((text) => JSON.parse(text) as Taken);
  const wallS = (performance.now() - begun) / 1000;
  return { wallS, cpuS: taken.reduce((sum, each) => sum + each.cpuS, 0), mainBusy: 0 };
}

/** One of the separate processes: warms up, waits for a word, computes, tells what it took. */
async function alone(trials: number): Promise<void> {
  const compute = await inProcess();
  process.stdout.write('ready\n');
  await new Promise((resolve) => process.stdin.once('data', resolve));
  process.stdout.write(`${JSON.stringify(compute(trials))}\n`);
}

function medianTaken(all: readonly Taken[]): Taken {
  const of = (key: keyof Taken) => median(all.map((each) => each[key]));
  return { wallS: of('wallS'), cpuS: of('cpuS'), mainBusy: of('mainBusy') };
}

/** 1, 2, 4, ... and the number of cores. */
function counts(): number[] {
  const most = availableParallelism();
  const found: number[] = [];
  for (let count = 1; count < most; count *= 2) found.push(count);
  return [...found, most];
}

/**
 * How much more 1, 2, 4, ... threads do than this thread alone, in rounds that take turns; medians.
 *
 * Start-up and compilation are left out. Separate processes show what the machine itself allows; the bound by CPU is what
 * idle cores would give, on which a busy machine has no influence.
 */
export async function bench(): Promise<string[]> {
  const compute = await inProcess();
  const probe = compute(PROBE);
  const trials = Math.max(50, Math.round((PROBE * SHARDS) / probe.cpuS)); // CPU: the clock of a busy machine runs ahead
  const all = counts();
  const one: Taken[] = [];
  const byThreads = all.map((): Taken[] => []);
  const byProcesses = all.map((): Taken[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    one.push(compute(trials));
    for (const [i, count] of all.entries()) {
      byThreads[i].push(await threads(count, trials));
      byProcesses[i].push(await processes(count, trials));
    }
  }
  const base = medianTaken(one);
  const perTrial = (taken: Taken, count: number) => ((1000 * taken.cpuS) / (count * SHARDS * trials)).toFixed(3);
  const lines = [
    `${SCENARIO}, shards of ${(base.wallS / SHARDS).toFixed(2)} s (${trials} trials), ${SHARDS} a thread, medians of ${ROUNDS}; load ${loadavg()[0].toFixed(1)}`,
    `this thread alone: ${base.wallS.toFixed(2)} s, ${base.cpuS.toFixed(2)} s of CPU, ${perTrial(base, 1)} ms a trial`,
    'threads  wall s  CPU s  CPU ms/trial  times as fast  efficiency  bound by CPU  processes  of the processes  main thread busy',
  ];
  for (const [i, count] of all.entries()) {
    const taken = medianTaken(byThreads[i]);
    const ceiling = medianTaken(byProcesses[i]);
    const faster = (count * base.wallS) / taken.wallS;
    const allowed = (count * base.wallS) / ceiling.wallS;
    const bound = (count * count * base.cpuS) / taken.cpuS;
    const cells = [
      [count, 7],
      [taken.wallS.toFixed(2), 8],
      [taken.cpuS.toFixed(2), 7],
      [perTrial(taken, count), 14],
      [faster.toFixed(2), 15],
      [`${((100 * faster) / count).toFixed(0)} %`, 12],
      [bound.toFixed(2), 14],
      [allowed.toFixed(2), 11],
      [`${((100 * faster) / allowed).toFixed(0)} %`, 18],
      [`${(100 * taken.mainBusy).toFixed(1)} %`, 18],
    ] as const;
    lines.push(cells.map(([text, width]) => String(text).padStart(width)).join(''));
  }
  return lines;
}

if (process.argv[2] === ALONE) await alone(Number(process.argv[3]));
