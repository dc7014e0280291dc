import type { LoadNet } from './load-net.ts';

/** Megabits of a byte. */
export const BYTE_MBIT = 8e-6;
/** Longer messages are sent in packets of this size; other customers' traffic is of them. */
export const PACKET_BYTES = 1500;

/** One class at the links of one direction. */
export interface QueuedClass {
  sizeBytes: number;
  /** Goes before the traffic of others. */
  isPreempting: boolean;
  /** [arc] what comes to it, Mbit/s. */
  offered: Float64Array;
}

/**
 * Time that messages wait and take to be sent at each arc: single server, Poisson arrivals, fixed lengths, served in the order of the
 * classes, a packet once begun to its end (Cobham). Bursts, such as the packets of one frame, are left out.
 *
 * @param classes in the order of service
 * @returns [class][arc] seconds; Infinity where the queue grows without end
 * @source cobham-1954
 */
export function queueTimes(net: LoadNet, classes: readonly QueuedClass[]): Float64Array[] {
  const times = classes.map(() => new Float64Array(net.arcCount));
  for (let a = 0; a < net.arcCount; a++) {
    const rate = net.rate[a];
    if (!(rate < Infinity)) continue;
    const sendS = (bytes: number) => (Math.min(bytes, PACKET_BYTES) * BYTE_MBIT) / rate;
    const own = classes.map(({ sizeBytes, offered }) => ({ load: offered[a] / rate, sendS: sendS(sizeBytes) }));
    const held = net.held[a];
    // half of the packet that is found under way
    const underWayS =
      own.reduce((sum, each) => sum + (each.load * each.sendS) / 2, 0) + (held * sendS(PACKET_BYTES)) / 2;
    let before = 0;
    classes.forEach(({ isPreempting, sizeBytes }, c) => {
      const othersFirst = isPreempting ? 0 : held;
      const upTo = before + own[c].load;
      const free = (1 - before - othersFirst) * (1 - upTo - othersFirst);
      const isOver = 1 - upTo - othersFirst <= 0;
      const packets = Math.max(1, sizeBytes / PACKET_BYTES);
      times[c][a] = isOver ? Infinity : underWayS / free + packets * own[c].sendS;
      before = upTo;
    });
  }
  return times;
}
