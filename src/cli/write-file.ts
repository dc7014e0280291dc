import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InputError } from '../flow/problems.ts';
import { plainly } from '../flow/said.ts';

/**
 * Writes a file whole or not at all; makes its folder.
 *
 * @throws InputError where the place cannot be written
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const part = `${path}.${process.pid}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(part, content);
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined); // the folder may not exist
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new InputError([
      { code: 'cannot-write', file: path, path: '', said: plainly(`cannot be written: ${message}`) },
    ]);
  }
}
