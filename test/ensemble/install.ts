import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const build = fileURLToPath(new URL('build-cli.mjs', import.meta.url));

/** A copy of the program, built for a test. */
export interface Install {
  /** Script of the command line. */
  cli: string;
  folder: string;
  remove(): void;
}

/**
 * Builds the command line and its catalog into a folder of its own.
 *
 * @param version of the program, as its package says
 * @param from another copy: the same program and catalog, under another version
 */
export function install(version = '0.0.1-test', from?: Install): Install {
  const folder = mkdtempSync(join(tmpdir(), 'cupola-test-'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'cupola', version, type: 'module' }));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const dist = join(folder, 'dist');
  if (from) cpSync(join(from.folder, 'dist'), dist, { recursive: true });
  else {
    mkdirSync(dist);
    execFileSync(process.execPath, [build, dist]);
  }
  return { cli: join(dist, 'cli/main.js'), folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
