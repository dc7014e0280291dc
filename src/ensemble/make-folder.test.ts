import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { InputError } from '../flow/problems.ts';
import { makeFolder, orNotWritable } from './make-folder.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cupola-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a folder is made with those around it, and may be there', async () => {
  await makeFolder(join(folder, 'a/b'));
  await makeFolder(join(folder, 'a/b'));
  expect(existsSync(join(folder, 'a/b'))).toBe(true);
});

test('a file in its place, or on the way to it, is a problem of the user', async () => {
  writeFileSync(join(folder, 'file'), '');
  for (const path of ['file', 'file/inside']) {
    await expect(makeFolder(join(folder, path))).rejects.toThrow(InputError);
    await expect(makeFolder(join(folder, path))).rejects.toThrow('cannot be written');
  }
});

test.skipIf(!existsSync('/proc/self'))('a place that takes no folders ends with a sentence', async () => {
  await expect(makeFolder('/proc/none/inside')).rejects.toThrow('cannot be written');
});

test('what is no matter of the place goes on as it was', async () => {
  await expect(orNotWritable('x', () => Promise.reject(new RangeError('own')))).rejects.toThrow(RangeError);
  const refused = Object.assign(new Error('permission denied'), { code: 'EACCES', errno: -13, syscall: 'open' });
  await expect(orNotWritable('x', () => Promise.reject(refused))).rejects.toThrow('choose another folder');
});
