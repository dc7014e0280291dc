import type { Redis } from 'ioredis';
import { type Said, said } from '../../flow/said.ts';
import type { Word } from '../../words/template.ts';
import type { Ledger } from '../shards/ledger.ts';
import { checkDoneShard, type DoneShard, parseShardId, type Shard, shardId } from '../shards/shard.ts';
import type { ShardSize } from '../shards/shard-size.ts';
import { ConflictError, type StudyProgress } from '../shards/study-progress.ts';
import type { ClusterAddress } from './address.ts';
import { liveWorkers } from './cluster-status.ts';
import { resultsKey, type WorkerNote } from './names.ts';
import type { OfferedShards } from './offered-shards.ts';
import { Recheck, type RecheckOptions, sentBy, untrue } from './recheck.ts';
import { unsealed } from './seal.ts';

/** Shards that are out at once, at most. */
const MOST_OUT = 4096;
const OUT_PER_THREAD = 8;
const RESULTS_AT_ONCE = 200;
const POLL_MS = 50;
const CHECK_MS = 3000;
const ANOTHER_SEAL =
  'its seal is of another secret: coordinator and workers need one CUPOLA_CLUSTER_SECRET, or one password';
/** A shard that workers refuse, or that comes back spoiled, is offered this often. */
const MAX_REFUSALS = 5;

export interface RunClusterOptions {
  url: string;
  jobHash: string;
  size: ShardSize;
  signal: AbortSignal;
  note: (said: Said) => void;
  onShard(): void;
  /** What of the results is computed a second time; absent: nothing. */
  recheck?: RecheckOptions;
}

/** A study on its way through a broker: has shards offered, takes results over, and looks after what was lost. */
export class ClusterRun {
  readonly #progress: StudyProgress;
  readonly #ledger: Pick<Ledger, 'append'>;
  readonly #redis: Redis;
  readonly #offered: OfferedShards;
  readonly #options: RunClusterOptions;
  readonly #address: ClusterAddress;
  readonly #refusals = new Map<string, number>();
  readonly #recheck: Recheck;
  /** By shard: who sent the result that counts. */
  readonly #senders = new Map<string, { worker: string; hash: string }>();
  #cursor = '0';
  #threads = 1;
  #checkedAt = performance.now();
  #lastWord = '';

  constructor(
    progress: StudyProgress,
    ledger: Pick<Ledger, 'append'>,
    redis: Redis,
    offered: OfferedShards,
    options: RunClusterOptions,
    address: ClusterAddress,
  ) {
    this.#progress = progress;
    this.#ledger = ledger;
    this.#redis = redis;
    this.#offered = offered;
    this.#options = options;
    this.#address = address;
    this.#recheck = new Recheck(options.recheck);
  }

  /** Puts the study where workers find it, and takes over what an earlier coordinator left. */
  async begin(): Promise<void> {
    await this.#offered.publish();
    while (await this.#drain());
    for (const shard of await this.#offered.left())
      if (this.#isOpen(shard)) this.#progress.claim(shard);
      else await this.#offered.withdraw(shard);
    await this.#lookAround();
  }

  /**
   * Offers what there is room for and takes over what came in; every few seconds looks for what went wrong.
   *
   * @throws UntrueResultError where a worker sent a result that its shard does not have
   */
  async step(): Promise<void> {
    this.#recheck.throwIfUntrue();
    await this.#fill();
    const got = await this.#drain();
    if (performance.now() - this.#checkedAt > CHECK_MS) {
      this.#checkedAt = performance.now();
      await this.#lookAround();
      await this.#readGivenUp();
      await this.#offered.offerLost(this.#under());
    }
    if (!got) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }

  /** Waits for results that are being computed again. @throws UntrueResultError */
  async settle(): Promise<void> {
    const { underCount } = this.#recheck;
    if (underCount > 0) this.#options.note(said('cluster.recheck', { count: underCount }));
    await this.#recheck.settle();
    this.#recheck.throwIfUntrue();
  }

  /** Leaves nothing of a finished study in the broker, and no waiting shard of an interrupted one. */
  async end(): Promise<void> {
    for (const shard of this.#under()) await this.#offered.withdraw(shard);
    if (this.#progress.isOver) await this.#offered.forget();
  }

  #under(): Shard[] {
    return this.#progress.points.flatMap(({ under }) => [...under.values()]);
  }

  #isUnder(shard: Shard): boolean {
    return this.#progress.points[shard.pointIndex]?.under.has(shardId(shard)) === true;
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
    await this.#offered.offer(shards);
  }

  /** Takes results over: counted, on disk, then removed from the broker. @returns whether there may be more at once */
  async #drain(): Promise<boolean> {
    const key = resultsKey(this.#options.jobHash);
    const [cursor, flat] = await this.#redis.hscan(key, this.#cursor, 'COUNT', RESULTS_AT_ONCE);
    this.#cursor = cursor;
    if (flat.length === 0) return cursor !== '0';
    const fresh: DoneShard[] = [];
    const ids: string[] = [];
    for (let i = 0; i < flat.length; i += 2) {
      ids.push(flat[i]);
      const done = this.#accept(flat[i], flat[i + 1]);
      if (done) fresh.push(done);
    }
    if (fresh.length > 0) await this.#ledger.append(fresh);
    await this.#redis.hdel(key, ...ids);
    this.#options.onShard();
    return true;
  }

  /** A result that was not counted before, if it is sound. @throws UntrueResultError where it came before and was another */
  #accept(id: string, text: string): DoneShard | undefined {
    const { size, jobHash } = this.#options;
    const left = unsealed(this.#address.secret, jobHash, text);
    if (!left) return this.#refuseResult(id, said('cluster.another-seal'), ANOTHER_SEAL);
    const checked = checkDoneShard(left.done);
    if ('refused' in checked) return this.#refuseResult(id, checked.refused);
    const { shard, done } = checked;
    if (done.id !== id || !this.#fits(shard)) return this.#refuseResult(id, said('cluster.no-shard'));
    if (typeof left.spentS === 'number') size.note(shard.to - shard.from, left.spentS);
    const worker = typeof left.worker === 'string' ? left.worker.slice(0, 200) : 'without a name';
    if (this.#count(shard, done, worker) !== 'new') return undefined;
    this.#senders.set(id, { worker, hash: done.hash });
    this.#recheck.see(shard, done, worker);
    return done;
  }

  #count(shard: Shard, done: DoneShard, worker: string): 'new' | 'duplicate' {
    try {
      return this.#progress.accept(shard, done);
    } catch (error) {
      const first = this.#senders.get(done.id);
      if (!(error instanceof ConflictError) || !first) throw error;
      throw untrue(done.id, sentBy(first.worker, first.hash), sentBy(worker, done.hash));
    }
  }

  /** Says why a result is refused. @param recorded what a failure is recorded as */
  #refuseResult(id: string, why: Said, recorded = 'its result was spoiled'): undefined {
    this.#options.note(said('cluster.refused', { id, why }));
    const shard = parseShardId(id);
    if (shard) this.#refuse(shard, recorded);
  }

  #fits({ pointIndex, from, to }: Shard): boolean {
    const point = this.#progress.points[pointIndex];
    return point !== undefined && from < to && to <= point.target;
  }

  /** Offers a shard again that nobody computed, unless that happened too often. */
  #refuse(shard: Shard, why: string): void {
    if (!this.#isUnder(shard)) return;
    const id = shardId(shard);
    const times = (this.#refusals.get(id) ?? 0) + 1;
    this.#refusals.set(id, times);
    if (times >= MAX_REFUSALS) this.#progress.fail(shard, why);
    else this.#progress.release(shard);
  }

  async #readGivenUp(): Promise<void> {
    for (const { shard, isFailure, why } of await this.#offered.givenUp()) {
      if (!this.#isUnder(shard)) continue;
      if (isFailure) this.#progress.fail(shard, why);
      else this.#refuse(shard, why);
      this.#options.onShard();
    }
  }

  /** Counts the workers; says so when that changed, and when none is there. */
  async #lookAround(): Promise<void> {
    const { ours, others } = await liveWorkers(this.#redis, this.#progress.job);
    const threads = ours.reduce((sum, worker) => sum + worker.threads, 0);
    this.#threads = Math.max(1, threads);
    const { version, catalogHash } = this.#progress.job;
    const address = this.#address.shown;
    const word =
      ours.length > 0
        ? said('cluster.workers', { workers: ours.length, threads, address })
        : said('cluster.no-worker', { version, catalog: catalogHash, address, others: strangers(others) });
    const key = JSON.stringify(word);
    if (key !== this.#lastWord) this.#options.note(word);
    this.#lastWord = key;
  }
}

/** Which engines the workers of others are of, each once; empty for none. */
function strangers(others: readonly WorkerNote[]): Word {
  const engines = new Map(
    others.map(({ version, catalogHash: catalog }) => [
      `${version} ${catalog}`,
      said('cluster.engine', { version, catalog }),
    ]),
  );
  return engines.size > 0 ? said('cluster.other-workers', { list: [...engines.values()] }) : '';
}
