import { cut } from '../figures/fit-text.ts';
import type { SourcingResult } from '../flow/sourcing.ts';
import { count, money, percent } from '../words/numbers.ts';
import { nameIn, say, tell } from '../words/words.ts';
import { short } from './partners-dependence.ts';
import { hazardSentences } from './sourcing/hazards.ts';
import { lostName } from './sourcing/names.ts';
import { pricedDifference, pricedRows, pricedSentences, totalMusd } from './sourcing/priced.ts';
import { regretRows, regretSentences } from './sourcing/regret.ts';
import { flownLines, lossLines, responseLines } from './sourcing/screen-losses.ts';
import { alternativeSentences, answerSentences, sharesOf, trueSentences, warmSentences } from './sourcing/sentences.ts';
import { launchRows, type MixRow, mixGroups } from './sourcing/tables.ts';
import { heading, type Style, table, wrap } from './text.ts';

export interface SourceReport {
  name: string;
  result: SourcingResult;
}

const BAR = 24;
/** Columns of the table of the mix beside the names, and the least that names get. */
const NUMBERS_WIDTH = 62;
const LEAST_NAME = 20;

/** The answer of `cupola source`: the price of independence in a sentence, then the mix, what it keeps, and what it rests on. */
export function sourceScreen({ name, result }: SourceReport, style: Style, columns: number): string {
  const width = Math.min(columns, 110);
  const [first = '', ...more] = answerSentences(result).map(tell);
  const lines = [style.bold(name), '', wrap(style.bold(first), width)];
  for (const sentence of more) lines.push(wrap(sentence, width));
  if (result.robust.status === 'optimal')
    lines.push(
      ...mixLines(result, style, width),
      ...lossLines(result, style, width),
      ...flownLines(result, style, width),
      ...responseLines(result, style, width),
      ...alternativeLines(result, style, width),
      ...trueLines(result, style, width),
      ...warmLines(result, style, width),
      ...regretLines(result, style, width),
      ...pricedLines(result, style, width),
      ...frontLines(result, style, width),
    );
  const note = (text: string) => style.dim(wrap(text, width, 2));
  lines.push('', ...(result.robust.status === 'optimal' ? [note(provedText(result))] : []));
  if (result.noChoice.length > 0) lines.push(note(noChoiceText(result)));
  for (const each of result.notes) lines.push(note(tell(each)));
  return lines.join('\n');
}

function mixLines(result: SourcingResult, style: Style, width: number): string[] {
  const { model, alternativesRatio: slack, alternatives } = result;
  const isRanged = alternatives.length > 0;
  const head = [
    '',
    ...(['today', 'cheapest', 'chosen'] as const).map((key) => say(`head.${key}`)),
    ...(isRanged ? [say('sourcing.within', { slack })] : []),
    say('head.cost'),
  ];
  const cells = (row: MixRow, name: string, words: (value: number) => string) => [
    `  ${short(name, Math.max(LEAST_NAME, width - NUMBERS_WIDTH))}`,
    words(row.today),
    words(row.cheapest),
    words(row.robust),
    ...(isRanged ? [row.within ? tell(sharesOf(row.within)) : ''] : []),
    row.costMusd > 0 ? money(row.costMusd) : NONE,
  ];
  const groups = mixGroups(result).filter(({ rows }) => rows.length > 0);
  const launches = launchRows(result);
  const rows = [
    ...groups.flatMap((group) => group.rows.map((row) => cells(row, row.name, share))),
    ...launches.map((row) => cells(row, row.name, launchCount)),
  ];
  const [top = '', ...body] = table(head, rows, ['left', ...head.slice(1).map(() => 'right' as const)], style).split(
    '\n',
  );
  const years = model.periodCount * model.stepYr;
  const total = { today: result.today.costMusd, cheapest: result.cheapest.costMusd, robust: result.robust.costMusd };
  return [
    heading(say('sourcing.mix'), style),
    top,
    ...groups.flatMap(({ fleet, rows: own }) => [`  ${capital(tell(fleet))}`, ...body.splice(0, own.length)]),
    ...(launches.length > 0 ? [`  ${say('sourcing.launches', { years })}`, ...body] : []),
    wrap(say('sourcing.total', total), width, 2),
    ...(isRanged ? [style.dim(wrap(say('sourcing.ties', { slack }), width, 2))] : []),
  ];
}

const NONE = '·';
const share = (fraction: number) => (fraction >= 0.005 ? percent(fraction, 0) : NONE);
const launchCount = (value: number) => (value >= 0.5 ? count(value) : NONE);

function alternativeLines(result: SourcingResult, style: Style, width: number): string[] {
  const all = alternativeSentences(result);
  if (all.length === 0) return [];
  return [
    heading(say('sourcing.alternatives', { slack: result.alternativesRatio }), style),
    ...all.map((each) => wrap(alternativeLine(each), width, 2)),
  ];
}

/** Who is in all, in some and in none of the mixes that cost little more, for one function. */
export function alternativeLine({ name, parts }: ReturnType<typeof alternativeSentences>[number]): string {
  return say('sourcing.line', { name: capital(tell(name)), parts: parts.map(tell).join(say('join.semicolon')) });
}

/** A line of a list; its further lines stand under its first word. */
function bullet(text: string, width: number, indent: number): string {
  return wrap(text, width, indent + 2).replace(/^ +/, `${' '.repeat(indent)}- `);
}

/** A name at the head of a line. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function trueLines(result: SourcingResult, style: Style, width: number): string[] {
  const all = trueSentences(result);
  if (all.length === 0) return [];
  return [
    heading(say('sourcing.true'), style),
    ...all.flatMap(({ sentence, changes }) => [
      wrap(tell(sentence), width, 2),
      ...changes.map((each) => bullet(tell(each), width, 4)),
    ]),
  ];
}

function warmLines(result: SourcingResult, style: Style, width: number): string[] {
  const all = warmSentences(result);
  if (all.length === 0) return [];
  return [
    heading(say('sourcing.warm', { who: lostName(result.model, result.warm.case) }), style),
    ...all.map((each) => bullet(tell(each), width, 2)),
    ...recordLines(result, style, width),
  ];
}

function recordLines(result: SourcingResult, style: Style, width: number): string[] {
  const all = hazardSentences(result);
  if (all.length === 0) return [];
  return [style.dim(`  ${say('sourcing.record')}`), ...all.map((each) => bullet(tell(each), width, 4))];
}

function regretLines(result: SourcingResult, style: Style, width: number): string[] {
  const rows = regretRows(result);
  if (rows.length === 0) return [];
  return [
    heading(say('sourcing.regret'), style),
    ...regretSentences(result).map((each) => wrap(tell(each), width, 2)),
    table(
      (['future', 'today', 'cheapest', 'chosen'] as const).map((key) => say(`head.${key}`)),
      rows.map(({ future, regretMusd, isShort }) => [
        cut(tell(future), width - REGRETS_WIDTH),
        ...regretMusd.map((musd, i) => regretWords(musd, isShort[i])),
      ]),
      ['left', 'right', 'right', 'right'],
      style,
    ),
    style.dim(wrap(say('sourcing.regret-note'), width, 2)),
  ];
}

/** Columns of the table of regrets beside the futures. */
const REGRETS_WIDTH = 52;

/** What a mix costs over the best, marked where it also misses more. */
export function regretWords(musd: number, isShort: boolean): string {
  if (isShort) return say('sourcing.missing-mark', { musd });
  return musd >= 0.5 ? money(musd) : NONE;
}

function pricedLines(result: SourcingResult, style: Style, width: number): string[] {
  const { priced, model } = result;
  if (!priced) return [];
  const rows = pricedRows(result).map(({ mix, cost }) => [
    `  ${tell(mix)}`,
    money(cost.paidMusd),
    count(cost.shortYr, 2),
    money(totalMusd(cost)),
  ]);
  const head = (['mix', 'cost', 'missing-yr', 'in-all'] as const).map((key) => say(`head.${key}`));
  const told = [...pricedSentences(result), ...pricedDifference(result)];
  return [
    heading(say('sourcing.priced', { musd: priced.musdYr }), style),
    ...told.map((each) => wrap(tell(each), width, 2)),
    table([`  ${head[0]}`, ...head.slice(1)], rows, ['left', 'right', 'right', 'right'], style),
    style.dim(wrap(say('sourcing.priced-note', { share: model.lossFraction, bound: priced.boundMusd }), width, 2)),
  ];
}

function frontLines({ front, cheapest, model, held }: SourcingResult, style: Style, width: number): string[] {
  if (front.length === 0) return [];
  const least = cheapest.costMusd;
  const most = Math.max(...front.map(({ costMusd }) => costMusd - least), 1e-9);
  const rows = front.map(({ lossFraction, costMusd, worstFraction, worstCase }) => {
    const over = Math.max(0, costMusd - least);
    return [
      percent(lossFraction, 0),
      percent(worstFraction, 0),
      worstCase === undefined ? '' : short(nameIn(model.cases[worstCase].name), 24),
      money(costMusd),
      `+${percent(over / least)}`,
      style.accent('█'.repeat(Math.round((BAR * over) / most))),
    ];
  });
  return [
    heading(say('sourcing.front'), style),
    table(
      [
        ...(['asked', 'left-of-worst', 'worst-case', 'cost', 'over-cheapest'] as const).map((key) =>
          say(`head.${key}`),
        ),
        '',
      ],
      rows,
      ['right', 'right', 'left', 'right', 'right', 'left'],
      style,
    ),
    style.dim(wrap(say('sourcing.front-held', { names: held.map((c) => lostName(model, c)) }), width, 2)),
  ];
}

function provedText({ robust, cheapest }: SourcingResult): string {
  return say('sourcing.proved', {
    bound: robust.boundMusd,
    least: cheapest.boundMusd,
    gap: percent(robust.gapRatio, 4),
  });
}

function noChoiceText({ noChoice }: SourcingResult): string {
  const names = noChoice.map(({ name }) => nameIn(name).toLowerCase()).join(say('join.semicolon'));
  return say('sourcing.no-second', { names });
}
