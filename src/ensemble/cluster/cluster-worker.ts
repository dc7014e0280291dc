import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { type Job, UnrecoverableError, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { plainly, type Said, said } from '../../flow/said.ts';
import { parseShardId, type Shard } from '../shards/shard.ts';
import type { ShardPool } from '../shards/shard-pool.ts';
import { jobHash, type StudyJob, studyJobSchema } from '../study/study-job.ts';
import type { ClusterAddress } from './address.ts';
import { isForNow, orBrokerProblem } from './broker-fault.ts';
import { connect } from './connect.ts';
import {
  type Engine,
  type Failure,
  failuresKey,
  KEEP_S,
  type Payload,
  PREFIX,
  payloadSchema,
  queueName,
  resultsKey,
  studyKey,
  type WorkerNote,
  workersKey,
} from './names.ts';
import { sealed } from './seal.ts';

/** How results name the worker that they are of. */
const WORKER_NAME = `${hostname()}:${process.pid}`;
const KEEP_STUDIES = 4;
const HEARTBEAT_MS = 3000;
/** A worker that is silent for this long has lost its shards to others. */
const LOCK_MS = 8000;
/** A shard that took so many workers with it is given up. */
const MAX_DEATHS = 5;
const CLOSE_MS = 10_000;
/** How long to wait before a full broker is asked again. */
const ROOM_MS = 1000;

/** Leaves a result while its study is there: one that comes after the end, a shard computed twice, would stay behind. */
const LEAVE = `
if redis.call('exists', KEYS[1]) == 1 then
  redis.call('hset', KEYS[2], ARGV[1], ARGV[2])
  redis.call('expire', KEYS[2], ARGV[3])
end`;

export interface ClusterWorkerOptions {
  address: ClusterAddress;
  engine: Engine;
  pool: ShardPool;
  note: (said: Said) => void;
  signal: AbortSignal;
}

/**
 * Takes shards from a broker until the signal, computes them on the threads of a pool and leaves the results there.
 *
 * This thread only waits and renews locks, so a long shard never looks dead. What it is sent is checked: form, version,
 * catalog, hash of the study, range of the shard. The result is in the broker before the shard counts as done.
 */
export async function clusterWorker(options: ClusterWorkerOptions): Promise<void> {
  const { address, engine, pool, note, signal } = options;
  const redis = await connect(address, note, signal);
  const studies = new Map<string, StudyJob>();
  const process = async (job: Job): Promise<null> => {
    const { payload, shard, study } = await accept(job, redis, engine, studies);
    const begun = performance.now();
    const done = await pool.run(payload.study, study, shard);
    const spentS = (performance.now() - begun) / 1000;
    const key = resultsKey(payload.study);
    const text = sealed(address.secret, payload.study, { worker: WORKER_NAME, spentS, done });
    const leave = () => redis.eval(LEAVE, 2, studyKey(payload.study), key, done.id, text, KEEP_S);
    await untilThereIsRoom(leave, signal, (why) => say(why));
    return null;
  };
  const worker = new Worker(queueName(engine), process, {
    connection: { ...address.options },
    prefix: PREFIX,
    concurrency: pool.size,
    lockDuration: LOCK_MS,
    stalledInterval: LOCK_MS / 2,
    maxStalledCount: MAX_DEATHS,
    drainDelay: 1,
  });
  worker.on('failed', (job, error) => void reportFailure(redis, job, error, note));
  let lastError = '';
  const say = (why: string) => {
    if (why !== lastError) note(said('cluster.broker', { why }));
    lastError = why;
  };
  let refuse: (error: unknown) => void = () => undefined;
  const refused = new Promise<never>((_, reject) => {
    refuse = reject;
  });
  refused.catch(() => undefined);
  worker.on('error', (error) => {
    const problem = orBrokerProblem(address, error);
    if (problem !== error) refuse(problem);
    else say(address.scrub(error.message || String((error as NodeJS.ErrnoException).code)));
  });
  const { stop, begun } = heartbeat(redis, engine, pool.size);
  begun.catch((error) => refuse(orBrokerProblem(address, error)));
  const { version, catalogHash: catalog } = engine;
  note(said('cluster.worker', { version, catalog, threads: pool.size, address: address.shown }));
  try {
    await Promise.race([refused, aborted(signal)]);
  } finally {
    await Promise.race([worker.close(), new Promise((resolve) => setTimeout(resolve, CLOSE_MS).unref())]);
    await stop();
    redis.disconnect();
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Does something as often as it takes while the broker is full: what was computed is not thrown away for that. */
async function untilThereIsRoom(
  action: () => Promise<unknown>,
  signal: AbortSignal,
  say: (why: string) => void,
): Promise<void> {
  for (;;) {
    try {
      await action();
      return;
    } catch (error) {
      if (!isForNow(error) || signal.aborted) throw error;
      say((error as Error).message);
      await new Promise((resolve) => setTimeout(resolve, ROOM_MS));
    }
  }
}

/** Checks everything about a job before anything is computed. @throws UnrecoverableError */
async function accept(
  job: Job,
  redis: Redis,
  engine: Engine,
  studies: Map<string, StudyJob>,
): Promise<{ payload: Payload; shard: Shard; study: StudyJob }> {
  const checked = payloadSchema.safeParse(job.data);
  if (!checked.success) throw new Refused('not a shard of a study');
  const payload = checked.data;
  if (payload.version !== engine.version || payload.catalogHash !== engine.catalogHash)
    throw new Refused(`made for cupola ${payload.version}, catalog ${payload.catalogHash}`);
  const study = studies.get(payload.study) ?? (await fetchStudy(redis, payload.study, engine));
  studies.set(payload.study, study);
  for (const oldest of studies.keys()) if (studies.size > KEEP_STUDIES) studies.delete(oldest);
  const shard = parseShardId(payload.shard);
  const most = 'trials' in study.rule ? study.rule.trials : study.rule.maxTrials;
  if (!shard || shard.pointIndex >= study.points.length || shard.to > most || shard.from === shard.to)
    throw new Refused('not a shard of its study');
  return { payload, shard, study };
}

async function fetchStudy(redis: Redis, hash: string, engine: Engine): Promise<StudyJob> {
  const text = await redis.get(studyKey(hash));
  if (text === null) throw new Refused('its study is not there');
  let job: unknown;
  try {
    job = JSON.parse(text);
  } catch {
    throw new Refused('its study is not readable');
  }
  const checked = studyJobSchema.safeParse(job);
  if (!checked.success || jobHash(job as StudyJob) !== hash)
    throw new Refused('its study does not have the hash it is named by');
  if (checked.data.version !== engine.version || checked.data.catalogHash !== engine.catalogHash)
    throw new Refused(`its study was made for cupola ${checked.data.version}, catalog ${checked.data.catalogHash}`);
  return job as StudyJob;
}

/** Refused before it was computed: nothing is wrong with the shard itself. */
class Refused extends UnrecoverableError {
  constructor(why: string) {
    super(`refused: ${why}`);
  }
}

/** Leaves word of a shard that will not be tried again. */
async function reportFailure(
  redis: Redis,
  job: Job | undefined,
  error: Error,
  note: (said: Said) => void,
): Promise<void> {
  const isRefused = error.message.startsWith('refused: ');
  note(plainly(`${job?.id ?? 'a shard'}: ${error.message}`.slice(0, 500)));
  if (!job?.finishedOn) return;
  const checked = payloadSchema.safeParse(job.data);
  if (!checked.success) return;
  const failure: Failure = { kind: isRefused ? 'refused' : 'failed', error: error.message.slice(0, 4000) };
  await redis.hset(failuresKey(checked.data.study), checked.data.shard, JSON.stringify(failure));
  await redis.expire(failuresKey(checked.data.study), KEEP_S);
}

/** Tells the coordinators that this worker is there; the clock is the broker's. */
function heartbeat(redis: Redis, engine: Engine, threads: number): { begun: Promise<void>; stop(): Promise<void> } {
  const id = randomUUID();
  const beat = async () => {
    const [seconds] = await redis.time();
    const word: WorkerNote = { ...engine, threads, seenS: Number(seconds) };
    await redis.hset(workersKey, id, JSON.stringify(word));
  };
  const begun = beat();
  const timer = setInterval(() => void beat().catch(() => undefined), HEARTBEAT_MS);
  const stop = async () => {
    clearInterval(timer);
    const gone = redis.hdel(workersKey, id).catch(() => undefined);
    await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 1000).unref())]);
  };
  return { begun, stop };
}
