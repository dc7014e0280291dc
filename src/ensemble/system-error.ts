import { getSystemErrorMap } from 'node:util';

/** What people call the errors that paths meet; the others have the system's own words. */
const WORDS: Record<string, string> = {
  ENOENT: 'does not exist',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOTDIR: 'a part of the path before its end is a file, not a folder',
  EISDIR: 'it is a folder',
  EEXIST: 'something else has this name',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its links lead in a circle',
  ENOSPC: 'no space left on device',
  EDQUOT: 'the quota of the disk is used up',
  EROFS: 'the file system is read-only',
  EIO: 'the device gives an input or output error',
  EMFILE: 'too many files are open',
};

/** Whether an error is the operating system's answer, such as `ENOENT` to a path, and not a fault of the program. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException & { code: string } {
  if (!(error instanceof Error)) return false;
  const { code, errno, syscall } = error as NodeJS.ErrnoException;
  return typeof code === 'string' && typeof errno === 'number' && typeof syscall === 'string';
}

/** What the operating system says, in words without the path and without a full stop. */
export function systemWords({ code, errno, message }: NodeJS.ErrnoException): string {
  return WORDS[code ?? ''] ?? getSystemErrorMap().get(errno ?? 0)?.[1] ?? message;
}
