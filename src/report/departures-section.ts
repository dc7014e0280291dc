import {
  type Departing,
  type DepartureAtDate,
  type DeparturesByDate,
  type DepartureTurn,
  FELT,
} from '../flow/departures.ts';
import type { PaidShare } from '../flow/joint.ts';
import { said } from '../flow/said.ts';
import { percent, plain, range } from '../words/numbers.ts';
import { nameIn, say } from '../words/words.ts';
import { dayOrYear, withExceptions } from './joint-section.ts';
import { mergeModes } from './merge-modes.ts';
import { short } from './partners-dependence.ts';
import { HEADLINE_ROOT, points } from './partners-withdrawals.ts';
import { heading, type Style, table, wrap } from './text.ts';

const MOST_ROWS = 14;

/**
 * The departure to quote (SpaceX where the scenario rests on it, else the most harmful one), the number that would turn it around, and the most
 * harmful one where that is another.
 *
 * @param paid who takes how much of the money spent by the headline's date
 */
export function departureSentences(answer: DeparturesByDate, paid: readonly PaidShare[] = []): string[] {
  const { withdrawals } = answer;
  const [worst] = withdrawals;
  if (!worst) return [say('departures.none')];
  const quoted = quotedOf(answer)!;
  const share = paid.find(({ partner }) => partner === quoted.partner)?.shareFraction;
  const takes = share ? said('departures.takes', { share: share.p50, year: dayOrYear(answer.atDate) }) : '';
  return [
    say(isHarm(atOf(answer, quoted)) ? 'departures.headline' : 'departures.headline-none', {
      ...changeAt(answer, quoted),
      how: said(`departures.how-${quoted.mode}`),
      takes,
    }),
    turnSentence(quoted.turn, answer),
    ...flownSentence(answer, isHarm(atOf(answer, quoted))),
    ...(quoted === worst || !isHarm(atOf(answer, worst))
      ? []
      : [say('departures.worst', { ...changeAt(answer, worst), how: said(`departures.how-${worst.mode}`) })]),
  ];
}

/** SpaceX where the scenario rests on it, else the most harmful one; undefined where there is none. */
export function quotedOf({ withdrawals }: DeparturesByDate): Departing | undefined {
  return withdrawals.find(({ partner, mode }) => partner === HEADLINE_ROOT && mode === 'stops') ?? withdrawals[0];
}

function changeAt(answer: DeparturesByDate, departing: Departing) {
  const { noLeaker, low, high } = atOf(answer, departing);
  return {
    name: departing.name,
    date: departing.date,
    year: dayOrYear(answer.atDate),
    left: noLeaker.p50,
    base: answer.base.find(({ date }) => date === answer.atDate)!.noLeaker.p50,
    low: points(low),
    high: points(high),
  };
}

/** On which number it hangs, and whether that turns it around within its range. */
function turnSentence(turn: DepartureTurn | null, { draws, flownTurn }: DeparturesByDate): string {
  if (!turn) return say('departures.turn-none', { draws: draws.drawsCount, inputs: draws.inputCount });
  const { path, basis, value, low, high } = turn;
  const isTurned = flownTurn?.path === path ? flownTurn.isTurned : turn.isTurned;
  return say(isTurned ? 'departures.turn' : 'departures.hangs', {
    path,
    basis: said(`basis.${basis}`),
    value: plain(value),
    range: range(plain(low), plain(high)),
    atLow: points(turn.lowestThird.meanDifference),
    atHigh: points(turn.highestThird.meanDifference),
  });
}

/** The departure flown again, with that number at the end that would turn it around. */
function flownSentence({ flownTurn, atDate }: DeparturesByDate, isLoss: boolean): string[] {
  if (!flownTurn) return [];
  const { path, value: at, base, noLeaker, low, high, isTurned } = flownTurn;
  const verdict = isLoss ? (isTurned ? 'gone' : 'stays') : isTurned ? 'comes' : 'none';
  return [
    say('departures.flown', {
      ...{ path, at: plain(at), year: dayOrYear(atDate), left: noLeaker.p50, base: base.p50 },
      ...{ low: points(low), high: points(high), verdict: said(`departures.flown-${verdict}`) },
    }),
  ];
}

/** Rows of the table: who leaves and how, the chance by date, and the change with its interval at the date of the headline. */
export function departureRows(answer: DeparturesByDate): { head: string[]; rows: string[][]; foot: string[] } {
  const { base, withdrawals, draws, atDate, pairedRaidsCount, harmless } = answer;
  const felt = withdrawals.filter(isFelt);
  const shown = felt.slice(0, MOST_ROWS);
  const head = [
    say('departures.who'),
    say('departures.how'),
    ...base.map(({ date }) => dayOrYear(date)),
    say('departures.change', { year: dayOrYear(atDate) }),
  ];
  const { drawsCount, inputCount, raidsCount } = draws;
  const foot = say('departures.foot', {
    draws: drawsCount,
    inputs: inputCount,
    raids: raidsCount,
    paired: pairedRaidsCount === raidsCount ? '' : said('departures.paired', { raids: pairedRaidsCount }),
  });
  const told = shown.map((each) => [
    nameIn(each.name),
    say(`partners.mode-${each.mode}`),
    ...each.byDate.map(({ noLeaker }) => percent(noLeaker.p50, 0)),
    changeWords(atOf(answer, each)),
  ]);
  const merged = mergeModes(told);
  const more = felt.length - shown.length;
  const idle = withdrawals.length - felt.length;
  return {
    head,
    rows: [[say('departures.nobody'), '', ...base.map(({ noLeaker }) => percent(noLeaker.p50, 0)), ''], ...merged],
    foot: [
      withExceptions(foot, draws),
      ...(merged.length < told.length ? [say('departures.both')] : []),
      ...(more > 0 ? [say('departures.more', { count: more })] : []),
      ...(idle > 0 ? [say('departures.idle', { count: idle })] : []),
      ...(harmless.length > 0 ? [say('departures.harmless', { count: harmless.length })] : []),
    ],
  };
}

/** What each departure does to the chance that nothing gets through, date by date. */
export function departuresSection(answer: DeparturesByDate, style: Style, width: number): string[] {
  const [first] = answer.withdrawals;
  if (!first) return [];
  const { head, rows, foot } = departureRows(answer);
  const cut = rows.map(([who = '', ...others]) => [short(who, 26), ...others]);
  return [
    heading(say('departures.title-on', { date: first.date }), style),
    table(head, cut, ['left', 'left', ...head.slice(2).map(() => 'right' as const)], style),
    ...foot.map((line) => style.dim(wrap(line, width, 2))),
  ];
}

/** What a departure does at the date at which departures are compared. */
export function atOf({ atDate }: DeparturesByDate, { byDate }: Departing): DepartureAtDate {
  return byDate.find(({ date }) => date === atDate)!;
}

/** Whether the change at some date is one that a reader would quote. */
export function isFelt({ byDate }: Departing): boolean {
  return byDate.some(({ meanDifference }) => Math.abs(meanDifference) >= FELT);
}

function isHarm({ meanDifference, high }: DepartureAtDate): boolean {
  return meanDifference <= -FELT && high < 0;
}

/** A mean change in points with its interval. */
export function changeWords({ meanDifference, low, high }: DepartureAtDate): string {
  return say('joint.band', { mid: points(meanDifference), range: range(points(low), points(high)) });
}
