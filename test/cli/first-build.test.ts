import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const PARTS = [
  'cupola',
  'src',
  'catalog',
  'validation',
  'scripts',
  'package.json',
  'package-lock.json',
  'cupola.schema.json',
];
const MORE = ['test/fixtures', 'test/laws', 'docs/glossary.md'];
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cupola-first-'));
  execFileSync('sh', ['-c', `tar c ${[...PARTS, ...MORE].join(' ')} | tar x -C '${folder}'`], { cwd: root });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  utimesSync(join(folder, 'package-lock.json'), 0, 0); // the packages are there
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function cupola(words: string[]): Promise<{ code: number | null; out: string; notes: string }> {
  const child = spawn('./cupola', words, { cwd: folder });
  let [out, notes] = ['', ''];
  child.stdout.on('data', (text) => (out += text));
  child.stderr.on('data', (text) => (notes += text));
  return new Promise((ended) => child.on('close', (code) => ended({ code, out, notes })));
}

/** Begins a first use, and kills it and all that it started in the middle of its build. */
async function killedInItsBuild(): Promise<void> {
  const child = spawn('./cupola', ['--version'], { cwd: folder, detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise((resolve) => child.on('close', resolve));
  await new Promise<void>((builds) => {
    child.stderr.on('data', (text) => String(text).includes('building') && builds());
  });
  process.kill(-child.pid!, 'SIGKILL');
  await ended;
}

test('three first uses at once build once, after one that was killed, and all answer', async () => {
  await killedInItsBuild();
  const all = await Promise.all([1, 2, 3].map(() => cupola(['catalog', 'show', 'gbi'])));
  const notes = all.map((each) => each.notes).join('');
  expect(
    all.map(({ code }) => code),
    notes,
  ).toEqual([0, 0, 0]);
  expect(new Set(all.map(({ out }) => out)).size).toBe(1);
  expect(notes.match(/building/g)).toHaveLength(1);
});
