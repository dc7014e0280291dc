import { createReadStream } from 'node:fs';

/** A whole line of a file and where it lies, both in bytes and without the line feed. */
export interface FileLine {
  bytes: Buffer;
  offset: number;
}

/**
 * The lines of a file that end with a line feed, one after the other.
 *
 * Counts bytes, not letters: whatever stands in one line, the places of the others are right.
 *
 * @param end only the first so many bytes are read
 */
export async function* fileLines(path: string, end: number): AsyncGenerator<FileLine> {
  if (end < 1) return;
  let offset = 0;
  let held: Buffer[] = [];
  for await (const chunk of createReadStream(path, { end: end - 1 }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      const bytes = Buffer.concat([...held, chunk.subarray(from, at)]);
      held = [];
      yield { bytes, offset };
      offset += bytes.length + 1;
      from = at + 1;
    }
    if (from < chunk.length) held.push(chunk.subarray(from));
  }
}
