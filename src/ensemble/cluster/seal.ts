import { createHmac, timingSafeEqual } from 'node:crypto';
import { parseOrUndefined } from '../parse-json.ts';
import type { DoneShard } from '../shards/shard.ts';

const SEAL_LENGTH = 64;

/** What a worker leaves of a shard in the broker. */
export interface LeftResult {
  /** Who computed it: host and process. */
  worker: string;
  /** Seconds that it took. */
  spentS: number;
  done: DoneShard;
}

/**
 * A result as it lies in the broker: a keyed hash (HMAC-SHA-256) of study and result, then the result. Who can write to the broker and does not
 * have the secret can neither make nor change one, nor move it to another study. Without a secret it is a checksum.
 */
export function sealed(secret: string, study: string, result: LeftResult): string {
  const body = JSON.stringify(result);
  return sealOf(secret, study, body) + body;
}

/** The result under a seal, its form not yet checked; undefined where the seal is of another secret or study, or none. */
export function unsealed(
  secret: string,
  study: string,
  text: string,
): Partial<Record<keyof LeftResult, unknown>> | undefined {
  const body = text.slice(SEAL_LENGTH);
  const seal = Buffer.from(text.slice(0, SEAL_LENGTH));
  const own = Buffer.from(sealOf(secret, study, body));
  if (seal.length !== own.length || !timingSafeEqual(seal, own)) return undefined;
  return parseOrUndefined(body) as ReturnType<typeof unsealed>;
}

function sealOf(secret: string, study: string, body: string): string {
  return createHmac('sha256', `cupola ${secret}`).update(`${study}\n${body}`).digest('hex');
}
