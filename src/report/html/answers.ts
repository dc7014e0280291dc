import { leakReasons } from '../../flow/outcomes.ts';
import type { Result } from '../../flow/result.ts';
import type { WithdrawalResult, WithdrawalsResult } from '../../flow/withdrawal.ts';
import { tell } from '../../words/words.ts';
import { headline, REASON_WORDS } from '../effect-section.ts';
import { count, inWords, isWide, money, percent, seconds } from '../number.ts';
import { independenceSentences } from './independence.ts';
import { html, joined, type Markup } from './markup.ts';
import type { ReportInput } from './report-input.ts';

/** The four answers of a run, in sentences with their ranges. */
export function answersSection(input: ReportInput): Markup {
  const answers: [question: string, sentences: string[]][] = [
    ['Does the shield close?', shieldAnswer(input.result)],
    ['What does it cost?', costAnswer(input.result)],
    ['Whom does it depend on?', dependenceAnswer(input)],
    ['What would independence cost?', independenceAnswer(input)],
  ];
  return html`<section aria-labelledby="answers"><h2 id="answers">The four answers</h2><ul class="answers">${answers.map(
    ([question, sentences]) =>
      html`<li><h3>${question}</h3>${sentences.map((each) => html`<p>${joined(each)}</p>`)}</li>`,
  )}</ul></section>`;
}

function shieldAnswer(result: Result): string[] {
  const { effect } = result;
  if (!effect)
    return [
      `Not answered. ${result.notes
        .filter(({ code }) => code === 'note.no-raid')
        .map(tell)
        .join(' ')}`,
      headline({ ...result, cost: null, dependence: null }),
    ].filter(Boolean);
  const sentences = [headline({ ...result, cost: null, dependence: null }), ...meanRange(result)];
  const { decided, released } = effect.times;
  if (decided.threatCount > 0)
    sentences.push(
      `Half of the orders are given within ${seconds(decided.medianS)} of launch` +
        `${decided.p90S - decided.p10S > 0.5 ? ` (80 % between ${seconds(decided.p10S)} and ${seconds(decided.p90S)})` : ''}` +
        `${released.threatCount > 0 ? `, half of the first shots leave within ${seconds(released.medianS)}` : ''}.`,
    );
  if (result.raidSize) {
    const { confidence, engaged, stopped } = result.raidSize;
    sentences.push(
      engaged.threatCount === 0
        ? `In ${percent(confidence, 0)} of the raids it cannot be sure to shoot at even one missile.`
        : `In ${percent(confidence, 0)} of the raids it can shoot at every missile of up to ${count(engaged.threatCount)}, and stop every one of up to ${count(stopped.threatCount)}.`,
    );
  }
  const total = leakReasons.reduce((sum, reason) => sum + effect.leakersByReason[reason], 0);
  const worst = [...leakReasons].sort((a, b) => effect.leakersByReason[b] - effect.leakersByReason[a])[0]!;
  if (total > 0)
    sentences.push(
      `Most often a missile gets through for this reason: ${REASON_WORDS[worst]} (${percent(effect.leakersByReason[worst] / total, 0)} of those that do).`,
    );
  return sentences;
}

/** The interval of the mean number that gets through, where there is something to be unsure of. */
function meanRange({ effect, raid }: Result): string[] {
  const missiles = raid.reduce((sum, part) => sum + part.count, 0);
  const { low, high } = effect!.expectedLeakers;
  return missiles > 1 && high - low >= 0.01
    ? [`That mean lies between ${count(low, 2)} and ${count(high, 2)} (95 % interval).`]
    : [];
}

function costAnswer({ cost, notes }: Result): string[] {
  if (!cost)
    return [
      `Not answered. ${notes
        .filter(({ code }) => code === 'note.no-cost')
        .map(tell)
        .join(' ')}`,
    ];
  const { result, uncertainty } = cost;
  const { p10, p50, p90 } = uncertainty.totalMusd;
  const isDrawn = isWide(uncertainty.totalMusd);
  const range = isDrawn
    ? `; with ranges on ${count(uncertainty.inputCount)} inputs, half of the draws stay under ${money(p50)} and the middle 80 % lie between ${money(p10)} and ${money(p90)}`
    : '';
  const span = `${result.startYear} to ${result.startYear + result.years - 1}, dollars of ${result.priceYear}`;
  return [
    `${money(result.totalMusd)} for what the scenario prices (${span})${range}.`,
    ...uncertainty.announced.map(({ name, budgetMusd, shareRatio, underProbability, underHighProbability }) => {
      const share = shareRatio >= 1 ? 'covers the estimate' : `buys ${percent(shareRatio, 0)} of it`;
      const chance =
        underProbability === 0
          ? `; no draw stays under it (chance at most ${percent(underHighProbability)})`
          : `; the chance of staying under it is ${percent(underProbability, 0)}`;
      return `The ${money(budgetMusd)} ${tell(name)} ${share}${isDrawn ? chance : ''}.`;
    }),
  ];
}

function dependenceAnswer({ result, dependence, withdrawals }: ReportInput): string[] {
  const sentences: string[] = [];
  if (dependence) {
    const { money: all, singlePoints } = dependence;
    const [first] = all.shares;
    if (first)
      sentences.push(
        `${first.name} takes ${percent(first.shareFraction, 0)} of the money; the spending is as concentrated as with ` +
          `${count(all.effectiveCount, 1)} equal partners (Herfindahl-Hirschman index ${count(all.herfindahlIndex)} of 10,000).`,
      );
    const names = [...new Set(singlePoints.map(({ name }) => name))];
    const functions = new Set(singlePoints.map(({ functionId }) => functionId)).size;
    sentences.push(
      names.length === 0
        ? 'No single partner or part takes a whole function with it.'
        : `${inWords(functions)[0]!.toUpperCase()}${inWords(functions).slice(1)} of ${inWords(dependence.functions.length)} functions rest whole on one partner or part: ${listed(names)}.`,
    );
  }
  const [worst] = withdrawals?.results ?? [];
  if (worst && withdrawals && worst.harmCount > 0) sentences.push(harmSentence(worst, withdrawals));
  const cut = [...(result.networks?.variants ?? [])]
    .filter(({ kind, cutFraction }) => kind === 'partner' && cutFraction > 0)
    .sort((a, b) => b.cutFraction - a.cutFraction)[0];
  if (cut)
    sentences.push(
      `With ${tell(cut.name)}, ${percent(cut.cutFraction)} of the messages that arrive as planned are cut.`,
    );
  if (sentences.length === 0) return ['Not answered: the scenario names no partners.'];
  return sentences;
}

function listed(names: string[]): string {
  const shown = names.slice(0, 5);
  const rest = names.length - shown.length;
  return `${shown.join(', ')}${rest > 0 ? ` and ${inWords(rest)} more` : ''}`;
}

/** What the worst withdrawal does in the year in which it does most. */
function harmSentence({ name, effects }: WithdrawalResult, { baseLeakersCount, trials }: WithdrawalsResult): string {
  const { afterYr, effect } = effects.reduce((a, b) =>
    b.effect.leakersCount.difference > a.effect.leakersCount.difference ? b : a,
  );
  const { difference, low, high } = effect.leakersCount;
  return (
    `Worst to lose is ${name}: ${afterYr === 0 ? 'at once' : `${count(afterYr)} years after`}, on average ${count(difference, 2)} more missiles ` +
    `get through (95 % interval ${count(low, 2)} to ${count(high, 2)}) than the ${count(baseLeakersCount, 2)} with everybody in, in ${count(trials)} raids a case.`
  );
}

function independenceAnswer({ result, sourcing }: ReportInput): string[] {
  if (sourcing) return independenceSentences(sourcing);
  if (!result.dependence) return ['Not answered: the scenario names no partners.'];
  return [
    'Not part of this run. The command cupola source searches for the cheapest mix of partners that survives the loss of any one.',
  ];
}
