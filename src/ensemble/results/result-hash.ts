import { createHash } from 'node:crypto';
import { canonicalJson } from '../../num/canonical-json.ts';
import type { StudyProgress } from '../shards/study-progress.ts';

/**
 * Hash of what a study came to: counts, sketches and costs of every point, whatever the shards, threads and machines were.
 */
export function resultHash({ job, points }: StudyProgress): string {
  const hash = createHash('sha256');
  points.forEach((point, i) => {
    const { tally, hasEffect, cost, target, state } = point;
    hash.update(
      canonicalJson({
        values: job.points[i],
        state,
        target,
        effect: hasEffect ? tally.state() : null,
        cost: cost ?? null,
      }),
    );
    hash.update('\n');
  });
  return hash.digest('hex');
}
