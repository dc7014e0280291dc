import { Redis, type RedisOptions } from 'ioredis';
import { type Said, said } from '../../flow/said.ts';
import type { ClusterAddress } from './address.ts';
import { brokerProblem, isRefusal } from './broker-fault.ts';
import { tlsMismatch } from './tls-mismatch.ts';

const WAIT_S = 30;
const CONNECT_MS = 5000;

/**
 * Connects to a broker; waits while it cannot be reached. Once connected, the connection comes back by itself.
 *
 * @param note told once why it has to wait
 * @throws InputError where the broker refuses us, or stays out of reach
 */
export async function connect(
  address: ClusterAddress,
  note: (said: Said) => void,
  signal?: AbortSignal,
  waitS = WAIT_S,
): Promise<Redis> {
  const begun = performance.now();
  for (let attempt = 0; ; attempt++) {
    const redis = opened({
      ...address.options,
      lazyConnect: true,
      connectTimeout: CONNECT_MS,
      retryStrategy: () => null,
      maxRetriesPerRequest: 0,
    });
    let why = '';
    redis.on('error', (error) => {
      why = address.scrub(error.message || String((error as NodeJS.ErrnoException).code));
    });
    try {
      await redis.connect();
      await redis.ping();
      redis.disconnect();
      return steady(address);
    } catch (error) {
      why ||= address.scrub((error as Error).message);
      redis.disconnect();
    }
    const isOver = signal?.aborted || (performance.now() - begun) / 1000 > waitS;
    if (isRefusal(why) || isOver) throw brokerProblem(address, why);
    const mismatch = attempt === 0 ? await tlsMismatch(address) : undefined;
    if (mismatch) throw brokerProblem(address, why, mismatch);
    if (attempt === 0) note(said('cluster.unreachable', { address: address.shown, why, waitS }));
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** A connection that waits for the broker as long as it takes. */
function steady(address: ClusterAddress): Redis {
  const redis = opened({ ...address.options, retryStrategy: (times) => Math.min(2000, 100 * times) });
  redis.on('error', () => undefined); // it reconnects; who waits for an answer sees no more than a delay
  return redis;
}

/**
 * A connection whose socket may fail more than once: ioredis hears the first failure alone, and a broker that refuses a certificate after
 * the handshake sends an alert and then closes, which newer Node tells as two.
 */
function opened(options: RedisOptions): Redis {
  const redis = new Redis(options);
  redis.on('connect', () => redis.stream.on('error', () => undefined));
  return redis;
}
