import { createReadStream } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { isSystemError, systemWords } from '../ensemble/system-error.ts';
import { InputError } from '../flow/problems.ts';
import { type Said, said } from '../flow/said.ts';

const MAX_FILE_BYTES = 32 * 1024 * 1024;
/** Standard input, by the name that most tools take. */
const STDIN = '-';

/** A file that a command reads, so that none of its outputs lands on it. */
/** Files of elements hold a constellation many times over. */
export const MAX_ELEMENT_FILE_BYTES = 128 * 1024 * 1024;

export interface InputFile {
  path: string;
  /** What it is to the command, such as `the scenario`. */
  what: string;
}

/**
 * Text of a file that the user named: of a file, a pipe such as `<(...)`, or with `-` of standard input.
 *
 * @throws InputError when it is missing, a folder, unreadable, too large or not UTF-8
 */
export async function readInputFile(path: string, maxBytes = MAX_FILE_BYTES): Promise<string> {
  const file = shownName(path);
  if (path.includes('\0')) throw bad(file, 'no-file', said('file.no-file')); // no system has such a name
  try {
    return inputText(await bytesOf(path, file, maxBytes), file);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'ENOENT') throw bad(file, 'no-file', said('file.no-file'));
    throw bad(file, 'no-access', said('file.no-access', { why: systemWords(error) }));
  }
}

/** Bytes of an input as text. @throws InputError where they are not UTF-8 */
export function inputText(bytes: Uint8Array, file: string): string {
  if (isUtf16(bytes)) throw bad(file, 'not-text', said('file.utf-16'));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw bad(file, 'not-text', said('file.not-text'));
  }
}

/** By its byte order mark, or by a zero in each of its first pairs of bytes. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second, third, fourth] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return bytes.length >= 4 && ((first === 0 && third === 0) || (second === 0 && fourth === 0));
}

/** Name of an input for people: `-` is `stdin`. */
export function shownName(path: string): string {
  return path === STDIN ? 'stdin' : path;
}

/** Name of an input without folder and ending, for what is named after it; of standard input `stdin`. */
export function inputStem(path: string): string {
  return descriptorOf(path) === undefined ? basename(path).replace(/\.\w+$/, '') : 'stdin';
}

/** Folder that an input's relative files lie in: its own; for standard input and what a shell passes the working folder. */
export function folderOfInput(path: string): string {
  return descriptorOf(path) === undefined ? dirname(path) : '.';
}

/** Number of the open file that a path stands for, such as 0 for `-` and `/dev/stdin`; undefined for any other path. */
export function descriptorOf(path: string): number | undefined {
  if (path === STDIN) return 0;
  const [, word, device, own] =
    /^\/dev\/(?:(stdin|stdout|stderr)|fd\/(\d+))$|^\/proc\/self\/fd\/(\d+)$/.exec(path) ?? [];
  if (word !== undefined) return ['stdin', 'stdout', 'stderr'].indexOf(word);
  const number = device ?? own;
  return number === undefined ? undefined : Number(number);
}

let isStdinRead = false;

async function bytesOf(path: string, file: string, maxBytes: number): Promise<Buffer> {
  const descriptor = descriptorOf(path);
  if (descriptor === 0) {
    if (isStdinRead) throw bad(file, 'read-twice', said('file.read-twice'));
    isStdinRead = true;
    return allOf(process.stdin, file, maxBytes);
  }
  if (descriptor !== undefined)
    return allOf(createReadStream('', { fd: descriptor, autoClose: false }), file, maxBytes);
  const info = await stat(path);
  if (info.isDirectory()) throw bad(file, 'not-a-file', said('file.is-folder'));
  if (info.size > maxBytes) throw tooLarge(file, maxBytes, info.size);
  const handle: FileHandle = await open(path, 'r');
  try {
    return await allOf(handle.createReadStream({ autoClose: false }), file, maxBytes);
  } finally {
    await handle.close();
  }
}

/** Everything that comes, up to a bound: devices and pipes have no size. */
async function allOf(stream: AsyncIterable<unknown>, file: string, maxBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    parts.push(part as Buffer);
    size += (part as Buffer).length;
    if (size > maxBytes) throw tooLarge(file, maxBytes);
  }
  return Buffer.concat(parts);
}

function tooLarge(file: string, maxBytes: number, size?: number): InputError {
  return bad(
    file,
    'too-large',
    said('file.too-large', { size: size ?? said('file.more-than', { limit: maxBytes }), limit: maxBytes }),
  );
}

function bad(file: string, code: string, why: Said): InputError {
  return new InputError([{ code, file, path: '', said: why }]);
}
