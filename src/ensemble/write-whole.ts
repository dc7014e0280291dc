import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { orStorageError } from './shards/ledger.ts';

/**
 * Writes a file as a whole or not at all: beside it first, onto the disk, then renamed.
 *
 * @throws StorageError on a full disk; the old file stays
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const beside = `${path}.${process.pid}.tmp`;
  await orStorageError(path, async () => {
    try {
      const file = await open(beside, 'w');
      try {
        await file.writeFile(content);
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

/** Puts the names in a folder onto the disk, where the system can. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}
