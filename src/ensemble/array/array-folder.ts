import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../../flow/problems.ts';
import { checkDoneShard, type DoneShard, parseShardId, type Shard, shardId } from '../shards/shard.ts';
import { StudyProgress } from '../shards/study-progress.ts';
import { canonicalJson } from '../study/canonical.ts';
import { jobHash, type StudyJob, studyJobSchema } from '../study/study-job.ts';
import { type HeldStudy, heldStudy, studyFiles } from '../study-folder.ts';
import { writeWhole } from '../write-whole.ts';

/** Names in the folder of a job array. */
export const arrayFiles = { ...studyFiles, tasks: 'tasks.txt', array: 'array.json', results: 'results' } as const;
/** Tasks that an array has unless told otherwise. */
const DEFAULT_TASKS = 500;

/** Bad input about a folder. */
export function studyProblem(path: string, message: string): InputError {
  return new InputError([{ code: 'study-folder', file: path, path: '', message }]);
}

/** Trials of a task, so that there are about as many tasks as a scheduler likes. */
export function taskTrials(progress: StudyProgress): number {
  const { wanted } = progress.trials;
  return Math.max(1, Math.ceil(wanted / DEFAULT_TASKS));
}

/** Notes how many trials a task has, so that what is missing later is cut the same way. */
export async function writeTaskTrials(folder: string, trials: number): Promise<void> {
  await writeWhole(join(folder, arrayFiles.array), `${JSON.stringify({ taskTrials: trials })}\n`);
}

/** Trials of a task as noted; undefined where nothing is. */
export async function readTaskTrials(folder: string): Promise<number | undefined> {
  const text = await readFile(join(folder, arrayFiles.array), 'utf8').catch(() => '{}');
  const { taskTrials } = JSON.parse(text) as { taskTrials?: unknown };
  return typeof taskTrials === 'number' && taskTrials >= 1 ? Math.floor(taskTrials) : undefined;
}

/** Every shard that can be computed now, in order. */
export function openShards(progress: StudyProgress, trials: number): Shard[] {
  const shards: Shard[] = [];
  for (let shard = progress.next(trials); shard; shard = progress.next(trials)) shards.push(shard);
  return shards;
}

/** The study of an array folder, checked. @throws InputError */
export async function readArrayStudy(folder: string): Promise<HeldStudy> {
  const held = await heldStudy(folder);
  if (!held) throw studyProblem(folder, 'holds no study; write one with cupola sweep STUDY --array');
  const checked = studyJobSchema.safeParse(held.plan?.job);
  if (!checked.success || jobHash(held.plan.job) !== held.hash)
    throw studyProblem(join(folder, arrayFiles.job), 'was changed after it was written');
  return held;
}

/** Writes the list of tasks: one shard a line; the task's number is the number of its line. */
export async function writeTasks(folder: string, shards: readonly Shard[]): Promise<void> {
  await writeWhole(join(folder, arrayFiles.tasks), shards.map((shard) => `${shardId(shard)}\n`).join(''));
}

/** The shard of a task, by number from 0. @throws InputError */
export async function readTask(folder: string, task: number): Promise<Shard> {
  const lines = (await readFile(join(folder, arrayFiles.tasks), 'utf8')).split('\n');
  const shard = parseShardId(lines[task] ?? '');
  if (!shard) throw studyProblem(join(folder, arrayFiles.tasks), `has no task ${task}; there are ${lines.length - 1}`);
  return shard;
}

/** Path of the result of a shard. */
export function resultPath(folder: string, shard: Shard): string {
  return join(folder, arrayFiles.results, `${shardId(shard)}.json`);
}

/** The result of a shard if it is there and sound. */
export async function readResult(folder: string, shard: Shard, hash: string): Promise<DoneShard | undefined> {
  const text = await readFile(resultPath(folder, shard), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : soundResult(text, hash);
}

/** A result file names its study, so that results of another study never count. */
export function resultText(done: DoneShard, hash: string): string {
  return `${canonicalJson({ study: hash, done })}\n`;
}

function soundResult(text: string, hash: string): DoneShard | undefined {
  try {
    const { study, done } = JSON.parse(text) as { study: string; done: unknown };
    const checked = checkDoneShard(done);
    return study === hash && !('refused' in checked) ? checked.done : undefined;
  } catch {
    return undefined;
  }
}

/** What an array folder holds so far. */
export interface Collected {
  progress: StudyProgress;
  /** Shards that can be computed now and have no sound result. */
  missing: Shard[];
  /** Result files that are no sound result of this study. */
  refused: string[];
}

/** Counts all results of a folder, and finds what is missing. @throws ConflictError */
export async function collectArray(folder: string, job: StudyJob, trials: number): Promise<Collected> {
  const hash = jobHash(job);
  const progress = new StudyProgress(job);
  const refused: string[] = [];
  const names = await readdir(join(folder, arrayFiles.results)).catch(() => []);
  const found = names.flatMap((name) => {
    const shard = name.endsWith('.json') ? parseShardId(name.slice(0, -'.json'.length)) : undefined;
    return shard && shard.pointIndex < job.points.length ? [shard] : [];
  });
  found.sort((a, b) => a.pointIndex - b.pointIndex || a.from - b.from || b.to - a.to);
  for (const shard of found) {
    const done = await readResult(folder, shard, hash);
    if (done) progress.accept(shard, done);
    else refused.push(shardId(shard));
  }
  return { progress, missing: openShards(progress, trials), refused };
}
