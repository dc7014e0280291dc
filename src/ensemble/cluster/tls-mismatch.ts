import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { ClusterAddress } from './address.ts';

/** Code of a sentence that says what is wrong. */
export type TlsMismatch = 'cluster.no-tls' | 'cluster.tls';

/**
 * Whether an address says TLS where the broker speaks plain text, or the other way round: a few words to somebody who waits
 * for a connection that will never come. Nothing secret is sent.
 *
 * @returns what is wrong; undefined where it is something else
 */
export async function tlsMismatch({ options }: ClusterAddress, waitMs = 1500): Promise<TlsMismatch | undefined> {
  const { host, port, tls } = options;
  if (tls) {
    const isPlain = await asks(connect(port, host), 'data', waitMs, 'PING\r\n');
    return isPlain ? 'cluster.no-tls' : undefined;
  }
  const isTls = await asks(connectTls({ host, port, rejectUnauthorized: false }), 'secureConnect', waitMs);
  return isTls ? 'cluster.tls' : undefined;
}

/** Whether a connection comes to an event in time. */
function asks(socket: Socket, event: 'data' | 'secureConnect', waitMs: number, words?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (is: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(is);
    };
    const timer = setTimeout(() => end(false), waitMs);
    socket.once(event, () => end(true));
    socket.on('error', () => end(false));
    if (words) socket.once('connect', () => socket.write(words));
  });
}
