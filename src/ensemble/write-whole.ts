import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { orStorageError } from './shards/ledger.ts';

const PART = '.cupola-part-';

let parts = 0;

/** A path in a folder for what is not finished yet: short, so that any name that a system takes can be written. */
export function partPath(folder: string): string {
  return join(folder, `${PART}${process.pid}-${parts++}`);
}

/** Whether a name is that of something that a killed process did not finish. */
export function isPart(name: string): boolean {
  return name.startsWith(PART);
}

/**
 * Writes a file as a whole or not at all: beside it first, onto the disk, then renamed. Who may read the old one may read the new.
 *
 * @throws StorageError on a full disk; the old file stays
 */
export async function writeWhole(path: string, content: string | Uint8Array | Iterable<string>): Promise<void> {
  const beside = partPath(dirname(path));
  await orStorageError(path, async () => {
    try {
      const file = await open(beside, 'w');
      try {
        const before = await stat(path).catch(() => undefined);
        if (before) await file.chmod(before.mode & 0o777);
        if (typeof content === 'string' || content instanceof Uint8Array) await file.writeFile(content);
        else for (const part of bunches(content)) await file.writeFile(part);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(beside, path);
      await syncFolder(dirname(path));
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
  });
}

const BUNCH_CHARS = 1 << 20;

/** Many small pieces as few large ones. */
export function* bunches(pieces: Iterable<string>): Generator<string> {
  let bunch: string[] = [];
  let size = 0;
  for (const piece of pieces) {
    bunch.push(piece);
    size += piece.length;
    if (size < BUNCH_CHARS) continue;
    yield bunch.join('');
    bunch = [];
    size = 0;
  }
  yield bunch.join('');
}

/** Puts the names in a folder onto the disk, where the system can. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}
