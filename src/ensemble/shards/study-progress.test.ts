import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EffectTally } from '../../effect/effect.ts';
import { effectTimes } from '../../flow/effect.ts';
import { leakReasons } from '../../flow/outcomes.ts';
import { randomStream } from '../../num/random.ts';
import { QuantileSketch } from '../../num/sketch.ts';
import { resultHash } from '../results/result-hash.ts';
import type { StopRule, StudyJob } from '../study/study-job.ts';
import { checkDoneShard, type DoneShard, doneShard, parseShardId, type Shard, shardId } from './shard.ts';
import { ConflictError, StudyProgress } from './study-progress.ts';

function jobOf(rule: StopRule, points = 3): StudyJob {
  return {
    format: 1,
    version: 'test',
    catalogHash: '0123456789abcdef',
    scenarioFile: 's.yaml',
    scenarioText: '',
    files: {},
    seed: 1,
    inputs: [{ name: 'x', paths: [['threat', 0, 'count']] }],
    points: Array.from({ length: points }, (_, i) => [i]),
    rule,
    record: [],
  };
}

/** A raid of one missile that is stopped with a chance that depends on the point; draws belong to the trial. */
function compute({ pointIndex, from, to }: Shard): DoneShard {
  const state = new EffectTally().state();
  const times = effectTimes.map(() => new QuantileSketch());
  for (let trial = from; trial < to; trial++) {
    const random = randomStream(1, trial, `point-${pointIndex}`);
    const leakers = random.bernoulli(0.3 + 0.2 * pointIndex) ? 0 : 1;
    state.trials++;
    state.threats++;
    state.allEngagedTrials++;
    state.trialsByLeakers[leakers] = (state.trialsByLeakers[leakers] ?? 0) + 1;
    if (leakers) state.leakersByReason[leakReasons.length - 1]++;
    times[0].add(random.uniform() * 100);
  }
  state.trialsByLeakers = Array.from(state.trialsByLeakers, (count) => count ?? 0);
  const effect = { ...state, times: times.map((sketch) => sketch.state()) };
  return doneShard({ pointIndex, from, to }, { effect, layerIds: [], notes: [] });
}

/** Runs a study with shards of given sizes, each finished at a random time, some twice. */
function runAnyhow(job: StudyJob, sizes: number[], seed: number): StudyProgress {
  const progress = new StudyProgress(job);
  const random = randomStream(seed, 0, 'order');
  const under: Shard[] = [];
  for (let i = 0; !progress.isOver; i++) {
    const shard = progress.next(sizes[i % sizes.length]);
    if (shard) under.push(shard);
    if (under.length === 0) throw new Error('stuck');
    if (shard && under.length < 6 && random.bernoulli(0.7)) continue;
    const [picked] = under.splice(random.integer(under.length), 1) as [Shard];
    if (random.bernoulli(0.1)) {
      progress.release(picked);
      continue;
    }
    const done = compute(picked);
    expect(progress.accept(picked, done)).toBe('new');
    if (random.bernoulli(0.2)) expect(progress.accept(picked, done)).toBe('duplicate');
    expectCounts(progress);
  }
  return progress;
}

/** The running counts are those of all points together. */
function expectCounts({ points, trials, completeCount }: StudyProgress): void {
  expect(trials.done).toBe(points.reduce((sum, { done }) => sum + done.size, 0));
  expect(trials.wanted).toBe(points.reduce((sum, { target }) => sum + target, 0));
  expect(completeCount).toBe(points.filter(({ state }) => state === 'complete').length);
}

const rules: StopRule[] = [
  { trials: 57 },
  { output: 'noLeaker', halfWidth: 0.06, minTrials: 40, maxTrials: 400 },
  { output: 'expectedLeakers', halfWidth: 0.05, minTrials: 30, maxTrials: 300 },
];

test.each(rules)('any sizes, order, repeats and hand-backs give the same result: %j', (rule) => {
  const plain = runAnyhow(jobOf(rule), [1000], 0);
  expect(plain.isComplete).toBe(true);
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 }),
      fc.nat(1e6),
      (sizes, seed) => {
        expect(resultHash(runAnyhow(jobOf(rule), sizes, seed))).toBe(resultHash(plain));
      },
    ),
    { numRuns: 25 },
  );
});

test('every trial is counted once, and the hash sees a single count', () => {
  const progress = runAnyhow(jobOf({ trials: 100 }), [7, 13], 3);
  for (const point of progress.points) {
    expect(point.tally.state().trials).toBe(100);
    expect(point.done.size).toBe(100);
  }
  const other = runAnyhow(jobOf({ trials: 101 }), [7, 13], 3);
  expect(resultHash(other)).not.toBe(resultHash(progress));
});

test('the interval rule stops each point as soon as its interval is narrow', () => {
  const progress = runAnyhow(jobOf(rules[1]), [9], 5);
  for (const { target, tally } of progress.points) {
    expect(target).toBeLessThanOrEqual(400);
    expect(tally.state().trials).toBe(target);
  }
  expect(progress.points.some(({ target }) => target < 400)).toBe(true);
});

test('a duplicate with another result is an error; one that overlaps is dropped', () => {
  const progress = new StudyProgress(jobOf({ trials: 20 }, 1));
  const shard = progress.next(10)!;
  progress.accept(shard, compute(shard));
  const other = doneShard(shard, { ...compute(shard).result, notes: [{ code: 'other' }] });
  expect(() => progress.accept(shard, other)).toThrow(ConflictError);
  const overlap = { pointIndex: 0, from: 5, to: 15 };
  expect(progress.accept(overlap, compute(overlap))).toBe('duplicate');
  expect(progress.points[0].done.size).toBe(10);
  expect(progress.next(100)).toEqual({ pointIndex: 0, from: 10, to: 20 });
});

test('a shard that is given up closes its point as failed; the others finish', () => {
  const progress = new StudyProgress(jobOf({ trials: 20 }, 2));
  for (let shard = progress.next(6); shard; shard = progress.next(6)) {
    if (shard.pointIndex === 0 && shard.from === 6) progress.fail(shard, 'no such missile');
    else progress.accept(shard, compute(shard));
  }
  expect(progress.isOver).toBe(true);
  expect(progress.isComplete).toBe(false);
  expect(progress.points.map(({ state }) => state)).toEqual(['failed', 'complete']);
  expect(progress.failures).toEqual([{ shard: 'p0-t6-12', pointIndex: 0, inputs: { x: 0 }, error: 'no such missile' }]);
});

test('names of shards are read back, and nothing else is', () => {
  fc.assert(
    fc.property(fc.nat(1e6), fc.nat(1e6), fc.nat(1000), (pointIndex, from, length) => {
      const shard = { pointIndex, from, to: from + length };
      expect(parseShardId(shardId(shard))).toEqual(shard);
    }),
  );
  for (const word of ['', 'p1-t5-4', 'p01-t0-1', 'p1-t0-1 ', '../p1-t0-1', 'p-1-t0-1', 'p1-t0-99999999999'])
    expect(parseShardId(word), word).toBeUndefined();
});

test('a result that was changed on the way is refused', () => {
  const done = compute({ pointIndex: 0, from: 0, to: 5 });
  expect(checkDoneShard(JSON.parse(JSON.stringify(done)))).toHaveProperty('done');
  const refused: unknown[] = [
    null,
    'p0-t0-5',
    { ...done, hash: '0'.repeat(64) },
    { ...done, extra: 1 },
    { ...done, result: { ...done.result, notes: [{ code: 'changed' }] } },
    doneShard({ pointIndex: 0, from: 0, to: 6 }, done.result),
    JSON.parse('{"id":"p0-t0-5","hash":"x","result":{"__proto__":{}}}'),
  ];
  for (const each of refused) expect(checkDoneShard(each)).toHaveProperty('refused');
});

const goal = { output: 'noLeaker' as const, level: 0.6, isAtMost: false };
const spending: StopRule = { output: 'noLeaker', halfWidth: 0.2, minTrials: 50, maxTrials: 3200 };

test('a point whose interval holds the level goes on, one that is clear of it stops', () => {
  // chances of 0.3, 0.5, 0.7
  const job = { ...jobOf(spending), goals: [{ ...goal, level: 0.52 }] };
  const { points } = runAnyhow(job, [40], 2);
  expect(points[0].target).toBeLessThan(points[1].target);
  expect(points[1].target).toBeGreaterThan(1000);
  expect(runAnyhow(jobOf(spending), [40], 2).points.map(({ target }) => target)).toEqual([50, 50, 50]);
});

/** Three levels and what lies between them, in the order of a plan: the grid, then the rest. */
function searchJob(points = [0, 1, 2, 0.25, 0.5, 0.75, 1.25, 1.5, 1.75]): StudyJob {
  const search = { goal, axis: 0, gridCount: 3 };
  return { ...jobOf(spending), points: points.map((value) => [value]), goals: [goal], search };
}

/** As `compute`, for a point by its value. */
const computeAt = (job: StudyJob, shard: Shard): DoneShard => {
  const done = compute({ ...shard, pointIndex: job.points[shard.pointIndex][0] as number });
  return doneShard(shard, done.result);
};

function runSearch(job: StudyJob, sizes: number[], seed: number): StudyProgress {
  const progress = new StudyProgress(job);
  const random = randomStream(seed, 0, 'order');
  const under: Shard[] = [];
  for (let i = 0; !progress.isOver; i++) {
    const shard = progress.next(sizes[i % sizes.length]);
    if (shard) under.push(shard);
    if (shard && under.length < 5 && random.bernoulli(0.6)) continue;
    const [picked] = under.splice(random.integer(under.length), 1) as [Shard];
    progress.accept(picked, computeAt(job, picked));
    expectCounts(progress);
  }
  return progress;
}

test('a search halves the gap that holds the level, and leaves the rest alone', () => {
  const job = searchJob();
  const plain = runSearch(job, [1000], 1);
  expect(plain.isComplete).toBe(true);
  // 0.3 + 0.2 x is 0.6 at 1.5: between 1 and 2
  expect(plain.points.map(({ state }) => state)).toEqual([
    ...Array(3).fill('complete'),
    ...Array(3).fill('idle'),
    ...Array(3).fill('complete'),
  ]);
  for (const seed of [2, 3, 4]) expect(resultHash(runSearch(job, [13 * seed, 7], seed))).toBe(resultHash(plain));
});

test('a search that was interrupted goes on to the same end', () => {
  const job = searchJob();
  const whole = runSearch(job, [200], 1);
  const shards: DoneShard[] = [];
  const first = new StudyProgress(job);
  for (let i = 0; i < 12; i++) {
    const shard = first.next(100)!;
    const done = computeAt(job, shard);
    first.accept(shard, done);
    shards.push(done);
  }
  const again = new StudyProgress(job);
  for (const done of shards) again.accept(parseShardId(done.id)!, done);
  expect(again.trials).toEqual(first.trials);
  while (!again.isOver) {
    const shard = again.next(77)!;
    again.accept(shard, computeAt(job, shard));
  }
  expect(resultHash(again)).toBe(resultHash(whole));
});
