import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { csvText } from '../report/tables/csv.ts';
import { parquetBytes } from '../report/tables/parquet.ts';
import { tablesOfReadme, tablesReadme } from '../report/tables/readme.ts';
import { type RouteRow, routeTable, runTables } from '../report/tables/run-tables.ts';
import { rowCount } from '../report/tables/tidy-table.ts';
import type { Prepared } from '../run/prepare.ts';
import type { FinishedRun } from '../run/run.ts';
import { routeEnd } from '../transport/ends.ts';
import { standingOutages } from '../transport/outages.ts';
import { isRoute, routeAt } from '../transport/route.ts';
import { packageFolder } from './package-folder.ts';
import { writeWhole } from './write-file.ts';

/**
 * Writes a run as tables: CSV and Parquet, the result as JSON with its schema, and a README of the columns. Tables of an
 * earlier run that this one does not have are removed, so that a folder holds one run.
 *
 * @returns the files written, by name
 * @throws InputError where the folder cannot be written
 */
export async function writeTables(folder: string, { prepared, result, outcomes }: FinishedRun): Promise<string[]> {
  const layerIds = prepared.architecture.interceptors.map(({ id }) => id);
  const threatIds = prepared.flights.map(({ id }) => id);
  const routes = routeTable(routeRows(prepared, result.networks?.timesS ?? []));
  const tables = [...runTables(result, outcomes, { layerIds, threatIds }), ...(rowCount(routes) > 0 ? [routes] : [])];
  const schema = await readFile(new URL('cupola-result.schema.json', packageFolder), 'utf8');
  const files: [name: string, content: string | Uint8Array][] = [
    ['result.json', JSON.stringify(result)],
    ['result.schema.json', schema],
    ['README.md', tablesReadme(result, tables, outcomes.length)],
  ];
  for (const table of tables)
    files.push([`${table.name}.csv`, csvText(table)], [`${table.name}.parquet`, parquetBytes(table)]);
  await removeOthers(folder, new Set(tables.map(({ name }) => name)));
  for (const [name, content] of files) await writeWhole(join(folder, name), content);
  return files.map(([name]) => name);
}

/** Removes what an earlier run wrote here and this one does not: the tables that its README lists. */
async function removeOthers(folder: string, kept: ReadonlySet<string>): Promise<void> {
  const before = await readFile(join(folder, 'README.md'), 'utf8').catch(() => '');
  const gone = tablesOfReadme(before).filter((name) => !kept.has(name));
  for (const name of gone)
    for (const ending of ['csv', 'parquet']) await rm(join(folder, `${name}.${ending}`), { force: true });
}

function routeRows({ transports, architecture }: Prepared, timesS: readonly number[]): RouteRow[] {
  const transport = transports[0];
  if (!transport) return [];
  const outages = standingOutages(transport, architecture.failures);
  return architecture.routes.flatMap(({ id, from, to }) =>
    timesS.map((tS) => {
      const way = routeAt(transport, routeEnd(transport, from), routeEnd(transport, to), tS, outages);
      const row = { tS, route: id, from, to };
      if (!isRoute(way)) return { ...row, reason: way.reason };
      const { oneWayS, hopCount, networks, partners, gateways } = way;
      return {
        ...row,
        oneWayS,
        hopCount,
        networks: networks.join(' '),
        partners: partners.join(' '),
        gateways: gateways.join(' '),
      };
    }),
  );
}
