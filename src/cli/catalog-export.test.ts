import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../../test/fixtures/run-command.ts';
import { eachNumber } from '../catalog/entry.ts';
import type { InputError } from '../flow/problems.ts';
import { command } from './catalog.ts';
import { allEntries } from './catalog-names.ts';
import { loadInstalledCatalog } from './load-catalog.ts';

const root = mkdtempSync(join(tmpdir(), 'cupola-catalog-'));
const folder = join(root, 'catalog');
beforeAll(async () => {
  await runCommand(command, ['export', folder]);
}, 60_000);
afterAll(() => rmSync(root, { recursive: true }));

const text = (name: string) => readFileSync(join(folder, name), 'utf8');

interface Resource {
  name: string;
  path: string;
  bytes: number;
  hash: string;
  schema?: { fields: { name: string; type: string }[]; primaryKey: string; foreignKeys?: unknown[] };
}

describe('cupola catalog export', () => {
  const resources = () => (JSON.parse(text('datapackage.json')) as { resources: Resource[] }).resources;

  test('--json tells what was written where', async () => {
    const { out } = await runCommand(command, ['export', join(root, 'told'), '--json']);
    const told = JSON.parse(out);
    expect(told.folder).toBe(join(root, 'told'));
    const rows = readFileSync(join(root, 'told/sources.csv'), 'utf8').trim().split('\r\n').length - 1;
    expect([told.sources, told.version]).toEqual([rows, JSON.parse(text('datapackage.json')).version]);
    expect(told.numbers).toBeGreaterThan(told.sources);
  });

  test('the descriptor names every file with its length and hash, and every column in its order', () => {
    expect(resources().map(({ path }) => path)).toEqual([
      'numbers.csv',
      'numbers.parquet',
      'ledger.csv',
      'ledger.parquet',
      'sources.csv',
      'sources.parquet',
    ]);
    for (const { path, bytes, hash, schema } of resources()) {
      const content = readFileSync(join(folder, path));
      expect(content.length).toBe(bytes);
      expect(hash).toBe(`sha256:${createHash('sha256').update(content).digest('hex')}`);
      if (schema)
        expect(content.toString('utf8').split('\r\n')[0].split(',')).toEqual(schema.fields.map(({ name }) => name));
    }
  });

  test('DuckDB reads CSV and Parquet alike: one row a number, keys once, every source there', async () => {
    const connection = await (await DuckDBInstance.create()).connect();
    const first = async (sql: string) => (await connection.runAndReadAll(sql)).getRows()[0].map(Number);
    const csv = `read_csv('${join(folder, 'numbers.csv')}', all_varchar = true)`;
    const parquet = `'${join(folder, 'numbers.parquet')}'`;
    const [rows, ids] = await first(`select count(*), count(distinct id) from ${csv}`);
    let numbers = 0;
    for (const { fields } of allEntries(await loadInstalledCatalog())) eachNumber(fields, () => numbers++);
    expect([rows, ids]).toEqual([numbers, numbers]);
    const same = 'p.id = c.id and p.value is not distinct from c.value::double';
    expect(await first(`select count(*) from ${parquet} p join ${csv} c on ${same}`)).toEqual([numbers]);
    expect(await first(`select count(*) from ${parquet}`)).toEqual([numbers]);
    const sources = `read_csv('${join(folder, 'sources.csv')}', all_varchar = true)`;
    const ledger = `'${join(folder, 'ledger.parquet')}'`;
    for (const table of [parquet, ledger])
      expect(await first(`select count(*) from ${table} where source not in (select id from ${sources})`)).toEqual([0]);
    const [records, keys] = await first(`select count(*), count(distinct id) from ${ledger}`);
    expect(records).toBeGreaterThan(100);
    expect(keys).toBe(records);
  });

  test('a row has value, range, unit, date, basis, source and place', () => {
    const line = text('numbers.csv')
      .split('\r\n')
      .find((each) => each.startsWith('interceptors/cbo-2026-sbi/unitMusd,'))!;
    expect(line).toMatch(/,unitMusd,22,10,44,band80,M\$,2026,2026-05-12,stated,cbo-2026-62422,/);
  });

  test('the citation names the version, which changes with the catalog alone', () => {
    const { version } = JSON.parse(text('datapackage.json')) as { version: string };
    expect(version).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{16}$/);
    expect(text('CITATION.cff')).toContain(`version: "${version}"`);
    expect(readdirSync(folder)).toContain('CITATION.cff');
  });

  test('without a folder it says what it needs', async () => {
    const error = await runCommand(command, ['export']).catch((caught: unknown) => caught);
    expect((error as InputError).message).toContain('needs a folder');
  });
});
