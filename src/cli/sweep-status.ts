import { join } from 'node:path';
import { collectArray, studyProblem } from '../ensemble/array/array-folder.ts';
import { readNote } from '../ensemble/array/array-tasks.ts';
import { prometheusText } from '../ensemble/results/prometheus.ts';
import { readLedger } from '../ensemble/shards/ledger.ts';
import { StudyProgress } from '../ensemble/shards/study-progress.ts';
import { heldStudy, studyFiles } from '../ensemble/study-folder.ts';
import { said } from '../flow/said.ts';
import { say } from '../words/words.ts';
import type { CommandContext } from './command.ts';
import type { SweepWords } from './sweep.ts';
import { withCluster } from './with-cluster.ts';

/** Shows how far a study is, from its ledger and the results of its job array: while it runs, or after. */
export async function showStatus(words: SweepWords, context: CommandContext): Promise<number> {
  const held = await heldStudy(words.out);
  if (!held) throw studyProblem(words.out, said('sweep.no-study'));
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
    say('sweep.status-points', { complete: pointsComplete, points }),
    say('sweep.status-trials', {
      done: trialsDone,
      wanted: trialsWanted,
      share: trialsDone / trialsWanted,
      shards: shardsDone,
    }),
  ];
  if (status.workers !== undefined)
    lines.push(
      say('sweep.status-workers', {
        workers: status.workers,
        threads: status.threads ?? 0,
        active: status.shardsActive ?? 0,
        waiting: status.shardsWaiting ?? 0,
      }),
    );
  return lines.join('\n');
}
