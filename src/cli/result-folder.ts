import { lstat, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolders } from '../ensemble/make-folder.ts';
import { parseOrUndefined } from '../ensemble/parse-json.ts';
import { isPart, partPath, writeWhole } from '../ensemble/write-whole.ts';
import { version } from './package-folder.ts';
import { contentHash } from './written-mark.ts';

/** A file of a folder of results. */
export type FolderFile = [name: string, content: string | Uint8Array];

/** Files that cupola wrote into a folder, with their hashes, by what they hold, such as `run` or `export svg`. */
type WrittenFiles = Record<string, Record<string, string>>;

const LIST = '.cupola.json';
const ABOUT =
  'Files in this folder that cupola wrote: it replaces and removes only these, and none that was changed since';

/** Whether a folder is empty, or one that cupola wrote to; what a killed process left does not count. */
export async function isResultFolder(folder: string): Promise<boolean> {
  const names = (await readdir(folder)).filter((name) => !isPart(name));
  return names.length === 0 || names.includes(LIST);
}

/** Files of an earlier writing of the same kind that somebody changed since. */
export async function changedFiles(folder: string, holds: string): Promise<string[]> {
  const changed: string[] = [];
  for (const [name, hash] of Object.entries((await writtenFiles(folder))[holds] ?? {})) {
    const now = await hashOf(join(folder, name));
    if (now !== undefined && now !== hash) changed.push(name);
  }
  return changed;
}

/** Which of the names stand in a folder and are not what cupola wrote there. */
export async function foreignFiles(folder: string, names: readonly string[]): Promise<string[]> {
  const written = Object.values(await writtenFiles(folder));
  const foreign: string[] = [];
  for (const name of names) {
    const path = join(folder, name);
    if (!(await lstat(path).catch(() => undefined))) continue;
    const hash = await hashOf(path);
    if (hash === undefined || written.every((files) => files[name] !== hash)) foreign.push(name);
  }
  return foreign;
}

/**
 * Puts files into a folder, which it makes: written beside first, then put in place together, so that a full disk leaves the folder as
 * it was. What an earlier writing of the same kind left and this one does not have is removed unless it was changed; other files stay.
 */
export async function fillFolder(folder: string, holds: string, files: readonly FolderFile[]): Promise<void> {
  const isThere = (await lstat(folder).catch(() => undefined)) !== undefined;
  if (!isThere) await makeFolders(dirname(folder));
  const written = await writtenFiles(folder);
  const hashes = Object.fromEntries(files.map(([name, content]) => [name, contentHash(content)]));
  const list = { cupola: version, about: ABOUT, files: { ...written, [holds]: hashes } };
  const beside = partPath(isThere ? folder : dirname(folder));
  try {
    await mkdir(beside);
    const all: FolderFile[] = [...files, [LIST, `${JSON.stringify(list, null, 1)}\n`]];
    for (const [name, content] of all) await writeWhole(join(beside, name), content);
    if (!isThere) return await rename(beside, folder);
    for (const [name] of all) await rename(join(beside, name), join(folder, name));
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
  for (const [name, hash] of Object.entries(written[holds] ?? {})) {
    const path = join(folder, name);
    if (!(name in hashes) && (await hashOf(path)) === hash) await rm(path);
  }
}

async function writtenFiles(folder: string): Promise<WrittenFiles> {
  const text = await readFile(join(folder, LIST), 'utf8').catch(() => '');
  const list = parseOrUndefined(text) as { files?: unknown } | null | undefined;
  const files = list?.files;
  if (typeof files !== 'object' || files === null) return {};
  const isList = (each: unknown) => typeof each === 'object' && each !== null;
  return Object.fromEntries(Object.entries(files).filter(([, each]) => isList(each))) as WrittenFiles;
}

async function hashOf(path: string): Promise<string | undefined> {
  const content = await readFile(path).catch(() => undefined);
  return content && contentHash(content);
}
