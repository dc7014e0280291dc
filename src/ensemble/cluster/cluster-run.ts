import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { parseOrUndefined } from '../parse-json.ts';
import type { Ledger } from '../shards/ledger.ts';
import { checkDoneShard, type DoneShard, parseShardId, type Shard, shardId } from '../shards/shard.ts';
import type { ShardSize } from '../shards/shard-size.ts';
import type { StudyProgress } from '../shards/study-progress.ts';
import type { ClusterAddress } from './address.ts';
import { liveWorkers } from './cluster-status.ts';
import { failureSchema, failuresKey, jobIdOf, KEEP_S, type Payload, resultsKey, studyKey } from './names.ts';

const MOST_OUT = 4096;
const OUT_PER_THREAD = 8;
const POLL_MS = 50;
const CHECK_MS = 3000;
const TRIES = 3;
/** A shard that workers refuse, or that comes back spoiled, is offered this often. */
const MAX_REFUSALS = 5;

export interface RunClusterOptions {
  url: string;
  jobHash: string;
  size: ShardSize;
  signal: AbortSignal;
  note: (text: string) => void;
  onShard(): void;
}

/** A study on its way through a broker: offers shards, takes results over, and finds what was lost. */
export class ClusterRun {
  readonly #progress: StudyProgress;
  readonly #ledger: Pick<Ledger, 'append'>;
  readonly #redis: Redis;
  readonly #queue: Queue;
  readonly #options: RunClusterOptions;
  readonly #address: ClusterAddress;
  readonly #refusals = new Map<string, number>();
  #cursor = '0';
  #threads = 1;
  #checkedAt = performance.now();
  #lastWord = '';

  constructor(
    progress: StudyProgress,
    ledger: Pick<Ledger, 'append'>,
    redis: Redis,
    queue: Queue,
    options: RunClusterOptions,
    address: ClusterAddress,
  ) {
    this.#progress = progress;
    this.#ledger = ledger;
    this.#redis = redis;
    this.#queue = queue;
    this.#options = options;
    this.#address = address;
  }

  /** Puts the study where workers find it, and takes over what an earlier coordinator left. */
  async begin(): Promise<void> {
    const { jobHash } = this.#options;
    await this.#redis.set(studyKey(jobHash), JSON.stringify(this.#progress.job), 'EX', KEEP_S);
    await this.#redis.del(failuresKey(jobHash));
    for (const job of await this.#queue.getFailed())
      if (this.#isOurs(job?.id)) await job.remove().catch(() => undefined);
    while (await this.#drain());
    const left = await this.#queue.getJobs(['waiting', 'active', 'delayed', 'prioritized']);
    for (const job of left) {
      const shard = this.#shardOf(job?.id);
      if (shard && this.#isOpen(shard)) this.#progress.claim(shard);
      else if (shard) await job.remove().catch(() => undefined);
    }
    await this.#lookAround();
  }

  async step(): Promise<void> {
    await this.#fill();
    const got = await this.#drain();
    if (performance.now() - this.#checkedAt > CHECK_MS) {
      this.#checkedAt = performance.now();
      await this.#lookAround();
      await this.#readFailures();
      await this.#offerLost();
    }
    if (!got) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }

  /** Leaves nothing of a finished study in the broker, and no waiting shard of an interrupted one. */
  async end(): Promise<void> {
    const { jobHash } = this.#options;
    for (const { under } of this.#progress.points)
      for (const id of under.keys()) await this.#queue.remove(jobIdOf(jobHash, id)).catch(() => undefined);
    if (this.#progress.isOver) await this.#redis.del(studyKey(jobHash), resultsKey(jobHash), failuresKey(jobHash));
  }

  #isOurs(id: string | undefined): boolean {
    return id?.startsWith(jobIdOf(this.#options.jobHash, '')) === true;
  }

  #shardOf(id: string | undefined): Shard | undefined {
    return this.#isOurs(id) ? parseShardId(id!.slice(jobIdOf(this.#options.jobHash, '').length)) : undefined;
  }

  #isOpen({ pointIndex, from, to }: Shard): boolean {
    const point = this.#progress.points[pointIndex];
    return point?.state === 'open' && to <= point.target && !point.done.touches(from, to);
  }

  /** Offers shards until enough are out. */
  async #fill(): Promise<void> {
    const { size } = this.#options;
    const most = size.isKnown
      ? Math.min(MOST_OUT, Math.max(64, OUT_PER_THREAD * this.#threads))
      : 2 * this.#threads + 2;
    const { done, wanted } = this.#progress.trials;
    const trials = size.trials(wanted - done, this.#threads);
    const shards: Shard[] = [];
    while (this.#progress.underCount < most) {
      const shard = this.#progress.next(trials);
      if (!shard) break;
      shards.push(shard);
    }
    await this.#offer(shards);
  }

  async #offer(shards: readonly Shard[]): Promise<void> {
    if (shards.length === 0) return;
    const { jobHash } = this.#options;
    const { version, catalogHash } = this.#progress.job;
    await this.#queue.addBulk(
      shards.map((shard) => {
        const data: Payload = { study: jobHash, shard: shardId(shard), version, catalogHash };
        const opts = {
          jobId: jobIdOf(jobHash, data.shard),
          attempts: TRIES,
          backoff: { type: 'fixed', delay: 500 },
          removeOnComplete: true,
          removeOnFail: { age: KEEP_S },
        };
        return { name: 'shard', data, opts };
      }),
    );
  }

  /** Takes results over: counted, on disk, then removed from the broker. @returns whether there were any */
  async #drain(): Promise<boolean> {
    const key = resultsKey(this.#options.jobHash);
    const [cursor, flat] = await this.#redis.hscan(key, this.#cursor, 'COUNT', 200);
    this.#cursor = cursor;
    if (flat.length === 0) return cursor !== '0';
    const fresh: DoneShard[] = [];
    const ids: string[] = [];
    for (let i = 0; i < flat.length; i += 2) {
      ids.push(flat[i]!);
      const done = this.#accept(flat[i]!, flat[i + 1]!);
      if (done) fresh.push(done);
    }
    if (fresh.length > 0) await this.#ledger.append(fresh);
    await this.#redis.hdel(key, ...ids);
    this.#options.onShard();
    return true;
  }

  #accept(id: string, text: string): DoneShard | undefined {
    const { size, note } = this.#options;
    const parsed = parseOrUndefined(text) as { spentS?: unknown; done?: unknown } | undefined;
    const checked = checkDoneShard(parsed?.done);
    if ('refused' in checked || checked.done.id !== id || !this.#fits(checked.shard)) {
      note(`result ${id} is refused: ${'refused' in checked ? checked.refused : 'it is no shard of this study'}`);
      const shard = parseShardId(id);
      if (shard) this.#refuse(shard, 'its result was spoiled');
      return undefined;
    }
    if (typeof parsed?.spentS === 'number') size.note(checked.shard.to - checked.shard.from, parsed.spentS);
    return this.#progress.accept(checked.shard, checked.done) === 'new' ? checked.done : undefined;
  }

  #fits({ pointIndex, from, to }: Shard): boolean {
    const point = this.#progress.points[pointIndex];
    return point !== undefined && from < to && to <= point.target;
  }

  /** Offers a shard again that nobody computed, unless that happened too often. */
  #refuse(shard: Shard, why: string): void {
    const id = shardId(shard);
    if (!this.#progress.points[shard.pointIndex]?.under.has(id)) return;
    const times = (this.#refusals.get(id) ?? 0) + 1;
    this.#refusals.set(id, times);
    if (times >= MAX_REFUSALS) this.#progress.fail(shard, why);
    else this.#progress.release(shard);
  }

  /** Counts the workers; says so when none is there. */
  async #lookAround(): Promise<void> {
    const { ours, others } = await liveWorkers(this.#redis, this.#progress.job);
    this.#threads = Math.max(
      1,
      ours.reduce((sum, { threads }) => sum + threads, 0),
    );
    const { version, catalogHash } = this.#progress.job;
    const strangers = [...new Set(others.map((other) => `${other.version} with catalog ${other.catalogHash}`))].join(
      ', ',
    );
    const word =
      ours.length > 0
        ? `${counted(ours.length, 'worker')} with ${counted(this.#threads, 'thread')} at ${this.#address.shown}`
        : `no worker of cupola ${version} with catalog ${catalogHash} at ${this.#address.shown}${strangers && `; there are workers of ${strangers}`}; waiting`;
    if (word !== this.#lastWord) this.#options.note(word);
    this.#lastWord = word;
  }

  async #readFailures(): Promise<void> {
    const { jobHash, onShard } = this.#options;
    const all = await this.#redis.hgetall(failuresKey(jobHash));
    for (const [id, text] of Object.entries(all)) {
      const shard = parseShardId(id);
      const failure = failureSchema.safeParse(parseOrUndefined(text));
      if (shard && this.#progress.points[shard.pointIndex]?.under.has(id)) {
        await this.#queue.remove(jobIdOf(jobHash, id)).catch(() => undefined);
        if (failure.success && failure.data.kind === 'failed') this.#progress.fail(shard, failure.data.error);
        else this.#refuse(shard, failure.success ? failure.data.error : 'a worker gave it up');
      }
      await this.#redis.hdel(failuresKey(jobHash), id);
      onShard();
    }
  }

  /** Offers again what is neither in the queue nor among the results: a broker that lost its memory, say. */
  async #offerLost(): Promise<void> {
    const { jobHash } = this.#options;
    const under = this.#progress.points.flatMap((point) => [...point.under]);
    if (under.length === 0) return;
    const asked = this.#redis.pipeline();
    for (const [id] of under) asked.exists(this.#queue.toKey(jobIdOf(jobHash, id)));
    const there = (await asked.exec()) ?? [];
    const absent = under.filter((_, i) => there[i]?.[1] === 0);
    if (absent.length > 0) {
      const results = this.#redis.pipeline();
      for (const [id] of absent) results.hexists(resultsKey(jobHash), id);
      const known = (await results.exec()) ?? [];
      const lost = absent.filter((_, i) => known[i]?.[1] === 0);
      if (lost.length > 0) {
        await this.#redis.set(studyKey(jobHash), JSON.stringify(this.#progress.job), 'EX', KEEP_S);
        await this.#offer(lost.map(([, shard]) => shard));
      }
    }
    await this.#failedJobs();
  }

  /** Shards that the queue gave up without a word of their worker: it died each time. */
  async #failedJobs(): Promise<void> {
    for (const job of await this.#queue.getFailed(0, 200)) {
      const shard = this.#shardOf(job?.id);
      if (!shard || !this.#progress.points[shard.pointIndex]?.under.has(shardId(shard))) continue;
      const why = job.failedReason ?? 'unknown';
      await job.remove().catch(() => undefined);
      if (why.startsWith('refused: ')) this.#refuse(shard, why);
      else this.#progress.fail(shard, why);
    }
  }
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
