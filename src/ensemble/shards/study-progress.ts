import { EffectTally } from '../../effect/effect.ts';
import type { Said } from '../../flow/said.ts';
import type { ShardFailure } from '../../flow/study.ts';
import { inputsOf, type StudyJob } from '../study/study-job.ts';
import { IntervalSet } from './interval-set.ts';
import { pointsToOpen, type SearchLine, searchLines } from './line-search.ts';
import { type DoneShard, type Shard, type ShardResult, shardId } from './shard.ts';
import { firstTarget, nextTarget, standingAt } from './stop-rule.ts';

/** One design point on its way. */
export interface PointState {
  /** Trials after which the point is looked at. */
  target: number;
  done: IntervalSet;
  /** Shards that are being computed, by name. */
  under: Map<string, Shard>;
  failed: IntervalSet;
  /** Done, under way or failed; undefined where it must be put together anew. */
  taken: IntervalSet | undefined;
  tally: EffectTally;
  hasEffect: boolean;
  cost?: ShardResult['cost'];
  layerIds: string[];
  notes: Said[];
  /** `idle`: between the levels of a search, and not needed so far. */
  state: 'open' | 'complete' | 'failed' | 'idle';
}

/** The same shard came twice with different results: something is not deterministic. */
export class ConflictError extends Error {}

/**
 * What is done, what is under way and what comes next: the only judge of all three.
 *
 * Holds one tally a point, whatever the number of trials. Shards may be of any size and come in any order; a shard that
 * overlaps what is counted is dropped.
 */
export class StudyProgress {
  readonly job: StudyJob;
  readonly points: PointState[];
  readonly failures: ShardFailure[] = [];
  readonly #hashes = new Map<string, string>();
  /** By point: the line of the search that it lies on. */
  readonly #lines: SearchLine[];
  /** Points that may have trials to hand out. */
  #pending: number[];
  #openCount: number;
  #underCount = 0;
  /** Counted as they change: a study of many points is asked after every shard. */
  #completeCount = 0;
  #doneTrials = 0;
  #wantedTrials: number;

  constructor(job: StudyJob) {
    this.job = job;
    const target = firstTarget(job.rule);
    const firstCount = job.search?.gridCount ?? job.points.length;
    this.points = job.points.map((_, i) => (i < firstCount ? newPoint(target) : { ...newPoint(0), state: 'idle' }));
    this.#lines = searchLines(job);
    this.#pending = [...this.points.keys()].slice(0, firstCount).reverse();
    this.#openCount = firstCount;
    this.#wantedTrials = target * firstCount;
  }

  /** Whether no point is open: every one complete, or given up. */
  get isOver(): boolean {
    return this.#openCount === 0;
  }

  /** Whether every point is complete. */
  get isComplete(): boolean {
    return this.#completeCount === this.pointCount;
  }

  /** Shards that are being computed. */
  get underCount(): number {
    return this.#underCount;
  }

  /** Trials counted, and trials known to be wanted so far. */
  get trials(): { done: number; wanted: number } {
    return { done: this.#doneTrials, wanted: this.#wantedTrials };
  }

  /** Points that are or were to be computed: those of the grid, and those between its levels that the search needed so far. */
  get pointCount(): number {
    return this.points.reduce((sum, { state }) => sum + Number(state !== 'idle'), 0);
  }

  /** Points that have all their trials. */
  get completeCount(): number {
    return this.#completeCount;
  }

  get doneShardCount(): number {
    return this.#hashes.size;
  }

  /** The next piece of work, of at most `size` trials; undefined when none is to be had now. */
  next(size: number): Shard | undefined {
    for (let pointIndex = this.#pending.at(-1); pointIndex !== undefined; pointIndex = this.#pending.at(-1)) {
      const gap = this.#gap(pointIndex);
      if (gap) {
        const shard = { pointIndex, from: gap[0], to: Math.min(gap[1], gap[0] + size) };
        this.claim(shard);
        return shard;
      }
      this.#pending.pop();
    }
    return undefined;
  }

  /** Notes that a shard is being computed. */
  claim(shard: Shard): void {
    const { under, taken } = this.points[shard.pointIndex];
    const id = shardId(shard);
    if (!under.has(id)) this.#underCount++;
    under.set(id, shard);
    taken?.add(shard.from, shard.to);
  }

  /** Hands a shard back: somebody else may compute its trials. */
  release(shard: Shard): void {
    if (!this.#drop(shard)) return;
    this.points[shard.pointIndex].taken = undefined;
    this.#pending.push(shard.pointIndex);
  }

  /** What came out for a shard before, if anything did. */
  hashOf(id: string): string | undefined {
    return this.#hashes.get(id);
  }

  /**
   * Counts a shard, once.
   *
   * @returns `duplicate` for one that is counted already, as a whole or in part: nothing changes
   * @throws ConflictError for a shard that came before with another result
   */
  accept(shard: Shard, { id, hash, result }: DoneShard): 'new' | 'duplicate' {
    const point = this.points[shard.pointIndex];
    if (!point) throw new RangeError(`pointIndex must be under ${this.points.length}: ${shard.pointIndex}`);
    const known = this.#hashes.get(id);
    if (known !== undefined && known !== hash)
      throw new ConflictError(
        `shard ${id} came twice with different results: ${known.slice(0, 12)}, ${hash.slice(0, 12)}`,
      );
    const isEmpty = shard.from === shard.to;
    if (known !== undefined || point.done.touches(shard.from, shard.to) || (isEmpty && point.state !== 'open')) {
      this.release(shard);
      return 'duplicate';
    }
    this.#drop(shard);
    this.#hashes.set(id, hash);
    point.done.add(shard.from, shard.to);
    this.#doneTrials += shard.to - shard.from;
    point.taken?.add(shard.from, shard.to);
    point.layerIds = result.layerIds;
    if (result.effect) {
      point.hasEffect = true;
      point.tally.merge(EffectTally.from(result.effect));
    }
    if (result.cost) point.cost = result.cost;
    const told = new Set(point.notes.map((note) => JSON.stringify(note)));
    for (const note of result.notes) if (!told.has(JSON.stringify(note))) point.notes.push(note);
    this.#settle(shard.pointIndex);
    return 'new';
  }

  /** Gives a shard up; its point will not be complete. */
  fail(shard: Shard, error: string): void {
    const point = this.points[shard.pointIndex];
    this.#drop(shard);
    if (point.done.touches(shard.from, shard.to)) return;
    point.failed.add(shard.from, shard.to);
    point.taken = undefined;
    const inputs = inputsOf(this.job, shard.pointIndex);
    this.failures.push({ shard: shardId(shard), pointIndex: shard.pointIndex, inputs, error });
    this.#settle(shard.pointIndex);
  }

  #gap(pointIndex: number): [number, number] | undefined {
    const point = this.points[pointIndex];
    if (point.state !== 'open') return undefined;
    point.taken ??= takenOf(point);
    return point.taken.firstGap(point.target);
  }

  #drop(shard: Shard): boolean {
    const wasUnder = this.points[shard.pointIndex].under.delete(shardId(shard));
    if (wasUnder) this.#underCount--;
    return wasUnder;
  }

  /** Closes a point that has all its trials, or sets its next target; opens others where that closed a line of a search. */
  #settle(pointIndex: number): void {
    this.#close(pointIndex);
    const line = this.#lines[pointIndex];
    if (line?.every((each) => this.points[each.pointIndex].state !== 'open')) this.#refine(line);
  }

  /** Opens the points of a line that its search needs next; all others of the line are done, so their order does not matter. */
  #refine(line: SearchLine): void {
    const { goal } = this.job.search!;
    const standings = line.map(({ pointIndex }) => {
      const { state, hasEffect, tally } = this.points[pointIndex];
      return state === 'complete' && hasEffect ? standingAt(goal, tally.state(), this.job.rule) : undefined;
    });
    const opened = pointsToOpen(line, standings).filter((pointIndex) => this.points[pointIndex].state === 'idle');
    for (const pointIndex of opened) {
      const point = this.points[pointIndex];
      point.state = 'open';
      point.target = firstTarget(this.job.rule);
      this.#openCount++;
      this.#wantedTrials += point.target;
      this.#pending.push(pointIndex);
    }
    // a ledger may hold their trials already
    for (const pointIndex of opened) if (this.points[pointIndex].done.size > 0) this.#settle(pointIndex);
  }

  #close(pointIndex: number): void {
    const point = this.points[pointIndex];
    if (point.state !== 'open') return;
    if (point.done.fills(point.target)) {
      const next = point.hasEffect ? nextTarget(this.job, point.tally.state(), point.target) : undefined;
      if (next !== undefined) {
        this.#wantedTrials += next - point.target;
        point.target = next;
        this.#pending.push(pointIndex);
        return;
      }
      point.state = 'complete';
      this.#completeCount++;
      this.#openCount--;
      return;
    }
    const both = point.done.copy();
    for (const [from, to] of point.failed.ranges()) both.add(from, to);
    if (point.failed.size > 0 && both.fills(point.target)) {
      point.state = 'failed';
      this.#openCount--;
    }
  }
}

function newPoint(target: number): PointState {
  return {
    target,
    done: new IntervalSet(),
    under: new Map(),
    failed: new IntervalSet(),
    taken: undefined,
    tally: new EffectTally(),
    hasEffect: false,
    layerIds: [],
    notes: [],
    state: 'open',
  };
}

function takenOf({ done, under, failed }: PointState): IntervalSet {
  const taken = done.copy();
  for (const { from, to } of under.values()) taken.add(from, to);
  for (const [from, to] of failed.ranges()) taken.add(from, to);
  return taken;
}
