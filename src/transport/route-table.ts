import { quantileSorted } from '../num/statistics.ts';
import { greatCircleKm } from '../physics/great-circle.ts';
import { type RouteEnd, routeEnd } from './ends.ts';
import { timeBetween, withOnly } from './network-report.ts';
import { type Outages, withoutNetworks } from './outages.ts';
import { networkAt } from './snapshot.ts';
import type { Transport } from './transport.ts';

/** The routes of a scenario over each network alone, and over all together. */
export interface RouteTable {
  /** What carries the messages: each network alone with its fibre, the fibre of all of them, everything. */
  columns: string[];
  timesS: number[];
  rows: RouteTableRow[];
}

export interface RouteTableRow {
  id: string;
  from: string;
  to: string;
  /** NaN where an end is a satellite. */
  greatCircleKm: number;
  /** By column. */
  cells: { medianMs: number; reachableFraction: number }[];
}

/**
 * Median round trip of every route of a scenario over each of its networks, over the fibre alone and over all, at several moments.
 *
 * A network's column has that network alone: its gateways, and the fibre between them and the scenario's own sites. The fibre's
 * column has the fibre of all networks that stand and no satellites: what the ground can do by itself.
 *
 * @param timesS seconds after the epoch
 * @param stated what is out by statement
 * @param without networks that are out beside
 */
export function routeTable(
  transport: Transport,
  timesS: readonly number[],
  stated: Outages,
  without: readonly string[] = [],
): RouteTable {
  const { architecture, networks } = transport;
  const standing = withoutNetworks(transport, stated, without);
  const shown = networks.filter(({ plan }) => !without.includes(plan.id));
  const ends = architecture.routes.map(({ from, to }) => [routeEnd(transport, from), routeEnd(transport, to)] as const);
  const alone = shown.map(({ plan }) => withOnly(transport, standing, [plan.id]));
  const noSatellites = { ...standing, satelliteOut: new Uint8Array(transport.satelliteCount).fill(1) };
  const choices = [...alone, noSatellites, standing];
  const roundTripMs = ends.map(() => choices.map((): number[] => []));
  for (const atS of timesS) {
    choices.forEach((outages, c) => {
      networkAt(transport, atS, outages);
      ends.forEach(([from, to], r) => {
        roundTripMs[r][c].push(2000 * timeBetween(transport, from, to, atS, outages));
      });
    });
  }
  const rows = architecture.routes.map(({ id, from, to }, r) => ({
    id,
    from,
    to,
    greatCircleKm: distanceKm(...ends[r]),
    cells: roundTripMs[r].map(cellOf),
  }));
  return { columns: [...shown.map(({ plan }) => plan.id), 'fibre', 'all'], timesS: [...timesS], rows };
}

function cellOf(valuesMs: readonly number[]): RouteTableRow['cells'][number] {
  const known = Float64Array.from(valuesMs.filter((value) => value < Infinity)).sort();
  return { medianMs: quantileSorted(known, 0.5), reachableFraction: known.length / valuesMs.length };
}

function distanceKm(from: RouteEnd, to: RouteEnd): number {
  if (from.kind !== 'ground' || to.kind !== 'ground') return Number.NaN;
  return greatCircleKm(from.point.latRad, from.point.lonRad, to.point.latRad, to.point.lonRad);
}
