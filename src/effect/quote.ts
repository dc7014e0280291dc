import type { DeparturesByDate } from '../flow/departures.ts';
import type { Band, Cause, JointCell, JointTable } from '../flow/joint.ts';
import type { Question, QuestionKind, QuoteEnd, QuoteNumber, QuoteVerdict } from '../flow/quote.ts';
import { band } from '../num/band.ts';
import { outerShareVariance } from '../num/nested.ts';
import { mean } from '../num/statistics.ts';
import { causesOf, drawnCells, shareBand } from './joint-answer.ts';

/** A share that one number within its own range moves by so much is not quoted. */
const FAR_SHARE = 0.25;
/** An amount that one number within its own range makes so many times as large or as small is not quoted. */
const FAR_TIMES = 1.5;

/** A question that one table answers, date by date. */
export type TableQuestion = Exclude<Question, { kind: 'leaves' }>;

/** Who is meant by a question about money: the partner with the largest share, makers not chosen left out. */
export interface Asked {
  question: TableQuestion;
  partner?: string;
}

/** The answer of a table at one of its dates: its number, and the band over the draws. */
export function answerAt(table: JointTable, date: string, asked: Asked): { value: number; band: Band | null } {
  const cells = drawnCells(table, dateIndex(table, date));
  if (asked.question.kind === 'chance') {
    const share = shareBand(cells, table.raids);
    return { value: share.p50, band: share };
  }
  const outputs = cells.map((cell) => outputOf(cell, asked));
  if (asked.question.kind === 'enough') return { value: mean(outputs), band: null };
  const over = band(outputs);
  return { value: over.p50, band: over };
}

/** The number that explains most of the spread of the answer; undefined where none stands out. */
export function causeAt(table: JointTable, date: string, asked: Asked): Cause | undefined {
  const cells = drawnCells(table, dateIndex(table, date));
  // of the amount, where the question is whether it is under a limit
  const measured: Asked = asked.question.kind === 'enough' ? { question: { kind: 'money' } } : asked;
  const outputs = cells.map((cell) => outputOf(cell, measured));
  const isRaids = measured.question.kind === 'chance' && table.raids >= 2;
  return causesOf(table, outputs, isRaids ? outerShareVariance(outputs, table.raids) : undefined).causes[0];
}

function outputOf({ noLeakerCount, raids, spentMusd, paidMusd }: JointCell, { question, partner }: Asked): number {
  switch (question.kind) {
    case 'chance':
      return noLeakerCount / raids;
    case 'money':
      return spentMusd;
    case 'enough':
      return spentMusd <= question.musd ? 1 : 0;
    case 'takes':
      return spentMusd > 0 ? (paidMusd[partner ?? ''] ?? 0) / spentMusd : 0;
  }
}

function dateIndex({ dates }: JointTable, date: string): number {
  const at = dates.indexOf(date);
  if (at < 0) throw new RangeError(`date must be one of ${dates.join(', ')}: ${date}`);
  return at;
}

/** How an answer stands when the number on which it hangs stands at either end of its range. */
export function verdictOf(kind: QuestionKind, value: number, cause: Cause, ends: QuoteEnd[]): QuoteVerdict {
  const { path, value: at, low, high, basis, source } = cause;
  const isTurned = kind !== 'money' && ends.some((end) => end.value >= 0.5 !== value >= 0.5);
  return { path, value: at, low, high, basis, source, ends, isTurned };
}

/** Whether a number stands for its answer. */
export function isQuotable(kind: QuestionKind, value: number, verdict: QuoteVerdict | null): boolean {
  if (!verdict) return true;
  if (verdict.isTurned) return false;
  if (kind === 'leaves') return true;
  if (kind === 'money')
    return verdict.ends.every((end) => end.value < value * FAR_TIMES && end.value * FAR_TIMES > value);
  return verdict.ends.every((end) => Math.abs(end.value - value) < FAR_SHARE);
}

/** What a departure comes to, from the answer by date with the departure that was flown; null where it changes nothing. */
export function departureNumber({ withdrawals, atDate, flownTurn }: DeparturesByDate): QuoteNumber | null {
  const [gone] = withdrawals;
  if (!gone) return null;
  const { noLeaker } = gone.byDate.find(({ date }) => date === atDate)!;
  const { turn } = gone;
  const verdict: QuoteVerdict | null =
    turn && flownTurn
      ? {
          ...{ path: turn.path, value: turn.value, low: turn.low, high: turn.high },
          ...{ basis: turn.basis, source: turn.source },
          ends: [{ atValue: flownTurn.value, value: flownTurn.noLeaker.p50, baseFraction: flownTurn.base.p50 }],
          isTurned: flownTurn.isTurned,
        }
      : null;
  const value = noLeaker.p50;
  return {
    kind: 'leaves',
    date: atDate,
    value,
    band: noLeaker,
    verdict,
    isQuotable: isQuotable('leaves', value, verdict),
  };
}
