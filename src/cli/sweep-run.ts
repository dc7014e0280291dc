import { readdir } from 'node:fs/promises';
import type { Catalog } from '../catalog/entry.ts';
import { UntrueResultError } from '../ensemble/cluster/recheck.ts';
import { trialTableColumns } from '../ensemble/results/parquet.ts';
import { studyResult } from '../ensemble/results/study-result.ts';
import { StorageError } from '../ensemble/shards/ledger.ts';
import { runLocal } from '../ensemble/shards/run-local.ts';
import type { Shard } from '../ensemble/shards/shard.ts';
import { shardPool } from '../ensemble/shards/shard-pool.ts';
import { ShardSize } from '../ensemble/shards/shard-size.ts';
import type { StudyProgress } from '../ensemble/shards/study-progress.ts';
import type { StudyPlan } from '../ensemble/study/plan-study.ts';
import { jobHash } from '../ensemble/study/study-job.ts';
import { pointArchitecture } from '../ensemble/study/variant.ts';
import {
  isLeftOver,
  isStudyFolder,
  openStudyFolder,
  type StudyFolder,
  studyFiles,
  writeResults,
} from '../ensemble/study-folder.ts';
import { InputError } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { studyPage } from '../report/study/study-page.ts';
import { pointsTable, studyReadme } from '../report/study/study-tables.ts';
import { studyText } from '../report/study/study-text.ts';
import { csvText } from '../report/tables/csv.ts';
import { parquetBytes } from '../report/tables/parquet.ts';
import { colorStyle, plainStyle } from '../report/text.ts';
import { say, tell } from '../words/words.ts';
import { buildElements } from '../world/elements.ts';
import { healthNotes } from '../world/health-notes.ts';
import { type CommandContext, exitCodeOf } from './command.ts';
import type { InputFile } from './input-file.ts';
import { loadStudy } from './load-study.ts';
import type { SweepWords } from './sweep.ts';
import { withCluster } from './with-cluster.ts';
import { workerScript } from './worker-script.ts';
import { openOutputs } from './write-file.ts';

/** Seconds of work in a shard: long beside its overhead, short beside a Ctrl-C. */
const SHARD_S = 1;

/** Runs what is left of a study and prints the answer. */
export async function runSweep(words: SweepWords, context: CommandContext): Promise<number> {
  const { plan, catalog, inputs } = await loadStudy(words.study!);
  tellHealth(plan, catalog, context);
  await checkStudyPlace('--out', words.out, inputs, context);
  return orFullDisk(context, async () => {
    const folder = await openStudyFolder(words.out, plan);
    try {
      checkBegun(folder, words);
      if (folder.badLines > 0) context.note(say('sweep.bad-lines', { count: folder.badLines }));
      if (!folder.progress.isOver) await compute(folder, plan, catalog, words, context);
      return await finish(folder, plan, words, context);
    } finally {
      await folder.close();
    }
  });
}

/** How many satellites of files of elements fly at the first point of a study. */
function tellHealth({ job }: StudyPlan, catalog: Catalog, { note }: CommandContext): void {
  if (Object.keys(job.files).length === 0) return;
  const architecture = pointArchitecture(job, 0, catalog);
  const { space } = buildElements(architecture);
  for (const sentence of healthNotes(space, architecture.epochUtc)) note(tell(sentence));
}

/**
 * Whether the folder of an option can take a study: it is none of another hand, and no file of it is an input.
 *
 * @throws InputError
 */
export async function checkStudyPlace(
  option: string,
  path: string,
  inputs: readonly InputFile[],
  context: CommandContext,
): Promise<void> {
  const isOurs = async (folder: string) => (await readdir(folder)).every(isLeftOver) || isStudyFolder(folder);
  const names = Object.values(studyFiles);
  await openOutputs([{ option, path, kind: 'folder', names, isOurs }], inputs, context);
}

/** A full disk, and a worker that is wrong, end a command with what to do. */
export async function orFullDisk(context: CommandContext, action: () => Promise<number>): Promise<number> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof UntrueResultError) {
      context.note(tell(error.said));
      return 1;
    }
    if (!(error instanceof StorageError)) throw error;
    context.note(say('sweep.disk-full', { file: error.path, why: error.why }));
    return 1;
  }
}

function checkBegun({ progress, path }: StudyFolder, { resume }: SweepWords): void {
  if (resume || progress.isOver || progress.doneShardCount === 0) return;
  const { done, wanted } = progress.trials;
  throw new InputError([{ code: 'begun', file: path, path: '', said: said('sweep.begun', { done, wanted }) }]);
}

async function compute(
  folder: StudyFolder,
  plan: StudyPlan,
  catalog: Catalog,
  words: SweepWords,
  context: CommandContext,
): Promise<void> {
  const { progress, ledger } = folder;
  const onShard = progressLine(progress, context);
  const onRetry = (id: string, error: string) => context.note(say('sweep.retry', { id, why: error }));
  const options = {
    jobHash: jobHash(plan.job),
    size: new ShardSize(SHARD_S, words.shardTrials),
    signal: context.signal,
    onShard,
    onRetry,
  };
  const pool = shardPool(workerScript('shard-thread'), catalog, words.cluster ? 1 : words.workers);
  try {
    if (words.cluster) {
      const { runCluster } = await withCluster(() => import('../ensemble/cluster/run-cluster.ts'));
      const { cluster: url, recheck: share } = words;
      const recheck = { share, compute: (shard: Shard) => pool.run(options.jobHash, plan.job, shard) };
      await runCluster(progress, ledger, { ...options, url, note: (each) => context.note(tell(each)), recheck });
    } else await runLocal(progress, ledger, pool, options);
  } finally {
    await pool.close();
  }
  context.progress('');
}

/** Shows how far it is, how fast it goes and how long it will take. */
function progressLine(progress: StudyProgress, context: CommandContext): () => void {
  const begun = performance.now();
  const before = progress.trials.done;
  let shownAt = 0;
  return () => {
    const now = performance.now();
    if (now - shownAt < 200) return;
    shownAt = now;
    const { done, wanted } = progress.trials;
    const rate = ((done - before) * 1000) / (now - begun);
    const words = { complete: progress.completeCount, points: progress.pointCount, done, wanted, rate };
    context.progress(
      rate > 0 ? say('sweep.progress-left', { ...words, leftS: (wanted - done) / rate }) : say('sweep.progress', words),
    );
  };
}

/** Writes and prints the answer of a study as far as it is computed. */
export async function finish(
  folder: StudyFolder,
  plan: StudyPlan,
  words: Pick<SweepWords, 'json'>,
  context: CommandContext,
): Promise<number> {
  const { progress, path } = folder;
  const result = studyResult(plan, progress);
  const points = pointsTable(result);
  const columns = progress.job.record.includes('trials') ? trialTableColumns : [];
  const { draw } = await import('../figures/draw.ts');
  await writeResults(folder, result, [
    ['points', parquetBytes(points)],
    ['pointsCsv', csvText(points)],
    ['readme', studyReadme(result, points, columns)],
    ['page', studyPage(result, draw)],
  ]);
  if (words.json) context.out(JSON.stringify(result));
  else context.out(studyText(result, context.color ? colorStyle : plainStyle));
  if (!progress.isOver) {
    context.note(say('sweep.interrupted', { folder: path }));
    return exitCodeOf(context.signal);
  }
  context.note(say('sweep.written', { folder: path }));
  return result.failures.length > 0 ? 1 : 0;
}
