import type { LatencySummary, NetworkReport, NetworkVariant, RouteResilience } from '../flow/network-report.ts';
import { said } from '../flow/said.ts';
import { fixed, percent } from '../words/numbers.ts';
import { say, tell } from '../words/words.ts';
import { heading, type Style, table, wrap } from './text.ts';

const MOST_ROUTES = 12;
const MOST_LEGS = 4;

/** How the networks carry the scenario's messages, and what is left with each of them gone. */
export function networkSection(report: NetworkReport | null, style: Style, width: number): string[] {
  const [planned, ...others] = report?.variants ?? [];
  if (!report || !planned) return [];
  return [
    heading(say('messages.title'), style),
    legTable([...planned.legs, ...planned.routes.slice(0, MOST_ROUTES)], style),
    heading(say('messages.gone'), style),
    variantTable(planned, others, style),
    ...cutLines(report, width),
  ];
}

function legTable(legs: readonly LatencySummary[], style: Style): string {
  return table(['', ...legHead()], legs.map(legCells), ['left', 'right', 'right', 'right', 'right'], style);
}

/** Heads of {@link legCells} after the first. */
export function legHead(): string[] {
  return [say('head.reached'), say('head.median'), percent(0.95, 0), say('head.worst')];
}

/** One kind of message: what it is, how often it finds a way, and how long it takes. */
export function legCells({ id, kind, reachableFraction, medianS, p95S, worstS }: LatencySummary): string[] {
  return [
    kind === 'sensor'
      ? say('messages.to-centre', { id })
      : kind === 'interceptor'
        ? say('messages.from-centre', { id })
        : id,
    percent(reachableFraction),
    milliseconds(medianS),
    milliseconds(p95S),
    milliseconds(worstS),
  ];
}

/** Of the kinds of message, those that some loss slows or cuts most; the rest is the same in every row. */
function variantTable(planned: NetworkVariant, variants: readonly NetworkVariant[], style: Style): string {
  const legOf = (variant: NetworkVariant, leg: LatencySummary) =>
    variant.legs.find(({ id, kind }) => id === leg.id && kind === leg.kind);
  const change = (leg: LatencySummary) =>
    Math.max(
      ...variants.map((variant) => {
        const there = legOf(variant, leg);
        if (!there || there.reachableFraction < leg.reachableFraction)
          return 1 + leg.reachableFraction - (there?.reachableFraction ?? 0);
        return Math.abs(there.medianS / leg.medianS - 1);
      }),
    );
  const legs = planned.legs
    .filter((leg) => leg.reachableFraction > 0 && change(leg) > 0.01)
    .sort((a, b) => change(b) - change(a))
    .slice(0, MOST_LEGS);
  const rows = [planned, ...variants].map((variant) => [
    tell(variant.name),
    variant === planned ? '-' : percent(variant.cutFraction),
    ...legs.map((leg) => {
      const there = legOf(variant, leg);
      if (!there || there.reachableFraction === 0) return say('part.none');
      return `${percent(there.reachableFraction, 0)} ${milliseconds(there.medianS)}`;
    }),
  ]);
  const head = [say('head.reached-median'), say('head.cut'), ...legs.map(({ id }) => id)];
  return table(head, rows, ['left', 'right', ...legs.map(() => 'right' as const)], style);
}

function cutLines({ resilience }: NetworkReport, width: number): string[] {
  return resilience.map((route) =>
    wrap(
      say('part.item', {
        text: said('messages.route', { id: route.id, count: waysOf(route), cut: cutWords(route) }),
      }),
      width,
      2,
    ),
  );
}

/** Ways that share nothing; where a line joins the ends, those that share no link. */
export function waysOf({ disjointCount, alternativesS }: RouteResilience): number {
  return disjointCount ?? alternativesS.length;
}

/** What has to be lost for a route to be cut. */
export function cutWords({ gatewayCut, cableCut, networkCut, partnerCut, satelliteCutCount }: RouteResilience): string {
  if (gatewayCut?.length === 0) return say('messages.parted');
  const cuts = [
    cut(networkCut, 'network'),
    cut(gatewayCut, 'gateway'),
    cut(cableCut, 'cable'),
    cut(partnerCut, 'partner'),
    satelliteCutCount === null ? '' : say('cut.satellites', { count: satelliteCutCount }),
  ].filter(Boolean);
  if (cuts.length === 0) return say('messages.no-cut');
  return say('messages.cut-by', { list: cuts.reduce((first, then) => say('messages.cut-or', { first, then })) });
}

function cut(names: string[] | null, noun: 'network' | 'gateway' | 'cable' | 'partner'): string {
  if (!names) return '';
  if (names.length > 3) return say(`cut.${noun}-count`, { count: names.length });
  return names.length > 1 ? say(`cut.${noun}s`, { names }) : say(`cut.${noun}`, { names });
}

function milliseconds(valueS: number): string {
  return Number.isFinite(valueS) ? `${fixed(1000 * valueS, 0)} ms` : '-';
}
