import type { Stats } from 'node:fs';
import { fstat, write } from 'node:fs';
import { realpath, writeFile } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { makeFolders } from '../ensemble/make-folder.ts';
import { StorageError } from '../ensemble/shards/ledger.ts';
import { isSystemError, systemWords } from '../ensemble/system-error.ts';
import { bunches, writeWhole } from '../ensemble/write-whole.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import { type Said, said } from '../flow/said.ts';
import { say } from '../words/words.ts';
import { type CommandContext, EXIT_UNWRITTEN } from './command.ts';
import { descriptorOf, type InputFile, shownName } from './input-file.ts';
import { isStream, type OutputPlace, outputPlaceOf, whyNotWritable } from './output-place.ts';
import { packageFolder } from './package-folder.ts';
import { changedFiles, type FolderFile, fillFolder, foreignFiles, isResultFolder } from './result-folder.ts';
import { isReplaceable } from './written-mark.ts';

/** A place that an option names for writing. */
export interface OutputWish {
  /** Option as the user writes it, such as `--html`. */
  option: string;
  path: string;
  kind: 'file' | 'folder';
  /** Of a folder: what is put there, such as `run`; a later writing replaces what an earlier one of the same kind put there. */
  holds?: string;
  /** Of a folder: names of files that are known beforehand. */
  names?: readonly string[];
  /** Of a folder: whether it is one of ours, where that is told otherwise than by its list of files. */
  isOurs?(folder: string): Promise<boolean>;
}

/** What an option names for writing, where it was given; the file `-` is standard output. */
export function wishOf(option: string, path: unknown, kind: OutputWish['kind'], holds?: string): OutputWish[] {
  const isStdout = kind === 'file' && path === '-';
  return path === undefined ? [] : [{ option, path: isStdout ? '/dev/stdout' : String(path), kind, holds }];
}

/** What a file gets: text or bytes at once, or a long text piece by piece. */
type Content = string | Uint8Array | Iterable<string>;

/** The outputs of a command, all of them known to be writable when it begins. */
export interface Outputs {
  has(option: string): boolean;
  /** Writes the file of an option. A failure is told and remembered; the command goes on, so that no answer is lost. */
  file(option: string, content: Content): Promise<boolean>;
  /** Writes the files of the folder of an option, all or none; a failure is told and remembered. */
  folder(option: string, files: readonly FolderFile[]): Promise<boolean>;
  /** 0; another where something could not be written. */
  readonly exitCode: number;
}

/**
 * Checks everything that a command will write before it computes anything: no output is an input, nothing of another hand is replaced
 * without `--force`, and every place takes a file.
 *
 * @throws InputError every problem of every output
 */
export async function openOutputs(
  wishes: readonly OutputWish[],
  inputs: readonly InputFile[],
  { options, note }: Pick<CommandContext, 'options' | 'note'>,
): Promise<Outputs> {
  const isForced = options.force === true;
  const guard = await inputGuard(inputs);
  const places = new Map<string, { wish: OutputWish; place: OutputPlace }>();
  const problems: Problem[] = [];
  for (const wish of wishes) {
    const place = await outputPlaceOf(wish.path).catch((error: unknown) => {
      if (!isSystemError(error)) throw error;
      problems.push(problemOf(wish, 'cannot-write', said('file.not-written', { why: systemWords(error) })));
      return undefined;
    });
    if (!place) continue;
    const other = [...places.values()].find((each) => each.place.real === place.real);
    if (other) problems.push(problemOf(wish, 'same-place', said('file.same-place', { option: other.wish.option })));
    places.set(wish.option, { wish, place });
    problems.push(...(await placeProblems(wish, place, guard, isForced)));
  }
  if (problems.length > 0) throw new InputError(problems);
  let exitCode = 0;
  const attempt = async (option: string, action: (place: OutputPlace, wish: OutputWish) => Promise<void>) => {
    const { wish, place } = places.get(option)!;
    try {
      await action(place, wish);
      return true;
    } catch (error) {
      exitCode = EXIT_UNWRITTEN;
      for (const line of failureLines(wish, error)) note(line);
      return false;
    }
  };
  return {
    has: (option) => places.has(option),
    file: (option, content) =>
      attempt(option, async (place) => {
        const [folder] = await putFile(place, content);
        if (folder !== undefined) note(say('told.made-folder', { folder }));
      }),
    folder: (option, files) =>
      attempt(option, async ({ real }, wish) => {
        const names = files.map(([name]) => name);
        const found = await folderProblems({ ...wish, names }, real, guard, isForced);
        if (found.length > 0) throw new InputError(found);
        await fillFolder(real, wish.holds!, files);
      }),
    get exitCode() {
      return exitCode;
    },
  };
}

async function placeProblems(
  wish: OutputWish,
  place: OutputPlace,
  guard: Guard,
  isForced: boolean,
): Promise<Problem[]> {
  const { there, real } = place;
  const bad = (code: string, why: Said) => [problemOf(wish, code, why)];
  const input = there && guard(real, there);
  if (input) return bad('is-input', said('file.is-input', { input, kind: said(`file.kind-${wish.kind}`) }));
  if (wish.kind === 'file' && (there?.isDirectory() || /[/\\]$/.test(wish.path)))
    return bad('is-folder', said('file.folder-not-file'));
  if (wish.kind === 'folder' && (isStream(place) || (there && !there.isDirectory())))
    return bad('no-folder', said(isStream(place) ? 'file.device-not-folder' : 'file.file-not-folder'));
  const why = await whyNotWritable(place, wish.kind);
  if (why) return bad('cannot-write', said('file.not-written', { why }));
  if (!there || isStream(place)) return [];
  if (wish.kind === 'file') return isForced || (await isReplaceable(real)) ? [] : bad('not-ours', said('file.there'));
  const isOurs = isForced || (wish.isOurs ? await wish.isOurs(real) : await isResultFolder(real));
  if (!isOurs) return bad('not-ours', said('file.holds-others'));
  return folderProblems(wish, real, guard, isForced);
}

/** What speaks against writing files of these names into a folder. */
async function folderProblems(wish: OutputWish, folder: string, guard: Guard, isForced: boolean): Promise<Problem[]> {
  const problems: Problem[] = [];
  const { names = [], holds } = wish;
  for (const name of names) {
    const { real, there } = await outputPlaceOf(join(folder, name));
    const input = there && guard(real, there);
    if (input) problems.push(problemOf(wish, 'is-input', said('file.would-get', { name, input })));
  }
  if (isForced || holds === undefined) return problems;
  for (const name of await foreignFiles(folder, names))
    problems.push(problemOf(wish, 'not-ours', said('file.not-ours', { name })));
  for (const name of await changedFiles(folder, holds))
    if (!names.includes(name)) problems.push(problemOf(wish, 'not-ours', said('file.edited', { name })));
  return problems;
}

/** Says which input a real path is; undefined for none. */
type Guard = (real: string, there: Stats) => string | undefined;

/** The files that a command reads, by what the system knows them by; those of the program too. */
async function inputGuard(inputs: readonly InputFile[]): Promise<Guard> {
  const known = new Map<string, string>();
  for (const { path, what } of inputs) {
    const info = await inputStats(path);
    if (info?.isFile()) known.set(`${info.dev}:${info.ino}`, `${what} ${shownName(path)}`);
  }
  const own = await realpath(fileURLToPath(packageFolder));
  return (real, there) => {
    if (!there.isFile()) return undefined;
    const isOwn = ['catalog', 'dist'].some((name) => real.startsWith(join(own, name) + sep));
    return known.get(`${there.dev}:${there.ino}`) ?? (isOwn ? `a part of cupola itself, ${basename(real)}` : undefined);
  };
}

async function inputStats(path: string): Promise<Stats | undefined> {
  const descriptor = descriptorOf(path);
  if (descriptor !== undefined) return promisify(fstat)(descriptor).catch(() => undefined);
  return (await outputPlaceOf(path).catch(() => undefined))?.there;
}

/** @returns the folders that were made for it, the outermost first */
async function putFile(place: OutputPlace, content: Content): Promise<string[]> {
  if (isStream(place)) {
    const parts = typeof content === 'string' || content instanceof Uint8Array ? [content] : bunches(content);
    if (place.descriptor === undefined) await writeFile(place.real, parts);
    else for (const part of parts) await putInto(place.descriptor, part);
    return [];
  }
  const made = await makeFolders(dirname(place.real));
  await writeWhole(place.real, content);
  return made;
}

/** Writes to an open file, such as standard output, after what was written there before. */
async function putInto(descriptor: number, content: string | Uint8Array): Promise<void> {
  const stream = { 1: process.stdout, 2: process.stderr }[descriptor];
  if (stream)
    return new Promise((done, failed) => {
      stream.write(content, (error) => (error ? failed(error) : done()));
    });
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length; )
    at += (await promisify(write)(descriptor, bytes, at, bytes.length - at, null)).bytesWritten;
}

function failureLines(wish: OutputWish, error: unknown): string[] {
  if (error instanceof InputError) return error.message.split('\n');
  const cause = error instanceof StorageError ? error.cause : error;
  if (!isSystemError(cause)) throw error;
  return [
    new InputError([problemOf(wish, 'cannot-write', said('file.not-written', { why: systemWords(cause) }))]).message,
  ];
}

function problemOf({ option, path }: OutputWish, code: string, why: Said): Problem {
  return { code, file: path, path: option, said: why };
}
