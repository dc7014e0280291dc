import type { Route } from '../flow/links.ts';
import { sparkline } from '../report/sparkline.ts';
import { heading, type Style, table, wrap } from '../report/text.ts';
import { withAccess } from '../transport/access.ts';
import { routeLateness } from '../transport/lateness.ts';
import { isRoute } from '../transport/route.ts';
import type { RouteEvent, RouteSample } from '../transport/route-series.ts';
import type { RouteTable } from '../transport/route-table.ts';
import type { Transport } from '../transport/transport.ts';
import { type WorstSpan, worstSpan } from '../transport/worst-span.ts';
import { count, fixed, percent } from '../words/numbers.ts';
import { say } from '../words/words.ts';

const TEN_MINUTES_S = 600;

const ms = (valueMs: number) => (Number.isFinite(valueMs) ? fixed(valueMs, valueMs < 100 ? 2 : 1) : '-');

/** Samples one by one: times in a table, then the path of each. */
export function samplesText(
  transport: Transport,
  samples: readonly RouteSample[],
  style: Style,
  columns: number,
): string {
  const rows = samples.map(({ tS, route }) =>
    isRoute(route)
      ? [
          count(tS, tS % 1 === 0 ? 0 : 1),
          ms(2000 * route.oneWayS),
          ms(1000 * route.oneWayS),
          String(route.hopCount),
          route.networks.join(', ') || say('route.fibre'),
          route.partners.join(', ') || '-',
        ]
      : [count(tS), '-', '-', '-', style.bad(say('route.no-route')), say(`route.${route.reason}`)],
  );
  const keys = ['t', 'round', 'one-way', 'satellites', 'networks', 'partners'] as const;
  const head = keys.map((key) => say(`route.${key}`));
  const paths = samples.flatMap(({ tS, route }) =>
    isRoute(route)
      ? [style.dim(`  t = ${count(tS)} s`), wrap(route.path.join(' > '), columns, 4), ...accessLines(transport, route)]
      : [],
  );
  return [table(head, rows, ['right', 'right', 'right', 'right', 'left', 'left'], style), '', ...paths].join('\n');
}

/** The round trip as users measure it, where that differs. */
function accessLines(transport: Transport, route: Route): string[] {
  const access = withAccess(transport, route);
  if (!access || access.medianS === 2 * route.oneWayS) return [];
  const [low, median, high] = [access.lowS, access.medianS, access.highS].map((s) => ms(1000 * s));
  return [
    `    ${say('route.access', { low, median, high })}`,
    ...latenessLines(transport, [route]).map((line) => `  ${line}`),
  ];
}

/** Round trips that half, 95 % and 99 % of the messages do not pass. */
function latenessLines(transport: Transport, routes: readonly Route[]): string[] {
  const late = routeLateness(transport, routes);
  if (!late) return [];
  const [median, p95, p99] = [late.medianS, late.p95S, late.p99S].map((s) => ms(1000 * s));
  return [`  ${say('route.lateness', { median, p95, p99 })}`];
}

/** A series: sparkline, least, median, most, share of the time with a way, and the moments of change. */
export function seriesText(
  transport: Transport,
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
      ? `  ${say('route.round-trip', { least: ms(known[0]), median: ms(median), most: ms(known.at(-1)!) })}`
      : `  ${style.bad(say('route.never'))}`,
    `  ${say('route.share', { share: known.length / samples.length, samples: samples.length, changes: events.length })}`,
  ];
  const routes = samples.map(({ route }) => route).filter(isRoute);
  lines.push(...latenessLines(transport, routes));
  const worst = worstSpan(samples, TEN_MINUTES_S);
  if (worst) lines.push(...worstLines(worst, columns));
  if (events.length > 0) {
    const shown = events
      .slice(0, 20)
      .map(({ tS, kind, before, after }) => [
        count(tS, 3),
        kind,
        isRoute(before) ? ms(2000 * before.oneWayS) : '-',
        isRoute(after) ? ms(2000 * after.oneWayS) : '-',
      ]);
    lines.push(
      '',
      table(
        (['t', 'event', 'before', 'after'] as const).map((key) => say(`route.${key}`)),
        shown,
        ['right', 'left', 'right', 'right'],
        style,
      ),
    );
    if (events.length > 20) lines.push(`  ${say('route.more', { count: events.length - 20 })}`);
  }
  return lines.join('\n');
}

function worstLines({ fromS, untilS, meanS, partedFraction, worst }: WorstSpan, columns: number): string[] {
  const at = { from: count(fromS), until: count(untilS), at: count(worst.tS) };
  const { route } = worst;
  if (!isRoute(route))
    return [`  ${say('route.worst-parted', { ...at, share: partedFraction, why: say(`route.${route.reason}`) })}`];
  const found = { ...at, mean: ms(2000 * meanS), most: ms(2000 * route.oneWayS) };
  return [`  ${say('route.worst', found)}`, wrap(route.path.join(' > '), columns, 4)];
}

/** Routes of a scenario over each network alone and over all: median round trip, and share of the moments with a way. */
export function routeTableText({ columns, rows, timesS }: RouteTable, style: Style): string {
  const cell = (medianMs: number, reachableFraction: number) => {
    if (reachableFraction === 0) return '-';
    return reachableFraction < 1 ? `${fixed(medianMs, 1)} (${percent(reachableFraction, 0)})` : fixed(medianMs, 1);
  };
  const body = rows.map(({ id, greatCircleKm, cells }) => [
    id,
    count(greatCircleKm),
    ...cells.map(({ medianMs, reachableFraction }) => cell(medianMs, reachableFraction)),
  ]);
  const named = (column: string) => (column === 'fibre' || column === 'all' ? say(`route.${column}`) : column);
  const head = [say('route.route'), 'km', ...columns.map(named)];
  return [
    heading(say('route.table', { count: timesS.length }), style),
    table(head, body, ['left', ...head.slice(1).map(() => 'right' as const)], style),
    style.dim(`  ${say('route.brackets')}`),
  ].join('\n');
}
