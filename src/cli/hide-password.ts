import { basename } from 'node:path';
import { say } from '../words/words.ts';

/**
 * Warns of a password in an address of the command line, where others on the machine can read it, and takes it out of the list of
 * processes from now on.
 */
export function hidePassword(url: string, note: (text: string) => void): void {
  const masked = withoutPassword(url);
  if (masked === url) return;
  const words = [basename(process.execPath), ...process.argv.slice(1)].map((word) => word.replaceAll(url, masked));
  process.title = words.join(' ');
  note(say('cluster.password', { variable: 'CUPOLA_CLUSTER_PASSWORD', fileVariable: 'CUPOLA_CLUSTER_PASSWORD_FILE' }));
}

/** An address with its password as `***`. */
export function withoutPassword(url: string): string {
  return url.replace(/^(\w+:\/\/[^:@/]*:).+@/, '$1***@');
}
