import type { ClaimAnswer, ClaimLimit, ClaimPart, DrawsFlown, WouldHaveToBe } from '../flow/claim.ts';
import type { Band } from '../flow/joint.ts';
import { said } from '../flow/said.ts';
import { date as dayOf, money, percent, plain, range } from '../words/numbers.ts';
import { nameIn, say } from '../words/words.ts';
import { withExceptions } from './joint-section.ts';
import { heading, type Style, table, wrap } from './text.ts';

type Named = Pick<ClaimPart, 'what' | 'element' | 'byDate'>;

/** The claims of a scenario, short: each part with its limit and the share of the draws in which it holds. */
export function claimsSection(claims: readonly ClaimAnswer[] | undefined, style: Style, width: number): string[] {
  if (!claims?.length) return [];
  return [
    heading(say('claim.title'), style),
    ...claims.flatMap((claim) => ['', ...claimLines(claim, style, width)]),
    wrap(say('claim.more'), width, 2),
  ];
}

/** The answer of `cupola claim`: the claims whole, with what would have to be. */
export function claimScreen(
  title: string,
  claims: readonly ClaimAnswer[],
  made: DrawsFlown & { endDate: string },
  style: Style,
  columns = 100,
): string {
  const width = Math.max(60, Math.min(columns, 110));
  const parts = claims.flatMap((claim) => [
    '',
    ...claimLines(claim, style, width),
    ...readingLines(claim, width),
    ...wouldHaveToBeLines(claim.wouldHaveToBe, claim.allTogether, made, style, width),
  ]);
  return [style.bold(title), ...parts, '', wrap(bandsSentence(made), width)].join('\n');
}

/** What the shares rest on. */
export function bandsSentence(made: DrawsFlown): string {
  const { drawsCount, inputCount, raidsCount } = made;
  if (inputCount === 0) return say('claim.best');
  const bands = say('claim.bands', { draws: drawsCount, inputs: inputCount, raids: raidsCount, one: 1 / drawsCount });
  return withExceptions(bands, made);
}

function claimLines(claim: ClaimAnswer, style: Style, width: number): string[] {
  return [
    wrap(style.accent(claimTitle(claim)), width, 2),
    table(claimHead(), claimRows(claim), ['left', 'left', 'right'], style),
    ...failSentences(claim).map((sentence) => wrap(sentence, width, 2)),
  ];
}

/** Name and source of a claim. */
export function claimTitle({ name, source, where }: ClaimAnswer): string {
  if (!source) return nameIn(name);
  const from = said('claim.source', { producer: source.producer, date: source.date });
  return say('claim.by', {
    name: nameIn(name),
    source: where ? said('claim.source-where', { source: from, where }) : from,
  });
}

export function claimHead(): string[] {
  return [say('claim.head-part'), say('claim.head-limit'), say('claim.head-chance')];
}

/** A row for each part, the last for all together. */
export function claimRows({ parts, allTogether }: ClaimAnswer): string[][] {
  return [
    ...parts.map((part) => [partWords(part), limitWords(part), percent(part.chance, 0)]),
    [say('claim.all'), '', percent(allTogether, 0)],
  ];
}

/** Which part fails first: by chance, and in time. */
export function failSentences({ parts, firstToFail, firstInTime }: ClaimAnswer): string[] {
  if (!firstToFail) return [say('claim.fails-none')];
  const sentences = [say('claim.fails-first', { part: partWords(firstToFail), chance: firstToFail.chance })];
  const isTheSame =
    firstInTime && samePart(firstInTime, firstToFail) && firstInTime.failsFromDate === firstInTime.byDate;
  if (firstInTime?.failsFromDate && !isTheSame)
    sentences.push(say('claim.fails-in-time', { part: partWords(firstInTime), date: day(firstInTime.failsFromDate) }));
  for (const part of parts)
    if (part.lastElement) sentences.push(say('claim.last', { part: partWords(part), element: part.lastElement }));
  return sentences;
}

function samePart(a: ClaimPart, b: ClaimPart): boolean {
  return a.what === b.what && a.element === b.element;
}

function readingLines({ readings = {} }: ClaimAnswer, width: number): string[] {
  return Object.entries(readings).map(([key, text]) => wrap(say('claim.reading', { key, text }), width, 2));
}

function wouldHaveToBeLines(
  { limits, inputs }: WouldHaveToBe,
  allTogether: number,
  { drawsCount, inputCount, endDate }: DrawsFlown & { endDate: string },
  style: Style,
  width: number,
): string[] {
  const lines: string[] = [];
  if (limits.length > 0)
    lines.push(
      heading(say('claim.limits-title'), style),
      table(limitHead(), limitRows(limits, endDate), ['left', 'right', 'right', 'right'], style),
    );
  if (inputs.length > 0)
    lines.push(
      heading(say('claim.inputs-title'), style),
      table(inputHead(), inputRows(inputs), ['left', 'left', 'left', 'left', 'left'], style),
    );
  else if (inputCount > 0 && allTogether < 1) {
    const least = 3 / drawsCount;
    const isOneSided = allTogether < least || allTogether > 1 - least;
    lines.push('', wrap(say(isOneSided ? 'claim.inputs-none' : 'claim.inputs-alike'), width, 2));
  }
  return lines;
}

export function limitHead(): string[] {
  return [say('claim.head-part'), say('claim.head-claimed'), say('claim.head-half'), say('claim.head-date')];
}

export function limitRows(limits: readonly ClaimLimit[], endDate: string): string[][] {
  return limits.map(({ halfLimit, halfByDate, ...part }) => [
    partWords(part),
    amount(part.what, part.limit),
    amount(part.what, halfLimit),
    halfByDate === undefined ? '' : halfByDate === null ? say('claim.never', { date: day(endDate) }) : day(halfByDate),
  ]);
}

export function inputHead(): string[] {
  return [
    say('claim.head-input'),
    say('claim.head-holds'),
    say('claim.head-fails'),
    say('joint.head-values'),
    say('joint.head-basis'),
  ];
}

export function inputRows(inputs: WouldHaveToBe['inputs']): string[][] {
  return inputs.map(({ path, holds, fails, value, low, high, basis }) => [
    path,
    banded(holds),
    banded(fails),
    banded({ p10: low, p50: value, p90: high }),
    say(`basis.${basis}`),
  ]);
}

function banded({ p10, p50, p90 }: Band): string {
  return say('joint.band', { mid: plain(p50), range: range(plain(p10), plain(p90)) });
}

/** What a part is about. */
export function partWords({ what, element, byDate }: Named): string {
  const date = byDate === undefined ? '' : day(byDate);
  if (what === 'musd') return date ? say('claim.musd', { date }) : say('claim.musd-total');
  if (what === 'standing')
    return element ? say('claim.standing', { element, date }) : say('claim.standing-all', { date });
  return date ? say('claim.no-leaker', { date }) : say('claim.no-leaker-complete');
}

function limitWords({ what, limit, isReading }: ClaimPart): string {
  const words = { limit: amount(what, limit) };
  const bound = what === 'musd' ? say('claim.at-most', words) : say('claim.at-least', words);
  return isReading ? say('claim.read', { limit: bound }) : bound;
}

function amount(what: ClaimPart['what'], value: number): string {
  return what === 'musd' ? money(value) : percent(value, Number.isInteger(Math.round(1000 * value) / 10) ? 0 : 1);
}

function day(isoDay: string): string {
  return dayOf(Date.parse(isoDay) / 1000);
}
