import { sparkline } from '../report/sparkline.ts';
import { heading, type Style, table, wrap } from '../report/text.ts';
import { isRoute } from '../transport/route.ts';
import type { RouteEvent, RouteSample } from '../transport/route-series.ts';
import type { RouteTable } from '../transport/route-table.ts';
import { count, percent } from '../words/numbers.ts';

/** Why there is no way, in words. */
const REASONS = {
  jammed: 'an end is jammed',
  'nothing-in-sight-of-start': 'the start sees no satellite that works',
  'nothing-in-sight-of-end': 'the end sees no satellite that works',
  parted: 'no path joins what the ends see',
} as const;

const ms = (valueMs: number) => (Number.isFinite(valueMs) ? valueMs.toFixed(valueMs < 100 ? 2 : 1) : '-');

/** Samples one by one: times in a table, then the path of each. */
export function samplesText(samples: readonly RouteSample[], style: Style, columns: number): string {
  const rows = samples.map(({ tS, route }) =>
    isRoute(route)
      ? [
          count(tS, tS % 1 === 0 ? 0 : 1),
          ms(2000 * route.oneWayS),
          ms(1000 * route.oneWayS),
          String(route.hopCount),
          route.networks.join(', ') || 'fibre',
          route.partners.join(', ') || '-',
        ]
      : [count(tS), '-', '-', '-', style.bad('no route'), REASONS[route.reason]],
  );
  const head = ['t s', 'round trip ms', 'one way ms', 'satellites', 'networks', 'partners'];
  const paths = samples.flatMap(({ tS, route }) =>
    isRoute(route) ? [style.dim(`  t = ${count(tS)} s`), wrap(route.path.join(' > '), columns, 4)] : [],
  );
  return [table(head, rows, ['right', 'right', 'right', 'right', 'left', 'left'], style), '', ...paths].join('\n');
}

/** A series: sparkline, least, median, most, share of the time with a way, and the moments of change. */
export function seriesText(
  samples: readonly RouteSample[],
  events: readonly RouteEvent[],
  style: Style,
  columns: number,
): string {
  const timesMs = samples.map(({ route }) => (isRoute(route) ? 2000 * route.oneWayS : Number.NaN));
  const known = timesMs.filter(Number.isFinite).sort((a, b) => a - b);
  const median =
    known.length % 2 === 1 ? known[known.length >> 1] : (known[known.length / 2 - 1] + known[known.length / 2]) / 2;
  const lines = [
    `  ${sparkline(timesMs, Math.max(10, columns - 4))}`,
    known.length > 0
      ? `  round trip ms: min ${ms(known[0])}, median ${ms(median)}, max ${ms(known.at(-1)!)}`
      : `  ${style.bad('no route')} at any time`,
    `  a route at ${percent(known.length / samples.length)} of ${samples.length} samples; ${events.length} changes`,
  ];
  if (events.length > 0) {
    const shown = events
      .slice(0, 20)
      .map(({ tS, kind, before, after }) => [
        count(tS, 3),
        kind,
        isRoute(before) ? ms(2000 * before.oneWayS) : '-',
        isRoute(after) ? ms(2000 * after.oneWayS) : '-',
      ]);
    lines.push('', table(['t s', 'event', 'before ms', 'after ms'], shown, ['right', 'left', 'right', 'right'], style));
    if (events.length > 20) lines.push(`  and ${events.length - 20} more; --json has them all`);
  }
  return lines.join('\n');
}

/** Routes of a scenario over each network alone and over all: median round trip, and share of the moments with a way. */
export function routeTableText({ columns, rows, timesS }: RouteTable, style: Style): string {
  const cell = (medianMs: number, reachableFraction: number) => {
    if (reachableFraction === 0) return '-';
    return reachableFraction < 1 ? `${medianMs.toFixed(1)} (${percent(reachableFraction, 0)})` : medianMs.toFixed(1);
  };
  const body = rows.map(({ id, greatCircleKm, cells }) => [
    id,
    count(greatCircleKm),
    ...cells.map(({ medianMs, reachableFraction }) => cell(medianMs, reachableFraction)),
  ]);
  const head = ['route', 'km', ...columns];
  return [
    heading(`Round trip in ms over each network and the fibre, median of ${timesS.length} moments`, style),
    table(head, body, ['left', ...head.slice(1).map(() => 'right' as const)], style),
    style.dim(
      '  In brackets the share of the moments with a route, where not all; -: none. Ends with a fibre time stand at sites on the fibre.',
    ),
  ].join('\n');
}
