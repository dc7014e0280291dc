import { type AnnouncedLine, isPriced } from '../../flow/cost.ts';
import type { DependenceResult } from '../../flow/dependence.ts';
import { UNNAMED } from '../../flow/dependence-history.ts';
import type { ExchangeAnswer } from '../../flow/exchange.ts';
import type { JointAnswer } from '../../flow/joint.ts';
import { leakReasons } from '../../flow/outcomes.ts';
import type { Result } from '../../flow/result.ts';
import { type Code, type Said, said } from '../../flow/said.ts';
import type { WithdrawalResult, WithdrawalsResult } from '../../flow/withdrawal.ts';
import { inWords, isWide, short } from '../../words/numbers.ts';
import { nameIn, say, tell } from '../../words/words.ts';
import { departureSentences } from '../departures-section.ts';
import { headline } from '../effect-section.ts';
import { answerOf, dayOrYear } from '../joint-section.ts';
import { assumedWords } from '../partners-dependence.ts';
import { raidCounts, throughOf } from '../raid-counts.ts';
import { independenceSentences } from './independence.ts';
import { html, joined, type Markup } from './markup.ts';
import type { ReportInput } from './report-input.ts';

/** The four answers of a run, in sentences with their ranges. */
export function answersSection(input: ReportInput): Markup {
  const answers: [question: string, sentences: string[]][] = [
    [say('report.closes'), shieldAnswer(input.result)],
    [say('report.costs'), costAnswer(input.result)],
    [say('report.depends'), dependenceAnswer(input)],
    [say('report.independence'), independenceAnswer(input)],
  ];
  return html`<section aria-labelledby="answers"><h2 id="answers">${say('report.four')}</h2><ul class="answers">${answers.map(
    ([question, sentences]) =>
      html`<li><h3>${question}</h3>${sentences.map((each) => html`<p>${joined(each)}</p>`)}</li>`,
  )}</ul></section>`;
}

function shieldAnswer(result: Result): string[] {
  const { effect } = result;
  if (!effect)
    return [notAnswered(result.notes, 'note.no-raid'), headline({ ...result, cost: null, dependence: null })].filter(
      Boolean,
    );
  const whole = headline({ ...result, cost: null, dependence: null });
  const lead = result.headline ? [result.headline.sentence, say('answer.as-if-complete', { whole })] : [whole];
  const sentences = [...lead, ...meanRange(result)];
  const { decided, released } = effect.times;
  if (decided.threatCount > 0) {
    const { medianS: median, p10S: low, p90S: high } = decided;
    const between = high - low > 0.5 ? said('answer.orders-between', { low, high }) : '';
    const shots = released.threatCount > 0 ? said('answer.shots', { median: released.medianS }) : '';
    sentences.push(say('answer.orders', { median, between, shots }));
  }
  if (result.raidSize) {
    const { confidence: share, engaged, stopped, stoppedInHalf } = result.raidSize;
    const sizes = { share, engaged: engaged.threatCount, stopped: stopped.threatCount };
    sentences.push(
      engaged.threatCount === 0
        ? say('answer.raid-none', { share })
        : say('answer.raid-size', { ...sizes, half: stoppedInHalf.threatCount }),
    );
  }
  if (result.yields && result.yields.stopsPerRaid > 0) {
    const { shotsPerStop: shots, interceptorsPerStop: ready, musdPerStop: cost } = result.yields;
    const found = { shots, ready, cost };
    sentences.push(
      result.yields.unit === 'warheads' ? say('answer.yield-warheads', found) : say('answer.yield', found),
    );
  }
  const { unit, byReason } = throughOf(effect);
  const total = leakReasons.reduce((sum, reason) => sum + byReason[reason], 0);
  const worst = [...leakReasons].sort((a, b) => byReason[b] - byReason[a])[0];
  if (total > 0) {
    const found = { reason: said(`reason.${worst}`), share: byReason[worst] / total };
    sentences.push(unit === 'warheads' ? say('answer.worst-warheads', found) : say('answer.worst-reason', found));
  }
  return sentences;
}

/** That there is no answer, and the notes that say why. */
function notAnswered(notes: readonly Said[], code: Code): string {
  const why = notes.filter((note) => note.code === code).map(tell);
  return say('report.not-answered', { why: why.join(' ') });
}

/** The interval of the mean number that gets through, where there is something to be unsure of. */
function meanRange({ effect, raid }: Result): string[] {
  const { warheads } = raidCounts({ raid });
  const { low, high } = throughOf(effect!).expected;
  return warheads > 1 && high - low >= 0.01 ? [say('answer.mean-range', { low, high })] : [];
}

/** What one more missile costs both sides, by the last price published; none where it was not asked for. */
function exchangeSentence(exchange: ExchangeAnswer | undefined): string[] {
  const price = exchange?.offence.findLast(({ basis }) => basis !== 'assumption') ?? exchange?.offence.at(-1);
  if (!exchange || !price || !Number.isFinite(exchange.marginalMusd)) return [];
  const ratio = short(price.ratio);
  return [say('answer.exchange', { cost: exchange.marginalMusd, ratio, price: price.convertedMusd, name: price.name })];
}

/** What is spent by the date of the headline, what all of it would cost, and what was claimed. */
function costByDate(
  result: Result,
  { headline: { date, spentMusd }, asIfComplete: { totalMusd } }: JointAnswer,
): string[] {
  const { cost, claims = [], exchange } = result;
  return [
    say('answer.spent-by', { ...spentMusd!, year: dayOrYear(date), dollars: String(cost?.result.priceYear ?? '') }),
    ...(totalMusd ? [say('joint.complete-money', { ...totalMusd, years: cost?.result.years ?? 0 })] : []),
    ...exchangeSentence(exchange),
    ...claims.map(({ name, allTogether }) => say('answer.claim', { name, chance: allTogether })),
  ];
}

function costAnswer(result: Result): string[] {
  const { cost, notes, exchange } = result;
  if (!cost) return [notAnswered(notes, 'note.no-cost')];
  const answer = answerOf(result);
  if (answer?.headline.spentMusd) return costByDate(result, answer);
  const { result: priced, uncertainty } = cost;
  if (!isPriced(priced)) return [say('joint.unpriced')];
  const { startYear, years, priceYear, totalMusd: total } = priced;
  const { p10, p50, p90 } = uncertainty.totalMusd;
  const isDrawn = isWide(uncertainty.totalMusd);
  const range = isDrawn ? said('answer.cost-range', { inputs: uncertainty.inputCount, p50, p10, p90 }) : '';
  const span = said('answer.cost-span', { from: startYear, to: startYear + years - 1, year: priceYear });
  return [
    say('answer.cost', { total, span, range }),
    ...exchangeSentence(exchange),
    ...uncertainty.announced.map((line) => {
      const { name, budgetMusd: budget, shareRatio: share, dueMusd: due, untilYear: until } = line;
      const words = { budget, name, due, until, chance: isDrawn ? chanceUnder(line) : '' };
      return share >= 1 ? say('answer.budget-covers', words) : say('answer.budget-part', { ...words, share });
    }),
  ];
}

function chanceUnder({ underProbability, underLowProbability, underHighProbability }: AnnouncedLine): Said {
  if (underProbability === 0) return said('answer.none-under', { high: underHighProbability });
  if (underProbability === 1) return said('answer.all-under', { low: underLowProbability });
  return said('answer.under', { share: underProbability });
}

/** Who takes most of what is spent by the date of the headline. */
function takesByDate({ headline }: Result, { money: { shares } }: DependenceResult): string[] {
  const named = shares.filter(({ partner }) => partner !== UNNAMED);
  const first = headline?.partners.find(({ partner }) => named.some(({ partner: id }) => id === partner));
  if (!headline || !first) return [];
  const { name } = shares.find(({ partner }) => partner === first.partner)!;
  return [say('answer.takes-by', { name, ...first.shareFraction, year: dayOrYear(headline.date) })];
}

function dependenceAnswer({ result, dependence, withdrawals, departures }: ReportInput): string[] {
  const sentences: string[] = dependence ? takesByDate(result, dependence) : [];
  if (dependence) {
    const { money: all, singlePoints } = dependence;
    const [first] = all.shares;
    if (first && sentences.length === 0)
      sentences.push(
        say('answer.takes', {
          name: first.name,
          share: first.shareFraction,
          assumed: assumedWords(first),
          equal: all.effectiveCount,
          index: all.herfindahlIndex,
        }),
      );
    const names = [...new Set(singlePoints.map(({ name }) => name))];
    const lost = inWords(new Set(singlePoints.map(({ functionId }) => functionId)).size);
    sentences.push(
      names.length === 0
        ? say('answer.no-single')
        : say('answer.single', {
            lost: lost.charAt(0).toUpperCase() + lost.slice(1),
            of: dependence.functions.length,
            names: listed(names),
          }),
    );
  }
  if (departures) sentences.push(...departureSentences(departures, result.headline?.partners));
  const [worst] = withdrawals?.results ?? [];
  if (worst && withdrawals && worst.harmCount > 0) sentences.push(harmSentence(worst, withdrawals));
  const cut = [...(result.networks?.variants ?? [])]
    .filter(({ kind, cutFraction }) => kind === 'partner' && cutFraction > 0)
    .sort((a, b) => b.cutFraction - a.cutFraction)[0];
  if (cut) sentences.push(say('answer.cut', { name: cut.name, share: cut.cutFraction }));
  return sentences.length === 0 ? [say('report.no-partners')] : sentences;
}

function listed(all: string[]): Said | string[] {
  const names = all.slice(0, 5).map(nameIn);
  const count = all.length - names.length;
  return count > 0 ? said('part.named-more', { names, count }) : names;
}

/** What the worst withdrawal does in the year in which it does most. */
function harmSentence({ name, effects }: WithdrawalResult, { baseLeakersCount, trials }: WithdrawalsResult): string {
  const { afterYr, effect } = effects.reduce((a, b) =>
    b.effect.leakersCount.difference > a.effect.leakersCount.difference ? b : a,
  );
  const { difference, low, high } = effect.leakersCount;
  const when = afterYr === 0 ? said('answer.at-once') : said('answer.years-after', { years: afterYr });
  return say('answer.worst-to-lose', {
    name,
    when,
    more: difference,
    low,
    high,
    base: baseLeakersCount,
    raids: trials,
  });
}

function independenceAnswer({ result, sourcing }: ReportInput): string[] {
  if (sourcing) return independenceSentences(sourcing);
  return [result.dependence ? say('report.not-part') : say('report.no-partners')];
}
