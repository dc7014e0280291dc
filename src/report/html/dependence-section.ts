import type { DeparturesByDate } from '../../flow/departures.ts';
import type { DependenceResult } from '../../flow/dependence.ts';
import type { Result } from '../../flow/result.ts';
import { said } from '../../flow/said.ts';
import type { SourcingResult } from '../../flow/sourcing.ts';
import { count, money, percent } from '../../words/numbers.ts';
import { nameIn, say } from '../../words/words.ts';
import { departureRows } from '../departures-section.ts';
import { departuresFigure } from '../figures/departures-figure.ts';
import { dependenceFigure, networkFigure, withdrawalFigure } from '../figures/dependence-figures.ts';
import { historyFigure } from '../figures/history-figure.ts';
import { frontFigure } from '../figures/independence-figure.ts';
import { independenceSentences, independenceTables } from './independence.ts';
import { dataTable, html, joined, type Markup } from './markup.ts';
import type { ReportInput } from './report-input.ts';
import { type Drawn, figureBlock, noteList } from './sections.ts';
import { withdrawalTable } from './withdrawal-table.ts';

/** Dependence matrix, single points, networks, withdrawals, price of independence: what of them is there. */
export function dependenceParts(
  { result, dependence, history, withdrawals, departures, sourcing }: ReportInput,
  of: Drawn,
): (Markup | null | undefined)[] {
  const network = networkFigure(result);
  const withdrawal = departures ? departuresFigure(departures) : withdrawals && withdrawalFigure(withdrawals);
  const past = historyFigure(history);
  return [
    ...(dependence ? dependenceBlocks(dependence, of) : []),
    past && figureBlock(past, of),
    past && noteList([said('history.foot')]),
    network ? figureBlock(network, of) : nothingCut(result),
    withdrawal ? figureBlock(withdrawal, of) : null,
    ...(departures ? departureParts(departures) : []),
    withdrawals && withdrawalTable(withdrawals),
    withdrawals && noteList(withdrawals.notes),
    ...(sourcing ? independenceBlocks(sourcing, of) : []),
  ];
}

/** Every departure that is felt, date by date. */
function departureParts(departures: DeparturesByDate): (Markup | null)[] {
  const [first] = departures.withdrawals;
  if (!first) return [];
  const { head, rows, foot } = departureRows(departures);
  return [
    dataTable(say('departures.title-on', { date: first.date }), head, rows),
    html`<p class="note">${joined(foot.join(' '))}</p>`,
  ];
}

function nothingCut({ networks }: Result): Markup | null {
  if (!networks || networks.variants.length < 2) return null;
  return html`<p>${say('table.nothing-cut')}</p>`;
}

function independenceBlocks(sourcing: SourcingResult, of: Drawn): (Markup | null)[] {
  const front = frontFigure(sourcing);
  return [
    html`<h3>${say('answer.price')}</h3>${independenceSentences(sourcing).map((each) => html`<p>${each}</p>`)}`,
    ...independenceTables(sourcing),
    front && figureBlock(front, of),
    noteList(sourcing.notes),
  ];
}

const CONCENTRATION = ['function', 'by-contracts', 'by-money', 'by-units', 'equal-partners'] as const;

function dependenceBlocks(dependence: DependenceResult, of: Drawn): (Markup | null | undefined)[] {
  const matrix = dependenceFigure(dependence);
  const { singlePoints, functions, roots } = dependence;
  const paid = roots.filter(({ moneyMusd }) => (moneyMusd ?? 0) > 0).sort((a, b) => b.moneyMusd! - a.moneyMusd!);
  return [
    matrix && figureBlock(matrix, of),
    singlePoints.length === 0
      ? null
      : dataTable(
          say('table.single'),
          (['partner-or-part', 'function', 'why', 'weakest'] as const).map((key) => say(`col.${key}`)),
          singlePoints.map(({ name, functionName, path, basis }) => [
            nameIn(name),
            nameIn(functionName),
            path.map(nameIn).join(' > '),
            say(`basis.${basis}`),
          ]),
        ),
    dataTable(
      say('table.concentration', { day: dependence.asOfDate }),
      [...CONCENTRATION.map((key) => say(`col.${key}`)), say('head.largest')],
      functions.map(({ name, contracts, money: paid, units }) => {
        const market = units ?? paid ?? contracts;
        const first = market?.shares[0];
        const index = (of: typeof market) => (of ? count(of.herfindahlIndex) : '-');
        return [
          nameIn(name),
          index(contracts),
          index(paid),
          index(units),
          market ? count(market.effectiveCount, 1) : '-',
          first ? `${nameIn(first.name)} ${percent(first.shareFraction, 0)}` : say('col.no-figure'),
        ];
      }),
    ),
    paid.length === 0
      ? null
      : dataTable(
          say('table.money'),
          (['partner', 'money', 'share'] as const).map((key) => say(`head.${key}`)),
          paid
            .slice(0, 12)
            .map(({ name, moneyMusd, moneyFraction }) => [
              nameIn(name),
              money(moneyMusd!),
              percent(moneyFraction ?? Number.NaN, 1),
            ]),
        ),
    noteList(dependence.notes),
  ];
}
