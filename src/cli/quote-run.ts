import { availableParallelism } from 'node:os';
import { jointAnswer } from '../effect/joint-answer.ts';
import { type Asked, answerAt, causeAt, departureNumber, isQuotable, verdictOf } from '../effect/quote.ts';
import { raidParts } from '../effect/raid.ts';
import type { Architecture } from '../flow/architecture.ts';
import { type CostResult, isPriced } from '../flow/cost.ts';
import type { DeparturesByDate } from '../flow/departures.ts';
import { NO_PARTNERS } from '../flow/dependence-history.ts';
import type { JointAnswer, JointTable } from '../flow/joint.ts';
import { InputError } from '../flow/problems.ts';
import type { Question, Quote, QuoteNumber, QuoteVerdict } from '../flow/quote.ts';
import { said } from '../flow/said.ts';
import { isInOrbit } from '../kinds/place.ts';
import { costOf } from '../programme/cost.ts';
import { drawInputs } from '../programme/draw-inputs.ts';
import { architectureAt } from '../programme/drawn-architecture.ts';
import { quoteFootnote } from '../report/quote-footnote.ts';
import { type Quoted, quoteSentence, verdictSentence } from '../report/quote-sentences.ts';
import { runRecord } from '../report/run-record.ts';
import { jointDates } from '../run/joint.ts';
import { DEFAULT_DRAWS, DEFAULT_RAIDS, JOINT_BOUNDS } from '../run/joint-numbers.ts';
import { prepare } from '../run/prepare.ts';
import { thoseWhoCanLeave } from '../sourcing/withdrawn.ts';
import { checkBudgets } from './budget-words.ts';
import { type CommandContext, InterruptedError } from './command.ts';
import { planDepartures } from './departures-run.ts';
import { checkedDate, flyJoint, makeJoint } from './joint-run.ts';
import type { LoadedCase } from './load-case.ts';
import { version } from './package-folder.ts';
import { questionOf } from './quote-question.ts';
import { fileWord, scenarioWords } from './repeat-line.ts';
import { flyTurn } from './turn-run.ts';
import { wholeNumbers } from './whole-numbers.ts';

interface Numbers {
  draws: number;
  raids: number;
  /** Where they are asked for: raids with somebody gone. */
  pairedRaids?: number;
  threads: number;
  seed?: number;
}

/** A quote, and the answers that its chart is drawn from. */
export interface QuoteMade {
  quote: Quote;
  answer: JointAnswer;
  departures?: DeparturesByDate;
}

type Answered = Pick<Quoted, 'number' | 'answer' | 'name' | 'departures'>;

/** Draws, raids, seed and threads of the command line. @throws InputError for what they cannot be */
export function numbersOf(options: Record<string, unknown>): Numbers {
  const {
    draws = DEFAULT_DRAWS,
    raids = DEFAULT_RAIDS,
    threads = availableParallelism(),
    seed,
  } = wholeNumbers(options, { ...JOINT_BOUNDS, seed: [0, Number.MAX_SAFE_INTEGER], threads: [1, 256] });
  return { draws, raids, threads, seed, pairedRaids: options.raids === undefined ? undefined : raids };
}

/**
 * Answers a question in one sentence, and flies it again with the number on which it hangs most at the ends of its range.
 *
 * @throws InputError for a question of no known form, a date outside the programme, a partner whom nobody knows
 * @throws InterruptedError after Ctrl-C
 */
export async function makeQuote(
  loaded: Pick<LoadedCase, 'architecture' | 'catalog' | 'overrides' | 'events' | 'scenarioEvents'>,
  { file, words, seed, ...numbers }: Numbers & { file: string; words: string },
  context: CommandContext,
): Promise<QuoteMade> {
  const { architecture, overrides, events, scenarioEvents } = loaded;
  if (seed !== undefined) architecture.analysis.seed = seed;
  const partners = thoseWhoCanLeave(architecture);
  const question = await datedQuestion(questionOf(words, partners), architecture);
  const cost = costOf(architecture);
  checkMoney(question, cost);
  const answered =
    question.kind === 'leaves'
      ? await departureAnswer(loaded, question, numbers, context)
      : await tableAnswer(architecture, question, numbers, context);
  if (!answered) throw new InterruptedError(context.signal);
  const raid = raidParts(architecture, prepare(architecture).flights);
  const told = { raid, coverage: architecture.interceptors.filter(isInOrbit) };
  const name = answered.name === undefined ? '' : (partners.get(answered.name) ?? answered.name);
  const { priceYear } = cost;
  const { number, answer } = answered;
  const { draws, raids, pairedRaids } = numbers;
  const raidWords = pairedRaids === undefined ? [] : ['--raids', String(raids)];
  const { trials: _none, ...run } = runRecord(
    { seed: architecture.analysis.seed, trials: 0, version, provenance: architecture },
    {
      command: 'quote',
      scenario: fileWord(file),
      events,
      scenarioEvents,
      overrides,
      more: [words, '--draws', String(draws), ...raidWords, ...scenarioWords(context.options)],
    },
  );
  const { causeFloorFraction: _floor, ...flown } = answer.draws;
  const sources = sourcesOf(architecture, answered);
  const quote: Quote = {
    ...number,
    question: words,
    sentence: quoteSentence({ ...answered, question, told, priceYear, name }),
    verdictSentence: verdictSentence(number, answer.draws),
    footnote: quoteFootnote(run, { draws: flown, sources }),
    sources,
    draws: flown,
    run: { ...run, draws, raids },
  };
  return { quote, answer, departures: answered.departures };
}

/** @throws InputError for money where nothing has a price, and for an amount that may be meant in other units */
function checkMoney(question: Question, cost: CostResult): void {
  if (question.kind === 'leaves' || question.kind === 'chance') return;
  if (!isPriced(cost)) throw new InputError([{ code: 'no-price', path: 'question', said: said('joint.unpriced') }]);
  if (question.kind === 'enough') checkBudgets('question', [question.musd], cost.totalMusd);
}

/** With the day on which somebody leaves, and a date within the programme. */
async function datedQuestion(question: Question, architecture: Architecture): Promise<Question> {
  const date = question.date && `${question.date}-01-01`.slice(0, 10).replace(/^(\d{4}-\d{2})-01-$/, '$1-01');
  if (date === undefined)
    return question.kind === 'leaves' ? { ...question, date: jointDates(architecture)[0] } : question;
  return { ...question, date: await checkedDate(date, architecture) };
}

async function departureAnswer(
  { architecture, catalog }: Pick<LoadedCase, 'architecture' | 'catalog'>,
  { partner, mode, date }: Question & { kind: 'leaves' },
  numbers: Numbers,
  context: CommandContext,
): Promise<Answered | null> {
  const roots = new Map([[partner, thoseWhoCanLeave(architecture).get(partner)!]]);
  const all = await planDepartures({ architecture, catalog }, roots, {
    date: date!,
    raids: numbers.pairedRaids,
  });
  const asked = all.cases.flatMap((each, i) => (each.mode === mode ? [i] : []));
  // one that denies nothing is the same as one that stops
  const kept = asked.length > 0 ? asked : all.cases.map((_, i) => i).slice(0, 1);
  const plan = { ...all, cases: kept.map((i) => all.cases[i]), events: kept.map((i) => all.events[i]) };
  const made = await makeJoint(architecture, { ...numbers, departures: plan }, context);
  if (!made) return null;
  const flownTurn = await flyTurn(architecture, plan, made.departures!, numbers, context);
  const departures = { ...made.departures!, ...(flownTurn && { flownTurn }) };
  const { answer } = made;
  const unchanged: QuoteNumber = {
    kind: 'leaves',
    date: answer.headline.date,
    value: answer.headline.noLeaker.p50,
    band: answer.headline.noLeaker,
    verdict: null,
    isQuotable: true,
  };
  return { number: departureNumber(departures) ?? unchanged, answer, name: partner, departures };
}

async function tableAnswer(
  architecture: Architecture,
  question: Exclude<Question, { kind: 'leaves' }>,
  { draws, raids, threads }: Numbers,
  context: CommandContext,
): Promise<Answered | null> {
  const asks = question.date === undefined ? [] : [question.date];
  const dates = [...new Set([...jointDates(architecture), ...asks])].sort();
  const tables = await flyJoint(architecture, { draws, raids, dates, threads }, context);
  if (!tables) return null;
  const { base } = tables;
  const answer = jointAnswer(base, question.date);
  const { date, partners } = answer.headline;
  const partner =
    question.kind === 'takes' ? partners.find((each) => !NO_PARTNERS.includes(each.partner))?.partner : undefined;
  const asked: Asked = { question, partner };
  const { value, band } = answerAt(base, date, asked);
  const cause = causeAt(base, date, asked);
  let verdict: QuoteVerdict | null = null;
  if (cause) {
    const ends = [];
    for (const at of [cause.low, cause.high]) {
      const table = await flyAt(architecture, { path: cause.path, at }, { draws, raids, threads, date }, context);
      if (!table) return null;
      ends.push({ atValue: at, value: answerAt(table, date, asked).value });
    }
    verdict = verdictOf(question.kind, value, cause, ends);
  }
  const number = {
    kind: question.kind,
    date,
    value,
    band,
    verdict,
    isQuotable: isQuotable(question.kind, value, verdict),
  };
  return { number, answer, name: partner };
}

/** The same draws and raids at one date, with one number fixed in all of them; null after Ctrl-C. */
async function flyAt(
  architecture: Architecture,
  { path, at }: { path: string; at: number },
  { date, ...numbers }: Numbers & { date: string },
  context: CommandContext,
): Promise<JointTable | null> {
  const input = drawInputs(architecture).find((each) => `${each.element}.${each.path}` === path)!;
  const fixed = architectureAt(architecture, [input], [at]);
  return (await flyJoint(fixed, { ...numbers, dates: [date] }, context))?.base ?? null;
}

/** Sources of the number on which the answer hangs, then of the others that its spread comes from. */
function sourcesOf({ sources }: Architecture, { number, answer, departures }: Answered): Quote['sources'] {
  const { causes, costCauses } = answer.headline;
  const ofChange = departures?.withdrawals[0]?.causes ?? [];
  const spread = number.kind === 'leaves' ? ofChange : number.kind === 'chance' ? causes : costCauses;
  const used = [...(number.verdict ? [number.verdict] : []), ...spread];
  return [...new Set(used.map(({ source }) => source))].flatMap((id) => {
    const source = sources[id];
    if (!source) return [];
    const { title, producer, date, url } = source;
    return [{ id, title, producer, date, ...(url !== undefined && { url }) }];
  });
}
