import { join } from 'node:path';
import { collectArray, studyProblem } from '../ensemble/array/array-folder.ts';
import { readNote } from '../ensemble/array/array-tasks.ts';
import { prometheusText } from '../ensemble/results/prometheus.ts';
import { readLedger } from '../ensemble/shards/ledger.ts';
import { StudyProgress } from '../ensemble/shards/study-progress.ts';
import { heldStudy, studyFiles } from '../ensemble/study-folder.ts';
import { count, percent } from '../words/numbers.ts';
import type { CommandContext } from './command.ts';
import type { SweepWords } from './sweep.ts';
import { withCluster } from './with-cluster.ts';

/** Shows how far a study is, from its ledger and the results of its job array: while it runs, or after. */
export async function showStatus(words: SweepWords, context: CommandContext): Promise<number> {
  const held = await heldStudy(words.out);
  if (!held) throw studyProblem(words.out, 'holds no study; name its folder with --out');
  const progress = new StudyProgress(held.plan.job);
  await readLedger(join(words.out, studyFiles.ledger), held.hash, (shard, done) => void progress.accept(shard, done));
  if (await readNote(words.out)) await collectArray(words.out, progress);
  const cluster = words.cluster ? await clusterStatus(words.cluster, held.plan.job) : undefined;
  const { done, wanted } = progress.trials;
  const status = {
    name: held.plan.study.name,
    studyHash: held.hash,
    points: progress.pointCount,
    pointsComplete: progress.completeCount,
    trialsDone: done,
    trialsWanted: wanted,
    shardsDone: progress.doneShardCount,
    ...cluster,
  };
  if (words.prometheus) context.out(prometheusText(status));
  else if (words.json) context.out(JSON.stringify(status));
  else context.out(statusText(status, words.out));
  return 0;
}

export interface SweepStatus {
  name: string;
  studyHash: string;
  points: number;
  pointsComplete: number;
  trialsDone: number;
  trialsWanted: number;
  shardsDone: number;
  workers?: number;
  threads?: number;
  shardsWaiting?: number;
  shardsActive?: number;
}

async function clusterStatus(
  url: string,
  job: { version: string; catalogHash: string },
): Promise<Partial<SweepStatus>> {
  const { readClusterStatus } = await withCluster(() => import('../ensemble/cluster/cluster-status.ts'));
  return readClusterStatus(url, job);
}

function statusText(status: SweepStatus, out: string): string {
  const { name, points, pointsComplete, trialsDone, trialsWanted, shardsDone } = status;
  const lines = [
    `${name} (${out})`,
    `${count(pointsComplete)} of ${count(points)} design points complete`,
    `${count(trialsDone)} of ${count(trialsWanted)} trials (${percent(trialsDone / trialsWanted)}) in ${count(shardsDone)} shards`,
  ];
  if (status.workers !== undefined)
    lines.push(
      `${count(status.workers)} ${status.workers === 1 ? 'worker' : 'workers'} with ${count(status.threads ?? 0)} ${status.threads === 1 ? 'thread' : 'threads'}; ${count(status.shardsActive ?? 0)} shards under way, ${count(status.shardsWaiting ?? 0)} waiting`,
    );
  return lines.join('\n');
}
