import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  arrayFiles,
  type Collected,
  collectArray,
  openShards,
  readArrayStudy,
  readTaskTrials,
  studyProblem,
  taskTrials,
  writeTasks,
  writeTaskTrials,
} from '../ensemble/array/array-folder.ts';
import { type ArraySystem, arrayScripts, arraySystems } from '../ensemble/array/job-scripts.ts';
import { orStorageError } from '../ensemble/shards/ledger.ts';
import { type Shard, shardId } from '../ensemble/shards/shard.ts';
import { StudyProgress } from '../ensemble/shards/study-progress.ts';
import type { StudyPlan } from '../ensemble/study/plan-study.ts';
import { jobHash } from '../ensemble/study/study-job.ts';
import { heldStudy, openStudyFolder } from '../ensemble/study-folder.ts';
import { writeWhole } from '../ensemble/write-whole.ts';
import { InputError } from '../flow/problems.ts';
import type { CommandContext } from './command.ts';
import { loadStudy } from './load-study.ts';
import type { SweepWords } from './sweep.ts';
import { finish, orFullDisk } from './sweep-run.ts';

/** Writes the folder of a job array: the study, its tasks, and a script for each scheduler. */
export async function writeArray(words: SweepWords, context: CommandContext): Promise<number> {
  const { plan } = await loadStudy(words.study!);
  const folder = words.array!;
  const hash = jobHash(plan.job);
  const held = await heldStudy(folder);
  if (held && held.hash !== hash) throw studyProblem(folder, 'holds another study; choose another folder');
  return orFullDisk(context, async () => {
    for (const name of [arrayFiles.results, 'logs'])
      await orStorageError(folder, () => mkdir(join(folder, name), { recursive: true }));
    await writeWhole(join(folder, arrayFiles.job), `${JSON.stringify({ hash, plan })}\n`);
    const progress = new StudyProgress(plan.job);
    const trials = words.shardTrials ?? taskTrials(progress);
    await writeTaskTrials(folder, trials);
    const shards = openShards(progress, trials);
    await writeScripts(folder, plan, shards);
    context.out(`${shards.length} tasks in ${folder}. Start them with one of:`);
    for (const { command } of Object.values(arraySystems)) context.out(`  cd ${folder} && ${command.join(' ')}`);
    context.out(`Then: cupola sweep --collect ${folder}`);
    return 0;
  });
}

async function writeScripts(folder: string, plan: StudyPlan, shards: readonly Shard[]): Promise<void> {
  await writeTasks(folder, shards);
  const key = jobHash(plan.job).slice(0, 12);
  const scripts = arrayScripts({ name: plan.study.name, key, taskCount: shards.length, version: plan.job.version });
  for (const [name, text] of Object.entries(scripts)) await writeWhole(join(folder, name), text);
}

/** Gathers the results of a job array; where some are missing, sets up a job array of only those. */
export async function collect(words: SweepWords, context: CommandContext): Promise<number> {
  const folder = words.collect!;
  const system = checkSystem(words.submit);
  const { plan } = await readArrayStudy(folder);
  return orFullDisk(context, async () => {
    const trials = words.shardTrials ?? (await readTaskTrials(folder)) ?? taskTrials(new StudyProgress(plan.job));
    const collected = await collectArray(folder, plan.job, trials);
    for (const id of collected.refused) context.note(`${id}.json is no result of this study: it counts as missing`);
    if (collected.missing.length > 0) return missing(folder, plan, collected, system, words, context);
    const opened = await openStudyFolder(folder, plan);
    try {
      return await finish({ ...opened, progress: collected.progress }, plan, words, context);
    } finally {
      await opened.close();
    }
  });
}

async function missing(
  folder: string,
  plan: StudyPlan,
  collected: Collected,
  system: ArraySystem | undefined,
  words: SweepWords,
  context: CommandContext,
): Promise<number> {
  const { done, wanted } = collected.progress.trials;
  await writeScripts(folder, plan, collected.missing);
  const ids = collected.missing.map(shardId);
  if (words.json) context.out(JSON.stringify({ trialsDone: done, trialsWanted: wanted, missing: ids }));
  else {
    const few = ids.slice(0, 10).join(', ') + (ids.length > 10 ? ', ...' : '');
    context.out(`${done} of ${wanted} trials; ${ids.length} shards are missing: ${few}`);
    if (!system) context.out(`The scripts in ${folder} now hold only those. Start one, or add --submit slurm.`);
  }
  return system ? submit(system, folder, context) : 1;
}

function checkSystem(word: string | undefined): ArraySystem | undefined {
  if (word === undefined || Object.hasOwn(arraySystems, word)) return word as ArraySystem | undefined;
  const message = `expected one of ${Object.keys(arraySystems).join(', ')}; found "${word}"`;
  throw new InputError([{ code: 'not-one-of', path: '--submit', message }]);
}

/** Runs the scheduler's own command in the folder. */
function submit(system: ArraySystem, folder: string, context: CommandContext): Promise<number> {
  const [program, ...args] = arraySystems[system].command;
  context.note(`cd ${folder} && ${program} ${args.join(' ')}`);
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => context.note(String(text).trimEnd()));
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') reject(error);
      else
        reject(new InputError([{ code: 'no-program', path: '--submit', message: `${program} is not installed here` }]));
    });
    child.on('close', (code) => resolve(code === 0 ? 0 : 1));
  });
}
