import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { InputError } from '../../flow/problems.ts';
import { type Said, said } from '../../flow/said.ts';
import { parseOrUndefined } from '../parse-json.ts';
import { checkDoneShard, type DoneShard, parseShardId, type Shard, shardId } from '../shards/shard.ts';
import type { StudyProgress } from '../shards/study-progress.ts';
import { jobHash, studyJobSchema } from '../study/study-job.ts';
import { type HeldStudy, heldStudy, studyFiles } from '../study-folder.ts';
import { writeWhole } from '../write-whole.ts';

/** Folders in the folder of a job array. */
export const arrayFolders = { results: 'results', logs: 'logs' } as const;

/** What writes such a folder. */
const ARRAY_COMMAND = 'cupola sweep STUDY --array';

/** Bad input about a folder. */
export function studyProblem(path: string, fault: Said): InputError {
  return new InputError([{ code: 'study-folder', file: path, path: '', said: fault }]);
}

/** A folder that is to be of a job array and is none. */
export function noArray(folder: string): InputError {
  return studyProblem(folder, said('sweep.no-array', { command: ARRAY_COMMAND }));
}

/** The study of an array folder, checked. @throws InputError */
export async function readArrayStudy(folder: string): Promise<HeldStudy> {
  const held = await heldStudy(folder);
  if (!held) throw studyProblem(folder, said('sweep.array-none', { command: ARRAY_COMMAND }));
  const checked = studyJobSchema.safeParse(held.plan?.job);
  if (!checked.success || jobHash(held.plan.job) !== held.hash)
    throw studyProblem(join(folder, studyFiles.job), said('sweep.changed'));
  return held;
}

const pathOf = (folder: string, shard: Shard, kind: 'json' | 'error') =>
  join(folder, arrayFolders.results, `${shardId(shard)}.${kind}`);

/** Leaves the result of a shard. It names its study, so that results of another study never count. */
export async function writeResult(folder: string, shard: Shard, done: DoneShard, study: string): Promise<void> {
  await writeWhole(pathOf(folder, shard, 'json'), `${JSON.stringify({ study, done })}\n`);
}

/** The result of a shard if it is there and sound. */
export async function readResult(folder: string, shard: Shard, study: string): Promise<DoneShard | undefined> {
  const held = await readJson(pathOf(folder, shard, 'json'));
  if (typeof held !== 'object' || held === null || (held as { study?: unknown }).study !== study) return undefined;
  const checked = checkDoneShard((held as { done?: unknown }).done);
  return 'refused' in checked || checked.done.id !== shardId(shard) ? undefined : checked.done;
}

const errorSchema = z.strictObject({ study: z.string(), error: z.string().max(4000) });

/** Leaves word of a shard that failed every try. */
export async function writeError(folder: string, shard: Shard, error: string, study: string): Promise<void> {
  await writeWhole(pathOf(folder, shard, 'error'), `${JSON.stringify({ study, error: error.slice(0, 4000) })}\n`);
}

/** What a shard failed of; undefined where there is no such word. */
async function readError(folder: string, shard: Shard, study: string): Promise<string | undefined> {
  const checked = errorSchema.safeParse(await readJson(pathOf(folder, shard, 'error')));
  return checked.success && checked.data.study === study ? checked.data.error : undefined;
}

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : parseOrUndefined(text);
}

/** What was found in an array folder. */
export interface Collected {
  /** Results that were not counted before, in order. */
  fresh: DoneShard[];
  /** Names of result files that are no sound result of this study. */
  refused: string[];
}

/**
 * Counts all results of a folder that are not counted yet, then gives up the shards that failed every try.
 *
 * @param progress what is counted so far
 * @throws ConflictError
 */
export async function collectArray(folder: string, progress: StudyProgress): Promise<Collected> {
  const study = jobHash(progress.job);
  const collected: Collected = { fresh: [], refused: [] };
  for (const shard of await shardsOf(folder, progress, 'json')) {
    const done = await readResult(folder, shard, study);
    if (!done) collected.refused.push(shardId(shard));
    else if (progress.accept(shard, done) === 'new') collected.fresh.push(done);
  }
  for (const shard of await shardsOf(folder, progress, 'error')) {
    const error = await readError(folder, shard, study);
    if (error !== undefined) progress.fail(shard, error);
  }
  return collected;
}

/** Shards of the study that have a file of a kind; of those that overlap the larger first. */
async function shardsOf(folder: string, { job }: StudyProgress, kind: 'json' | 'error'): Promise<Shard[]> {
  const names = await readdir(join(folder, arrayFolders.results)).catch(() => []);
  const found = names.flatMap((name) => {
    const shard = name.endsWith(`.${kind}`) ? parseShardId(name.slice(0, -kind.length - 1)) : undefined;
    return shard && shard.pointIndex < job.points.length ? [shard] : [];
  });
  return found.sort((a, b) => a.pointIndex - b.pointIndex || a.from - b.from || b.to - a.to);
}
