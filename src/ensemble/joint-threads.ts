import type { JointTable } from '../flow/joint.ts';
import { type JointPlan, type JointRow, jointTableOf, variantTable } from '../run/joint.ts';
import { threadPool } from './thread-pool.ts';

export interface JointThreadOptions {
  /** Bundled script of `joint-worker.ts`. */
  script: URL;
  threadCount: number;
  /** Told the number of draws that are done. */
  onProgress?: (done: number) => void;
  signal?: AbortSignal;
}

/** The table of a plan, and one for each of its variants. */
export interface JointTables {
  base: JointTable;
  variants: JointTable[];
}

/**
 * All draws of a plan on several threads, one draw a task; on abort, those that were done.
 *
 * The same tables as on one thread, whatever the number of threads.
 */
export async function jointThreads(plan: JointPlan, options: JointThreadOptions): Promise<JointTables> {
  const { script, threadCount, onProgress, signal } = options;
  const tasks = Array.from({ length: plan.table.draws + 1 }, (_, draw) => ({ draw }));
  const pool = threadPool<{ draw: number }, JointRow | null>(script, plan, Math.min(threadCount, tasks.length));
  const rows: JointRow[] = [];
  let leftOutCount = 0;
  try {
    await pool.run(
      tasks,
      (row) => {
        if (row) rows.push(row);
        else leftOutCount++;
        onProgress?.(rows.length + leftOutCount);
      },
      signal,
    );
  } finally {
    await pool.close();
  }
  const base = jointTableOf(plan, rows, leftOutCount);
  return { base, variants: plan.variants.events.map((_, v) => variantTable(base, plan, rows, v)) };
}
