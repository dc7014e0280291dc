import type { LatencySummary, NetworkReport, NetworkVariant, RouteResilience } from '../flow/network-report.ts';
import { tell } from '../words/words.ts';
import { count, percent } from './number.ts';
import { heading, type Style, table, wrap } from './text.ts';

const MOST_ROUTES = 12;
const MOST_LEGS = 4;

/** How the networks carry the scenario's messages, and what is left with each of them gone. */
export function networkSection(report: NetworkReport | null, style: Style, width: number): string[] {
  const [planned, ...others] = report?.variants ?? [];
  if (!report || !planned) return [];
  return [
    heading('Messages, one way', style),
    legTable([...planned.legs, ...planned.routes.slice(0, MOST_ROUTES)], style),
    heading('With a network, partner or control plane gone', style),
    variantTable(planned, others, style),
    ...cutLines(report, width),
  ];
}

function legTable(legs: readonly LatencySummary[], style: Style): string {
  return table(['', ...LEG_HEAD], legs.map(legCells), ['left', 'right', 'right', 'right', 'right'], style);
}

/** Heads of {@link legCells} after the first. */
export const LEG_HEAD = ['reached', 'median', '95 %', 'worst'];

/** One kind of message: what it is, how often it finds a way, and how long it takes. */
export function legCells({ id, kind, reachableFraction, medianS, p95S, worstS }: LatencySummary): string[] {
  return [
    kind === 'sensor' ? `${id} to the centre` : kind === 'interceptor' ? `the centre to ${id}` : id,
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
      if (!there || there.reachableFraction === 0) return 'none';
      return `${percent(there.reachableFraction, 0)} ${milliseconds(there.medianS)}`;
    }),
  ]);
  const head = ['reached, median', 'cut', ...legs.map(({ id }) => id)];
  return table(head, rows, ['left', 'right', ...legs.map(() => 'right' as const)], style);
}

function cutLines({ resilience }: NetworkReport, width: number): string[] {
  return resilience.map((route) =>
    wrap(`- ${route.id}: ${count(route.alternativesS.length)} disjoint ways; ${cutWords(route)}`, width, 2),
  );
}

/** What has to be lost for a route to be cut. */
export function cutWords({ gatewayCut, networkCut, partnerCut }: RouteResilience): string {
  const cuts = [cut(networkCut, 'network'), cut(gatewayCut, 'gateway'), cut(partnerCut, 'partner')].filter(Boolean);
  return cuts.length > 0 ? `cut by the loss of ${cuts.join(', or of ')}` : 'no loss of gateways or partners cuts it';
}

function cut(set: string[] | null, noun: string): string {
  if (!set) return '';
  return set.length <= 3 ? `${noun}${set.length > 1 ? 's' : ''} ${set.join(' and ')}` : `${set.length} ${noun}s`;
}

function milliseconds(valueS: number): string {
  return Number.isFinite(valueS) ? `${(1000 * valueS).toFixed(0)} ms` : '-';
}
