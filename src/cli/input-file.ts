import { readFile, stat } from 'node:fs/promises';
import { InputError } from '../flow/problems.ts';
import { plainly } from '../flow/said.ts';

const MAX_FILE_BYTES = 32 * 1024 * 1024;

/**
 * Text of a file that the user named.
 *
 * @throws InputError when it is missing, a folder, unreadable, too large or not UTF-8
 */
export async function readInputFile(path: string, maxBytes = MAX_FILE_BYTES): Promise<string> {
  try {
    const info = await stat(path);
    if (!info.isFile()) throw bad(path, 'not-a-file', 'is not a file');
    if (info.size > maxBytes) throw bad(path, 'too-large', `is ${info.size} bytes; at most ${maxBytes} bytes are read`);
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (error) {
    if (error instanceof InputError) throw error;
    if (error instanceof TypeError) throw bad(path, 'not-text', 'is not UTF-8 text');
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') throw bad(path, 'no-file', 'does not exist');
    if (code === 'EACCES') throw bad(path, 'no-access', 'cannot be read: permission denied');
    throw error;
  }
}

function bad(file: string, code: string, message: string): InputError {
  return new InputError([{ code, file, path: '', said: plainly(message) }]);
}
