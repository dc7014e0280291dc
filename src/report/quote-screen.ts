import type { DeparturesByDate } from '../flow/departures.ts';
import type { Band, JointAnswer } from '../flow/joint.ts';
import type { QuestionKind, Quote } from '../flow/quote.ts';
import { money, percent, range } from '../words/numbers.ts';
import { say } from '../words/words.ts';
import { dayOrYear } from './joint-section.ts';
import { type Style, table, wrap } from './text.ts';

const BAR = 24;

/** A quote on a terminal: the sentence, the numbers by date, the verdict, a footnote with sources and the command. */
export function quoteScreen(
  quote: Quote,
  { answer, departures }: { answer: JointAnswer; departures?: DeparturesByDate },
  style: Style,
  width: number,
): string {
  return [
    style.bold(wrap(quote.sentence, width)),
    '',
    chart(quote.kind, answer, departures, style),
    '',
    wrap(quote.verdictSentence, width),
    '',
    ...quote.footnote.map((line) => style.dim(wrap(line, width))),
    style.dim(quote.run.command),
  ].join('\n');
}

function chart(
  kind: QuestionKind,
  { byDate }: JointAnswer,
  departures: DeparturesByDate | undefined,
  style: Style,
): string {
  const [gone] = departures?.withdrawals ?? [];
  if (departures && gone) {
    const rows = departures.base.map(({ date, noLeaker }, i) => [
      dayOrYear(date),
      ...barOf(noLeaker, 1, share),
      ...barOf(gone.byDate[i].noLeaker, 1, share),
    ]);
    const head = [say('joint.head-date'), say('quote.everybody'), '', say('quote.gone'), ''];
    return table(head, rows, ['left', 'left', 'right', 'left', 'right'], style);
  }
  const isMoney = kind === 'money' || kind === 'enough' || kind === 'takes';
  const bands = byDate.flatMap(({ date, noLeaker, spentMusd }) => {
    const over = isMoney ? spentMusd : noLeaker;
    return over ? [{ date, over }] : [];
  });
  const most = isMoney ? Math.max(...bands.map(({ over }) => over.p90)) : 1;
  const rows = bands.map(({ date, over }) => [dayOrYear(date), ...barOf(over, most, isMoney ? money : share)]);
  const head = [say('joint.head-date'), say(isMoney ? 'joint.head-spent' : 'joint.head-through'), ''];
  return table(head, rows, ['left', 'left', 'right'], style);
}

const share = (fraction: number) => percent(fraction, 0);

function barOf({ p10, p50, p90 }: Band, most: number, write: (value: number) => string): [string, string] {
  const length = most > 0 ? Math.round((BAR * p50) / most) : 0;
  return ['='.repeat(length), say('joint.band', { mid: write(p50), range: range(write(p10), write(p90)) })];
}
