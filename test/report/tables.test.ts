import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { csvText } from '../../src/report/tables/csv.ts';
import { tidyTable } from '../../src/report/tables/tidy-table.ts';
import { type Fixture, fixture } from './fixture.ts';
import { writeTables } from './write-tables.ts';

let dome: Fixture;
let folder: string;

beforeAll(async () => {
  dome = await fixture('golden-dome', 6);
  dome.architecture.routes = [{ id: 'r', from: 'schriever', to: 'fort-greely' }];
  folder = await mkdtemp(join(tmpdir(), 'cupola-tables-'));
  await writeTables(folder, dome.rows);
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

async function parquet(name: string) {
  const bytes = await readFile(join(folder, `${name}.parquet`));
  return parquetReadObjects({
    file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
  });
}

function csv(text: string): string[][] {
  const lines = text.trimEnd().split('\r\n');
  return lines.map((line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map((m) => m[1]?.replaceAll('""', '"') ?? m[2]),
  );
}

test('CSV and Parquet hold the same rows, and the README names every column', async () => {
  const readme = await readFile(join(folder, 'README.md'), 'utf8');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.csv')).map((name) => name.slice(0, -4));
  expect(names).toEqual(
    expect.arrayContaining(['trials', 'threats', 'objects', 'shots', 'cost-years', 'fielding', 'routes', 'messages']),
  );
  for (const name of names) {
    const [head, ...lines] = csv(await readFile(join(folder, `${name}.csv`), 'utf8'));
    const rows = await parquet(name);
    expect(rows.length, name).toBe(lines.length);
    for (const [i, row] of rows.entries())
      expect(head.map((column) => (row[column] === null ? '' : String(row[column])))).toEqual(lines[i]);
    for (const column of head) expect(readme).toContain(`| \`${column}\` |`);
  }
});

test('a row a trial, a threat, a shot; sums agree with the result', async () => {
  const { result, outcomes } = dome.rows;
  const [trials, threats, shots, years] = [
    await parquet('trials'),
    await parquet('threats'),
    await parquet('shots'),
    await parquet('cost-years'),
  ];
  expect(trials.length).toBe(6);
  expect(threats.length).toBe(60);
  expect(shots.length).toBe(outcomes.reduce((sum, { shots: fired }) => sum + fired.length, 0));
  const leakers = trials.reduce((sum, { leakerCount }) => sum + leakerCount, 0);
  expect(threats.filter(({ stoppedBy }) => stoppedBy === null).length).toBe(leakers);
  expect(leakers / 6).toBeCloseTo(result.effect!.expectedLeakers.mean, 12);
  const cost = years.reduce((sum, { costMusd }) => sum + costMusd, 0);
  expect(Math.abs(cost / result.cost!.result.totalMusd - 1)).toBeLessThan(1e-9);
});

test('every column of a number ends in its unit', async () => {
  const plain = new Set(['trial', 'year', 'low', 'value', 'high', 'probability']);
  const readme = await readFile(join(folder, 'README.md'), 'utf8');
  const columns = [...readme.matchAll(/^\| `(\w+)` \| (number|whole) \|/gm)].map(([, name]) => name);
  expect(columns.length).toBeGreaterThan(40);
  for (const name of columns) if (!plain.has(name)) expect(name).toMatch(/(S|Musd|Count|Fraction|Index|Probability)$/);
});

test('result.json keeps to its schema, and the schema refuses what is not a result', async () => {
  const schema = JSON.parse(await readFile(join(folder, 'result.schema.json'), 'utf8'));
  const check = z.fromJSONSchema(schema);
  const result = JSON.parse(await readFile(join(folder, 'result.json'), 'utf8'));
  expect(check.safeParse(result).error?.issues ?? []).toEqual([]);
  expect(check.safeParse({ ...result, seed: 'one' }).success).toBe(false);
  expect(check.safeParse({ ...result, effect: { ...result.effect, layers: undefined } }).success).toBe(false);
});

test('odd words keep to CSV: formulas get an apostrophe, places do not, an empty text is the null of Parquet', () => {
  const words = ['=1+1', '-2+3', '@x', '-33.92,18.42', '+5', 'a "b", c', 'two\nlines', 'ש', '', "'"];
  const table = tidyTable('t', 'one word', words, [['word', 'text', 'a word', (word) => word]]);
  expect(table.data[0].at(-2)).toBeNull();
  expect(csvText(table)).toBe(
    ['word', "'=1+1", "'-2+3", "'@x", '"-33.92,18.42"', '+5', '"a ""b"", c"', '"two\nlines"', 'ש', '', "'", ''].join(
      '\r\n',
    ),
  );
});

test('a folder holds one run: tables that the next run does not have are gone, other files stay', async () => {
  const place = await mkdtemp(join(tmpdir(), 'cupola-again-'));
  try {
    await writeTables(place, dome.rows);
    await writeFile(join(place, 'mine.csv'), 'a\r\n');
    const { result, prepared } = dome.rows;
    const architecture = { ...dome.architecture, routes: [] };
    const rows = { prepared: { ...prepared, architecture }, result: { ...result, fielding: null }, outcomes: [] };
    const names = await writeTables(place, rows);
    expect((await readdir(place)).sort()).toEqual(['.cupola.json', ...names, 'mine.csv'].sort());
    expect(names).not.toContain('fielding.csv');
    expect(names).toContain('cost-years.csv');
  } finally {
    await rm(place, { recursive: true });
  }
});
