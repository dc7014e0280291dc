import type { Shard } from '../shards/shard.ts';
import type { StudyJob } from '../study/study-job.ts';

/** Seconds of work in a task: long beside the second that a worker needs to start, short beside a lost node. */
const TASK_S = 30;
const PROBE_TRIALS = 5;
const PROBE_S = 0.5;
/** Where no point can be tried. */
const DEFAULT_TRIALS = 200;

/**
 * Trials of a task of about half a minute on a machine like this one, from a short try of the first and the last design
 * point. The result of the study does not depend on it.
 *
 * @param compute computes a shard of the study
 * @param clockS seconds, rising
 */
export function taskTrials(
  { points }: Pick<StudyJob, 'points'>,
  compute: (shard: Shard) => unknown,
  clockS = () => performance.now() / 1000,
): number {
  let trials = 0;
  let spentS = 0;
  for (const pointIndex of new Set([0, points.length - 1])) {
    try {
      compute({ pointIndex, from: 0, to: 0 });
      const begunS = clockS();
      for (let from = 0; clockS() - begunS < PROBE_S && from < 1e5; from += PROBE_TRIALS) {
        compute({ pointIndex, from, to: from + PROBE_TRIALS });
        trials += PROBE_TRIALS;
      }
      spentS += clockS() - begunS;
    } catch {
      // a task will tell what is wrong with this point
    }
  }
  return trials === 0 ? DEFAULT_TRIALS : Math.max(1, Math.ceil((TASK_S * trials) / Math.max(spentS, 1e-3)));
}
