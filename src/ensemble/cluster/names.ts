import * as z from 'zod';

/** Prefix of every key in the broker. */
export const PREFIX = 'cupola';
/** Keys of a study that nobody touches are forgotten after this. */
export const KEEP_S = 14 * 86_400;

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);

/** What makes two programs give the same bits. */
export interface Engine {
  version: string;
  catalogHash: string;
}

/** Queue of an engine: workers of another version are never offered its shards. */
export function queueName({ version, catalogHash }: Engine): string {
  return `shards-${version.replaceAll(':', '_')}-${catalogHash}`;
}

export const studyKey = (hash: string) => `${PREFIX}:study:${hash}`;
export const resultsKey = (hash: string) => `${PREFIX}:results:${hash}`;
export const failuresKey = (hash: string) => `${PREFIX}:failures:${hash}`;
export const workersKey = `${PREFIX}:workers`;

/** What stands in a job of the queue: names only; the study itself is fetched by its hash. */
export const payloadSchema = z.strictObject({
  study: hex64,
  shard: z.string().max(60),
  version: z.string().max(100),
  catalogHash: z.string().max(64),
});
export type Payload = z.infer<typeof payloadSchema>;

/** What a worker leaves for a shard that it gave up. */
export const failureSchema = z.strictObject({ kind: z.enum(['failed', 'refused']), error: z.string().max(4000) });
export type Failure = z.infer<typeof failureSchema>;

/** Name of the job of a shard. */
export function jobIdOf(hash: string, shard: string): string {
  return `${hash.slice(0, 24)}-${shard}`;
}

/** What a worker says of itself. */
export const workerSchema = z.strictObject({
  version: z.string().max(100),
  catalogHash: z.string().max(64),
  threads: z.number().int().min(1).max(100_000),
  seenS: z.number(),
});
export type WorkerNote = z.infer<typeof workerSchema>;
/** A worker that was not heard of for this long is gone. */
export const WORKER_GONE_S = 15;
