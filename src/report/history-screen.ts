import type { DependenceHistory, PastDependence } from '../flow/dependence-history.ts';
import { count, money, percent } from '../words/numbers.ts';
import { nameIn, say } from '../words/words.ts';
import {
  contractCell,
  largest,
  partnerName,
  partnerRows,
  share,
  shownPartner,
  trendSentence,
  yearEnds,
} from './history-lines.ts';
import { short } from './partners-dependence.ts';
import { heading, type Style, table, wrap } from './text.ts';

interface Look {
  /** Partner whose shares are shown. */
  partner?: string;
  style: Style;
  columns: number;
  /** Entries of the scenario that nobody knew of on the day. */
  unknownCount?: number;
}

/** `cupola partners --history`: what was said, answered; one partner's shares by half years; functions by year. */
export function historyScreen(history: DependenceHistory, { partner: asked, style, columns }: Look): string {
  const width = Math.min(columns, 110);
  const partner = shownPartner(history, asked);
  const name = partnerName(history, partner);
  const ends = yearEnds(history);
  const years = ends.map(({ date }) => (date.endsWith('-12-31') ? date.slice(0, 4) : date.slice(0, 7)));
  const right = ends.map(() => 'right' as const);
  const byFunction = (cell: (at: (typeof ends)[number], id: string) => string) =>
    table(
      ['', ...years],
      history.functions
        .filter(({ id }) => ends.some(({ functions }) => !Number.isNaN(functions[id].contractHerfindahlIndex)))
        .map(({ id, name: words }) => [short(nameIn(words), 42), ...ends.map((at) => cell(at, id))]),
      ['left', ...right],
      style,
    );
  return [
    ...history.claims.map((claim) => style.bold(wrap(trendSentence(claim), width))),
    heading(say('history.partner', { name }), style),
    partnerTable(history, partner, style),
    heading(say('history.by-function', { name }), style),
    byFunction(({ functions }, id) => contractCell(functions[id], partner)),
    heading(say('history.hhi'), style),
    byFunction(({ functions }, id) => index(functions[id].contractHerfindahlIndex)),
  ].join('\n');
}

/** How the ledger is counted. */
export function ledgerFoot({ style, columns }: Look): string {
  return style.dim(wrap(say('history.foot'), Math.min(columns, 110), 2));
}

function partnerTable(history: DependenceHistory, partner: string, style: Style): string {
  const head = (['date', 'contracts', 'space', 'launch', 'all', 'hhi-contracts', 'hhi-money'] as const).map((key) =>
    say(`history.head-${key}`),
  );
  const rows = partnerRows(history, partner).map((at) => [
    at.date,
    percent(at.contractFraction, 0),
    share(at.space),
    share(at.launch),
    share(at.all),
    index(at.contractHerfindahlIndex),
    index(at.moneyHerfindahlIndex),
  ]);
  return table(head, rows, ['left', ...head.slice(1).map(() => 'right' as const)], style);
}

function index(value: number): string {
  return Number.isNaN(value) ? '-' : count(value);
}

/** `cupola partners --as-of`: who held each function on a day, how concentrated that was, and what came out later. */
export function pastScreen(
  { history, publicLater }: PastDependence,
  { style, columns, unknownCount = 0 }: Look,
): string {
  const width = Math.min(columns, 110);
  const { date, functions } = history.points.at(-1)!;
  const head = (['function', 'held', 'largest', 'hhi', 'new', 'largest-new'] as const).map((key) =>
    say(`history.head-${key}`),
  );
  const rows = history.functions.map(({ id, name }) => {
    const held = functions[id];
    const known = Object.values(held.newMusd).reduce((sum, musd) => sum + musd, 0);
    const open = held.openMusd > 0 ? ` +${money(held.openMusd)}?` : '';
    const all = Object.values(held.contractCounts).reduce((sum, each) => sum + each, 0);
    return [
      short(nameIn(name), 42),
      all > 0 ? count(all) : '-',
      largest(history, held.contractShares),
      index(held.contractHerfindahlIndex),
      known > 0 || open ? `${known > 0 ? money(known) : '-'}${open}` : '-',
      largest(history, held.moneyShares),
    ];
  });
  const later = publicLater.map(({ partners, title, publicFrom }) =>
    say('history.later', {
      partners: partners.map((partner) => partnerName(history, partner)),
      title: nameIn(title),
      since: publicFrom,
    }),
  );
  return [
    style.bold(say('history.past', { date })),
    table(head, rows, ['left', 'right', 'left', 'right', 'right', 'left'], style),
    ...later.map((line) => wrap(line, width, 2)),
    ...(unknownCount > 0 ? [wrap(say('history.not-built', { count: unknownCount }), width, 2)] : []),
  ].join('\n');
}
