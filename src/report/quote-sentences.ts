import type { DeparturesByDate } from '../flow/departures.ts';
import type { DrawsMade, JointAnswer } from '../flow/joint.ts';
import type { Question, QuoteEnd, QuoteNumber, QuoteVerdict } from '../flow/quote.ts';
import { type Said, said } from '../flow/said.ts';
import { plain, range } from '../words/numbers.ts';
import { say, tell } from '../words/words.ts';
import { departureSentences } from './departures-section.ts';
import { chanceSentence, dayOrYear } from './joint-section.ts';
import { soundVerdict } from './quote-footnote.ts';

/** What a sentence to quote is made from. */
export interface Quoted {
  question: Question;
  number: QuoteNumber;
  answer: JointAnswer;
  told: Parameters<typeof chanceSentence>[0];
  /** Dollars of that year. */
  priceYear: number;
  /** Who is asked about, or takes most of the money. */
  name?: string;
  departures?: DeparturesByDate;
}

/** The sentence to quote; where no number stands for the answer, what it hangs on in place of one. */
export function quoteSentence(quoted: Quoted): string {
  const { number, departures } = quoted;
  const { verdict } = number;
  if (number.isQuotable || !verdict) return plainSentence(quoted);
  const asDrawn = departures && asDrawnEnd(number, departures);
  const ends = [...(asDrawn ? [asDrawn] : []), ...endWords(number, verdict)];
  return say('quote.fragile', { year: dayOrYear(number.date), ...hangs(verdict), ends: list(ends) });
}

function plainSentence({ question, number, answer, told, priceYear, name = '', departures }: Quoted): string {
  const { value, band, date } = number;
  const year = dayOrYear(date);
  switch (question.kind) {
    case 'leaves':
      return departures!.withdrawals.length > 0
        ? departureSentences(departures!, answer.headline.partners)[0]
        : say('quote.harmless', { name, date: question.date! });
    case 'chance':
      return chanceSentence(told, answer);
    case 'money':
      return say('quote.money', { year, ...band!, priceYear: String(priceYear) });
    case 'enough':
      return say('quote.enough', { year, musd: question.musd, share: value, ...answer.headline.spentMusd! });
    case 'takes':
      return name === '' ? say('quote.takes-nobody', { year }) : say('quote.takes', { year, name, ...band! });
  }
}

/** Whether the number can be quoted, and which number within its own range says so. */
export function verdictSentence({ isQuotable, verdict, ...number }: QuoteNumber, draws: DrawsMade): string {
  const told = (verdict: string) => say('quote.verdict', { verdict });
  if (!verdict) return soundVerdict(draws);
  if (isQuotable) return told(say('quote.holds', { ...hangs(verdict), ends: list(endWords(number, verdict)) }));
  return told(say(verdict.isTurned ? 'quote.turned' : 'quote.swings', { path: verdict.path }));
}

function hangs({ path, basis, value, low, high }: QuoteVerdict) {
  return { path, basis: said(`basis.${basis}`), value: plain(value), range: range(plain(low), plain(high)) };
}

function endWords({ kind }: Pick<QuoteNumber, 'kind'>, { ends }: QuoteVerdict): Said[] {
  return ends.map(({ atValue, value, baseFraction: base = 0 }: QuoteEnd) =>
    said(`quote.end-${kind}`, { at: plain(atValue), value, base }),
  );
}

function asDrawnEnd({ date, value }: QuoteNumber, { base }: DeparturesByDate): Said {
  return said('quote.as-drawn', { value, base: base.find((each) => each.date === date)!.noLeaker.p50 });
}

function list(ends: readonly Said[]): string {
  return ends.map(tell).join(say('join.semicolon'));
}
