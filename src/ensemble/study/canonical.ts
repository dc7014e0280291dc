import { createHash } from 'node:crypto';
import { canonicalJson } from '../../num/canonical-json.ts';

/** SHA-256 of a value, as hexadecimal digits. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
