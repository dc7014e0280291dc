import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InputError } from '../flow/problems.ts';
import type { InputFile } from './input-file.ts';
import { type OutputWish, openOutputs, wishOf } from './write-file.ts';
import { markedText } from './written-mark.ts';

const PAGE = '<!doctype html>\n<meta name="generator" content="cupola">\n';

let folder = '';
let notes: string[] = [];
const at = (...names: string[]) => join(folder, ...names);
const open = (wishes: OutputWish[], inputs: InputFile[] = [], force = false) =>
  openOutputs(wishes, inputs, { options: { force }, note: (text) => void notes.push(text) });
const html = (name: string) => wishOf('--html', at(name), 'file');
const out = (name: string, holds = 'run') => wishOf('--out', at(name), 'folder', holds);
const refusal = (opened: Promise<unknown>) =>
  opened.then(
    () => [],
    (error: InputError) => error.problems.map(({ code, path }) => `${path} ${code}`),
  );

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cupola-outputs-'));
  notes = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('an output that is an input', () => {
  const inputs = () => [{ path: at('s.yaml'), what: 'the scenario' }];
  beforeEach(() => writeFileSync(at('s.yaml'), 'name: X\n'));

  test('is refused by any name that leads there, forced or not', async () => {
    symlinkSync('s.yaml', at('link.html'));
    linkSync(at('s.yaml'), at('hard.html'));
    symlinkSync('.', at('here'));
    for (const name of ['s.yaml', 'link.html', 'hard.html', 'here/s.yaml'])
      for (const force of [false, true])
        expect(await refusal(open(html(name), inputs(), force)), name).toEqual(['--html is-input']);
    expect(await refusal(open(out('s.yaml'), inputs()))).toEqual(['--out is-input']);
    expect(readFileSync(at('s.yaml'), 'utf8')).toBe('name: X\n');
  });

  test('is refused with a sentence that names both', async () => {
    await expect(open(html('s.yaml'), inputs())).rejects.toThrow(
      `${at('s.yaml')} --html: is the scenario ${at('s.yaml')}: an output never replaces an input`,
    );
  });

  test('is refused inside a folder, before where the names are known and else when it is written', async () => {
    mkdirSync(at('f'));
    writeFileSync(at('f/a.csv'), 'mine');
    const given = [{ path: at('f/a.csv'), what: 'the source' }];
    const wish = out('f').map((each) => ({ ...each, names: ['a.csv'] }));
    expect(await refusal(open(wish, given, true))).toEqual(['--out is-input']);
    const outputs = await open(out('f'), given, true);
    expect(await outputs.folder('--out', [['a.csv', 'ours']])).toBe(false);
    expect(outputs.exitCode).toBe(1);
    expect(notes.join()).toContain('would get a.csv, which is the source');
    expect(readFileSync(at('f/a.csv'), 'utf8')).toBe('mine');
  });

  test('so is a file of the catalog', async () => {
    const wish = wishOf('--html', 'catalog/sources.yaml', 'file');
    expect(await refusal(open(wish, [], true))).toEqual(['--html is-input']);
  });
});

describe('a file that is there', () => {
  test('is replaced where cupola wrote it, where it is empty, or by force; else it stays', async () => {
    writeFileSync(at('page.html'), PAGE);
    writeFileSync(at('empty.html'), '');
    writeFileSync(at('mine.html'), '<!doctype html><p>mine</p>');
    for (const name of ['page.html', 'empty.html', 'new.html']) expect(await refusal(open(html(name)))).toEqual([]);
    await expect(open(html('mine.html'))).rejects.toThrow('add --force to replace it');
    const outputs = await open(html('mine.html'), [], true);
    expect(await outputs.file('--html', PAGE)).toBe(true);
    expect(readFileSync(at('mine.html'), 'utf8')).toBe(PAGE);
  });

  test('and that people edit is replaced only as long as nobody did', async () => {
    const text = markedText('name: Mix\n');
    expect(text.endsWith('name: Mix\n')).toBe(true);
    writeFileSync(at('mix.yaml'), text);
    expect(await refusal(open(html('mix.yaml')))).toEqual([]);
    writeFileSync(at('mix.yaml'), text.replace('Mix', 'My mix'));
    expect(await refusal(open(html('mix.yaml')))).toEqual(['--html not-ours']);
  });

  test('keeps who may read it', async () => {
    writeFileSync(at('page.html'), PAGE);
    chmodSync(at('page.html'), 0o600);
    await (await open(html('page.html'))).file('--html', `${PAGE}new`);
    expect(statSync(at('page.html')).mode & 0o777).toBe(0o600);
  });
});

describe('links, pipes and devices', () => {
  test('a link stays, and what it leads to is written, be it there or not', async () => {
    mkdirSync(at('deep'));
    writeFileSync(at('deep/page.html'), PAGE);
    symlinkSync('deep/page.html', at('link.html'));
    symlinkSync('deep/new.html', at('dangling.html'));
    for (const [name, real] of [
      ['link.html', 'deep/page.html'],
      ['dangling.html', 'deep/new.html'],
    ] as const) {
      await (await open(html(name))).file('--html', `${PAGE}new`);
      expect(lstatSync(at(name)).isSymbolicLink()).toBe(true);
      expect(readFileSync(at(real), 'utf8')).toBe(`${PAGE}new`);
    }
    expect(readdirSync(at('deep')).sort()).toEqual(['new.html', 'page.html']);
  });

  test('a pipe is written into', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    const outputs = await open(html('pipe'));
    const reading = import('node:fs/promises').then(({ readFile }) => readFile(at('pipe'), 'utf8'));
    await outputs.file('--html', PAGE);
    expect(await reading).toBe(PAGE);
    expect(lstatSync(at('pipe')).isFIFO()).toBe(true);
  });

  test('a full device is told, and the command goes on', async () => {
    const outputs = await open(wishOf('--html', '/dev/full', 'file'));
    expect(await outputs.file('--html', PAGE)).toBe(false);
    expect(notes).toEqual(['/dev/full --html: cannot be written: no space left on device']);
    expect(outputs.exitCode).toBe(1);
    expect(lstatSync('/dev/full').isCharacterDevice()).toBe(true);
  });
});

test('every place that cannot be written is told at once, and nothing is left by the trial', async () => {
  writeFileSync(at('file'), PAGE);
  mkdirSync(at('folder'));
  symlinkSync('loop', at('loop'));
  const wishes = [
    ['a', at('file/inside'), 'file', 'cannot-write'],
    ['b', at('x'.repeat(300)), 'file', 'cannot-write'],
    ['c', at('folder'), 'file', 'is-folder'],
    ['d', at('file'), 'folder', 'no-folder'],
    ['e', '/dev/full', 'folder', 'no-folder'],
    ['f', at('loop'), 'file', 'cannot-write'],
    ['g', '/proc/x/y', 'folder', 'cannot-write'],
    ['h', at('new/'), 'file', 'is-folder'],
  ] as const;
  const found = await refusal(open(wishes.map(([option, path, kind]) => ({ option, path, kind, holds: 'run' }))));
  expect(found).toEqual(wishes.map(([option, , , code]) => `${option} ${code}`));
  expect(await refusal(open([...wishOf('--html', at('a/b/c.html'), 'file'), ...out('d/e')]))).toEqual([]);
  expect(readdirSync(folder).sort()).toEqual(['file', 'folder', 'loop']);
  expect(await refusal(open([...html('one'), ...out('one')]))).toEqual(['--out same-place']);
});

describe('a folder of results', () => {
  const files = (words: Record<string, string>) => Object.entries(words);

  test('is made whole, replaced whole, and leaves what is not its own', async () => {
    await (await open(out('f'))).folder('--out', files({ 'a.csv': '1', 'b.csv': '2' }));
    expect(readdirSync(at('f')).sort()).toEqual(['.cupola.json', 'a.csv', 'b.csv']);
    writeFileSync(at('f/notes.txt'), 'mine');
    await (await open(out('f', 'svg'))).folder('--out', files({ 'c.svg': '3' }));
    await (await open(out('f'))).folder('--out', files({ 'a.csv': '4' }));
    expect(readdirSync(at('f')).sort()).toEqual(['.cupola.json', 'a.csv', 'c.svg', 'notes.txt']);
    expect(readFileSync(at('f/a.csv'), 'utf8')).toBe('4');
    expect(readdirSync(folder)).toEqual(['f']);
  });

  test('of another hand, or with an edited file, asks for --force', async () => {
    mkdirSync(at('other'));
    expect(await refusal(open(out('other')))).toEqual([]);
    writeFileSync(at('other/thesis.txt'), 'mine');
    expect(await refusal(open(out('other')))).toEqual(['--out not-ours']);
    await (await open(out('other'), [], true)).folder('--out', files({ 'a.csv': '1' }));
    expect(readdirSync(at('other')).sort()).toEqual(['.cupola.json', 'a.csv', 'thesis.txt']);
    expect(await refusal(open(out('other')))).toEqual([]);
    writeFileSync(at('other/a.csv'), 'edited');
    await expect(open(out('other'))).rejects.toThrow('holds a.csv, which was edited since cupola wrote it');
  });

  test('does not replace a file of another hand that only turns up at the end', async () => {
    await (await open(out('f'))).folder('--out', files({ 'a.csv': '1' }));
    writeFileSync(at('f/late.csv'), 'mine');
    const outputs = await open(out('f'));
    expect(await outputs.folder('--out', files({ 'a.csv': '2', 'late.csv': '2' }))).toBe(false);
    expect(readFileSync(at('f/late.csv'), 'utf8')).toBe('mine');
    expect(readFileSync(at('f/a.csv'), 'utf8')).toBe('1');
    expect(outputs.exitCode).toBe(1);
  });

  test.skipIf(!canMount())('stays as it was on a full disk, or is not there at all', async () => {
    mkdirSync(at('disk'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'none', at('disk')]);
    try {
      await (await open(out('disk/old'))).folder('--out', files({ 'a.csv': 'old', 'b.csv': 'old' }));
      const big = files({ 'a.csv': 'new', 'b.csv': 'x'.repeat(60_000), 'c.csv': 'x'.repeat(60_000) });
      for (const name of ['disk/old', 'disk/new']) {
        const outputs = await open(out(name));
        expect(await outputs.folder('--out', big)).toBe(false);
        expect(outputs.exitCode).toBe(1);
      }
      expect(readdirSync(at('disk'))).toEqual(['old']);
      expect(readdirSync(at('disk/old')).sort()).toEqual(['.cupola.json', 'a.csv', 'b.csv']);
      expect(readFileSync(at('disk/old/a.csv'), 'utf8')).toBe('old');
      expect(notes[0]).toBe(`${at('disk/old')} --out: cannot be written: no space left on device`);
    } finally {
      execFileSync('umount', [at('disk')]);
    }
  });

  test('stays as it was where a file of it cannot be put down', async () => {
    await (await open(out('f'))).folder('--out', files({ 'a.csv': 'old' }));
    const outputs = await open(out('f'));
    const bad = files({ 'a.csv': 'new', ['b'.repeat(300)]: 'new' });
    expect(await outputs.folder('--out', bad)).toBe(false);
    expect(readFileSync(at('f/a.csv'), 'utf8')).toBe('old');
    expect(readdirSync(at('f')).sort()).toEqual(['.cupola.json', 'a.csv']);
    const fresh = await open(out('g'));
    expect(await fresh.folder('--out', bad)).toBe(false);
    expect(existsSync(at('g'))).toBe(false);
  });
});

function canMount(): boolean {
  const place = mkdtempSync(join(tmpdir(), 'cupola-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'none', place], { stdio: 'ignore' });
    execFileSync('umount', [place]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(place, { recursive: true });
  }
}
