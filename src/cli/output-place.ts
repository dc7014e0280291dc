import { constants, type Stats } from 'node:fs';
import { access, open, readlink, realpath, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { makeFolders } from '../ensemble/make-folder.ts';
import { isSystemError, systemWords } from '../ensemble/system-error.ts';
import { partPath } from '../ensemble/write-whole.ts';
import { type Said, said } from '../flow/said.ts';
import { descriptorOf } from './input-file.ts';

const MAX_LINKS = 40;

/** Where an output goes when links are followed. */
export interface OutputPlace {
  /** Real path; for something that is not there yet, where it will be. */
  real: string;
  /** What is there now. */
  there?: Stats;
  /** Number of the open file that the path stands for, such as 1 for `/dev/stdout`. */
  descriptor?: number;
}

/** The place that a path names, through all its links. @throws the system's error for a path that cannot be */
export async function outputPlaceOf(path: string): Promise<OutputPlace> {
  const descriptor = descriptorOf(path);
  let real = resolve(path);
  for (let links = 0; links < MAX_LINKS; links++) {
    try {
      real = await realpath(real);
      return { real, there: await stat(real), descriptor };
    } catch (error) {
      if (!isSystemError(error) || error.code !== 'ENOENT') {
        if (descriptor !== undefined && isSystemError(error)) break; // a pipe has no path
        throw error;
      }
      const target = await readlink(real).catch(() => undefined);
      if (target === undefined) return { real, descriptor };
      real = resolve(dirname(real), target);
    }
  }
  return { real, there: descriptor === undefined ? undefined : await stat(path), descriptor };
}

/** Whether a place is a device, a pipe or an open file: written into, never replaced. */
export function isStream({ there, descriptor }: OutputPlace): boolean {
  return descriptor !== undefined || (there !== undefined && !there.isFile() && !there.isDirectory());
}

/**
 * Tries whether a place can be written, and leaves nothing there.
 *
 * @returns why not, in the system's words
 */
export async function whyNotWritable(place: OutputPlace, kind: 'file' | 'folder'): Promise<Said | string | undefined> {
  try {
    if (place.descriptor !== undefined) return undefined;
    if (place.there && kind === 'file') await access(place.real, constants.W_OK);
    if (!isStream(place)) await tryFolder(place, kind);
    return undefined;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return error.code === 'ENOENT' ? said('file.no-folder') : systemWords(error);
  }
}

/** Makes and removes a file as the output will, with the folders that it needs. */
async function tryFolder({ real, there }: OutputPlace, kind: 'file' | 'folder'): Promise<void> {
  const folder = kind === 'folder' ? real : dirname(real);
  const made = await makeFolders(folder);
  try {
    const trial = kind === 'file' && !there ? real : partPath(folder);
    await (await open(trial, 'wx')).close();
    await rm(trial);
  } finally {
    for (const each of made.reverse()) await rmdir(each);
  }
}
