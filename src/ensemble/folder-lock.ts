import { randomUUID } from 'node:crypto';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { orStorageError } from './shards/ledger.ts';

const PREFIX = 'lock-';
/** Name of a claim: process, random word, host. The name says all, so a claim is never half written. */
const CLAIM = /^lock-(\d+)-([0-9a-f]{8})-(.+)$/;
const POLL_MS = 20;
/** How long processes that come together sort out who stays. */
const MOST_POLLS = 250;

interface Claim {
  name: string;
  pid: number;
  host: string;
}

/** Claims of this process: another with its number is of an earlier process that had the same. */
const own = new Set<string>();

/** Whether a file in a folder belongs to its lock. */
export function isLock(name: string): boolean {
  return name.startsWith(PREFIX);
}

/**
 * Takes a folder for this process until the returned function is called.
 *
 * Each process leaves a claim under a name of its own, then looks: it owns the folder when no other living claim is there. As the claim
 * comes before the look, two can never both see themselves alone. Of several that see each other the one whose name comes last in order
 * withdraws, so that one stays. A claim whose process is gone is removed; its name never comes again, so nobody's fresh claim is.
 *
 * What it leaves out: processes on another host cannot be asked whether they live, so their claims hold until somebody removes them.
 *
 * @throws InputError where another process works in the folder; StorageError
 */
export async function lockFolder(path: string): Promise<() => Promise<void>> {
  const [before] = await livingClaims(path);
  if (before) throw taken(path, before);
  const mine = `${PREFIX}${process.pid}-${randomUUID().slice(0, 8)}-${hostWord()}`;
  const file = join(path, mine);
  const unlock = async () => {
    own.delete(mine);
    await rm(file, { force: true });
  };
  own.add(mine);
  try {
    await orStorageError(path, () => writeFile(file, '', { flag: 'wx' }));
    for (let poll = 0; ; poll++) {
      const others = (await livingClaims(path)).filter(({ name }) => name !== mine);
      if (others.length === 0) return unlock;
      const isFirst = others.every(({ name }) => mine < name);
      if (!isFirst || poll === MOST_POLLS) throw taken(path, others[0]);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** Claims of processes that live, in order of their names; those of processes that are gone are removed. */
async function livingClaims(path: string): Promise<Claim[]> {
  const living: Claim[] = [];
  for (const name of (await readdir(path)).sort()) {
    const [, pid, , host] = CLAIM.exec(name) ?? [];
    if (host === undefined) continue;
    if (host !== hostWord() || isAlive(Number(pid), name)) living.push({ name, pid: Number(pid), host });
    else await rm(join(path, name), { force: true });
  }
  return living;
}

function taken(path: string, { name, pid, host }: Claim): InputError {
  const fault = said('sweep.locked', { pid, host, file: join(path, name) });
  return new InputError([{ code: 'locked', file: path, path: '', said: fault }]);
}

/** Name of this machine as part of a file's name. */
function hostWord(): string {
  return (
    hostname()
      .replace(/[^\w.-]/g, '_')
      .slice(0, 100) || 'unknown'
  );
}

function isAlive(pid: number, name: string): boolean {
  if (pid === process.pid) return own.has(name);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
