import { createHash } from 'node:crypto';
import { open, readFile, stat } from 'node:fs/promises';
import { version } from './package-folder.ts';

const HEAD_BYTES = 4096;

/** What the start of a file shows that cupola wrote: nobody edits these by hand, so they may be replaced. */
const MARKS = [
  /^<!doctype html>[\s\S]*<meta name="generator" content="cupola">/, // pages
  /^\[\{"id":"document",[^{}]*"description":"Written by cupola"/, // CZML
  /^\{"type":"FeatureCollection","generator":"cupola"/, // GeoJSON
  /^ORIGINATOR = CUPOLA$/m, // OEM
  /<ORIGINATOR>CUPOLA<\/ORIGINATOR>/, // OMM as XML
  // OMM as JSON and CSV have no place for a mark: the numbers that every synthetic satellite has
  /^\[\n\{"OBJECT_NAME":[^{}]*"ELEMENT_SET_NO":999,"REV_AT_EPOCH":0,"BSTAR":0,/,
  /^OBJECT_NAME,OBJECT_ID,[\w,]*\r\n.*,UNKNOWN,.*,0,U,\d+,999,0,0,0,0\r$/m,
];
const TEXT_MARK = /^# Written by cupola [^\s,]+, content ([0-9a-f]{16})\n/;

/** A text that people go on with by hand, marked so that it counts as written by cupola only as long as nobody edited it. */
export function markedText(text: string): string {
  return `# Written by cupola ${version}, content ${contentHash(text)}\n${text}`;
}

/** Short hash of a content, to see whether somebody changed it. */
export function contentHash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}

/** Whether nothing of another hand is lost with a file: it is empty, or cupola wrote it and nobody edited what people edit. */
export async function isReplaceable(path: string): Promise<boolean> {
  if ((await stat(path)).size === 0) return true;
  const head = await headOf(path);
  if (TEXT_MARK.test(head)) {
    const text = await readFile(path, 'utf8');
    const [line, hash] = TEXT_MARK.exec(text)!;
    return contentHash(text.slice(line.length)) === hash;
  }
  return MARKS.some((mark) => mark.test(head));
}

async function headOf(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}
