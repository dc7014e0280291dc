import { mkdir } from 'node:fs/promises';
import { InputError } from '../flow/problems.ts';
import { plainly } from '../flow/said.ts';
import { orStorageError } from './shards/ledger.ts';

/** What a system says of a place that we may not write to, or that cannot be a folder. */
const NOT_OURS = new Set(['EACCES', 'EPERM', 'ENOTDIR', 'EEXIST', 'ENOENT', 'ENAMETOOLONG', 'EROFS']);

/** Makes a folder and those around it. @throws InputError where that cannot be; StorageError */
export async function makeFolder(path: string): Promise<void> {
  await orNotWritable(path, () => orStorageError(path, () => mkdir(path, { recursive: true })));
}

/** Runs a file operation in a folder of the user's choice; one that we may not write to becomes a problem with its place. */
export async function orNotWritable<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    const { code, message } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
    if (!code || !NOT_OURS.has(code)) throw error;
    const words = `cannot be written: ${message}; choose another folder`;
    throw new InputError([{ code: 'not-writable', file: path, path: '', said: plainly(words) }]);
  }
}
