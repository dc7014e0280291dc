import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether all these programs are on the path; says which are not, as a test that needs them is skipped. */
export function hasPrograms(names: readonly string[]): boolean {
  const absent = names.filter((name) => !isThere(name));
  if (absent.length > 0) console.log(`skipped, not installed: ${absent.join(', ')}`);
  return absent.length === 0;
}

function isThere(name: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Puts a program of the name `cupola` into a folder. @returns a path of programs that begins with it */
export function pathWithCupola(folder: string, cli: string): string {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, 'cupola'), `#!/bin/sh\nexec '${process.execPath}' '${cli}' "$@"\n`);
  chmodSync(join(bin, 'cupola'), 0o755);
  return `${bin}:${process.env.PATH}`;
}
