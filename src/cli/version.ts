import { readFileSync } from 'node:fs';

/** Version of the package this command line belongs to. */
export const version: string = readVersion();

function readVersion(): string {
  for (const up of ['../package.json', '../../package.json']) {
    try {
      return (JSON.parse(readFileSync(new URL(up, import.meta.url), 'utf8')) as { version: string }).version;
    } catch {
      // one of the two places holds it: the bundle sits one folder higher than the source
    }
  }
  throw new Error('package.json not found beside the program');
}
