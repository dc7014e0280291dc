import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { InputError } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { orStorageError, StorageError } from './shards/ledger.ts';
import { isSystemError, systemWords } from './system-error.ts';

/**
 * Makes a folder and those around it, one by one: `mkdir` with `recursive` never returns where a system takes no folders, as in `/proc`.
 *
 * @returns the folders that were not there before, outermost first
 */
export async function makeFolders(path: string): Promise<string[]> {
  const missing: string[] = [];
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const there = await stat(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' && folder !== dirname(folder)) return undefined;
      throw error;
    });
    if (there?.isDirectory()) break;
    if (there) await mkdir(folder); // a file: the system says so
    missing.unshift(folder);
  }
  const made: string[] = [];
  for (const folder of missing) {
    const isMade = await mkdir(folder).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
        return false; // another process was quicker
      },
    );
    if (isMade) made.push(folder);
  }
  return made;
}

/** Makes a folder and those around it. @throws InputError where that cannot be; StorageError */
export async function makeFolder(path: string): Promise<void> {
  await orNotWritable(path, () => orStorageError(path, () => makeFolders(path)));
}

/** Runs a file operation in a folder of the user's choice; one that we may not write to becomes a problem with its place. */
export async function orNotWritable<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    const cause = (error as Error).cause ?? error;
    if (!isSystemError(cause) || (error instanceof StorageError && cause.code !== 'EROFS')) throw error;
    const fault = said('sweep.another-folder', { why: systemWords(cause) });
    throw new InputError([{ code: 'not-writable', file: path, path: '', said: fault }]);
  }
}
