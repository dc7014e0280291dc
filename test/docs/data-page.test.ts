import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Result } from '../../src/flow/result.ts';
import { pythonWith } from '../python/python-with.ts';
import { fixture } from '../report/fixture.ts';
import { writeTables } from '../report/write-tables.ts';

/** Null where its binary does not come for this machine. */
const duckdb = await import('@duckdb/node-api').catch(() => null);
/** Folder from which the paths of the page are true. */
let home: string;
let result: Result;
let page: string;
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text]) => text);

beforeAll(async () => {
  page = await readFile('docs/data.md', 'utf8');
  home = await mkdtemp(join(tmpdir(), 'cupola-data-'));
  const { rows } = await fixture('golden-dome', 40);
  await writeTables(join(home, 'out/tables'), rows);
  result = JSON.parse(await readFile(join(home, 'out/tables/result.json'), 'utf8'));
}, 120_000);
afterAll(() => rm(home, { recursive: true }));

test.skipIf(!duckdb)('the SQL of the page gives what the result says (needs DuckDB)', async () => {
  const connection = await (await duckdb!.DuckDBInstance.create(':memory:')).connect();
  await connection.run(`SET file_search_path = '${home}'`);
  const queries = blocks('sql').flatMap((text) => text.split(';').filter((query) => query.trim() !== ''));
  const answers: Record<string, unknown>[][] = [];
  for (const query of queries) answers.push((await connection.runAndReadAll(query)).getRowObjectsJS());
  connection.closeSync();

  const [leaks, layers, costs] = answers;
  expect(answers.length).toBe(3);
  const { leakersByReason, layers: wantedLayers } = result.effect!;
  const wantedLeaks = Object.entries(leakersByReason).filter(([, count]) => count > 0);
  expect(wantedLeaks.length).toBeGreaterThan(0);
  expect(leaks.map(({ leakReason, missiles }) => [leakReason, Number(missiles)]).sort()).toEqual(wantedLeaks.sort());

  expect(layers.length).toBe(wantedLayers.length);
  for (const { layer, stoppedPerRaid } of layers)
    expect(stoppedPerRaid).toBeCloseTo(wantedLayers.find(({ id }) => id === layer)!.killsPerRaid, 12);

  const totals = new Map(result.cost!.result.elements.map(({ id, totalMusd }) => [id, totalMusd / 1000]));
  const dearest = [...totals.values()].sort((a, b) => b - a).slice(0, 5);
  for (const [i, { element, billions }] of costs.entries()) {
    expect(billions).toBeCloseTo(totals.get(String(element))!, 6);
    expect(billions).toBeCloseTo(dearest[i], 6);
  }
  expect(costs.length).toBe(5);
});

describe('pandas', () => {
  const pandas = pythonWith('pandas');
  const arrow = pythonWith('pandas', 'pyarrow');
  /** Runs a block as it stands and then prints an expression of its names. */
  const run = (python: string, text: string, expression: string) => {
    const code = `${text}\nimport json\nprint("\\n", json.dumps(${expression}), sep="")`;
    const said = execFileSync(python, ['-c', code], { cwd: home, encoding: 'utf8', stdio: 'pipe' });
    return JSON.parse(said.trim().split('\n').at(-1)!);
  };

  test.skipIf(!pandas)('reads the CSV: missiles by layer, cost by year (needs python3 with pandas)', () => {
    const expression =
      '{"decided": [[str(k), int(n)] for k, n in decided["size"].items()], "years": list(years.sum(axis=1))}';
    const { decided, years } = run(pandas!, blocks('python')[0], expression);
    const { effect, cost } = result;
    const leakers = Object.values(effect!.leakersByReason).reduce((sum, count) => sum + count, 0);
    const stopped = effect!.layers.map(({ id, killsPerRaid }) => [id, Math.round(killsPerRaid * effect!.trials)]);
    const wanted = [...stopped, ['nan', leakers]].filter(([, count]) => Number(count) > 0);
    expect(decided.sort()).toEqual(wanted.sort());
    const yearMusd = [...cost!.result.yearMusd];
    expect(years.length).toBe(yearMusd.length);
    for (const [i, musd] of years.entries()) expect(musd).toBeCloseTo(yearMusd[i], 6);
  });

  test.skipIf(!arrow)('reads the Parquet: shots by layer and result (needs python3 with pandas and pyarrow)', () => {
    const counts = run(
      arrow!,
      blocks('python')[1],
      '[[*k, int(n)] for k, n in shots.groupby(["layer", "result"]).size().items()]',
    );
    const wanted = result.effect!.layers.flatMap(({ id, shotResults }) =>
      Object.entries(shotResults).map(([name, each]) => [id, name, Math.round(each * result.effect!.trials)]),
    );
    expect(counts.sort()).toEqual(wanted.filter(([, , count]) => Number(count) > 0).sort());
  });
});
