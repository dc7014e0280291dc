import { type FileHandle, open, stat } from 'node:fs/promises';
import { parseOrUndefined } from '../parse-json.ts';
import { isSystemError, systemWords } from '../system-error.ts';
import { type FileLine, fileLines } from './file-lines.ts';
import { checkDoneShard, type DoneShard, type Shard } from './shard.ts';

/** A file could not be written: full disk, quota, file size limit. What was recorded before stands. */
export class StorageError extends Error {
  readonly path: string;
  /** What the operating system says. */
  readonly why: string;

  constructor(path: string, cause: NodeJS.ErrnoException) {
    const why = systemWords(cause);
    super(`${path} cannot be written: ${why}`, { cause });
    this.path = path;
    this.why = why;
  }
}

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO', 'EROFS']);

/** Runs a file operation; a full disk becomes a {@link StorageError} with the place. */
export async function orStorageError<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (isSystemError(error) && FULL.has(error.code)) throw new StorageError(path, error);
    throw error;
  }
}

/**
 * The record of computed shards: one line of JSON each, only ever added to, on disk before it counts.
 *
 * A crash leaves at most one torn line at the end, which is cut off on opening.
 */
export class Ledger {
  readonly #path: string;
  readonly #study: string;
  readonly #file: FileHandle;
  #size: number;
  #waiting: { text: string; done: () => void; failed: (error: unknown) => void }[] = [];
  #writing: Promise<void> | undefined;

  private constructor(path: string, study: string, file: FileHandle, size: number) {
    this.#path = path;
    this.#study = study;
    this.#file = file;
    this.#size = size;
  }

  /**
   * Opens a ledger, or begins one.
   *
   * @param study hash of the study that it is of; each line names it
   * @param onShard called for every sound line, in order
   * @returns the ledger and how many lines were unreadable or of another study; those shards count as not done
   */
  static async open(
    path: string,
    study: string,
    onShard: (shard: Shard, done: DoneShard) => void,
  ): Promise<{ ledger: Ledger; bad: number }> {
    const { end, bad } = await readLedger(path, study, onShard);
    const file = await open(path, 'a');
    const { size } = await file.stat();
    if (size > end) await file.truncate(end);
    return { ledger: new Ledger(path, study, file, end), bad };
  }

  /** Adds shards; resolves when they are on disk. Calls that come together share one write. @throws StorageError */
  append(shards: readonly DoneShard[]): Promise<void> {
    // the name first: who looks for a shard reads no more than the start of a line
    const study = this.#study;
    const text = shards.map(({ id, hash, result }) => `${JSON.stringify({ id, study, hash, result })}\n`).join('');
    return new Promise((done, failed) => {
      this.#waiting.push({ text, done, failed });
      this.#writing ??= this.#write().finally(() => {
        this.#writing = undefined;
      });
    });
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.#file.close();
  }

  async #write(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      const bytes = Buffer.from(batch.map(({ text }) => text).join(''));
      try {
        await orStorageError(this.#path, async () => {
          for (let at = 0; at < bytes.length; ) at += (await this.#file.write(bytes, at)).bytesWritten;
          await this.#file.datasync();
        });
        this.#size += bytes.length;
        for (const { done } of batch) done();
      } catch (error) {
        await this.#file.truncate(this.#size).catch(() => undefined);
        for (const { failed } of batch) failed(error);
      }
    }
  }
}

/**
 * Reads a ledger line by line.
 *
 * @param onShard called for every sound line, in order, with the line itself
 * @returns end of the last whole line, and how many whole lines were unreadable or of another study
 */
export async function readLedger(
  path: string,
  study: string,
  onShard: (shard: Shard, done: DoneShard, line: FileLine) => void,
): Promise<{ end: number; bad: number }> {
  const info = await stat(path).catch(() => undefined);
  if (!info || info.size === 0) return { end: 0, bad: 0 };
  const end = await lastLineEnd(path, info.size);
  let bad = 0;
  for await (const line of fileLines(path, end)) {
    const { study: of, ...done } = (parseOrUndefined(line.bytes.toString('utf8')) ?? {}) as Record<string, unknown>;
    const checked = of === study ? checkDoneShard(done) : { refused: undefined };
    if ('refused' in checked) bad++;
    else onShard(checked.shard, checked.done, line);
  }
  return { end, bad };
}

/** Offset after the last line feed. */
async function lastLineEnd(path: string, size: number): Promise<number> {
  const file = await open(path, 'r');
  try {
    const block = Buffer.alloc(65_536);
    for (let end = size; end > 0; ) {
      const start = Math.max(0, end - block.length);
      const { bytesRead } = await file.read(block, 0, end - start, start);
      const at = block.subarray(0, bytesRead).lastIndexOf(10);
      if (at >= 0) return start + at + 1;
      end = start;
    }
    return 0;
  } finally {
    await file.close();
  }
}
