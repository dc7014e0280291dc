import { readFile } from 'node:fs/promises';
import { csvText } from '../report/tables/csv.ts';
import { parquetBytes } from '../report/tables/parquet.ts';
import { tablesReadme } from '../report/tables/readme.ts';
import { type RouteRow, routeTable, runTables } from '../report/tables/run-tables.ts';
import { rowCount } from '../report/tables/tidy-table.ts';
import type { Prepared } from '../run/prepare.ts';
import type { FinishedRun } from '../run/run.ts';
import { routeEnd } from '../transport/ends.ts';
import { outagesOf } from '../transport/outages.ts';
import { isRoute, routeAt } from '../transport/route.ts';
import { packageFolder } from './package-folder.ts';
import type { FolderFile } from './result-folder.ts';

/** A run as tables: CSV and Parquet, the result as JSON with its schema, and a README of the columns. */
export async function tableFiles({ prepared, result, outcomes }: FinishedRun): Promise<FolderFile[]> {
  const layerIds = prepared.architecture.interceptors.map(({ id }) => id);
  const threatIds = prepared.flights.map(({ id }) => id);
  const routes = routeTable(routeRows(prepared, result.networks?.timesS ?? []));
  const tables = [...runTables(result, outcomes, { layerIds, threatIds }), ...(rowCount(routes) > 0 ? [routes] : [])];
  const schema = await readFile(new URL('cupola-result.schema.json', packageFolder), 'utf8');
  return [
    ['result.json', JSON.stringify(result)],
    ['result.schema.json', schema],
    ['README.md', tablesReadme(result, tables, outcomes.length)],
    ...tables.flatMap((table): FolderFile[] => [
      [`${table.name}.csv`, csvText(table)],
      [`${table.name}.parquet`, parquetBytes(table)],
    ]),
  ];
}

function routeRows({ transports, architecture, force }: Prepared, timesS: readonly number[]): RouteRow[] {
  const transport = transports[0];
  if (!transport) return [];
  const outages = outagesOf(transport, force.stated);
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
