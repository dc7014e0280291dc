import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../../test/fixtures/run-command.ts';
import type { CatalogDiff } from '../catalog/diff.ts';
import { InputError } from '../flow/problems.ts';
import { command } from './catalog.ts';
import { command as coverage } from './coverage.ts';
import { command as partners } from './partners.ts';
import { command as route } from './route.ts';
import { command as run } from './run.ts';
import { command as size } from './size.ts';

const failure = async (spec: typeof command, words: string[]) => {
  const error = await runCommand(spec, words).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(InputError);
  return (error as InputError).message;
};

describe('cupola catalog search, list and show', () => {
  test('a search finds entries, partners and sources, in words and as JSON', async () => {
    const { out } = await runCommand(command, ['search', 'Starlink']);
    expect(out).toContain('starlink-gen1');
    const found = JSON.parse((await runCommand(command, ['search', 'rocket', 'lab', '--json'])).out) as {
      kind: string;
      id: string;
    }[];
    expect(found).toContainEqual(expect.objectContaining({ kind: 'members', id: 'rocket-lab' }));
  });

  test.each([
    [['search', 'tracing'], 'did you mean'],
    [['search'], 'are missing'],
    [['show', 'cbo-sbi'], 'did you mean "cbo-2026-sbi"? `cupola catalog list` lists them'],
    [['list', 'sits'], 'did you mean "sites"?'],
    [['serch'], 'did you mean "search"?'],
    [['diff', '2026-07'], 'needs two dates'],
    [['diff', '2026-07', 'yesterday'], 'expected a date such as 2026-07-31, 2026-07 or 2026, found "yesterday"'],
  ])('%s', async (words, expected) => {
    expect(await failure(command, words)).toContain(expected);
  });

  test('partners, functions and parts of the books are listed', async () => {
    expect((await runCommand(command, ['list', 'members'])).out).toMatch(/spacex +SpaceX +United States/);
    const parts = JSON.parse((await runCommand(command, ['list', 'parts', '--json'])).out);
    expect(parts).toContainEqual(expect.objectContaining({ id: 'be-4' }));
  });
});

describe('cupola catalog check and diff', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cupola-catalog-'));
    mkdirSync(join(folder, 'systems'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('problems come with file and line and exit code 1; a sound folder has 0', async () => {
    writeFileSync(
      join(folder, 'sources.yaml'),
      "law: { title: T, producer: P, date: '2026', seen: primary, kind: primary, place: p. 1 }\n",
    );
    const number = '{ value: 5, priceYear: 2026, source: law, where: p, basis: stated }';
    const file = join(folder, 'systems', 's.yaml');
    writeFileSync(file, `id: s\nname: S\nunitMusd: ${number}\n`);
    const failed = await runCommand(command, ['check', folder]);
    expect(failed.code).toBe(1);
    expect(failed.out).toContain('systems/s.yaml:3:11 unitMusd: a headline leans on unitMusd');
    expect(failed.out).toContain('1 entry, 2 problems, 0 exceptions.');
    writeFileSync(
      file,
      `id: s\nname: S\nknownFrom: 2026-01\nunitMusd: ${number}\nexceptions: [{ rule: range, why: fixed by law }]\n`,
    );
    const passed = await runCommand(command, ['check', folder]);
    expect(passed.code).toBe(0);
    expect(passed.out).toContain('systems/s.yaml:4 s unitMusd (range): fixed by law');
    const json = JSON.parse((await runCommand(command, ['check', folder, '--json'])).out);
    expect(json).toMatchObject({ problems: [], exceptions: [{ entry: 's', why: 'fixed by law' }] });
    writeFileSync(file, readFileSync(file, 'utf8').replace('law, where', 'low, where'));
    expect(await failure(command, ['check', folder])).toContain('did you mean "law"?');
  });

  test('a difference has its dates and its sources', async () => {
    const { out } = await runCommand(command, ['diff', '2019', '2030', '--json']);
    const diff = JSON.parse(out) as CatalogDiff & { sources: object };
    expect(diff).toMatchObject({ from: '2019', to: '2030' });
    for (const { after } of diff.values)
      if (typeof after === 'object') expect(Object.keys(diff.sources)).toContain(after.source);
    expect((await runCommand(command, ['diff', '2030', '2031'])).out).toContain(
      'From 2030 to 2031: 0 values changed (0 of them corrections), 0 added, 0 removed',
    );
  });
});

describe('--as-of', () => {
  test('a command that reads the catalog takes a date, and says it', async () => {
    const { out } = await runCommand(run, ['scenarios/one-missile.yaml', '--trials', '2', '--as-of', '2030-01']);
    expect(out).toMatch(/catalog [0-9a-f]{16} as of 2030-01, scenario/);
    const json = JSON.parse(
      (await runCommand(run, ['scenarios/one-missile.yaml', '--trials', '2', '--as-of', '2030', '--json'])).out,
    );
    expect(json.provenance.asOfDate).toBe('2030');
    const plain = JSON.parse((await runCommand(run, ['scenarios/one-missile.yaml', '--trials', '2', '--json'])).out);
    expect(plain.provenance.asOfDate).toBeUndefined();
    expect(plain.effect).toEqual(json.effect);
  });

  test('what is no date is refused; a command without a catalog takes none', async () => {
    for (const spec of [run, coverage]) {
      const said = await failure(spec, ['scenarios/one-missile.yaml', '--as-of', '2026-13']);
      expect(said).toContain('--as-of: expected a date such as 2026-07-31, 2026-07 or 2026, found "2026-13"');
    }
    await expect(runCommand(size, ['--as-of', '2026'])).rejects.toThrow('unknown option');
  });
});

describe('names of the command line', () => {
  const FILE = 'scenarios/networks.yaml';

  test('a partner stands for its networks, and a misspelt name is asked about', async () => {
    const words = [FILE, '--from', 'tokyo', '--to', 'london', '--json'];
    const without = async (name: string) => JSON.parse((await runCommand(route, [...words, '--without', name])).out);
    expect((await without('spacex'))[0].networks.join()).not.toContain('starlink');
    expect(await failure(route, [...words, '--without', 'space-x'])).toContain('did you mean "spacex"?');
    expect(await failure(route, [FILE, '--from', 'tokio', '--to', 'london'])).toContain(
      'did you mean "tokyo"? `cupola catalog list sites` lists the sites',
    );
  });

  test('exchanged coordinates are asked about, and the route is told all the same', async () => {
    const { code, notes } = await runCommand(route, [FILE, '--from', '-74.0,40.7', '--to', 'london']);
    expect(code).toBe(0);
    expect(notes).toContain(
      'warning: "-74,40.7" is 74 S 40.7 E, in polar ice; latitude comes first: did you mean "40.7,-74"?',
    );
    expect(await failure(route, [FILE, '--from', '140.7,-74.0', '--to', 'london'])).toContain(
      'did you mean "-74,140.7"?',
    );
  });

  test('a misspelt partner is asked about', async () => {
    expect(await failure(partners, ['scenarios/golden-dome.yaml', '--partner', 'space-x', '--trials', '1'])).toContain(
      'nothing in the scenario rests on "space-x", did you mean "spacex"?',
    );
  });
});
