import type { FutureChange } from '../../flow/partner-plan.ts';
import { said } from '../../flow/said.ts';
import type { SourcingResult } from '../../flow/sourcing.ts';
import { count, money, percent, plain } from '../../words/numbers.ts';
import { nameIn, say, tell } from '../../words/words.ts';
import { alternativeLine, capital, regretWords } from '../source-screen.ts';
import { hazardSentences } from '../sourcing/hazards.ts';
import { lostName } from '../sourcing/names.ts';
import { regretRows, regretSentences } from '../sourcing/regret.ts';
import { band, flownNotes, shares, worstHead, worstNotes, worstRows } from '../sourcing/screen-losses.ts';
import {
  alternativeSentences,
  answerSentences,
  sharesOf,
  trueSentences,
  verdict,
  warmSentences,
} from '../sourcing/sentences.ts';
import { flownOf } from '../sourcing/survival.ts';
import { flownRows, launchRows, lossTable, type MixRow, mixGroups } from '../sourcing/tables.ts';
import { dataTable, html, type Markup } from './markup.ts';

/** The price of independence in sentences: what it is, what it keeps, and who cannot be done without. */
export function independenceSentences(result: SourcingResult): string[] {
  return answerSentences(result).map(tell);
}

/** The mix, what it keeps after each loss, all others of the same cost, and what would have to be true. */
export function independenceTables(result: SourcingResult): (Markup | null)[] {
  if (result.robust.status === 'infeasible') return [];
  return [
    mixTable(result),
    lossBlock(result),
    flownTable(result),
    worstTable(result),
    ...lists(result),
    regretBlock(result),
  ];
}

function mixTable(result: SourcingResult): Markup {
  const { alternativesRatio: slack, alternatives } = result;
  const cells = (what: string, row: MixRow, words: (value: number) => string) => [
    what,
    row.partner === undefined ? nameIn(row.name) : say('sourcing.by', { vehicle: row.name, partner: row.partner }),
    words(row.today),
    words(row.cheapest),
    words(row.robust),
    row.within ? tell(sharesOf(row.within)) : alternatives.length > 0 ? '-' : '',
    row.costMusd > 0 ? money(row.costMusd) : '-',
    say(`basis.${row.basis}`),
  ];
  const share = (fraction: number) => (fraction >= 0.005 ? percent(fraction, 0) : '-');
  const launches = (value: number) => (value >= 0.5 ? count(value) : '-');
  return dataTable(
    say('table.mix'),
    [
      say('col.function'),
      ...(['partner', 'today', 'cheapest', 'chosen'] as const).map((key) => say(`head.${key}`)),
      say('sourcing.within', { slack }),
      say('head.cost'),
      say('col.weakest'),
    ],
    [
      ...mixGroups(result).flatMap(({ fleet, rows }) => rows.map((row) => cells(capital(tell(fleet)), row, share))),
      ...launchRows(result).map((row) => cells(say('head.launches'), row, launches)),
    ],
  );
}

function lossBlock(result: SourcingResult): Markup {
  const { yearsYr, rows, otherCount } = lossTable(result);
  const { lossFraction: share } = result.model;
  if (rows.length === 0) return html`<p>${say('sourcing.all-losses', { count: otherCount, share })}</p>`;
  return html`${dataTable(
    say('sourcing.losses', { years: yearsYr.map(String) }),
    (['lost', 'fleet', 'today', 'chosen', 'bottleneck'] as const).map((key) => say(`head.${key}`)),
    rows.map(({ who, fleet, today, robust, bottleneck }) => [
      tell(who),
      tell(fleet),
      shares(today),
      shares(robust),
      bottleneck ? say(`sourcing.${bottleneck}`) : '-',
    ]),
  )}${otherCount > 0 && html`<p class="note">${say('sourcing.other-losses', { count: otherCount, share })}</p>`}`;
}

function flownTable(result: SourcingResult): Markup | null {
  const rows = flownRows(result).filter(({ survival, isFelt }) => isFelt || survival === 'fails');
  const robust = flownOf(result, 'robust');
  if (rows.length === 0 || !robust) return null;
  const mixes = (['today', 'chosen'] as const).map((key) => say(`head.${key}`));
  const head = mixes.flatMap((mix) => robust.afterYr.map((years) => say('col.loss-years', { mix, years })));
  return html`${dataTable(
    say('sourcing.flown', { years: robust.afterYr.map(String) }),
    [say('head.lost'), ...head, say('head.survival')],
    rows.map((row) => [
      row.case === undefined ? say('sourcing.everybody') : tell(lostName(result.model, row.case)),
      ...(row.today ?? robust.afterYr.map(() => undefined)).map((each) => (each ? band(each) : '-')),
      ...row.robust.map(band),
      tell(verdict(result, row) ?? said('text', { text: '-' })),
    ]),
  )}<p class="note">${flownNotes(result).join(' ')}</p>`;
}

function worstTable(result: SourcingResult): Markup | null {
  const rows = worstRows(result);
  if (rows.length === 0) return null;
  return html`${dataTable(say('sourcing.worst-chance'), worstHead(), rows)}<p class="note">${worstNotes(result).join(' ')}</p>`;
}

function lists(result: SourcingResult): (Markup | null)[] {
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? null : html`<h4>${title}</h4><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
  return [
    list(
      say('sourcing.alternatives', { slack: result.alternativesRatio }),
      alternativeSentences(result).map(alternativeLine),
    ),
    ...trueSentences(result).map(({ sentence, changes }) =>
      changes.length === 0 ? html`<p>${tell(sentence)}</p>` : list(tell(sentence), changes.map(tell)),
    ),
    list(say('sourcing.warm', { who: lostName(result.model, result.warm.case) }), warmSentences(result).map(tell)),
    list(say('sourcing.record'), hazardSentences(result).map(tell)),
  ];
}

function regretBlock(result: SourcingResult): Markup | null {
  const rows = regretRows(result);
  if (rows.length === 0) return null;
  const heads = (['future', 'assumes', 'best', 'today', 'cheapest', 'chosen'] as const).map((key) =>
    say(`head.${key}`),
  );
  return html`${dataTable(
    say('sourcing.regret'),
    heads,
    rows.map(({ future, changes, bestMusd, regretMusd, isShort }) => [
      tell(future),
      changes.map(changeWords).join(say('join.semicolon')) || '-',
      money(bestMusd),
      ...regretMusd.map((musd, i) => regretWords(musd, isShort[i])),
    ]),
  )}<p>${regretSentences(result).map(tell).join(' ')}</p><p class="note">${say('sourcing.regret-note')}</p>`;
}

/** A number with what it becomes and how well that is known: `starship.priceMusd 50 → 10 (assumption)`. */
function changeWords({ path, nowValue, thenValue, basis }: FutureChange): string {
  const values = nowValue === undefined ? '' : ` ${plain(nowValue)} → ${plain(thenValue ?? Number.NaN)}`;
  return `${nameIn(path)}${values} (${say(`basis.${basis}`)})`;
}
