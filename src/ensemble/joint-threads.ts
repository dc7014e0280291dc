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

/** One draw of one of several plans. */
export interface JointTask {
  plan: number;
  draw: number;
}

/**
 * All draws of some plans on several threads, one draw a task, so that none is idle before the last draw of the last plan; on abort, those that
 * were done.
 *
 * The same tables as on one thread, whatever the number of threads.
 */
export async function jointThreads(plans: readonly JointPlan[], options: JointThreadOptions): Promise<JointTables[]> {
  const { script, threadCount, onProgress, signal } = options;
  const tasks = plans.flatMap(({ table }, plan) =>
    Array.from({ length: table.draws + 1 }, (_, draw): JointTask => ({ plan, draw })),
  );
  const pool = threadPool<JointTask, JointRow | null>(script, plans, Math.min(threadCount, tasks.length));
  const flown = plans.map(() => ({ rows: [] as JointRow[], leftOutCount: 0 }));
  let done = 0;
  try {
    await pool.run(
      tasks,
      (row, { plan }) => {
        if (row) flown[plan].rows.push(row);
        else flown[plan].leftOutCount++;
        onProgress?.(++done);
      },
      signal,
    );
  } finally {
    await pool.close();
  }
  return plans.map((plan, p) => {
    const { rows, leftOutCount } = flown[p];
    const base = jointTableOf(plan, rows, leftOutCount);
    return { base, variants: plan.variants.events.map((_, v) => variantTable(base, plan, rows, v)) };
  });
}
