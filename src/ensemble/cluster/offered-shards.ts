import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { parseOrUndefined } from '../parse-json.ts';
import { parseShardId, type Shard, shardId } from '../shards/shard.ts';
import type { StudyJob } from '../study/study-job.ts';
import { failureSchema, failuresKey, jobIdOf, KEEP_S, type Payload, resultsKey, studyKey } from './names.ts';

/** How often the queue hands a shard out that throws. */
const TRIES = 3;
/** Jobs that the queue gave up are looked through so many at a time. */
const FAILED_AT_ONCE = 200;

/** A shard that nobody will compute any more unless it is offered again. */
export interface GivenUp {
  shard: Shard;
  /** Its computation failed every try; otherwise workers refused it before they computed anything. */
  isFailure: boolean;
  why: string;
}

/** The shards of one study in the queue of a broker. Says what became of them; what to do about it is decided elsewhere. */
export class OfferedShards {
  readonly #queue: Queue;
  readonly #redis: Redis;
  readonly #job: StudyJob;
  readonly #jobHash: string;

  constructor(queue: Queue, redis: Redis, job: StudyJob, jobHash: string) {
    this.#queue = queue;
    this.#redis = redis;
    this.#job = job;
    this.#jobHash = jobHash;
  }

  /** Puts the study where workers find it, without what an earlier coordinator learnt of failures. */
  async publish(): Promise<void> {
    await this.#putStudy();
    await this.#redis.del(failuresKey(this.#jobHash));
    for (const job of await this.#queue.getFailed())
      if (this.#shardOf(job?.id)) await job.remove().catch(() => undefined);
  }

  /** Shards that an earlier coordinator left in the queue. */
  async left(): Promise<Shard[]> {
    const jobs = await this.#queue.getJobs(['waiting', 'active', 'delayed', 'prioritized']);
    return jobs.flatMap((job) => this.#shardOf(job?.id) ?? []);
  }

  /** Puts shards into the queue; one that is there already stays as it is. */
  async offer(shards: readonly Shard[]): Promise<void> {
    if (shards.length === 0) return;
    // another coordinator of the same study may have ended, and taken it away
    if ((await this.#redis.exists(studyKey(this.#jobHash))) === 0) await this.#putStudy();
    const { version, catalogHash } = this.#job;
    await this.#queue.addBulk(
      shards.map((shard) => {
        const data: Payload = { study: this.#jobHash, shard: shardId(shard), version, catalogHash };
        const opts = {
          jobId: this.#jobId(shard),
          attempts: TRIES,
          backoff: { type: 'fixed', delay: 500 },
          removeOnComplete: true,
          removeOnFail: { age: KEEP_S },
        };
        return { name: 'shard', data, opts };
      }),
    );
  }

  /** Takes a shard out of the queue; one that is being computed stays. */
  async withdraw(shard: Shard): Promise<void> {
    await this.#queue.remove(this.#jobId(shard)).catch(() => undefined);
  }

  /** Offers again what neither waits nor left a result: a broker that lost its memory, say. */
  async offerLost(shards: readonly Shard[]): Promise<void> {
    const absent = await this.#without(shards, (shard, asked) => asked.exists(this.#queue.toKey(this.#jobId(shard))));
    const lost = await this.#without(absent, (shard, asked) => {
      asked.hexists(resultsKey(this.#jobHash), shardId(shard));
    });
    await this.offer(lost);
  }

  /** What workers left word of, and what the queue gave up without one: its worker died each time. Each is told once. */
  async givenUp(): Promise<GivenUp[]> {
    const told = await this.#reportedFailures();
    const jobs = await this.#queue.getFailed(0, FAILED_AT_ONCE);
    for (const job of jobs) {
      const shard = this.#shardOf(job?.id);
      if (!shard) continue;
      const why = job.failedReason ?? 'unknown';
      await job.remove().catch(() => undefined);
      if (!told.some((other) => shardId(other.shard) === shardId(shard)))
        told.push({ shard, isFailure: !why.startsWith('refused: '), why });
    }
    return told;
  }

  /** Leaves nothing of the study in the broker. */
  async forget(): Promise<void> {
    const hash = this.#jobHash;
    await this.#redis.del(studyKey(hash), resultsKey(hash), failuresKey(hash));
  }

  async #reportedFailures(): Promise<GivenUp[]> {
    const key = failuresKey(this.#jobHash);
    const found: GivenUp[] = [];
    for (const [id, text] of Object.entries(await this.#redis.hgetall(key))) {
      const shard = parseShardId(id);
      const { success, data } = failureSchema.safeParse(parseOrUndefined(text));
      if (shard) {
        await this.withdraw(shard);
        const isFailure = success && data.kind === 'failed';
        found.push({ shard, isFailure, why: success ? data.error : 'a worker gave it up' });
      }
      await this.#redis.hdel(key, id);
    }
    return found;
  }

  /** The shards for which the broker says no, asked all at once. */
  async #without(
    shards: readonly Shard[],
    ask: (shard: Shard, asked: ReturnType<Redis['pipeline']>) => void,
  ): Promise<Shard[]> {
    if (shards.length === 0) return [];
    const asked = this.#redis.pipeline();
    for (const shard of shards) ask(shard, asked);
    const answers = (await asked.exec()) ?? [];
    return shards.filter((_, i) => answers[i]?.[1] === 0);
  }

  async #putStudy(): Promise<void> {
    await this.#redis.set(studyKey(this.#jobHash), JSON.stringify(this.#job), 'EX', KEEP_S);
  }

  #jobId(shard: Shard): string {
    return jobIdOf(this.#jobHash, shardId(shard));
  }

  /** The shard of this study that a job of the queue is for. */
  #shardOf(jobId: string | undefined): Shard | undefined {
    const start = jobIdOf(this.#jobHash, '');
    return jobId?.startsWith(start) ? parseShardId(jobId.slice(start.length)) : undefined;
  }
}
