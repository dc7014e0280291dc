import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A copy of the program, built for a test. */
export interface Install {
  /** Script of the command line. */
  cli: string;
  folder: string;
  remove(): void;
}

/** Builds the command line into a folder of its own, as any version. */
export function install(version = '0.0.1-test'): Install {
  const folder = mkdtempSync(join(tmpdir(), 'cupola-test-'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'cupola', version, type: 'module' }));
  mkdirSync(join(folder, 'dist'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  symlinkSync(join(root, 'catalog'), join(folder, 'catalog'));
  execFileSync(process.execPath, [fileURLToPath(new URL('build-cli.mjs', import.meta.url)), join(folder, 'dist/cli')]);
  return {
    cli: join(folder, 'dist/cli/main.js'),
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
