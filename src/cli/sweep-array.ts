import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { arrayFolders, collectArray, noArray, readArrayStudy, studyProblem } from '../ensemble/array/array-folder.ts';
import { checkSame } from '../ensemble/array/array-task.ts';
import { boundedTaskTrials, hasTasks, openTasks, readNote, writeTasks } from '../ensemble/array/array-tasks.ts';
import { type ArraySystem, arrayScripts, arraySystems } from '../ensemble/array/job-scripts.ts';
import { taskTrials } from '../ensemble/array/task-size.ts';
import { makeFolder } from '../ensemble/make-folder.ts';
import { shardComputer } from '../ensemble/shards/compute-shard.ts';
import { type Shard, shardId } from '../ensemble/shards/shard.ts';
import { StudyProgress } from '../ensemble/shards/study-progress.ts';
import type { StudyPlan } from '../ensemble/study/plan-study.ts';
import { jobHash } from '../ensemble/study/study-job.ts';
import { heldStudy, openStudyFolder, studyFiles } from '../ensemble/study-folder.ts';
import { writeWhole } from '../ensemble/write-whole.ts';
import { InputError } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { say } from '../words/words.ts';
import type { CommandContext } from './command.ts';
import { loadInstalledCatalog } from './load-catalog.ts';
import { loadStudy } from './load-study.ts';
import { version } from './package-folder.ts';
import type { SweepWords } from './sweep.ts';
import { checkStudyPlace, finish, orFullDisk } from './sweep-run.ts';

/** Writes the folder of a job array: the study, its tasks, and a script for each scheduler. */
export async function writeArray(words: SweepWords, context: CommandContext): Promise<number> {
  const { plan, catalog, inputs } = await loadStudy(words.study!);
  const folder = words.array!;
  await checkStudyPlace('--array', folder, inputs, context);
  const hash = jobHash(plan.job);
  const held = await heldStudy(folder);
  if (held && held.hash !== hash) throw studyProblem(folder, said('sweep.array-other'));
  if (await readNote(folder))
    throw studyProblem(folder, said('sweep.array-held', { command: `cupola sweep --collect ${folder}` }));
  return orFullDisk(context, async () => {
    for (const name of Object.values(arrayFolders)) await makeFolder(join(folder, name));
    await writeWhole(join(folder, studyFiles.job), `${JSON.stringify({ hash, plan })}\n`);
    const progress = new StudyProgress(plan.job);
    const trials = boundedTaskTrials(
      progress,
      words.shardTrials ?? taskTrials(plan.job, shardComputer(plan.job, catalog)),
    );
    const tasks = openTasks(progress, trials);
    await writeRound(folder, plan, { taskTrials: trials, round: 1 }, tasks);
    const place = /^[\w./-]+$/.test(folder) ? folder : `'${folder}'`;
    const starts = Object.values(arraySystems).map(({ command }) => `(cd ${place} && ${command.join(' ')})`);
    if (words.json) {
      context.out(JSON.stringify({ folder, taskCount: tasks.length, startWithOneOf: starts }));
      return 0;
    }
    context.out(say('sweep.array-tasks', { count: tasks.length, folder }));
    for (const start of starts) context.out(`  ${start}`);
    context.out(say('sweep.array-then', { command: `cupola sweep --collect ${place}` }));
    return 0;
  });
}

async function writeRound(
  folder: string,
  plan: StudyPlan,
  note: { taskTrials: number; round: number },
  tasks: readonly (readonly Shard[])[],
): Promise<void> {
  await writeTasks(folder, note, tasks);
  const key = jobHash(plan.job).slice(0, 12);
  const { round } = note;
  const words = { name: plan.study.name, key, round, taskCount: tasks.length, version: plan.job.version };
  for (const [name, text] of Object.entries(arrayScripts(words))) await writeWhole(join(folder, name), text);
}

/** Gathers the results of a job array; where some are missing, sets up a job array of only those. */
export async function collect(words: SweepWords, context: CommandContext): Promise<number> {
  const folder = words.collect!;
  const system = checkSystem(words.submit);
  const { plan } = await readArrayStudy(folder);
  checkSame(plan.job, await loadInstalledCatalog(), version, folder);
  const note = await readNote(folder);
  if (!note) throw noArray(folder);
  return orFullDisk(context, async () => {
    const opened = await openStudyFolder(folder, plan);
    try {
      const { fresh, refused } = await collectArray(folder, opened.progress);
      await opened.ledger.append(fresh);
      for (const id of refused) context.note(say('sweep.array-refused', { file: `${id}.json` }));
      const { progress } = opened;
      if (progress.isOver) return await finish(opened, plan, words, context);
      const { done, wanted } = progress.trials;
      const trials = boundedTaskTrials(progress, words.shardTrials ?? note.taskTrials);
      const tasks = openTasks(progress, trials);
      if (!(await hasTasks(folder, note, tasks)))
        await writeRound(folder, plan, { taskTrials: trials, round: note.round + 1 }, tasks);
      sayMissing(folder, { done, wanted, tasks }, words, context);
    } finally {
      await opened.close();
    }
    return system ? submit(system, folder, context) : 1;
  });
}

function sayMissing(
  folder: string,
  { done, wanted, tasks }: { done: number; wanted: number; tasks: Shard[][] },
  words: SweepWords,
  context: CommandContext,
): void {
  const ids = tasks.flat().map(shardId);
  if (words.json) {
    context.out(JSON.stringify({ trialsDone: done, trialsWanted: wanted, missing: ids }));
    return;
  }
  const list = ids.slice(0, 10);
  const shown = ids.length > 10 ? say('sweep.missing-list', { list }) : list;
  context.out(say('sweep.missing', { done, wanted, count: ids.length, list: shown }));
  if (words.submit === undefined) context.out(say('sweep.array-left', { folder, count: tasks.length }));
}

function checkSystem(word: string | undefined): ArraySystem | undefined {
  if (word === undefined || Object.hasOwn(arraySystems, word)) return word as ArraySystem | undefined;
  const sentence = said('option.one-of', { known: Object.keys(arraySystems), word });
  throw new InputError([{ code: 'not-one-of', path: '--submit', said: sentence }]);
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
        reject(new InputError([{ code: 'no-program', path: '--submit', said: said('sweep.no-program', { program }) }]));
    });
    child.on('close', (code) => resolve(code === 0 ? 0 : 1));
  });
}
