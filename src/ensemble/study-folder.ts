import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import type { StudyResult } from '../flow/study.ts';
import { canonicalJson } from '../num/canonical-json.ts';
import { isLock, lockFolder } from './folder-lock.ts';
import { makeFolder, orNotWritable } from './make-folder.ts';
import { writeTrials } from './results/parquet.ts';
import { Ledger } from './shards/ledger.ts';
import { StudyProgress } from './shards/study-progress.ts';
import type { StudyPlan } from './study/plan-study.ts';
import { jobHash, type StudyJob } from './study/study-job.ts';
import { isSystemError, systemWords } from './system-error.ts';
import { isPart, writeWhole } from './write-whole.ts';

/** A folder that holds one study: its work, what is done, and the answer. */
export interface StudyFolder {
  path: string;
  progress: StudyProgress;
  ledger: Ledger;
  /** Whether anything was there before. */
  isOld: boolean;
  /** Lines of the ledger that were unreadable or of another study; those shards are computed again. */
  badLines: number;
  close(): Promise<void>;
}

/** Names of the files of a study folder. */
export const studyFiles = {
  job: 'study.json',
  ledger: 'ledger.jsonl',
  points: 'points.parquet',
  pointsCsv: 'points.csv',
  trials: 'trials.parquet',
  trialsCsv: 'trials.csv',
  readme: 'README.md',
  summary: 'summary.json',
  page: 'report.html',
} as const;

/** Whether a folder holds a study, readable or not. */
export async function isStudyFolder(path: string): Promise<boolean> {
  return (await readdir(path)).includes(studyFiles.job);
}

/** Whether a file is what a process leaves that was killed before it began. */
export function isLeftOver(name: string): boolean {
  return isLock(name) || isPart(name);
}

/**
 * Opens the folder of a study, or begins one, and counts what its ledger holds.
 *
 * @throws InputError where the folder holds another study or another process works on it; StorageError
 */
export async function openStudyFolder(path: string, plan: StudyPlan): Promise<StudyFolder> {
  const { job } = plan;
  const hash = jobHash(job);
  await makeFolder(path);
  const held = await heldStudy(path);
  if (held && held.hash !== hash) throw otherStudy(path, held.plan.job, job);
  const unlock = await orNotWritable(path, () => lockFolder(path));
  try {
    if (!held || canonicalJson(held.plan) !== canonicalJson(plan))
      await writeWhole(join(path, studyFiles.job), `${JSON.stringify({ hash, plan })}\n`);
    const progress = new StudyProgress(job);
    const { ledger, bad } = await Ledger.open(join(path, studyFiles.ledger), hash, (shard, done) => {
      if (shard.pointIndex < job.points.length) progress.accept(shard, done);
    });
    const close = async () => {
      await ledger.close();
      await unlock();
    };
    return { path, progress, ledger, isOld: held !== undefined, badLines: bad, close };
  } catch (error) {
    await unlock();
    throw error;
  }
}

/**
 * Writes the answer of a study into its folder: what was drawn up of it, the table of trials from the ledger, and the summary last.
 *
 * @param files tables, page and README
 * @throws StorageError
 */
export async function writeResults(
  { path, progress }: StudyFolder,
  result: StudyResult,
  files: readonly (readonly [name: keyof typeof studyFiles, content: string | Uint8Array])[],
): Promise<void> {
  const place = (name: keyof typeof studyFiles) => join(path, studyFiles[name]);
  if (progress.job.record.includes('trials'))
    await writeTrials(
      { parquet: place('trials'), csv: place('trialsCsv') },
      place('ledger'),
      result.studyHash,
      (id, hash) => progress.hashOf(id) === hash,
    );
  for (const [name, content] of files) await writeWhole(place(name), content);
  await writeWhole(place('summary'), `${JSON.stringify(result, null, 1)}\n`);
}

export interface HeldStudy {
  hash: string;
  plan: StudyPlan;
}

/** The study that a folder holds; undefined for a folder without one. @throws InputError where it is not readable */
export async function heldStudy(path: string): Promise<HeldStudy | undefined> {
  const file = join(path, studyFiles.job);
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (!isSystemError(error)) throw error;
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    const fault = said('file.no-access', { why: systemWords(error) });
    throw new InputError([{ code: 'broken-folder', file: path, path: '', said: fault }]);
  });
  if (text === undefined) return undefined;
  try {
    const held = JSON.parse(text) as Partial<HeldStudy> | null;
    if (typeof held?.hash === 'string' && typeof held.plan?.job === 'object') return held as HeldStudy;
  } catch {
    // said below
  }
  throw new InputError([{ code: 'broken-folder', file, path: '', said: said('sweep.unreadable-folder') }]);
}

function otherStudy(path: string, held: StudyJob, wanted: StudyJob): InputError {
  const changed = [
    held.version !== wanted.version && said('sweep.other-version', { version: wanted.version, before: held.version }),
    held.catalogHash !== wanted.catalogHash && said('sweep.other-catalog'),
    held.scenarioText !== wanted.scenarioText && said('sweep.other-scenario'),
    said('sweep.study-changed'),
  ].filter((each) => each !== false)[0];
  return new InputError([{ code: 'other-study', file: path, path: '', said: said('sweep.other-study', { changed }) }]);
}
