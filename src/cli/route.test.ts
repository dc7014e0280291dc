import { expect, test } from 'vitest';
import { runCommand } from '../../test/fixtures/run-command.ts';
import { InputError } from '../flow/problems.ts';
import { command } from './route.ts';

const FILE = new URL('../../scenarios/networks.yaml', import.meta.url).pathname;

async function problemsOf(words: string[]): Promise<string[]> {
  try {
    await runCommand(command, [FILE, ...words]);
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(({ code }) => code);
    throw error;
  }
  return [];
}

test('JSON has a record a time, in milliseconds, with the path and its networks', async () => {
  const { code, out } = await runCommand(command, [
    FILE,
    '--from',
    'tokyo',
    '--to',
    'london',
    '--at',
    '0,600',
    '--json',
  ]);
  const list = JSON.parse(out);
  expect(code).toBe(0);
  expect(list.map(({ tS }: { tS: number }) => tS)).toEqual([0, 600]);
  for (const { rttMs, oneWayMs, path, networks } of list) {
    expect(rttMs).toBeCloseTo(2 * oneWayMs, 5);
    expect(rttMs).toBeGreaterThan(64); // 9,560 km through the Earth and back at the speed of light
    expect([path[0], path.at(-1)]).toEqual(['tokyo', 'london']);
    expect(networks.length).toBeGreaterThan(0);
  }
});

test('what cannot be reached is null, with the reason', async () => {
  const without = ['starlink', 'sdn', 'leo', 'leo-2026', 'transport', 'oneweb'].flatMap((id) => ['--without', id]);
  const { out } = await runCommand(command, [FILE, '--from', '51.5,0', '--to', '40,-75', ...without, '--json']);
  expect(JSON.parse(out)[0]).toMatchObject({
    rttMs: null,
    oneWayMs: null,
    path: [],
    reason: 'nothing-in-sight-of-start',
  });
});

test('a series shows least, median and most, and its events', async () => {
  const words = [FILE, '--from', '51.5,0', '--to', '40,-75', '--duration', '60', '--step', '20'];
  const { out } = await runCommand(command, words);
  expect(out).toMatch(/min \d+\.\d+, median \d+\.\d+, max \d+\.\d+/);
  const { out: json } = await runCommand(command, [...words, '--json']);
  expect(JSON.parse(json)).toHaveLength(4);
});

test('bad words are all told at once', async () => {
  expect(await problemsOf(['--at', 'soon', '--step', '0', '--from', 'tokyo'])).toEqual([
    'bad-option',
    'bad-option',
    'bad-option',
  ]);
  expect(await problemsOf(['--without', 'telegraph'])).toEqual(['unknown-network']);
  expect(await problemsOf(['--from', 'nowhere-at-all', '--to', 'tokyo'])).toEqual(['unknown-place']);
});
