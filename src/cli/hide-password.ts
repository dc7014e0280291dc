import { basename } from 'node:path';

/**
 * Warns of a password in an address of the command line, where others on the machine can read it, and takes it out of the list of
 * processes from now on.
 */
export function hidePassword(url: string, note: (text: string) => void): void {
  const masked = withoutPassword(url);
  if (masked === url) return;
  const words = [basename(process.execPath), ...process.argv.slice(1)].map((word) => word.replaceAll(url, masked));
  process.title = words.join(' ');
  note(
    'warning: the password in --cluster could be read in the list of processes until now, and stands in the history of the shell; ' +
      'give it in CUPOLA_CLUSTER_PASSWORD, or in a file that CUPOLA_CLUSTER_PASSWORD_FILE names',
  );
}

/** An address with its password as `***`. */
export function withoutPassword(url: string): string {
  return url.replace(/^(\w+:\/\/[^:@/]*:).+@/, '$1***@');
}
