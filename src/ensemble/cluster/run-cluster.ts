import { Queue } from 'bullmq';
import { said } from '../../flow/said.ts';
import type { Ledger } from '../shards/ledger.ts';
import type { StudyProgress } from '../shards/study-progress.ts';
import { clusterAddress } from './address.ts';
import { isForNow, orBrokerProblem } from './broker-fault.ts';
import { ClusterRun, type RunClusterOptions } from './cluster-run.ts';
import { connect } from './connect.ts';
import { PREFIX, queueName } from './names.ts';
import { OfferedShards } from './offered-shards.ts';
import { UntrueResultError } from './recheck.ts';

/** How long to wait for a full broker before it is asked again. */
const WAIT_MS = 1000;
/** How long to wait for a broker at the end. */
const END_MS = 5000;

/**
 * Has the workers of a broker compute what is left of a study; on abort, what waits in the queue is taken back.
 *
 * The ledger decides what is done. The queue is asked only to hand shards out: results are read from a table, put on disk,
 * and then removed there; shards that neither wait, nor run, nor left a result are offered again.
 *
 * @throws InputError where the broker cannot be used, StorageError, ConflictError, UntrueResultError
 */
export async function runCluster(
  progress: StudyProgress,
  ledger: Pick<Ledger, 'append'>,
  options: RunClusterOptions,
): Promise<void> {
  const address = clusterAddress(options.url);
  const redis = await connect(address, options.note, options.signal);
  const queue = new Queue(queueName(progress.job), { connection: { ...address.options }, prefix: PREFIX });
  queue.on('error', () => undefined); // it reconnects
  const offered = new OfferedShards(queue, redis, progress.job, options.jobHash);
  const run = new ClusterRun(progress, ledger, redis, offered, options, address);
  const aborted = new Promise<'aborted'>((resolve) => {
    if (options.signal.aborted) resolve('aborted');
    options.signal.addEventListener('abort', () => resolve('aborted'), { once: true });
  });
  let lastWord = '';
  /** One step; a broker that is full or has no disk is asked again later: what is done is in the ledger. */
  const patiently = async (step: () => Promise<void>): Promise<boolean> => {
    try {
      await step();
      return true;
    } catch (error) {
      if (!isForNow(error)) throw error;
      const { message } = error as Error;
      if (message !== lastWord) options.note(said('cluster.broker-waits', { why: message }));
      lastWord = message;
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
      return false;
    }
  };
  try {
    let isBegun = false;
    while (!progress.isOver) {
      const step = patiently(() => (isBegun ? run.step() : run.begin()));
      const is = await Promise.race([step, aborted]);
      if (is === 'aborted') break;
      isBegun ||= is;
    }
    if (progress.isOver) await Promise.race([run.settle(), aborted]);
    await endOf(run);
  } catch (error) {
    if (error instanceof UntrueResultError) await endOf(run);
    throw orBrokerProblem(address, error);
  } finally {
    void queue.close().catch(() => undefined);
    redis.disconnect();
  }
}

/** Takes leave of a broker, as far as it answers. */
async function endOf(run: ClusterRun): Promise<void> {
  await Promise.race([run.end(), new Promise((resolve) => setTimeout(resolve, END_MS).unref())]);
}
