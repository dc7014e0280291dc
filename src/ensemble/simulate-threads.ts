import type { Architecture } from '../flow/architecture.ts';
import type { StageTime } from '../flow/timings.ts';
import { mergeSimulations, type Simulation } from '../run/simulation.ts';
import { addTimes } from '../run/timings.ts';
import { ranges, threadPool } from './thread-pool.ts';
import type { FlownRange, TrialRange, TrialShared } from './trial-worker.ts';

/** Trials whose records are kept beside the counts. */
export const DEFAULT_KEEP = 1000;
const MAX_RANGE = 50;
/** Ranges for each thread, so that a slow one at the end holds up little. */
const RANGES_PER_THREAD = 8;

export interface ThreadOptions {
  /** Bundled script of `trial-worker.ts`. */
  script: URL;
  threadCount: number;
  keepBelow?: number;
  onProgress?: (done: number) => void;
  /** Receives what each stage took, all threads together, when the trials are done; where left out nothing is measured. */
  onTimes?: (stages: StageTime[]) => void;
  signal?: AbortSignal;
}

/**
 * All trials of an architecture on several threads; on abort, those that were done.
 *
 * The same counts as on one thread, whatever the number of threads.
 */
export async function simulateThreads(architecture: Architecture, options: ThreadOptions): Promise<Simulation> {
  const { script, threadCount, keepBelow = DEFAULT_KEEP, onProgress, onTimes, signal } = options;
  const { trials } = architecture.analysis;
  const size = Math.max(1, Math.min(MAX_RANGE, Math.ceil(trials / (threadCount * RANGES_PER_THREAD))));
  const shared: TrialShared = { architecture, keepBelow, isTimed: onTimes !== undefined };
  const pool = threadPool<TrialRange, FlownRange>(script, shared, threadCount);
  let merged: Simulation[] = [];
  let times: StageTime[] = [];
  let done = 0;
  try {
    await pool.run(
      ranges(trials, size),
      ({ simulation, stages }, { from, to }) => {
        merged.push(simulation);
        times = addTimes([times, stages]);
        if (merged.length > 64) merged = [mergeSimulations(merged)];
        done += to - from;
        onProgress?.(done);
      },
      signal,
    );
  } finally {
    await pool.close();
  }
  onTimes?.(times);
  return mergeSimulations(merged);
}
