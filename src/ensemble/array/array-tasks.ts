import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { said } from '../../flow/said.ts';
import { parseShardId, type Shard, shardId } from '../shards/shard.ts';
import type { StudyProgress } from '../shards/study-progress.ts';
import { writeWhole } from '../write-whole.ts';
import { studyProblem } from './array-folder.ts';

/** Slurm takes arrays of 1,001 unless its MaxArraySize is raised. */
const MAX_TASKS = 1000;
const ARRAY_FILE = 'array.json';

/** What an array folder notes of its tasks. */
export interface ArrayNote {
  /** Trials that a task has, so that what is missing later is cut the same way. */
  taskTrials: number;
  /** The newest list of tasks. Earlier lists stay, as tasks of theirs may still wait in a scheduler. */
  round: number;
}

/** Name of the list of tasks of a round. */
export function tasksFile(round: number): string {
  return `tasks-${round}.txt`;
}

/** Trials of a task, such that there are no more tasks than schedulers take. */
export function boundedTaskTrials(progress: StudyProgress, trials: number): number {
  const { done, wanted } = progress.trials;
  return Math.max(1, Math.ceil(trials), Math.ceil((wanted - done) / MAX_TASKS));
}

/** Every shard that can be computed now, in order, put together to tasks of so many trials; only the last has fewer. */
export function openTasks(progress: StudyProgress, taskTrials: number): Shard[][] {
  const tasks: Shard[][] = [];
  let left = 0;
  for (;;) {
    const shard = progress.next(left || taskTrials);
    if (!shard) return tasks;
    if (left === 0) tasks.push([]);
    tasks.at(-1)!.push(shard);
    left = (left || taskTrials) - (shard.to - shard.from);
  }
}

/** The note of an array folder; undefined where there is none. */
export async function readNote(folder: string): Promise<ArrayNote | undefined> {
  const text = await readFile(join(folder, ARRAY_FILE), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const { taskTrials, round } = JSON.parse(text) as Partial<ArrayNote>;
    if (Number.isInteger(taskTrials) && Number.isInteger(round) && taskTrials! >= 1 && round! >= 1)
      return { taskTrials: taskTrials!, round: round! };
  } catch {
    // said below
  }
  throw studyProblem(join(folder, ARRAY_FILE), said('sweep.changed'));
}

function tasksText(tasks: readonly (readonly Shard[])[]): string {
  return tasks.map((shards) => `${shards.map(shardId).join(' ')}\n`).join('');
}

/** Writes a list of tasks, one a line, each the names of its shards; the task's number is the number of its line from 0. */
export async function writeTasks(folder: string, note: ArrayNote, tasks: readonly (readonly Shard[])[]): Promise<void> {
  await writeWhole(join(folder, tasksFile(note.round)), tasksText(tasks));
  await writeWhole(join(folder, ARRAY_FILE), `${JSON.stringify(note)}\n`);
}

/** Whether the newest list of tasks holds exactly these. */
export async function hasTasks(
  folder: string,
  { round }: ArrayNote,
  tasks: readonly (readonly Shard[])[],
): Promise<boolean> {
  const held = await readFile(join(folder, tasksFile(round)), 'utf8').catch(() => '');
  return held === tasksText(tasks);
}

/** The shards of a task, by number from 0. @throws InputError */
export async function readTask(folder: string, round: number, task: number): Promise<Shard[]> {
  const file = join(folder, tasksFile(round));
  const text = await readFile(file, 'utf8').catch(() => {
    throw studyProblem(file, said('sweep.no-round'));
  });
  const lines = text.split('\n').slice(0, -1);
  const line = lines[task];
  if (line === undefined) throw studyProblem(file, said('sweep.no-task', { task, count: lines.length }));
  const shards = line.split(' ').map(parseShardId);
  if (shards.some((shard) => shard === undefined))
    throw studyProblem(file, said('sweep.changed-line', { line: line.slice(0, 60) }));
  return shards as Shard[];
}
