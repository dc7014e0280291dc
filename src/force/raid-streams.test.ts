import { readFileSync } from 'node:fs';
import { afterAll, expect, test, vi } from 'vitest';
import { testCatalog } from '../../test/fixtures/catalog.ts';
import { parseScenario } from '../read/parse.ts';
import { resolveScenario } from '../read/resolve.ts';
import { raidStreams, sharedStreamFraction } from './raid-streams.ts';

const drawn = new Set<string | number>();
// the models are loaded anew, since other files of this process may have loaded them with the streams as they are
vi.resetModules();
vi.doMock('../num/random.ts', async (original) => {
  const random = await original<typeof import('../num/random.ts')>();
  const randomStream: typeof random.randomStream = (seed, trial, stream) => {
    drawn.add(stream);
    return random.randomStream(seed, trial, stream);
  };
  return { ...random, randomStream };
});
const { runTrial } = await import('../run/drive.ts');
const { prepare } = await import('../run/prepare.ts');
afterAll(() => {
  vi.doUnmock('../num/random.ts');
  vi.resetModules();
});

const catalog = testCatalog();
const text = readFileSync(new URL('../../scenarios/mixed-raid.yaml', import.meta.url), 'utf8');
const scenario = (edit: (text: string) => string = (same) => same) =>
  resolveScenario(parseScenario(edit(text), 'mixed-raid.yaml'), catalog);

test('a raid draws from the streams on the list and from no others', () => {
  const architecture = scenario();
  const listed = raidStreams(architecture);
  const prepared = prepare(architecture);
  drawn.clear();
  for (let trial = 0; trial < 8; trial++) runTrial(prepared, trial);
  expect([...drawn].filter((name) => !listed.has(String(name)))).toEqual([]);
  const kinds = (names: Iterable<string | number>) => new Set(Array.from(names, (name) => String(name).split(':')[0]));
  // the command centre of this scenario releases at once, and no sensor has more missiles than tracks
  const unused = new Set(['release', 'places']);
  expect([...kinds(listed)].filter((kind) => !kinds(drawn).has(kind) && !unused.has(kind))).toEqual([]);
  for (const name of listed) if (name.startsWith('looks:')) expect(drawn).toContain(name);
});

test('renaming shares everything; another class shares all but its own', () => {
  const whole = scenario();
  expect(
    sharedStreamFraction(
      whole,
      scenario((same) => same.replace('id: sbi,', 'id: layer-one,')),
    ),
  ).toBe(1);
  const changed = scenario((same) => same.replace('use: cbo-2026-sbi', 'use: aei-2025-boost'));
  const fraction = sharedStreamFraction(whole, changed);
  expect(fraction).toBeGreaterThan(0.6);
  expect(fraction).toBeLessThan(1);
  const lost = [...raidStreams(whole)].filter((name) => !raidStreams(changed).has(name));
  expect(lost.every((name) => name.includes('interceptor/cbo-2026-sbi'))).toBe(true);
});
