import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lockFolder } from '../../src/ensemble/folder-lock.ts';

const ROUNDS = 15;
const PROCESSES = 3;
const script = fileURLToPath(new URL('lock-race.mjs', import.meta.url));

let folder = '';
let lockModule = '';
/** Number of a process that is gone. */
let gonePid = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cupola-lock-'));
  lockModule = join(folder, 'folder-lock.mjs');
  const entry = fileURLToPath(new URL('../../src/ensemble/folder-lock.ts', import.meta.url));
  await build({ entryPoints: [entry], outfile: lockModule, bundle: true, format: 'esm', platform: 'node' });
  const gone = spawn(process.execPath, ['-e', '']);
  gonePid = gone.pid!;
  await once(gone, 'close');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a killed process leaves. */
function staleClaim(path: string): string {
  const name = `lock-${gonePid}-00000000-${hostname()}`;
  writeFileSync(join(path, name), '');
  return name;
}

test(`of ${PROCESSES} processes that take a stale lock at once exactly one owns the folder, in ${ROUNDS} rounds`, async () => {
  const children = Array.from({ length: PROCESSES }, () =>
    spawn(process.execPath, [script, lockModule], { stdio: ['pipe', 'pipe', 'inherit'] }),
  );
  try {
    const nextOf = children.map(linesOf);
    for (const next of nextOf) expect(await next()).toBe('ready');
    for (let round = 0; round < ROUNDS; round++) {
      const place = join(folder, `round-${round}`);
      mkdirSync(place);
      const stale = staleClaim(place);
      const atMs = Date.now() + 30;
      for (const { stdin } of children) stdin.write(`${place}\t${atMs}\n`);
      const said = await Promise.all(nextOf.map((next) => next()));
      expect(said.sort(), `round ${round}`).toEqual([...Array(PROCESSES - 1).fill('locked'), 'owns']);
      expect(readdirSync(place).filter((name) => name !== stale)).toHaveLength(1);
      expect(readdirSync(place)).not.toContain(stale);
    }
  } finally {
    for (const { stdin } of children) stdin.end('end\n');
    await Promise.all(children.map((child) => child.exitCode ?? once(child, 'close')));
  }
}, 120_000);

function linesOf({ stdout }: ChildProcess): () => Promise<string> {
  const lines = createInterface({ input: stdout! })[Symbol.asyncIterator]();
  return async () => (await lines.next()).value as string;
}

test('a folder is taken until it is given back, also within one process', async () => {
  const place = join(folder, 'once');
  mkdirSync(place);
  const unlock = await lockFolder(place);
  await expect(lockFolder(place)).rejects.toThrow(`process ${process.pid} on`);
  await unlock();
  await (await lockFolder(place))();
  expect(readdirSync(place)).toEqual([]);
});

test('a claim of an earlier process with the same number does not hold, one of another machine does', async () => {
  const place = join(folder, 'reused');
  mkdirSync(place);
  writeFileSync(join(place, `lock-${process.pid}-00000000-${hostname()}`), '');
  await (await lockFolder(place))();
  writeFileSync(join(place, 'lock-1-00000000-another-machine'), '');
  await expect(lockFolder(place)).rejects.toThrow('process 1 on another-machine works on it');
});
