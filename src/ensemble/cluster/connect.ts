import { Redis } from 'ioredis';
import { InputError } from '../../flow/problems.ts';
import type { ClusterAddress } from './address.ts';

const WAIT_S = 30;
const REFUSED = /WRONGPASS|NOAUTH|NOPERM|invalid password|certificate|self.signed|SSL|TLS/i;

/**
 * Connects to a broker; waits while it cannot be reached. Once connected, the connection comes back by itself.
 *
 * @param note told once why it has to wait
 * @throws InputError where the broker refuses us, or stays out of reach
 */
export async function connect(
  address: ClusterAddress,
  note: (text: string) => void,
  signal?: AbortSignal,
  waitS = WAIT_S,
): Promise<Redis> {
  const begun = performance.now();
  for (let attempt = 0; ; attempt++) {
    const redis = new Redis({
      ...address.options,
      lazyConnect: true,
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
    if (REFUSED.test(why) || isOver) throw unreachable(address, why);
    if (attempt === 0) note(`${address.shown} cannot be reached (${why}); trying again for ${waitS} s`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** A connection that waits for the broker as long as it takes. */
function steady(address: ClusterAddress): Redis {
  const redis = new Redis({ ...address.options, retryStrategy: (times) => Math.min(2000, 100 * times) });
  redis.on('error', () => undefined); // it reconnects; who waits for an answer sees no more than a delay
  return redis;
}

function unreachable({ shown }: ClusterAddress, why: string): InputError {
  return new InputError([{ code: 'cluster', path: '--cluster', message: `${shown} cannot be used: ${why}` }]);
}
