import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newestMs } from '../fixtures/newest.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const build = fileURLToPath(new URL('build-cli.mjs', import.meta.url));
const SOURCES = [
  'src',
  'catalog',
  'docs/glossary.md',
  'package-lock.json',
  'scripts/cli-entries.mjs',
  'scripts/raw-plugin.mjs',
  'test/ensemble/build-cli.mjs',
];
const cache = join(root, 'node_modules/.cache');

/** The command line and its catalog as the sources are now: built where that has not been done, for all tests that start it. */
function built(): string {
  const place = join(cache, 'cupola-test-cli');
  const last = join(place, 'catalog.json');
  const newest = Math.max(...SOURCES.map((path) => newestMs(join(root, path))));
  const isFresh = () => existsSync(last) && statSync(last).mtimeMs >= newest;
  if (isFresh()) return place;
  mkdirSync(cache, { recursive: true });
  const made = mkdtempSync(`${place}-`);
  const start = new Date();
  execFileSync(process.execPath, [build, made]);
  utimesSync(join(made, 'catalog.json'), start, start);
  try {
    if (!isFresh()) {
      rmSync(place, { recursive: true, force: true });
      renameSync(made, place);
    }
  } catch (error) {
    if (!isFresh()) throw error; // else another process put its own there meanwhile
  }
  rmSync(made, { recursive: true, force: true });
  return place;
}

/** A copy of the program for a test. */
export interface Install {
  /** Script of the command line. */
  cli: string;
  folder: string;
  remove(): void;
}

/**
 * A copy of the command line and its catalog in a folder of its own.
 *
 * @param version of the program, as its package says
 * @param from another copy: the same program and catalog, under another version
 */
export function install(version = '0.0.1-test', from?: Install): Install {
  const folder = mkdtempSync(join(tmpdir(), 'cupola-test-'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'cupola', version, type: 'module' }));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  // --out puts it beside its tables
  cpSync(join(root, 'cupola-result.schema.json'), join(folder, 'cupola-result.schema.json'));
  const dist = join(folder, 'dist');
  cpSync(from ? join(from.folder, 'dist') : built(), dist, { recursive: true });
  return { cli: join(dist, 'cli/main.js'), folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
