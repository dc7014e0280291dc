import { expect, test } from 'vitest';
import { EffectTally } from '../../effect/effect.ts';
import { effectTimes } from '../../flow/effect.ts';
import type { PointResult } from '../../flow/study.ts';
import { randomStream } from '../../num/random.ts';
import { QuantileSketch } from '../../num/sketch.ts';
import { normalCdf } from '../../num/special.ts';
import { levelsBetween } from '../design/levels.ts';
import { doneShard, type Shard } from '../shards/shard.ts';
import { StudyProgress } from '../shards/study-progress.ts';
import type { StudyJob } from '../study/study-job.ts';
import { frontierOf } from './frontier.ts';
import { pointColumns } from './point-columns.ts';
import { standingsOf } from './study-result.ts';

const LEVELS = [20, 40, 80, 160, 320];
const goal = { output: 'noLeaker' as const, level: 0.9, isAtMost: false };

function jobOf(within: number | undefined): StudyJob {
  const between = within === undefined ? [] : levelsBetween(LEVELS, within, true);
  return {
    format: 1,
    version: 'test',
    catalogHash: '0123456789abcdef',
    scenarioFile: 's.yaml',
    scenarioText: '',
    files: {},
    seed: 1,
    inputs: [{ name: 'planes', paths: [['p']] }],
    points: [...LEVELS, ...between].map((level) => [level]),
    rule: { output: 'noLeaker', halfWidth: 0.05, minTrials: 50, maxTrials: 3000 },
    goals: [goal],
    ...(within !== undefined && { search: { goal, axis: 0, gridCount: LEVELS.length } }),
    record: [],
  };
}

/** The row of a study whose chance of no leaker rises with the logarithm of the planes and is 0.9 at `truth`; dice by seed. */
function foundRow(truth: number, within: number | undefined, seed: number) {
  const job = jobOf(within);
  const progress = new StudyProgress(job);
  const chanceAt = (planes: number) => normalCdf(1.2815516 + 1.4 * Math.log(planes / truth));
  const compute = (shard: Shard) => {
    const random = randomStream(seed, shard.from, `point-${shard.pointIndex}`);
    const chance = chanceAt(job.points[shard.pointIndex][0] as number);
    let leaks = 0;
    const trials = shard.to - shard.from;
    for (let i = 0; i < trials; i++) if (!random.bernoulli(chance)) leaks++;
    const times = effectTimes.map(() => new QuantileSketch().state());
    const state = { ...new EffectTally().state(), trials, threats: trials, times };
    const effect = { ...state, allEngagedTrials: trials, trialsByLeakers: [trials - leaks, leaks] };
    return doneShard(shard, { effect, layerIds: [], notes: [] });
  };
  for (let shard = progress.next(3000); shard; shard = progress.next(3000)) progress.accept(shard, compute(shard));
  const points = progress.points.flatMap((point, index): PointResult[] =>
    point.state === 'idle'
      ? []
      : [
          {
            index,
            values: job.points[index],
            state: 'complete',
            trials: point.done.size,
            columns: pointColumns(point, []),
            notes: [],
          },
        ],
  );
  const inputs = [{ name: 'planes', paths: ['p'], kind: 'levels' as const }];
  return frontierOf(points, inputs, goal, 'planes', standingsOf(progress, goal)).rows[0];
}

test.each([
  // on a level, beside one, and in the middle of a gap
  [80, 10],
  [156, 10],
  [118, 10],
  [156, undefined],
])('the band of find holds the truth as often as it says: %i planes, within %s', (truth, within) => {
  const runs = 200;
  let held = 0;
  let near = 0;
  for (let seed = 1; seed <= runs; seed++) {
    const { low, high, value } = foundRow(truth, within, seed);
    if (low <= truth && truth <= high) held++;
    if (Math.abs(value - truth) <= 0.12 * truth) near++;
  }
  expect(held / runs).toBeGreaterThan(0.93);
  if (within !== undefined) expect(near / runs).toBeGreaterThan(0.95);
});
